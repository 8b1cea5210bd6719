ROOMS = [
    {"name": "Elm", "seats": 4, "screen": True},
    {"name": "Ash", "seats": 2, "screen": True},
    {"name": "Oak", "seats": 8, "screen": False},
    {"name": "Fir", "seats": 6, "screen": True},
    {"name": "Yew", "seats": 12, "screen": True},
]


def free_rooms(rooms, people, screen=False, limit=3):
    names = [room["name"] for room in rooms if room["seats"] >= people and (room["screen"] or not screen)]
    return names[:limit]


print(free_rooms(ROOMS, 4))
