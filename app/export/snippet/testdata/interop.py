"""For each line, {alg, key, token, claims} with the key in base64: verifies the
token, signs the claims, and prints {claims, token}, by PyJWT."""
import base64
import json
import sys

import jwt

for line in sys.stdin:
    asked = json.loads(line)
    key = base64.b64decode(asked["key"])
    claims = jwt.decode(asked["token"], key, algorithms=[asked["alg"]])
    token = jwt.encode(asked["claims"], key, algorithm=asked["alg"])
    print(json.dumps({"claims": claims, "token": token}))
