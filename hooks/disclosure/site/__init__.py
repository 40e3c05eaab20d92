"""One build of a site: load, check, render, check, publish. Knows no host."""
