import csv


def pieces_by_customer(path):
    """A dict from customer to pieces, read from a CSV file with the columns customer, item and count."""
    pieces = {}
    with open(path, newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            pieces[row["customer"]] = int(row["count"])
    return pieces


if __name__ == "__main__":
    print(pieces_by_customer("book.csv"))
