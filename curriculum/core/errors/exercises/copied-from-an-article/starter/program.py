name = "program"


def greet(place):
    return f"Good morning, {place}"


if name == "main":
    print(greet("kitchen"))
