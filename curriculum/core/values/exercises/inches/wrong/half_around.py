length = "48"
width = "8"

mm_per_inch = 25.4
long_side = float(length) * mm_per_inch
short_side = float(width) * mm_per_inch
print(f"board: {long_side:.1f} x {short_side:.1f} mm, around it {2 * long_side + short_side:.1f} mm")
