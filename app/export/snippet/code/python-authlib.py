import base64  #@ base64 base64url
import os
import time

from authlib.jose import JsonWebToken, OctKey

_BYTES = os.environ["JWT_SECRET"].encode()  #@ utf-8
_BYTES = bytes.fromhex(os.environ["JWT_SECRET"])  #@ hex
_BYTES = base64.b64decode(os.environ["JWT_SECRET"], validate=True)  #@ base64
_TEXT = os.environ["JWT_SECRET"]  #@ base64url
_BYTES = base64.b64decode(_TEXT + "=" * (-len(_TEXT) % 4), "-_", validate=True)  #@ base64url
if len(_BYTES) < 32:
    raise ValueError("JWT_SECRET holds less than the 32 bytes that HS256 needs (RFC 7518, section 3.2)")

KEY = OctKey.import_key(_BYTES)
JWT = JsonWebToken(["HS256"])  # no other algorithm is accepted


def sign(claims):
    expires = int(time.time()) + 15 * 60
    return JWT.encode({"alg": "HS256", "typ": "JWT"}, {**claims, "exp": expires}, KEY).decode()


def verify(token):
    """Raise unless the signature is right, by this algorithm, and the token has not expired."""
    claims = JWT.decode(token, KEY, claims_options={"exp": {"essential": True}})
    claims.validate()  # decode looks at the signature alone
    return dict(claims)
