import json
import time
from urllib.request import urlopen

from authlib.jose import JsonWebKey, JsonWebToken

JWT = JsonWebToken(["ES256"])  # no other algorithm is accepted
_kept = {"until": 0}


def _keys():
    """Return the key set, fetched anew when it is five minutes old."""
    if time.monotonic() >= _kept["until"]:
        with urlopen("https://issuer.example/.well-known/jwks.json", timeout=5) as answer:
            _kept["keys"] = JsonWebKey.import_key_set(json.load(answer))
        _kept["until"] = time.monotonic() + 300
    return _kept["keys"]


def verify(token):
    """Raise unless the signature is right, by this algorithm, and the token is meant for us and has not expired."""
    claims = JWT.decode(token, _keys(), claims_options={
        "iss": {"essential": True, "value": "https://issuer.example"},
        "aud": {"essential": True, "value": "https://api.example"},
        "exp": {"essential": True},
    })
    claims.validate()  # decode looks at the signature alone
    return dict(claims)
