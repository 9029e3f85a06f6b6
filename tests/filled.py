"""An event in which every text of every record is what a test puts there.

Which texts there are is taken from the schemas of the files, so that a key that is new is filled, too.
"""
import json
import os

from running import SOURCE

AUDIENCES = ("public", "crew", "private")
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
        json.dump(values, file, ensure_ascii=False, indent=1)  # which is YAML, too


# Private activities that would show elsewhere: in calls, outs and rests, in meals, warnings, standby and the days ahead.
TRACES = {
    "call": {"kind": "call", "start": "2026-06-12T05:00", "duration": "1h"},
    "call of the next day": {"kind": "call", "start": "2026-06-13T04:30", "duration": "1h"},
    "meal": {"kind": "meal", "start": "2026-06-12T12:00", "duration": "1h"},
    "curfew": {"kind": "curfew", "start": "2026-06-12T20:05", "duration": None},
    "doors": {"start": "2026-06-12T19:00", "duration": None},
    "late show": {"kind": "show", "start": "2026-06-12T25:00", "duration": "2h"},
    "show of the last day": {"kind": "show", "start": "2026-06-14T20:00", "duration": "2h"},
    "hold": {"kind": "hold", "start": "2026-06-12T14:00", "duration": "4h"},
    "all day": {"start": "2026-06-12", "duration": None, "status": "tentative"},
    "move": {"start": "2026-06-11T20:00", "duration": "30h"},
}


class Event:
    """Records with words in them; of each visibility single activities, a series and one with a run of show. Where it is not whole, without
    private activities."""

    def __init__(self, words, is_whole=True):
        """`words.of(record, level=…, reachable=…)` is what fills the texts of one record: which only that audience and those further in may
        see, and whose phone and address may be known."""
        self.words, self.records, self.ids, self.is_whole = words, {}, {}, is_whole
        for known, noun, given, options in self.plan():
            text = self.words.of(f"the {known} {noun}", **options)
            self.ids[known] = text(noun + ".id", "id") if noun != "event" else known
            self.records[known] = noun, given, text

    def plan(self):
        yield "fair", "event", self.event, {}
        yield "stage", "area", self.area, {}
        yield "yard", "area", lambda: {"contact": self.ids["lead"]}, {}
        yield "home", "collaborator", lambda: {**self.away(1), "contact": self.ids["lead"], "rules": {"minimum_rest": "9h"},
                                                "crew_attributes": {"allergies": {"required": False}}}, {}
        yield "guests", "collaborator", lambda: {"contact": None}, {}
        yield "boss", "crew", lambda: self.person("home"), {"reachable": True}
        yield "lead", "crew", lambda: self.person("home"), {"reachable": True}
        yield "hand", "crew", lambda: {**self.person("home"), **self.away(1)}, {}
        yield "guest", "crew", lambda: self.person("guests"), {}
        yield "label", "collaborator", lambda: {"visibility": "public", "contact": self.ids["star"]}, {"named": "public"}
        yield "star", "crew", lambda: {**self.person("label"), "visibility": "public"}, {"named": "public", "reachable": True}
        yield "firm", "collaborator", lambda: {"visibility": "private", "contact": self.ids["shy"]}, {}
        yield "shy", "crew", lambda: {**self.person("firm"), "visibility": "private"}, {}
        yield "build", "timeframe", lambda: {"start": "2026-06-12", "end": "2026-06-12", "global": True, "color": "red"}, {}
        yield "everything", "view", lambda: {"kinds": None, "tags": None, "text": None}, {}
        yield "something", "view", lambda: {}, {}
        for status in ("tentative", "cancelled"):
            yield (f"{status} talk", "activity", lambda status=status: {**self.activity("", "public"), "status": status},
                   {"level": "crew", "is_told_off": status == "cancelled"})
            yield (f"series with a {status} date", "activity", lambda status=status: self.unsettled(status), {"unsettled": status})
            yield (f"{status} series with a date", "activity", lambda status=status: self.settled(status), {"settled": status})
        for visibility in AUDIENCES:
            yield from ((f"{visibility} {name}", "activity", lambda name=name, visibility=visibility: self.activity(name, visibility),
                         {"level": visibility}) for name in ("talk", "other talk", "series", "show"))
        yield from ((f"private {name}", "activity", lambda given=given: {**self.activity("", "private"), **given}, {"level": "private"})
                    for name, given in TRACES.items())

    def event(self):
        attributes = {attribute: {"type": kind} for attribute, kind in (("licence", "select"), ("allergies", "text"))}
        return {"format": 1, "timezone": "Europe/Berlin", "start": "2026-06-12", "end": "2026-06-14", "default_collaborator": self.ids["home"],
                "contacts": [{"crew": self.ids["boss"]}], "crew_attributes": attributes, "rules": {"minimum_rest": "11h"}}

    def away(self, day):
        return {"unavailable": [{"start": f"2026-06-1{day}", "end": f"2026-06-1{day + 1}"}]}

    def area(self):
        return {**self.away(1), "collaborators": [self.ids["home"]], "contact": self.ids["boss"]}

    def person(self, team):
        return {"collaborator": self.ids[team], "attributes": {"allergies": ...}, "crew_attributes": {"allergies": {"required": True}},
                "rules": {"minimum_rest": "10h"}}

    def activity(self, name, visibility):
        ids = self.ids
        given = {"start": "2026-06-12T14:00", "duration": "1h", "visibility": visibility, "areas": [ids["stage"]], "global": True,
                 "organizers": [ids["boss"]], "participants": {"required": [ids["hand"], ids["home"], ids["star"]], "optional": [ids["guest"], ids["shy"], ids["label"]]},
                 "needs": [{"count": 2, "collaborator": ids["guests"]}]}
        if name == "talk":
            given["accept"] = [{"rule": "area-overlap", "with": ids[f"{visibility} other talk"]}]
        if name == "other talk" and visibility == "crew" and self.is_whole:
            given["accept"] = [{"rule": "area-overlap", "with": ids["private talk"], "reason": "meant so", "by": "Jo", "x-own": "7"}]
            given["continues"] = ids["private series"]
        if name == "series":
            change = {"start": "16:00", "participants": {"required": [ids["hand"]]}}
            given.update(start="2026-06-12T18:00", repeat={"every": "day", "count": 2, "changes": {"2026-06-12": change}})
        if name == "show":
            column = self.column
            given.update(start="2026-06-12T20:00", kind="show", segments=[{"duration": "10m", "columns": {column: ...}, "who": [..., ids["hand"]]},
                                                                          {"duration": "10m", "columns": None, "who": [ids["guest"]]}])
        return given

    def unsettled(self, status):
        """A public series that begins on a date that is not confirmed, whose words only the crew may read."""
        changes = {"2026-06-12": {"status": status, "name": ..., "description": ..., "location": ..., "notes": ...}}
        return {**self.activity("", "public"), "repeat": {"every": "day", "count": 3, "changes": changes}}

    def settled(self, status):
        """The other way round: one date of it is confirmed."""
        changes = {"2026-06-13": {"status": "confirmed", "name": ..., "description": ..., "location": ..., "notes": ...}}
        return {**self.activity("", "public"), "status": status, "repeat": {"every": "day", "count": 3, "changes": changes}}

    def write(self, folder):
        for known, (noun, given, text) in self.records.items():
            if known.startswith("private ") and not self.is_whole:
                continue
            values = record(noun, given(), text)
            if noun == "event":
                self.column = values["columns"][0]
            write(folder, noun, self.ids[known], values)


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
