crates = 12
bottles_per_crate = 24
loose_bottles = 7
total = 295
print(total)
