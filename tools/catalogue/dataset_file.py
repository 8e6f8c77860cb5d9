"""How a dataset of the catalogue is written: a line for each source and each row, so that a change can be read."""

import json


def lines(value, depth):
    """JSON of which the outer levels stand on lines of their own."""
    if depth == 0 or not isinstance(value, dict) or not value:
        return json.dumps(value, separators=(",", ":"), ensure_ascii=False)
    return "{\n" + ",\n".join(f"{json.dumps(key)}:{lines(item, depth - 1)}" for key, item in value.items()) + "\n}"


def used_sources(sources, facts, read, more=()):
    """The sources that facts name, or `more` does, each with the day on which it was read."""
    named = set(more)
    for fact in facts:
        named |= {fact["source"]} if isinstance(fact["source"], str) else set(fact["source"])
    return {key: {**source, "read": read} for key, source in sources.items() if key in named}


def dataset(name, title, sources, note=None, **sections):
    """The text of a dataset; a section is a list of rows or a mapping, written a row to a line."""
    head = {"dataset": name, "title": title, **({"note": note} if note else {})}
    parts = [f"  {dump(key)}: {dump(value)}" for key, value in head.items()]
    parts += [section(key, rows) for key, rows in {"sources": sources, **sections}.items()]
    return "{\n" + ",\n".join(parts) + "\n}\n"


def section(key, rows):
    """A list of rows or a mapping under its key."""
    if isinstance(rows, dict):
        return f"  {dump(key)}: {{\n" + ",\n".join(f"    {dump(name)}: {dump(row)}" for name, row in rows.items()) + "\n  }"
    return f"  {dump(key)}: [\n" + ",\n".join("    " + dump(row) for row in rows) + "\n  ]"


def dump(value):
    return json.dumps(value, ensure_ascii=False)


def write(path, text):
    """Writes a text that ends with a line's end."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text.rstrip("\n") + "\n", "utf-8")
