import json
from urllib.error import HTTPError
from urllib.request import urlopen

from stations import address

names = ["roof", "cellar", "yard"]
for name in names:
    try:
        with urlopen(f"{address}/reading/{name}", timeout=5) as response:
            reading = json.loads(response.read())
    except HTTPError as error:
        if error.code != 404:
            raise
        print(f"{name}: no such station")
        continue
    print(f"{name}: {reading['value']}")
