while True:
    try:
        year = int(input("Year of birth: "))
    except ValueError:
        print("Please type a year, such as 1987.")
        continue
    if 1900 <= year <= 2026:
        break
    print("That year cannot be right.")
print("Born in", year)
