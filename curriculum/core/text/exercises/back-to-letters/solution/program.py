def mend(text):
    """The text with its letters back; as it is, when they cannot be."""
    try:
        return text.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return text
