"""What is measured, and how, beside peers."""
