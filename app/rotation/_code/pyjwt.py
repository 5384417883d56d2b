import os
from datetime import datetime, timezone

import jwt

MIN_SIZE = 32  # bytes of a key, RFC 7518 §3.2
LEEWAY = 60  # seconds, counts in the plan's clock skew


def decode(text):
    """Make a key of a secret's text."""
    return text.encode()


def load_key(name):
    key = decode(os.environ.get(name, ""))
    # A short key is refused, but for one that is on its way out.
    newest = name == ("JWT_SECRET_NEXT" if os.environ.get("JWT_SECRET_NEXT") else "JWT_SECRET")
    if len(key) < (MIN_SIZE if newest else 1):
        raise ValueError(name + " is too short for HS256")
    until = os.environ.get(name + "_UNTIL") or "9999-12-31T23:59:59Z"
    return os.environ.get(name + "_KID"), key, datetime.fromisoformat(until.replace("Z", "+00:00"))


# JWT_SECRET signs. What JWT_SECRET_NEXT will sign is accepted too, and until
# JWT_SECRET_PREVIOUS_UNTIL what JWT_SECRET_PREVIOUS did sign.
names = ["JWT_SECRET", "JWT_SECRET_NEXT", "JWT_SECRET_PREVIOUS"]
keys = [load_key(name) for name in names if name == "JWT_SECRET" or os.environ.get(name)]


def sign(claims):
    """Return the token of the claims, which need an "exp"."""
    kid, key, _ = keys[0]
    return jwt.encode(claims, key, algorithm="HS256", headers={"kid": kid} if kid else None)


def verify(token):
    """Return the claims of a token that is valid now.

    A token without "kid", from before the rotation, may be signed with any key.
    """
    header = jwt.get_unverified_header(token)
    for kid, key, until in keys:
        if datetime.now(timezone.utc) >= until or header.get("kid", kid) != kid:
            continue
        try:
            return jwt.decode(token, key, algorithms=["HS256"], leeway=LEEWAY, options={"require": ["exp"]})
        except jwt.InvalidSignatureError:
            continue
    raise jwt.InvalidSignatureError("no accepted key signed this token")
