# Signs tokens with PyJWT, or verifies them: one line of JSON in, one line out.
import base64, json, sys
import jwt

for line in sys.stdin:
    asked = json.loads(line)
    key = base64.b64decode(asked["key"])
    if asked.get("token"):
        algorithm = jwt.get_unverified_header(asked["token"])["alg"]
        unchecked = {"verify_exp": False, "verify_iat": False, "verify_nbf": False, "verify_aud": False}
        jwt.decode(asked["token"], key, algorithms=[algorithm], options=unchecked)  # raises
        print(json.dumps({"token": asked["token"]}), flush=True)
    else:
        header = asked["header"]
        algorithm = header.pop("alg")
        print(json.dumps({"token": jwt.encode(asked["claims"], key, algorithm=algorithm, headers=header)}), flush=True)
