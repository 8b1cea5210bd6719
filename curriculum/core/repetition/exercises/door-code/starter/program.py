code = "0417"
typed = input("Code: ")
