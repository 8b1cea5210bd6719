answers = [None, None, 18.5, 19.0]
limit = 3
