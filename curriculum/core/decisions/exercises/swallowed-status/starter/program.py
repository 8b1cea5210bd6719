GONE = 410
status = 500
match status:
    case 404:
        print("Look again tomorrow.")
    case GONE:
        print("Take it off the list.")
tries = 3
match 404:
    case 404 if tries < 3:
        print("Try once more.")
    case 404:
        print("Give up.")
