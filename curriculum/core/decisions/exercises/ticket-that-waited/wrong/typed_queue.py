title = "Our SHOP is DOWN since midnight"
customer = True
text = title.lower()
queue = "on call"
print(f"{queue}: {title}")
