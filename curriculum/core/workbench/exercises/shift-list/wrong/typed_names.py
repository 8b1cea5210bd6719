morning = "Ines"
evening = "Tom"
print(f"Morning: {morning}")
print(f"Evening: {evening}")
print("Closing: Tom")
closing = "Tom"
