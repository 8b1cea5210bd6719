from program import pieces_by_customer


def test_one_order():
    with open("one.csv", "w", encoding="utf-8") as file:
        file.write("customer,item,count\nGrace,Rye,2\n")
    assert pieces_by_customer("one.csv") == {"Grace": 2}


def test_comma_in_an_item():
    with open("comma.csv", "w", encoding="utf-8") as file:
        file.write('customer,item,count\nAda,"Rolls, seeded",12\n')
    assert pieces_by_customer("comma.csv") == {"Ada": 12}
