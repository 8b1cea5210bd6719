import json

booking = {"guests": (2, 1), "paid": None, 7: "seat"}
text = json.dumps(booking)
again = json.loads(text)
same = again == booking
guests = again["guests"]
keys = sorted(again)
