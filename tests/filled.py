"""An event in which every text of every record is what a test puts there.

Which texts there are is taken from the schemas of the files, so that a key that is new is filled, too.
"""
import json
import os

import yaml

from running import SOURCE

FOLDERS = {"area": "areas", "collaborator": "collaborators", "crew": "crew", "activity": "activities", "timeframe": "timeframes",
           "view": "views"}
NOUNS = ("event", *FOLDERS)
# Words of one's own that are ids: all others name records, rules or attributes.
OWN_IDS = ("Tag", "Kind", "Selected tags")


def schema_of(noun):
    with open(os.path.join(SOURCE, "schemas", f"{noun}.schema.json"), encoding="utf-8") as file:
        return json.load(file)


def text_kind(schema):
    """`text` (one line), `prose`, `uid` or `id` where people write what they like, else None."""
    kinds = [choice["$ref"].rsplit("/", 1)[1] for choice in schema.get("anyOf", ()) if "$ref" in choice]
    if "id" in kinds:
        return "id" if schema["title"] in OWN_IDS else None
    return next((kind for kind in ("text", "prose", "uid") if kind in kinds), None)


def is_map(schema):
    return isinstance(schema.get("additionalProperties"), dict)


def is_list(schema):
    return "items" in schema


def has_keys(schema):
    return "properties" in schema and not is_map(schema)


def key_kind(schema):
    """Of a map, whether its keys are texts, too."""
    return "text" if schema["propertyNames"].get("$ref", "").endswith("/text") else None


def inner(schema, path):
    """(path, schema) of what stands inside."""
    if is_list(schema):
        yield path + "[]", schema["items"]
    elif is_map(schema):
        yield path + ".*", schema["additionalProperties"]
    elif has_keys(schema):
        yield from ((f"{path}.{key}", value) for key, value in schema["properties"].items())


def text_paths(schema, path):
    """The path of every text: `activity.segments[].name`, `event.comms.radio.key`, `area.site.x-own`."""
    if text_kind(schema):
        yield path
    if is_map(schema) and key_kind(schema):
        yield path + ".key"
    if has_keys(schema) and "patternProperties" in schema:
        yield path + ".x-own"
    for place, value in inner(schema, path):
        yield from text_paths(value, place)


def filled(schema, path, given, text):
    """`given` with `text(path, kind)` wherever a text is not given; a key that is given as None is left out. A list of records is filled
    for each that is given, all else that is no text is left out."""
    kind = text_kind(schema)
    if kind:
        return text(path, kind) if given is ... else given
    if is_list(schema):
        (place, items), = inner(schema, path)
        if given is ...:
            given = [...] if text_kind(items) else ()
        return [filled(items, place, item, text) for item in given or ()] or None
    if is_map(schema):
        (place, values), = inner(schema, path)
        if given is ...:
            given = {text(path + ".key", "text"): ...} if key_kind(schema) else {}
        return {key: filled(values, place, value, text) for key, value in (given or {}).items()} or None
    if not has_keys(schema):
        return None if given is ... else given
    if given is None or given is False:
        return given
    given = {} if given is ... else given
    values = {place.rsplit(".", 1)[1]: filled(value, place, given.get(place.rsplit(".", 1)[1], ...), text)
              for place, value in inner(schema, path)}
    required = schema.get("required", ())
    values = {key: value for key, value in values.items() if value is not None}
    if any(key not in values for key in required) or not (values or given):
        return None
    if "patternProperties" in schema:
        values["x-own"] = given["x-own"] if "x-own" in given else text(path + ".x-own", "prose")
    return values


def record(noun, given, text):
    values = filled(schema_of(noun), noun, given, text)
    assert values, f"{noun}: a key that it needs is not given"
    return values


def write(folder, noun, name, values):
    """One record as a file of the event in `folder`."""
    path = os.path.join(folder, "event.yaml" if noun == "event" else os.path.join(FOLDERS[noun], name + ".yaml"))
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        yaml.safe_dump(values, file, allow_unicode=True, sort_keys=False, default_flow_style=False, width=100000)


SCHEDULE_FORMS = [("--as", form, "--format", drawn) for form in ("agenda", "grid", "week", "month") for drawn in ("text", "md", "html")]
SCHEDULE_FORMS += [("--as", "grid", "--columns", what, "--format", drawn) for what in ("collab", "crew") for drawn in ("text", "md", "html")]
SCHEDULE_FORMS += [("--format", drawn) for drawn in ("json", "ndjson", "csv", "ics")]
SHEET_FORMATS = ("text", "md", "html", "json")


def schedules(*selection):
    return [("schedule", *selection, *form) for form in SCHEDULE_FORMS]


def exports(*selection):
    return [("export", form, *selection) for form in ("ics", "csv", "json")]


def sheets(kind, *words):
    return [("sheet", kind, *words, "--format", form) for form in SHEET_FORMATS]
