name = "café ☕"
letters = len(name)
data = name.encode("utf-8")
size = len(data)
fits = size <= 8
old = len("café".encode("latin-1"))
