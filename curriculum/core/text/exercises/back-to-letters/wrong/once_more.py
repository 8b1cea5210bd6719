def mend(text):
    """The text with its letters back; as it is, when they cannot be."""
    try:
        return text.encode("utf-8").decode("latin-1")
    except UnicodeError:
        return text
