command = "close"
orders = 3
match command.strip().lower():
    case "open":
        print("The shop is open.")
    case "close" if orders > 0:
        print(f"{orders} orders are open.")
    case "close":
        print("The shop is closed.")
    case _:
        print("Unknown command.")
