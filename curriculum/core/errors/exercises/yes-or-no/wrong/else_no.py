def is_yes(answer):
    """Whether the answer says yes; ValueError when it says neither yes nor no."""
    return answer.strip().lower() in ("y", "yes")
