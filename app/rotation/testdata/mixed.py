"""Does with the code of a plan what a test asks: see pair_code_test.go."""

import json
import sys

import jwt
from verify import verify


def accepts(token):
    try:
        verify(token)
    except jwt.PyJWTError:
        return False
    return True


json.dump([accepts(token) for token in json.load(sys.stdin)], sys.stdout)
