best = None
most = -1

def top_scorer(goals):
    for name, number in goals.items():
        if number > most:
            best = name
            most = number
    return best


print("May:", top_scorer({"Ada": 2, "Cleo": 5, "Ben": 5}))
print("June:", top_scorer({"Ben": 1, "Ada": 3}))
