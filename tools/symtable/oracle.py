"""Prints the scopes of each module named on standard input as one line of JSON, as Python's own compiler sees them."""

import json
import symtable
import sys

COMPREHENSIONS = {"listcomp", "setcomp", "dictcomp", "genexpr"}
KNOWN = {"module", "function", "class"}


def kind(table):
    if table.get_name() in COMPREHENSIONS and ".0" in table.get_identifiers():
        return "comprehension"
    return str(getattr(table.get_type(), "value", table.get_type()))


def home(symbol):
    if symbol.is_free():
        return "function"
    return "here" if symbol.is_local() else "module"


def describe(table):
    """Names with two underscores are left out: compilers make and mangle them."""
    symbols = [symbol for symbol in table.get_symbols() if "__" not in symbol.get_name() and symbol.get_name() != ".0"]
    if table.get_type() == "module":
        symbols = [symbol for symbol in symbols if symbol.is_local()]
    return {
        "kind": kind(table),
        "name": table.get_name(),
        "line": table.get_lineno(),
        "homes": {symbol.get_name(): home(symbol) for symbol in symbols},
        "children": [describe(child) for child in table.get_children() if kind(child) in KNOWN | {"comprehension"}],
    }


for line in sys.stdin:
    with open(line.strip(), "rb") as file:
        source = file.read()
    try:
        print(json.dumps(describe(symtable.symtable(source, "module", "exec"))))
    except (SyntaxError, ValueError):
        print("null")
