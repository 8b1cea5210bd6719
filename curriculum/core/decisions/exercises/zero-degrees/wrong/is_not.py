degrees = 0.0
if degrees is not None:
    print("Look at the sensor.")
elif degrees < 2:
    print(f"Too cold: {degrees} degrees")
elif degrees > 8:
    print(f"Too warm: {degrees} degrees")
else:
    print(f"Fine: {degrees} degrees")
