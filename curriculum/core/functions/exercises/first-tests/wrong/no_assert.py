from shipping import delivery_fee


def test_all():
    delivery_fee(20, 10)
    delivery_fee(20, 11)
    delivery_fee(50, 11)
    delivery_fee(0, 11)
