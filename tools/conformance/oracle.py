"""Answers paths on stdin with CPython's own syntax tree as text, for tools/conformance.

Each answer is a line `ok LENGTH`, then that many bytes, or a line `refused MESSAGE`.
The text has no None, no empty list and no type comments: versions differ in which fields exist.
"""
import ast
import json
import struct
import sys
import threading

WITH_POSITIONS = "--positions" in sys.argv
LOCATED = (ast.expr, ast.stmt, ast.excepthandler, ast.arg, ast.keyword, ast.alias)
if sys.version_info >= (3, 10):
    LOCATED += (ast.pattern,)
if sys.version_info >= (3, 12):
    LOCATED += (ast.type_param,)

shapes = {}


def shape_of(kind):
    fields = tuple((" " + name + "=", name) for name in kind._fields if name not in ("type_comment", "type_ignores"))
    shape = (kind.__name__, fields, WITH_POSITIONS and issubclass(kind, LOCATED))
    shapes[kind] = shape
    return shape


def constant(value):
    kind = type(value)
    if kind is str:
        return "s" + json.dumps(value)
    if kind is bytes:
        return "b" + value.hex()
    if kind is int:
        return "i" + format(value, "x")
    if kind is float:
        return "f" + struct.pack(">d", value).hex()
    if kind is complex:
        return "c" + struct.pack(">d", value.imag).hex()
    return repr(value)


def write(node, out):
    kind = type(node)
    name, fields, located = shapes.get(kind) or shape_of(kind)
    if name == "Index":  # Python 3.8 wraps what stands in brackets
        write(node.value, out)
        return
    if name == "ExtSlice":
        out("(Tuple elts=[")
        for element in node.dims:
            write(element, out)
        out("] ctx=(Load))")
        return
    out("(" + name)
    if located:
        out("@%d:%d-%d:%d" % (node.lineno, node.col_offset, node.end_lineno, node.end_col_offset))
    for label, field in fields:
        value = getattr(node, field, None)
        if name == "JoinedStr":  # Python 3.12.0 and 3.12.1 keep empty text
            value = [part for part in value if getattr(part, "value", None) != ""]
        if value is None:
            if name == "Constant" and field == "value":
                out(" value=None")
            continue
        if isinstance(value, ast.AST):
            out(label)
            write(value, out)
        elif isinstance(value, list):
            if value:
                out(label + "[")
                for element in value:
                    if isinstance(element, ast.AST):
                        write(element, out)
                    elif element is None:
                        out("~")
                    else:
                        out(constant(element))
                out("]")
        elif field != "is_lazy" or value:
            out(label + constant(value))
    out(")")


def dump(source):
    parts = []
    write(ast.parse(source), parts.append)
    return "".join(parts)


def answer(path):
    if not path:
        return b"refused no path\n"
    with open(path, "rb") as file:
        source = file.read()
    try:
        text = dump(source).encode("ascii")
    except (SyntaxError, ValueError) as error:
        return ("refused " + ascii(str(error)) + "\n").encode()
    except (RecursionError, MemoryError) as error:
        return ("limit " + ascii(str(error)) + "\n").encode()
    return b"ok %d\n" % len(text) + text


def serve():
    for line in sys.stdin:
        sys.stdout.buffer.write(answer(line.rstrip("\n")))
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    sys.setrecursionlimit(30000)
    threading.stack_size(512 * 1024 * 1024)
    thread = threading.Thread(target=serve)
    thread.start()
    thread.join()
