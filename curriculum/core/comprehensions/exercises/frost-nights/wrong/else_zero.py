nights = [2.0, -1.0, 0.0, -3.5, 4.5]
frost = [value if value < 0 else 0 for value in nights]
print(f"{len(frost)} nights with frost, the coldest {min(frost)}")
