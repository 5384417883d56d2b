# Signs tokens with PyJWT, or verifies them: one line of JSON in, one line out.
import base64, json, sys
import jwt


def unpadded(text):
    return base64.urlsafe_b64decode(text + "==")


def verify(token, key):
    header = json.loads(unpadded(token.split(".")[0]))
    if "crit" not in header:
        unchecked = {"verify_exp": False, "verify_iat": False, "verify_nbf": False, "verify_aud": False}
        jwt.decode(token, key, algorithms=[header["alg"]], options=unchecked)  # raises
        return
    # Some versions do not read crit, others refuse any extension that they do not know
    # (RFC 7515, section 4.1.11), and nobody can tell them that both sides know it. So this
    # asks about the signature alone.
    algorithm = jwt.PyJWS().get_algorithm_by_name(header["alg"])
    signed, _, signature = token.rpartition(".")
    if not algorithm.verify(signed.encode(), algorithm.prepare_key(key), unpadded(signature)):
        raise jwt.InvalidSignatureError


for line in sys.stdin:
    asked = json.loads(line)
    key = base64.b64decode(asked["key"])
    token = asked.get("token")
    if token:
        verify(token, key)
    else:
        header = asked["header"]
        algorithm = header.pop("alg")
        token = jwt.encode(asked["claims"], key, algorithm=algorithm, headers=header)
    print(json.dumps({"token": token}), flush=True)
