import json
from urllib.request import urlopen

from stations import address

names = ["roof", "cellar", "yard"]
for name in names:
    with urlopen(f"{address}/reading/{name}", timeout=5) as response:
        reading = json.loads(response.read())
    print(f"{name}: {reading['value']}")
