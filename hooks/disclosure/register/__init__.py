"""What was published: a snapshot of what readers see, what changed since, and the chain of registrations."""
