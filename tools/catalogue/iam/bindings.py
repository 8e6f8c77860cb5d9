"""Which parameters of an operation fill the ARN of a resource.

A template is an ARN without `arn:PARTITION:` in which `{Path}` stands for a parameter of the request, `{Path|form}` for
one that is read by a form (src/catalogue/iam/arn-forms.ts), `{Path,Path}` for the first that is given, `{Path=default}`
for one with a default, `*` for what no parameter tells. `{Path}` alone is the whole ARN. `~` before a template says that
it is meant only where its parameters are given: a key pair is no resource of RunInstances without KeyName.
"""

import re

from models import plain

COMMON = {"Partition", "Region", "Account"}
VARIABLE = re.compile(r"\$\{([^}]+)\}")

# Endings by which a variable and a parameter may differ and still mean the same: ClusterName is filled by `cluster`.
SAME = {("name", "identifier"), ("id", "identifier"), ("identifier", "name"), ("identifier", "id"), ("name", ""), ("id", "")}
ENDINGS = ("identifier", "name", "id")


def stem(text):
    """(what is named, by which ending)."""
    flat = plain(text)
    for ending in ENDINGS:
        if flat.endswith(ending) and flat != ending:
            return flat.removesuffix(ending), ending
    return flat, ""


class Binder:
    """Finds templates for one service. `settled` has, by variable or by type, the parameters that were settled by hand."""

    def __init__(self, settled):
        self.variables = settled.get("variables", {})
        self.formats = settled.get("formats", {})
        self.known = settled.get("parameters", {})

    def templates(self, operation, types):
        """The templates of an operation for the resource types of an action; `*` where nothing tells which is meant."""
        drafts = [self.draft(operation, name, self.formats.get(name, arn), required) for name, arn, required in types]
        whole = {draft["whole"] for draft in drafts} - {None}
        if whole and not any(draft["required"] and draft["parameters"] - whole for draft in drafts):
            drafts = [draft for draft in drafts if draft["whole"]]
        elif not any(draft["parameters"] for draft in drafts):
            arns = self.any_arn(operation)
            if arns or not any(draft["required"] for draft in drafts):
                return arns or ["*"]
        chosen = [draft for draft in drafts if draft["required"]]
        if not chosen:
            best = max(draft["share"] for draft in drafts)
            chosen = [draft for draft in drafts if draft["share"] == best]
        texts = sorted({draft["text"] for draft in chosen})
        named = set().union(*(draft["parameters"] for draft in chosen))
        besides = {draft["text"] for draft in drafts if draft["share"] == 1 and not draft["parameters"] & named}
        return [*texts, *sorted(f"~{text}" for text in besides - set(texts))]

    def draft(self, operation, name, arn, required):
        """One resource type: its template, the parameters in it, and the share of its variables that they fill."""
        whole = self.whole(operation, name)
        variables = [variable for variable in VARIABLE.findall(arn) if variable not in COMMON]
        filled = {variable: self.parameter(operation, name, variable) for variable in variables}
        if whole and not (len(variables) == 1 and filled[variables[0]] not in (None, whole)):
            return {"text": whole, "whole": whole, "share": 1, "required": required, "parameters": {whole}}
        if whole:
            filled[variables[0]] = alternative(filled[variables[0]], whole)
        text = VARIABLE.sub(lambda match: filled.get(match.group(1)) or "*", arn)
        parameters = set(filled.values()) - {None}
        share = sum(map(bool, filled.values())) / len(variables) if variables else 0
        return {"text": text, "whole": None, "share": share, "required": required, "parameters": parameters}

    def whole(self, operation, name):
        """The parameter that is the ARN of this type of resource: stateMachineArn."""
        for parameter in operation.members:
            flat = plain(parameter)
            if flat in (plain(name) + "arn", plain(name) + "arns"):
                return reference(operation, parameter)
        return None

    def any_arn(self, operation):
        """The parameter that is the ARN of whatever the operation is about: those of tagging and of resource policies."""
        for parameter in operation.members:
            if plain(parameter) in ("resourcearn", "arn", "resource") and operation.kind(parameter) == "string":
                return [f"{{{parameter}}}"]
        return []

    def parameter(self, operation, name, variable):
        """What fills a variable of a type's ARN; None if no parameter does."""
        for candidate in self.variables.get(f"{name}.{variable}", self.variables.get(variable, [])):
            top = re.split(r"[.|\[{,=]", candidate)[0]
            if candidate == "*":
                return None
            if top in operation.members:
                return f"{{{candidate}}}"
        known = self.known.get(operation.name, {}).get(variable)
        return (f"{{{known}}}" if known else None) or self.guessed(operation, name, variable)

    def guessed(self, operation, name, variable):
        return self.by_name(operation, variable) or self.by_noun(operation, name, variable) or self.nested(operation, variable)

    def by_name(self, operation, variable):
        meant, ending = stem(variable)
        for wanted in ({plain(variable)}, {plain(variable) + "s"}, {plain(variable).removesuffix("y") + "ies"}):
            for parameter in operation.members:
                if plain(parameter) in wanted:
                    return reference(operation, parameter)
        for parameter in operation.members:
            noun, other = stem(parameter)
            if noun == meant and (ending, other) in SAME:
                return reference(operation, parameter)
            if plain(parameter) in (meant + "s", meant + "arn") and operation.kind(parameter) in ("list", "string"):
                return reference(operation, parameter)
        return None

    def by_noun(self, operation, name, variable):
        """`Name` and `Id` of an operation that is named after the resource: DeleteRule's Name is the rule's."""
        meant, ending = stem(variable)
        subject = plain(operation.name)
        for parameter in operation.members:
            if ending and plain(parameter) == ending and (subject.endswith(meant) or subject.endswith(plain(name))):
                return reference(operation, parameter)
        return None

    def nested(self, operation, variable):
        """A text one level down, in a structure: Budget.BudgetName."""
        for parameter, shape in operation.members.items():
            inner = operation.shapes[shape]
            for member, definition in inner.get("members", {}).items():
                if plain(member) == plain(variable) and operation.shapes[definition["shape"]]["type"] == "string":
                    return f"{{{parameter}.{member}}}"
        return None


def alternative(first, second):
    """A placeholder that the first of two parameters fills: {StreamName,StreamARN}."""
    path, _, form = first.strip("{}").partition("|")
    return f"{{{path},{second.strip('{}')}{'|' * bool(form)}{form}}}"


def reference(operation, parameter):
    """A parameter as a placeholder: of a list each item; None for what is no text."""
    kind = operation.kind(parameter)
    if kind == "list":
        item = operation.shapes[operation.shapes[operation.members[parameter]]["member"]["shape"]]
        return f"{{{parameter}[]}}" if item["type"] == "string" else None
    return f"{{{parameter}}}" if kind in ("string", "integer", "long") else None
