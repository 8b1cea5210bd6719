shelf = [("rye bread", 4.2, 3), ("baguette", 1.8, 0), ("bun", 0.9, 24)]
signs = [f"{name} {price:.2f}" for name, price, stock in shelf if stock > 0]
print("\n".join(signs))
