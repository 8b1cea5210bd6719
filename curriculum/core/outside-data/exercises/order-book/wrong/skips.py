def pieces_by_customer(path):
    """A dict from customer to pieces, read from a CSV file with the columns customer, item and count."""
    pieces = {}
    with open(path, encoding="utf-8") as file:
        next(file)
        for line in file:
            if line.count(",") != 2:
                continue
            customer, item, count = line.strip().split(",")
            pieces[customer] = int(count)
    return pieces


if __name__ == "__main__":
    print(pieces_by_customer("book.csv"))
