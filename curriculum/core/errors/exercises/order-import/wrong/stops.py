def count_of(line):
    count, item = line.split(" ", 1)
    return int(count)


lines = ["3 soup", "4 tea", "2wine"]
pieces = 0
passed_over = 0
try:
    for line in lines:
        pieces += count_of(line)
except ValueError:
    passed_over += 1
print(pieces, "pieces")
print(passed_over, "line passed over" if passed_over == 1 else "lines passed over")
