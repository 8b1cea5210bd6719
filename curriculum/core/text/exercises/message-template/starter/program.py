name = "ada "
bike = "tandem"
cents = 4850

print("Dear " + name.strip().capitalize() + ", your " + bike + " is ready. It costs " + str(cents // 100) + "." + str(cents % 100) + " EUR.")
