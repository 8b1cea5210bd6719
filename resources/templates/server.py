"""Answers requests on this computer: run it, then open http://127.0.0.1:8000/time in a browser."""

import json
from datetime import datetime
from http.server import BaseHTTPRequestHandler, HTTPServer


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path == "/time":
            self.answer(200, {"time": datetime.now().isoformat(timespec="seconds")})
        else:
            self.answer(404, {"error": f"there is nothing at {self.path}"})

    def answer(self, status: int, content: dict) -> None:
        body = json.dumps(content).encode("utf-8")
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


if __name__ == "__main__":
    server = HTTPServer(("127.0.0.1", 8000), Handler)
    print("Listening at http://127.0.0.1:8000/time - stop it with the Stop button or Ctrl+C.")
    try:
        server.serve_forever()
    finally:
        server.server_close()
