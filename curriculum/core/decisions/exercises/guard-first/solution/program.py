total = 0
answered = 0
if answered > 0 and total / answered >= 4:
    print("Happy customers.")
else:
    print("Ask again next month.")
