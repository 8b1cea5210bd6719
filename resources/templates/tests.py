"""Tests of one function. Each test says in its name what must hold."""

import unittest


def average(numbers: list[float]) -> float:
    """Return the mean of the numbers. Move this into a file of its own and import it here."""
    if not numbers:
        raise ValueError("the average of no numbers is not defined")
    return sum(numbers) / len(numbers)


class AverageTest(unittest.TestCase):
    def test_one_number_is_its_own_average(self) -> None:
        self.assertEqual(average([4]), 4)

    def test_average_lies_in_the_middle_of_two(self) -> None:
        self.assertAlmostEqual(average([0.1, 0.2]), 0.15)

    def test_no_numbers_are_refused(self) -> None:
        with self.assertRaises(ValueError):
            average([])


if __name__ == "__main__":
    unittest.main()
