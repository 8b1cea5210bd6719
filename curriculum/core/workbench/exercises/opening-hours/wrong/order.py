print("Corner Kitchen")
print("Closed on Mondays")
print("Tue-Fri 8-15")
