def is_yes(answer):
    """Whether the answer says yes; ValueError when it says neither yes nor no."""
    word = answer.strip().lower()
    if word.startswith("y"):
        return True
    if word.startswith("n"):
        return False
    raise ValueError(f"yes or no? not {answer!r}")
