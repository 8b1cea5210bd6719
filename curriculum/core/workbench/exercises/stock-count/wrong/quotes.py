crates = 12
bottles_per_crate = 24
loose_bottles = 7
total = "crates * bottles_per_crate + loose_bottles"
print(total)
