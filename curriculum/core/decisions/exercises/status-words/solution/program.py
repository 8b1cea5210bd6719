status = 404
if status == 200:
    meaning = "OK"
elif status == 301:
    meaning = "Moved"
elif status == 404:
    meaning = "Not Found"
else:
    meaning = "unknown"
print(f"{status} {meaning}")
