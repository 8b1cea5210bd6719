from urllib.request import urlopen

from stations import address

with urlopen(address + "/reading/roof", timeout=5) as response:
    print(response.status)
    print(response.read())
