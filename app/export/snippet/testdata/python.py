"""Loads the snippets in a folder and does what each line asks: a snippet's name,
"sign" or "verify", and claims or a token in base64."""
import base64
import importlib.util
import json
import sys


def answer(name, action, text):
    spec = importlib.util.spec_from_file_location(name, f"{sys.argv[1]}/{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.sign(json.loads(text)) if action == "sign" else json.dumps(module.verify(text))


for line in sys.stdin:
    name, action, text = line.rstrip("\n").split("\t")
    try:
        word, result = "ok", answer(name, action, base64.b64decode(text).decode())
    except Exception as error:
        word, result = "error", repr(error)
    print(word, base64.b64encode(result.encode()).decode(), sep="\t", flush=True)
