morning = "Ines"
evening = "Tom"
closing = "Tom"
print(f"Morning: {morning}")
print(f"Evening: {evening}")
print(f"Closing: {closing}")
