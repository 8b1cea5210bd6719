log = ["10.0.0.9 /old 404", "10.0.0.4 /menu 200", "10.0.0.9 /404 404", "10.0.0.2 /old 404", "10.0.0.5 /404 200"]
addresses = set()
print(f"{len(addresses)} addresses")
