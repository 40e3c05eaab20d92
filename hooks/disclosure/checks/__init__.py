"""What must hold before anything is published: one generator of findings for each rule."""
