import jwt

# Keeps the key set for five minutes; an unknown kid has it fetched again.
KEYS = jwt.PyJWKClient("https://issuer.example/.well-known/jwks.json")


def verify(token):
    """Raise unless the signature is right, by this algorithm, and the token is meant for us and has not expired."""
    return jwt.decode(
        token,
        KEYS.get_signing_key_from_jwt(token).key,
        algorithms=["ES256"],
        issuer="https://issuer.example",
        audience="https://api.example",
        options={"require": ["exp", "iss", "aud"]},
    )
