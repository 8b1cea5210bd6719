shelf = [("rye bread", 4.2, 3), ("baguette", 1.8, 0), ("bun", 0.9, 24)]
signs = []
print("\n".join(signs))
