def file_name(title, longest=40):
    """Return a name for a file, made from the title: letters, digits, single hyphens, at most `longest` characters.

    It neither begins nor ends with a hyphen. A title without letters and digits gives an empty text.
    """
    kept = "".join(letter if letter.isalnum() else " " for letter in title.lower())
    name = "-".join(kept.split())
    return name[:longest].rstrip("-")


print(file_name("  Bread & Salt: a tale "))
