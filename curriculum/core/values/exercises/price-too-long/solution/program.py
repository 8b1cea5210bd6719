crate = "8.99"
bottles = "12"

each = float(crate) / int(bottles)
print(f"{each:.2f} EUR a bottle")
