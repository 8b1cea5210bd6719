while True:
    try:
        number = int(input("How many? "))
    except ValueError:
        print("A number, please.")
        continue
    if number >= 1:
        break
    print("At least one.")
print(number)
