answers = [503, 503, 200, 503]
wait = 1

for attempt, status in enumerate(answers, start=1):
    if status == 200:
        print(f"All is well after attempt {attempt}.")
        break
    if status == 404:
        print("No such page. Asking again will not help.")
        break
    print(f"Status {status}, waiting for {wait} s")
    wait = wait * 2
else:
    print("Wake somebody.")
