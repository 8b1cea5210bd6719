status = 404
tries = 0
seconds = 12
if status == 502 or 503:
    print("A busy server, try again.")
if status == 502 or status == 503:
    print("Really a busy server.")
if tries > 0 and seconds / tries > 5:
    print("And a slow one.")
else:
    print("Not known to be slow.")
