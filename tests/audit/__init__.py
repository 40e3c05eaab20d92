"""The site measured in a browser: what every page must stand, and the commands that look further."""
