def is_yes(answer):
    """Whether the answer says yes; ValueError when it says neither yes nor no."""
    word = answer.strip().lower()
    if word in ("y", "yes"):
        return True
    if word in ("n", "no"):
        return False
    raise ValueError(f"yes or no? not {answer!r}")
