import base64  #@ base64 base64url
import os
from datetime import datetime, timedelta, timezone

import jwt

KEY = os.environ["JWT_SECRET"].encode()  #@ utf-8
KEY = bytes.fromhex(os.environ["JWT_SECRET"])  #@ hex
KEY = base64.b64decode(os.environ["JWT_SECRET"], validate=True)  #@ base64
_TEXT = os.environ["JWT_SECRET"]  #@ base64url
KEY = base64.b64decode(_TEXT + "=" * (-len(_TEXT) % 4), "-_", validate=True)  #@ base64url
if len(KEY) < 32:
    raise ValueError("JWT_SECRET holds less than the 32 bytes that HS256 needs (RFC 7518, section 3.2)")


def sign(claims):
    expires = datetime.now(timezone.utc) + timedelta(minutes=15)
    return jwt.encode({**claims, "exp": expires}, KEY, algorithm="HS256")


def verify(token):
    """Raise unless the signature is right, by this algorithm, and the token has not expired."""
    return jwt.decode(token, KEY, algorithms=["HS256"], options={"require": ["exp"]})
