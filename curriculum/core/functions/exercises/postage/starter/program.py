def postage(weight, express):
    return 0.0


print(postage(501, True))
