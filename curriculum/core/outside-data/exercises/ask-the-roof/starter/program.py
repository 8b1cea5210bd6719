import json
from urllib.request import urlopen

from stations import address

print("Asking", address)
