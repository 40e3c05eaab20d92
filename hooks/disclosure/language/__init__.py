"""Chinese as people type it: sounds, traditional characters, everyday words; only while the site is built."""
