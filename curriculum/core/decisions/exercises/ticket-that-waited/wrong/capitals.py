title = "Our SHOP is DOWN since midnight"
customer = True
if "down" in title:
    queue = "on call"
elif customer:
    queue = "tomorrow"
else:
    queue = "mailbox"
print(f"{queue}: {title}")
