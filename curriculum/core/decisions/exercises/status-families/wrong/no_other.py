status = 404
if 200 <= status < 300:
    family = "success"
elif 400 <= status < 500:
    family = "fault of the request"
else:
    family = "fault of the server"
print(f"{status}: {family}")
