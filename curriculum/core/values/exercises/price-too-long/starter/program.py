crate = "8.99"
bottles = "12"

each = int(crate) / int(bottles)
print(f"{each:.2f} EUR a bottle")
