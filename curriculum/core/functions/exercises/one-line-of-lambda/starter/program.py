LEVELS = {"ERROR": 0, "WARN": 1, "INFO": 2}

log = [
    "INFO 02:00 start",
    "ERROR 02:14 no route",
    "WARN 02:03 slow query",
    "NOTE 02:05 backup",
    "ERROR 02:10 disk full",
]
ordered = sorted(log, key=lambda x: (LEVELS[x.split()[0]] if x.split()[0] in LEVELS else 9, x.split()[1]))
print("\n".join(ordered))
