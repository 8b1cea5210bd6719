code = "0417"
for left in range(2, -1, -1):
    typed = input("Code: ").strip()
    if typed == code:
        print("Open.")
        break
    print(f"No. Tries left: {left}")
else:
    print("Locked.")
