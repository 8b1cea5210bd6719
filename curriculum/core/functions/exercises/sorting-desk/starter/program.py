def pack(name, *items, **extras):
    print(name, len(items), sorted(extras))


order = ["tea", "jam"]
wish = {"ribbon": "red"}
pack("Ada", *order, **wish)
pack("Ben", order)
pack("Cleo", **{"name": "Dora"})
