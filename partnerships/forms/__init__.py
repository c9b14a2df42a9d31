"""How people write: fields and forms check the shape of what was typed; the rules live in commands."""
