nurses = ["Ada", "Ben", "Cleo", "Dan"]
for giver, taker in zip(nurses, nurses[1:]):
    print(f"{giver} -> {taker}")
