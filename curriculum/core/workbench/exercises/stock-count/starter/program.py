crates = 12
bottles_per_crate = 24
loose_bottles = 7
print("bottles in the cellar")
