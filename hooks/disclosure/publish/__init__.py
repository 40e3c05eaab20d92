"""From a finished stage to the published site: manifest, swap, and nothing half-made in between."""
