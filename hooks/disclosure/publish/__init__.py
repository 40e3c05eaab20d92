"""From a finished stage to the published site: manifest and swap, never a half-finished site."""
