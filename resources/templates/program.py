"""Says what this program does, in one sentence."""


def main() -> None:
    name = input("What is your name? ")
    print(f"Hello, {name}!")


if __name__ == "__main__":
    main()
