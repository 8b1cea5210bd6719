with open("list.txt", "w", encoding="utf-8") as file:
    file.write("bread\n")
with open("list.txt", "w", encoding="utf-8") as file:
    file.write("milk")
with open("list.txt", "a", encoding="utf-8") as file:
    file.write("tea\n")
with open("list.txt", encoding="utf-8") as file:
    text = file.read()
count = len(text.splitlines())
