length = "48"
width = "8"

print(f"board: {float(length) * 25.4:.1f} x {float(width) * 25.4:.1f} mm, around it {2 * (float(length) + float(width)) * 25.4:.1f} mm")
