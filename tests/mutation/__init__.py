"""Changes the real site in one small way after another, and sees whether each is found."""
