length = "48"
width = "8"

long_side = float(length) * 25.4
short_side = float(width) * 25.4
print(f"board: {long_side:.1f} x {short_side:.1f} mm, around it {2 * (long_side + short_side):.1f} mm")
