"""Weather stations that answer on this machine. `address` is where: ask for address + "/reading/roof"."""

import json
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path


class Stations(BaseHTTPRequestHandler):
    """Answers with what stations.json says: a value for each station, and how often it is busy first."""

    asked = 0

    def do_GET(self):
        Stations.asked += 1
        stations = json.loads(Path("stations.json").read_text(encoding="utf-8"))
        name = self.path.removeprefix("/reading/")
        if Stations.asked <= stations.get("busy", 0):
            self.answer(503, {"error": "busy, try again"})
        elif name in stations["values"]:
            self.answer(200, {"station": name, "value": stations["values"][name]})
        else:
            self.answer(404, {"error": "no such station"})

    def answer(self, status, body):
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(json.dumps(body).encode("utf-8"))

    def log_message(self, *args):
        pass


server = HTTPServer(("127.0.0.1", 0), Stations)
threading.Thread(target=server.serve_forever, daemon=True).start()
address = f"http://127.0.0.1:{server.server_port}"
