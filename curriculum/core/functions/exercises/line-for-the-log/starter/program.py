def log_line(event):
    return event


print(log_line("closed"))
