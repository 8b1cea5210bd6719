front = ["bell", "lamp"]
back = front
store = front.copy()
back.append("tube")
store.remove("lamp")
front = front + ["lock"]
back.append("pump")
same = front is back
