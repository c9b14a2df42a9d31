"""What `make run` tells the person who started it, once everything is ready: address, demo sign-ins, first brief."""

from pathlib import Path

SIGN_INS = "demo-sign-ins.txt"
FIRST_BRIEF = "/visits/VIS-2013-001/2/event-summary"


def welcome(instance: Path, address: str) -> str:
    """The lines to print; sign-ins are shown while the demo's file of them lies in ``instance``."""
    lines = ["", f"  Open {address}"]
    kept = instance / SIGN_INS
    sign_ins = read_sign_ins(kept)
    if sign_ins:
        width = max(len(email) for _, email, _ in sign_ins)
        lines += ["", f"  Demo sign-ins (kept in {kept}):"]
        lines += [f"    {role:<14} {email:<{width}}  {password}" for role, email, password in sign_ins]
        lines += ["", f"  The first brief, once signed in: {address}{FIRST_BRIEF}"]
    return "\n".join([*lines, "", "  Ctrl+C ends it.", ""])


def read_sign_ins(path: Path) -> list[tuple[str, str, str]]:
    """Role, email and password of each demo account, from lines of three columns; empty without such a file."""
    if not path.is_file():
        return []
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())
    return [(row[0], row[1], row[2]) for row in rows if len(row) == 3]
