morning = "Ines"
evening = "Tom"
print(f"Morning: {morning}")
print(f"Evening: {evning}")
print(f"Closing: {closing}")
closing = "Tom"
