log = ["02:09 200 /", "02:10 503 /orders", "02:11 503 /"]
for line in log:
    if "503" in line:
        print(line)
        break
else:
    print("no trouble")
