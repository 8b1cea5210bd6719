shelf = [("rye bread", 4.2, 3), ("baguette", 1.8, 0), ("bun", 0.9, 24)]
signs = [f"{name} {price:.2f}" if price > 0 else f"{name} sold out" for name, price, stock in shelf]
print("\n".join(signs))
