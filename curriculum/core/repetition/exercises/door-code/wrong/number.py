code = "0417"
for left in range(2, -1, -1):
    typed = int(input("Code: "))
    if typed == int(code):
        print("Open.")
        break
    print(f"No. Tries left: {left}")
else:
    print("Locked.")
