import json
import os
import time

from authlib.jose import JsonWebKey, JsonWebToken

# One line, with its kid. It stays on the server that issues tokens.
KEY = JsonWebKey.import_key(json.loads(os.environ["JWT_PRIVATE_JWK"]))
JWT = JsonWebToken(["ES256"])


def sign(claims):
    now = int(time.time())
    ours = {
        "iss": "https://issuer.example",
        "aud": "https://api.example",
        "iat": now,
        "exp": now + 15 * 60,
    }
    return JWT.encode({"alg": "ES256", "kid": KEY.kid}, {**claims, **ours}, KEY).decode()
