plank = 2800
board = 500

print(plank // board, "boards")
print(plank - board, "mm left")
