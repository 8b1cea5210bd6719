def mend(text):
    """The text with its letters back; as it is, when they cannot be."""
    try:
        return text
    except UnicodeError:
        return text
