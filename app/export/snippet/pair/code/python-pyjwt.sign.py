import os
from datetime import datetime, timedelta, timezone
from pathlib import Path

import jwt

# private.pem: it stays on the server that issues tokens.
KEY = Path(os.environ["JWT_PRIVATE_KEY_FILE"]).read_bytes()


def sign(claims):
    now = datetime.now(timezone.utc)
    ours = {
        "iss": "https://issuer.example",
        "aud": "https://api.example",
        "iat": now,
        "exp": now + timedelta(minutes=15),
    }
    return jwt.encode({**claims, **ours}, KEY, algorithm="ES256", headers={"kid": os.environ["JWT_KEY_ID"]})
