import json
from urllib.request import urlopen

from stations import address

names = ["roof", "cellar", "yard"]
for name in names:
    try:
        with urlopen(f"{address}/reading/{name}", timeout=5) as response:
            reading = json.loads(response.read())
        print(f"{name}: {reading['value']}")
    except Exception:
        print(f"{name}: no such station")
