def file_name(title):
    return title


print(file_name("  Bread & Salt: a tale "))
