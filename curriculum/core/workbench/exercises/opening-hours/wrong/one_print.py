print("Corner Kitchen", "Tue-Fri 8-15", "Closed on Mondays")
