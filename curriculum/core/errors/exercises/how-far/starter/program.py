def label(weight):
    kilos = int(weight)
    return f"Parcel: {kilos} kg"


weights = ["4", "12", "2.5", "7"]
done = 0
for weight in weights:
    print(label(weight))
    done += 1
print("All printed")
