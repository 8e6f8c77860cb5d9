"""The other half of index.ts: for each file named on standard input, whether pycep-parser and tree-sitter-bicep take it."""

import json
import signal
import sys

import pycep
import tree_sitter
import tree_sitter_bicep

TREE_SITTER = tree_sitter.Parser(tree_sitter.Language(tree_sitter_bicep.language()))
PYCEP = pycep.BicepParser()


# pycep's grammar takes hours over some faulty files: it then has no opinion, which counts as a refusal.
SECONDS = 5


def stop(*_):
    raise TimeoutError


signal.signal(signal.SIGALRM, stop)


def pycep_takes(text):
    signal.alarm(SECONDS)
    try:
        PYCEP.parse(text=text)
    except Exception:  # a grammar of its own, with errors of its own
        return False
    finally:
        signal.alarm(0)
    return True


for file in map(str.strip, sys.stdin):
    with open(file, "rb") as opened:
        content = opened.read()
    takes = pycep_takes(content.decode("utf-8-sig", "replace"))
    print(json.dumps({"file": file, "pycep": takes, "treeSitter": not TREE_SITTER.parse(content).root_node.has_error}), flush=True)
