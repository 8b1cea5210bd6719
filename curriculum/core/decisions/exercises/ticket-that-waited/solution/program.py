title = "Our SHOP is DOWN since midnight"
customer = True
text = title.lower()
if "down" in text:
    queue = "on call"
elif customer:
    queue = "tomorrow"
else:
    queue = "mailbox"
print(f"{queue}: {title}")
