visits = [("Ada", "mon"), ("Ben", "mon"), ("Ada", "tue"), ("Ada", "mon")]
days = {}
for name, day in visits:
    days.setdefault(name, set()).add(day)
often = [name for name in days if len(days[name]) > 1]
print(often)
