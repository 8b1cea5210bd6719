LEVELS = {"ERROR": 0, "WARN": 1, "INFO": 2}


def urgency(line):
    words = line.split()
    level = LEVELS[words[0]]
    time = words[1]
    return level, time


log = [
    "INFO 02:00 start",
    "ERROR 02:14 no route",
    "WARN 02:03 slow query",
    "NOTE 02:05 backup",
    "ERROR 02:10 disk full",
]
ordered = sorted(log, key=urgency)
print("\n".join(ordered))
