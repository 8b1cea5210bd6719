label = "workshop"
a = label[0:4]
b = label[-4:]
c = label[2:2]
d = label[4:100]
label.replace("shop", "bench")
e = label.find("shop")
