from pathlib import Path

name = input("Name: ")
with open("guests.txt", "a", encoding="utf-8") as file:
    file.write(name + "\n")
    guests = Path("guests.txt").read_text(encoding="utf-8").splitlines()
print(len(guests), "guests so far")
