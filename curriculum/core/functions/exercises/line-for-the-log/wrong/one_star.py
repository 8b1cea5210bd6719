def log_line(event, *fields):
    parts = [f"{key}={value}" for key, value in sorted(fields.items()) if value is not None]
    return " ".join([event] + parts)


print(log_line("closed"))
