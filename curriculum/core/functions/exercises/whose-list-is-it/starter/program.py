def invite(name, guests=[]):
    guests.append(name)
    return guests


early = invite("Ada")
other = invite("Ben", ["Zoe"])
late = invite("Cleo")
