def file_name(title: str, longest: int = 40) -> str:
    """Return a name for a file, made from the title: letters, digits, single hyphens, at most `longest` characters.

    It neither begins nor ends with a hyphen. A title without letters and digits gives an empty text.
    """
    name = "-".join(title.lower().split())
    return name[:longest].rstrip("-")


print(file_name("  Bread & Salt: a tale "))
