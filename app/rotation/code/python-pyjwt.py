import base64  #@ base64 base64url
import os
import re  #@ hex base64 base64url
from datetime import datetime, timezone

import jwt

MIN_SIZE = 32  # bytes of a key, RFC 7518 §3.2
LEEWAY = 60  # seconds, counts in the plan's clock skew


def decode(name):
    """Make a key of a secret's text."""
    text = os.environ.get(name, "")
    return text.encode()  #@ utf-8
    if not re.fullmatch(r"([0-9A-Fa-f]{2})*", text):  #@ hex
        raise ValueError(name + " is not hexadecimal")  #@ hex
    return bytes.fromhex(text)  #@ hex
    # With padding or without. #@ base64 base64url
    if not re.fullmatch(r"([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}(==)?|[A-Za-z0-9+/]{3}=?)?", text):  #@ base64
        raise ValueError(name + " is not base64")  #@ base64
    return base64.b64decode(text + "=" * (-len(text) % 4))  #@ base64
    if not re.fullmatch(r"([A-Za-z0-9_-]{4})*([A-Za-z0-9_-]{2}(==)?|[A-Za-z0-9_-]{3}=?)?", text):  #@ base64url
        raise ValueError(name + " is not base64url")  #@ base64url
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))  #@ base64url


def load_key(name):
    key = decode(name)
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
