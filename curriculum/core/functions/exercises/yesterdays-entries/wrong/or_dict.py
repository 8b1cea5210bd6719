def count_words(text, counts=None):
    counts = counts or {}
    for word in text.lower().split():
        counts[word] = counts.get(word, 0) + 1
    return counts


print(count_words("Bread and salt bread"))
print(count_words("Salt lamps"))
