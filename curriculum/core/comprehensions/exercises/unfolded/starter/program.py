logs = {
    "web": ["WARN disk 91 %", "INFO ok"],
    "test": ["WARN noise"],
    "db": ["INFO ok", "WARN slow query"],
    "web2": ["WARN disk 95 %"],
}
found = [f"{host}: {line[5:]}" for host, lines in logs.items() if host != "test" for line in lines if "WARN" in line]
print("\n".join(found))
