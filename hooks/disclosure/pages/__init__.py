"""What readers see: macros bound to facts, generated pages, and what the shell around each page needs."""
