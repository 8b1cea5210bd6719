replies = [("Ada", 2), ("Ben", 0), ("Cleo", 1), ("Dora", None)]
print([name for name, extra in replies if extra])
print([name for name, extra in replies if extra is not None])
words = [f"{name} brings {extra}" if extra is not None else "ask again" for name, extra in replies]
