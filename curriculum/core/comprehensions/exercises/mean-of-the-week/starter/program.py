# The station was silent on Saturday.
week = [4.0, 2.5, -1.0, 0.0, 1.5, None, 3.0]
measured = [value for value in week if value]
mean = round(sum(measured) / len(measured), 2)
print(f"Mean of {len(measured)} days: {mean}")
