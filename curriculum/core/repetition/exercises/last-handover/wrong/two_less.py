nurses = ["Ada", "Ben", "Cleo", "Dan"]
for i in range(len(nurses) - 2):
    print(f"{nurses[i]} -> {nurses[i + 1]}")
