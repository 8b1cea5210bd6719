def mend(text):
    """The text with its letters back; as it is, when they cannot be."""
    return text.replace("Ã«", "ë")
