def greet(place):
    return f"Good morning, {place}"


print(greet("kitchen"))
