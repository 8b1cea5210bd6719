title = "Our SHOP is DOWN since midnight"
customer = True
text = title.lower()
if customer:
    queue = "tomorrow"
elif "down" in text:
    queue = "on call"
else:
    queue = "mailbox"
print(f"{queue}: {title}")
