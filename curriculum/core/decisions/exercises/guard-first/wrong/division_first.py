total = 0
answered = 0
if total / answered >= 4 and answered > 0:
    print("Happy customers.")
else:
    print("Ask again next month.")
