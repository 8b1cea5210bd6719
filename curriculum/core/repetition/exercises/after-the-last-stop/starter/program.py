changes = [5, 6, -7, 2]
on_board = 0
fullest = 0
for change in changes:
    on_board += change
    if on_board > fullest:
        fullest = on_board
print(on_board, fullest, change)
