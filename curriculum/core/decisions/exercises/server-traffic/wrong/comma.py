status = 503
match status:
    case 200, 204:
        print("next page")
    case 429, 503:
        print("wait a minute")
    case _:
        print("stop")
