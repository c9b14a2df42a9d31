"""What comes in from outside and what goes out: pasted texts, files to read, lists to hand on."""
