# Each line of a result is a name and the seconds, such as "Ada 10.2".


def by_time(line):
    name, seconds = line.split()
    return float(seconds)


def podium(lines):
    """Return the names of the three fastest, least seconds first; equal times go by name."""
    # sorted is given the function itself and calls it for each line
    ordered = sorted(lines, key=by_time)
    return [line.split()[0] for line in ordered[:3]]
