command = "close"
orders = 3
match command:
    case "open":
        print("The shop is open.")
