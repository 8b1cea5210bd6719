import json
from urllib.error import HTTPError
from urllib.request import urlopen

from stations import address

names = ["roof", "cellar", "yard"]
try:
    for name in names:
        with urlopen(f"{address}/reading/{name}", timeout=5) as response:
            reading = json.loads(response.read())
        print(f"{name}: {reading['value']}")
except HTTPError as error:
    if error.code != 404:
        raise
    print(f"{name}: no such station")
