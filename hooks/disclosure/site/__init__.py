"""One build of a site: load, check, render, check, publish. Independent of any host."""
