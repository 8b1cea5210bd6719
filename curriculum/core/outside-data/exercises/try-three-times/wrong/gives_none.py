import json
import time
from urllib.error import HTTPError
from urllib.request import urlopen

from stations import address

pause = 0.01


def fetch(name):
    """The value of a station; a server that is busy is asked three times at most."""
    for attempt in range(3):
        try:
            with urlopen(f"{address}/reading/{name}", timeout=5) as response:
                return json.loads(response.read())["value"]
        except HTTPError as error:
            if error.code != 503:
                raise
        time.sleep(pause)
