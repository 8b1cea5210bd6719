try:
    year = int(input("Year of birth: "))
except ValueError:
    print("Please type a year, such as 1987.")
    year = int(input("Year of birth: "))
if not 1900 <= year <= 2026:
    print("That year cannot be right.")
    year = int(input("Year of birth: "))
print("Born in", year)
