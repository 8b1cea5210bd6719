nights = [2.0, -1.0, 0.0, -3.5, 4.5]
frost = [value for value in nights if value < 0]
print(f"{len(frost)} nights with frost, the coldest {min(frost)}")
