year = int(input("Year of birth: "))
print("Born in", year)
