"""How records change: each command is named by what the officer does and takes who acts first."""
