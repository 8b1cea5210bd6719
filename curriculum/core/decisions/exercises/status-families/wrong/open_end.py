status = 404
if status >= 200:
    family = "success"
elif status >= 400:
    family = "fault of the request"
elif status >= 500:
    family = "fault of the server"
else:
    family = "other"
print(f"{status}: {family}")
