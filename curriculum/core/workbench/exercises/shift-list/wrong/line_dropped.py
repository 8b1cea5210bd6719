morning = "Ines"
evening = "Tom"
print(f"Morning: {morning}")
print(f"Evening: {evening}")
closing = "Tom"
