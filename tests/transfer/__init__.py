"""What comes in from outside: pasted texts and files, read without a database."""
