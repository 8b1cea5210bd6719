status = 404
if 200 <= status < 300:
    family = "success"
elif 400 <= status < 500:
    family = "fault of the request"
elif 500 <= status < 600:
    family = "fault of the server"
else:
    family = "other"
print(f"{status}: {family}")
