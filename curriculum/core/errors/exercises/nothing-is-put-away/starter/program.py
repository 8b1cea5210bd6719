def bake(minutes):
    print("on")
    try:
        return 60 // minutes
    except ZeroDivisionError:
        print("no time")
    else:
        print("done")
    finally:
        print("off")


first = bake(20)
second = bake(0)
