logs = {
    "web": ["WARN disk 91 %", "INFO ok"],
    "test": ["WARN noise"],
    "db": ["INFO ok", "WARN slow query"],
    "web2": ["WARN disk 95 %"],
}
for host, lines in logs.items():
    found = []
    if host != "test":
        for line in lines:
            if "WARN" in line:
                found.append(f"{host}: {line[5:]}")
print("\n".join(found))
