print("Corner Kitchen")
print("Tue-Fri 8-15")
print("Closed on Mondays")
