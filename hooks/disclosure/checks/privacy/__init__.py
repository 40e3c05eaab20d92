"""What tells who somebody is or where they live."""
