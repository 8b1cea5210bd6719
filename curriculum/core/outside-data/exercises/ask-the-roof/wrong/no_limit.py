import json
from urllib.request import urlopen

from stations import address

with urlopen(address + "/reading/roof") as response:
    print(response.status)
    reading = json.loads(response.read())
print(f"{reading['station']}: {reading['value']} degrees")
