def greet(place):
    return f"Good morning, {place}"


if __name__ == "main":
    print(greet("kitchen"))
