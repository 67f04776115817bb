"""Talk to the service without a network: what it answers to good, loose and bad texts."""

import json

from app import app
from fastapi.testclient import TestClient

GIFT = '{"type": "gift", "id": "g", "givers": [{"actor_id": "a"}], "recipients": [{"actor_id": "b"}], "item_ids": ["i"]'
DOSSIER = '{"type": "dossier", "schema_version": "1.0", "id": "d", "records": [\n'
ASKED = (
    ("/dossiers", DOSSIER + GIFT + "}]}"),
    ("/dossiers", DOSSIER + GIFT + ', "recipient": "b"}]}'),
    ("/findings", DOSSIER + '{"type": "state", "id": "s", "country": "KP"}]}'),
    ("/gifts", GIFT + ', "when": "15 March 2024"}'),
    ("/gifts", GIFT + ', "when": "some day"}'),
)


def main() -> None:
    """Print each answer."""
    client = TestClient(app)
    for path, text in ASKED:
        answer = client.post(path, content=text, headers={"Content-Type": "application/json"})
        print(path, answer.status_code, json.dumps(answer.json()))


if __name__ == "__main__":
    main()
