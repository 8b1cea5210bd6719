typed_floor = "0"
typed_parcels = 0
old_stock = None

floor = typed_floor or "unknown"
parcels = typed_parcels or 1
word = "parcel" if parcels == 1 else "parcels"
last = old_stock or typed_parcels
