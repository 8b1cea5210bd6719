def count_of(line):
    count, item = line.split(" ", 1)
    return int(count)


lines = ["3 soup", "4 tea", "2wine"]
pieces = 0
for line in lines:
    pieces += count_of(line)
print(pieces, "pieces")
