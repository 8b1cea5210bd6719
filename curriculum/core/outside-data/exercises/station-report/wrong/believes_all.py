"""Reads the log of the weather stations."""

from pathlib import Path


def read_lines(path):
    """The lines that say something, without comments and blanks around them."""
    lines = [line.strip() for line in Path(path).read_text(encoding="utf-8").splitlines()]
    return [line for line in lines if line and not line.startswith("#")]


def parse(line):
    """A dict with time, station and value; None when the line cannot be used."""
    parts = [part.strip() for part in line.split(";")]
    if len(parts) != 3:
        return None
    time, station, text = parts
    try:
        value = float(text.replace(",", "."))
    except ValueError:
        return None
    return {"time": time, "station": station.lower(), "value": value}


def group(readings):
    """A dict from station to the list of its values."""
    values = {}
    for reading in readings:
        values.setdefault(reading["station"], []).append(reading["value"])
    return values


def summarise(values):
    """Count, lowest, highest and mean of at least one value."""
    return {
        "count": len(values),
        "lowest": min(values),
        "highest": max(values),
        "mean": round(sum(values) / len(values), 1),
    }
