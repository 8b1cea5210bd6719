nurses = ["Ada", "Ben", "Cleo", "Dan"]
for i in range(1, len(nurses)):
    print(f"{nurses[i]} -> {nurses[i + 1]}")
