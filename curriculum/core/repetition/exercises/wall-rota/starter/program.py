days = ["Mon", "Tue", "Wed"]
cooks = ["Ada", "", "Cleo"]
