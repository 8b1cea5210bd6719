plan = [(1, "Ada"), (2, "Ben"), (1, "Cleo"), (2, "Dora"), (2, "Emil")]
seats = {guest: table for guest, table in plan}
print(f"{len(seats)} guests")
for guest, table in seats.items():
    print(f"{guest}: table {table}")
