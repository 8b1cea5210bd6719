grams = 300
