"""A class for things that have a few values each."""

from dataclasses import dataclass


@dataclass
class Item:
    """One line of an order."""

    name: str
    price: float
    count: int = 1

    def total(self) -> float:
        return self.price * self.count


if __name__ == "__main__":
    order = [Item("tea", 2.50, 4), Item("cake", 3.20)]
    for item in order:
        print(f"{item.name:10} {item.total():8.2f}")
    print(f"{'together':10} {sum(item.total() for item in order):8.2f}")
