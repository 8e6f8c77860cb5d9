"""What operations need besides their own action: roles that are passed, keys that are named, tags, endpoints, and
the calls that a service makes in the caller's name (forward access sessions)."""

import re

from models import plain

ROLE = re.compile(r"(role|roles|rolearn|rolearns|iamrole|iamrolearn)$")
# Roles that are handed over by their name.
ROLE_NAME = re.compile(r"(domainiamrolename|servicerolename)$")
# Names that say enough, and patterns of what a parameter takes; of other names the documentation must say that it is IAM's.
ROLE_SURELY = re.compile(r"(rolearn|rolearns|iamroles)$")
ROLE_PATTERN = re.compile(r"iam::|:role")
ROLE_TEXT = re.compile(r"\b(IAM|assum)|Identity and Access|service role", re.IGNORECASE)
# A role of another account or one that is taken away is passed to nobody.
NOT_PASSED = re.compile(r"^(remove|crossaccount)")
ACTING = re.compile(
    r"^(Create|Put|Update|Start|Register|Run|Submit|Modify|Add|Associate|Attach|Import|Export|Set|Restore|Enable|Send|Execute"
    r"|Deploy|Publish|Replace|Launch|Clone|Configure|Provision|Request|Invoke|Test|Detect|Validate|Copy|Activate|Batch|Subscribe|Upload|Generate|Promote|Redrive|Replay|Apply|Change|Define|Purchase|Rotate|Initiate|Install|Convert|Migrate|Make|Open|Switch|Resume|Evaluate|Simulate|Transform|Continue|Discover)"
)
KEY = re.compile(r"(kmskeyid|kmskeyarn|kmskey|kmsmasterkeyid|kmskeyidentifier|ssekmskeyid|encryptionkeyarn|customerprovidedkey)$")
KEY_USE = re.compile(r"^(Create|Update|Put|Start|Modify|Restore|Copy|Import|Register|Associate|Set|Enable|Run|Add|Export|Configure)")
TAG_PARAMETERS = ("tags", "taglist", "tagspecifications", "resourcetags")
TAGGERS = ("TagResource", "AddTagsToResource", "CreateTags", "AddTags", "TagQueue", "AddTagsToStream", "AddTagsToCertificate")


def passed_roles(operation, refused):
    """`iam:PassRole` for each parameter that hands a role to the service."""
    if not ACTING.match(operation.name) or "*" in refused:
        return []
    rows = []
    for path, name, shape, documentation in operation.paths():
        if path in refused:
            continue
        if ROLE_NAME.search(plain(name)):
            rows.append(f"iam:PassRole@role iam::$A:role/{{{path}}} ?{path}")
        elif is_role(plain(name), shape.get("pattern", ""), documentation):
            template = f"{{{path}}}" if "arn" in plain(name) else f"iam::$A:role/{{{path}}}"
            rows.append(f"iam:PassRole@role {template} ?{path}")
    return rows


def is_role(name, pattern, documentation):
    """True for a parameter that takes a role, by its ARN or its name."""
    if not ROLE.search(name) or NOT_PASSED.search(name):
        return False
    return bool(ROLE_SURELY.search(name) or ROLE_PATTERN.search(pattern) or ROLE_TEXT.search(documentation))


def named_keys(operation, settled):
    """What a key that the request names is used for; the actions of a service's data plane are settled by hand."""
    if not KEY_USE.match(operation.name):
        return []
    rows = []
    for path, name, _, _ in operation.paths():
        if KEY.search(plain(name)) and not path.count("[]") > 1:
            for action in settled.get(operation.name, ("DescribeKey", "CreateGrant")):
                rows.append(f"+kms:{action}@key kms:$R:$A:key/{{{path}|key}} ?{path}")
    return rows


def tags(operation, prefix, actions, rows):
    """Tags that a request gives to what it makes need the right to tag that, which the operation's own rows name."""
    if re.match(r"^(Tag|Untag|Add|List|Describe|Get|Remove|Delete|Search|Send|Publish|Set)", operation.name):
        return []
    given = next((parameter for parameter in operation.members if plain(parameter) in TAG_PARAMETERS), None)
    tagger = next(filter(None, (actions.find(prefix, name) for name in TAGGERS)), None)
    if given is None or tagger is None or tagger["name"] == operation.name:
        return []
    formats = [arn for _, arn, _ in actions.resource_types(prefix, tagger)]
    arns = [part for row in rows[:1] for part in row.split(" ")[1:] if any(fits(part, arn) for arn in formats)]
    taken = (arns or ["*"]) if tagger["resourceTypes"] else []
    return [" ".join([f"+{tagger['name']}@tags", *taken, f"?{given}"])]


def fits(template, arn):
    """True if a template may be an ARN of this format."""
    text = re.sub(r"\{[^ ]*?\}(?=[^}]|$)|\*", "x", template.lstrip("~"))
    pattern = ".+".join(map(re.escape, re.split(r"\$\{[^}]*\}|\*", arn)))
    return text == "x" or re.fullmatch(pattern + "(:x)?", text) is not None


def endpoint(operation):
    """The question for an endpoint that the SDK asks before each call of Timestream."""
    return ["DescribeEndpoints@endpoint"] if operation.discovers else []
