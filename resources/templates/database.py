"""Keeps a list of tasks in a database: one file, no server."""

import sqlite3
from contextlib import closing

SCHEMA = """
CREATE TABLE IF NOT EXISTS task (
    id INTEGER PRIMARY KEY,
    title TEXT NOT NULL,
    done INTEGER NOT NULL DEFAULT 0
)
"""


def add_task(connection: sqlite3.Connection, title: str) -> None:
    with connection:  # commits, or takes everything back when something fails
        # Values go in by question marks, never into the text of the command.
        connection.execute("INSERT INTO task (title) VALUES (?)", (title,))


def open_tasks(connection: sqlite3.Connection) -> list[str]:
    rows = connection.execute("SELECT title FROM task WHERE done = 0 ORDER BY id")
    return [title for (title,) in rows]


if __name__ == "__main__":
    with closing(sqlite3.connect("tasks.db")) as database:
        database.execute(SCHEMA)
        add_task(database, "Write a first program")
        for number, title in enumerate(open_tasks(database), start=1):
            print(f"{number}. {title}")
