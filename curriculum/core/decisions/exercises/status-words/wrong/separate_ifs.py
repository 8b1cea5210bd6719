status = 404
if status == 200:
    meaning = "OK"
if status == 301:
    meaning = "Moved"
if status == 404:
    meaning = "Not Found"
else:
    meaning = "unknown"
print(f"{status} {meaning}")
