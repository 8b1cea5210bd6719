def tidy(text):
    return " ".join(part.capitalize() for part in text.split())


def tidy_all(lines):
    for position, name in enumerate(lines):
        lines[position] = tidy(name)


names = ["  ada   BYRON", "ben okri "]
result = tidy_all(names)
print(names)
print(result)
