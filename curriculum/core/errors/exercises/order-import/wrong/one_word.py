def count_of(line):
    count, item = line.split(" ", 1)
    return int(count)


lines = ["3 soup", "4 tea", "2wine"]
pieces = 0
passed_over = 0
for line in lines:
    try:
        pieces += count_of(line)
    except ValueError:
        passed_over += 1
print(pieces, "pieces")
print(passed_over, "line passed over")
