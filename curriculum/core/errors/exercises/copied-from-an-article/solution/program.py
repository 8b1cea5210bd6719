def greet(place):
    return f"Good morning, {place}"


if __name__ == "__main__":
    print(greet("kitchen"))
