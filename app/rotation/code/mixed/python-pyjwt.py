import base64  #@ base64 base64url
import json
import os
from datetime import datetime, timezone

import jwt

LEEWAY = 60  # seconds, counts in the plan's clock skew


def load_set(path):
    """Return the public keys of a file, by "kid".

    Each has the one algorithm that it is for. The header of a token decides nothing:
    with the public key as an HMAC secret, anybody could sign.
    """
    with open(path, encoding="utf-8") as file:
        keys = json.load(file)["keys"]
    if any("d" in key or "k" in key or not key.get("kid") or not key.get("alg") for key in keys):
        raise ValueError("JWT_SECRET_JWKS has a key that is not public, or without kid or alg")
    return {key["kid"]: (key["alg"], jwt.PyJWK(key, key["alg"]).key) for key in keys}


def decode(text):
    """Make a key of the secret's text."""
    return text.encode()  #@ utf-8
    return bytes.fromhex(text)  #@ hex
    return base64.b64decode(text.rstrip("=") + "=" * (-len(text.rstrip("=")) % 4), validate=True)  #@ base64
    return base64.urlsafe_b64decode(text.rstrip("=") + "=" * (-len(text.rstrip("=")) % 4))  #@ base64url


public = load_set(os.environ["JWT_SECRET_JWKS"])

# While JWT_SECRET is set, it is accepted until JWT_SECRET_UNTIL.
secret = decode(os.environ.get("JWT_SECRET", ""))
until = datetime.fromisoformat((os.environ.get("JWT_SECRET_UNTIL") or "9999-12-31T23:59:59Z").replace("Z", "+00:00"))


def find(kid):
    """Return the public key that a token's "kid" names, or the secret for its id or none."""
    if kid in public:
        return public[kid]
    if secret and kid in (None, os.environ.get("JWT_SECRET_KID")) and datetime.now(timezone.utc) < until:
        return "HS256", secret
    raise jwt.InvalidSignatureError("no accepted key has this id")


def verify(token):
    """Return the claims of a token that is valid now."""
    algorithm, key = find(jwt.get_unverified_header(token).get("kid"))
    return jwt.decode(token, key, algorithms=[algorithm], leeway=LEEWAY, options={"require": ["exp"]})
