print("Corner Kitchen")
