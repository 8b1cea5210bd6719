ada = 31.2
ben = 18.9
cleo = 43.9
bill = ada + ben + cleo
print("Each pays:", round(bill / 3, 2))
print("Largest order:", max(ada, ben, cleo))
