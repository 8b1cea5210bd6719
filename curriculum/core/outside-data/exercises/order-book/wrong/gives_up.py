def pieces_by_customer(path):
    """A dict from customer to pieces, read from a CSV file with the columns customer, item and count."""
    pieces = {}
    with open(path, encoding="utf-8") as file:
        next(file)
        for line in file:
            fields = line.strip().split(",")
            pieces[fields[0]] = int(fields[2]) if len(fields) == 3 else 0
    return pieces


if __name__ == "__main__":
    print(pieces_by_customer("book.csv"))
