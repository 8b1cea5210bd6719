plan = [(1, "Ada"), (2, "Ben"), (1, "Cleo"), (2, "Dora"), (2, "Emil")]
seats = {(table, guest) for table, guest in plan}
print(f"{len(seats)} guests")
for table, guest in sorted(seats):
    print(f"{guest}: table {table}")
