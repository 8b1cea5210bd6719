nurses = ["Ada", "Ben", "Cleo", "Dan"]
for i in range(len(nurses)):
    print(f"{nurses[i]} -> {nurses[i + 1]}")
