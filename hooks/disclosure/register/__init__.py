"""The register: a snapshot of what readers see, the changes since, and the chain of registrations."""
