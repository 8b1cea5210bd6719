plank = 2800
board = 500

print(round(plank / board), "boards")
print(plank % board, "mm left")
