def clean_phone(text: str) -> str:
    """Return the number with nothing but digits, and a plus in front if it is international.

    Blanks, hyphens and slashes are left out. A number that begins with 00 is international, and gets a plus in the
    place of the two zeros. Anything else that is no digit raises ValueError, and so does a number with fewer than
    seven digits.
    """
    digits = "".join(letter for letter in text if letter not in " -/")
    plus = ""
    if digits.startswith("+"):
        plus, digits = "+", digits[1:]
    elif digits.startswith("00"):
        plus, digits = "+", digits[2:]
    if not digits.isdigit() or len(digits) <= 7:
        raise ValueError(f"not a phone number: {text}")
    return plus + digits
