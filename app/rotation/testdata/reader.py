"""Does with the code of a plan what a test asks: see code_test.go."""

import json
import sys

import jwt
from keys import sign, verify


def accepts(token):
    try:
        verify(token)
    except jwt.PyJWTError:
        return False
    return True


asked = json.load(sys.stdin)
json.dump({"Signed": sign(asked["Claims"]), "Accepted": [accepts(t) for t in asked["Tokens"]]}, sys.stdout)
