"""Puts one fault at a time into the examples, of which `check` has nothing to say, and expects that finding and no other.

FAULTS is the table, one entry for each fault, in words that hold for every example; EXAMPLES says who and what they stand for in each.
The places of a finding are not taken from the output: `activities/keynote.yaml: start: ^2026` is where the `^` stands in the only
such text of the file.
"""
import concurrent.futures
import dataclasses
import glob
import json
import os
import shlex
import shutil
import sys
import tempfile

from running import SOURCE, backops

# {show}, from {starts} on: an activity in {area} with {person}; {inside} to {inside_end} is a quarter of an hour of it. {gig}, the same
# of {band}, which cannot be in two places. {day2} follows {day1}, and {night} is a day before one without calls: whoever is added to the
# band can work on these. {run} has a run of show, in which {overrun} is the last length and {hard} the hard start.
EXAMPLES = {
    "summer-sound": {
        "show": "headliner-ana-mar", "starts": "2026-06-12T21:20", "before_show": "2026-06-12T21:10", "area": "main-stage", "person": "maya-lindt",
        "inside": "2026-06-12T21:40", "inside_end": "2026-06-12T21:55", "ends": "2026-06-12T22:50",
        "gig": "headliner-ana-mar", "band": "ana-mar", "during_gig": "2026-06-12T21:40", "during_gig_end": "2026-06-12T21:55",
        "day1": "2026-06-07", "day2": "2026-06-08", "weekday1": "sun", "weekday2": "mon", "night": "2026-06-07", "outside": "2026-06-20", "last_day": "2026-06-16",
        "run": "opening-ceremony", "overrun": "duration: 4m", "run_end": 'end: ^"17:45"', "over": 16,
        "hard": 'start: "17:20"', "early": '"17:17"', "before": "duration: ^1m30s", "ahead": 1,
        "cue": "cue: 7a", "same_cue": "cue: 7", "same_cue_at": "cue: ^7\n    who", "other_cue": "cue: ^7\n    type: vt",
        "levels": {"short-rest": "error", "curfew": "error"},
    },
    "autumn-lights": {
        "show": "nox-all-night", "starts": "2026-10-24T23:00", "before_show": "2026-10-24T22:50", "area": "fish-hall", "person": "nanna-ost",
        "inside": "2026-10-25T00:10", "inside_end": "2026-10-25T00:25", "ends": "2026-10-25T04:30",
        "gig": "opening", "band": "canal-choir", "during_gig": "2026-10-22T19:10", "during_gig_end": "2026-10-22T19:25",
        "day1": "2026-10-20", "day2": "2026-10-21", "weekday1": "tue", "weekday2": "wed", "night": "2026-10-20", "outside": "2026-11-03", "last_day": "2026-10-27",
        "run": "opening", "overrun": "duration: 6m", "run_end": 'end: ^"19:30"', "over": 8,
        "hard": 'start: "19:10"', "early": '"19:05"', "before": "duration: ^5m", "ahead": 3,
        "cue": "cue: 4", "same_cue": "cue: 2", "same_cue_at": "cue: ^2\n    who: [raj", "other_cue": "cue: ^2\n    who:\n",
        "levels": {},
    },
    "open-rails-day": {
        "show": "a-timetable-is-a-graph", "starts": "2026-10-08T10:45", "before_show": "2026-10-08T10:35", "area": "room-semmering", "person": "nadia-el-amrani",
        "inside": "2026-10-08T11:00", "inside_end": "2026-10-08T11:15", "ends": "2026-10-08T11:30",
        "gig": "kombinat-brass", "band": "kombinat-brass", "during_gig": "2026-10-08T21:00", "during_gig_end": "2026-10-08T21:15",
        "day1": "2026-10-07", "day2": "2026-10-08", "weekday1": "wed", "weekday2": "thu", "night": "2026-10-09", "outside": "2026-10-20", "last_day": "2026-10-09",
        "run": "opening-keynote", "overrun": "duration: 2m\n", "run_end": 'end: ^"10:15"', "over": 25,
        "hard": 'start: "09:17"', "early": '"09:14"', "before": "duration: ^2m30s", "ahead": 1,
        "cue": "cue: G", "same_cue": "cue: F", "same_cue_at": "cue: ^F\n    type", "other_cue": "cue: ^F\n    who",
        "levels": {"area-overlap": "error"},
    },
}


@dataclasses.dataclass
class Fault:
    """What is wrong when `by` is done after `first`, each a command or an edit of a file. Without a rule nothing is found."""
    name: str
    by: list
    rule: str = ""
    level: str = "warning"  # unless the example's own rules say another
    at: str = ""
    other: str = ""
    occurrences: tuple = ()
    resources: tuple = ()
    minutes: object = None
    first: tuple = ()


def edit(file, old, new):
    """The only such text of the file becomes another."""
    return file, old, new


def append(file, text):
    return file, None, text


def activity(name, start, *options):
    return f'activity add "{name}" --start {start} ' + " ".join(options)


def drill(*options):
    """Something for a quarter of an hour in the middle of the show."""
    return activity("Drill", "{inside}", "--for 15m", *options)


def drill_at_gig(*options):
    return activity("Drill", "{during_gig}", "--for 15m", *options)


def shift(start, length, *options):
    return activity("Shift", start, f"--for {length} --required toni-tuba", *options)


def series(keys):
    """A daily round on the two quiet days."""
    return append("activities/round.yaml", "name: Round\nstart: {day1}T09:10\nduration: 10m\nrepeat:\n  every: day\n" + keys)


TONI = 'crew add "Toni Tuba" --collab {band}'
PORTER = ("collab add Porters", 'crew add "Toni Tuba" --collab porters')
YARD = "area add Yard"
SHOW = "activities/{show}.yaml"
GIG = "activities/{gig}.yaml"
DRILL = "activities/drill.yaml"
SHIFT = "activities/shift.yaml"
ROUND = "activities/round.yaml"
RUN = "activities/{run}.yaml"
START = ": start: ^"
SNACK = activity("Snack", "{night}T24:00", "--for 30m --kind meal --required porters")

FAULTS = [
    # Two places at once.
    Fault("something in the area of the show", [drill("--area {area}")],
          "area-overlap", "error", DRILL + START, SHOW + START, ("drill", "{show}"), ("{area}",), 15),
    Fault("something tentative in the area of the show", [drill("--area {area} --status tentative")],
          "area-overlap", "lowered", DRILL + START, SHOW + START, ("drill", "{show}"), ("{area}",), 15),
    Fault("something moved onto the show", [edit(DRILL, "{ends}", "{inside}")],
          "area-overlap", "error", DRILL + START, SHOW + START, ("drill", "{show}"), ("{area}",), 10,
          first=(activity("Drill", "{ends}", "--for 10m --area {area}"),)),
    Fault("two daily things in one area", ["activity edit round --start 09:05"],
          "area-overlap", "warning", ROUND + START, "activities/sweep.yaml" + START, ("round@{day1}", "sweep@{day1}"), ("yard",), 5,
          first=(YARD, series("  until: {day2}\nareas: [yard]\n"), activity("Sweep", "{day1}T09:00", '--for 10m --area yard --repeat "day until {day2}"'))),
    Fault("a person of the show somewhere else", [drill("--required {person}")],
          "person-overlap", "error", DRILL + START, SHOW + START, ("drill", "{show}"), ("{person}",), 15),
    Fault("a person of the show asked somewhere else", [drill("--optional {person}")],
          "person-overlap", "lowered", DRILL + START, SHOW + START, ("drill", "{show}"), ("{person}",), 15),
    Fault("a person of the show in a segment elsewhere",
          [append(DRILL, "name: Drill\nstart: {inside}\nduration: 15m\nsegments:\n- name: Speech\n  duration: 7m\n  who: [{person}]\n")],
          "person-overlap", "error", DRILL + ": - name: ^Speech", SHOW + START, ("drill", "{show}"), ("{person}",), 7),
    Fault("one of the band somewhere else during the gig", [drill_at_gig("--required toni-tuba")],
          "person-overlap", "error", DRILL + START, GIG + START, ("drill", "{gig}"), ("toni-tuba",), 15, first=(TONI,)),
    Fault("the band at two gigs at one time", [drill_at_gig("--required {band}")],
          "collaborator-overlap", "error", DRILL + START, GIG + START, ("drill", "{gig}"), ("{band}",), 15, first=(TONI,)),
    Fault("hands of the band elsewhere", [drill_at_gig('--need "2 hand {band}"')],
          "collaborator-overlap", "error", DRILL + START, GIG + START, ("drill", "{gig}"), ("{band}",), 15),
    # Away.
    Fault("a person away", ['crew edit {person} --add unavailable="start={inside},end={inside_end},reason=dentist"'],
          "unavailable", "error", SHOW + START, "crew/{person}.yaml: - ^start: {inside}", ("{show}",), ("{person}",), 15),
    Fault("a person away where asked only", ['crew edit toni-tuba --add unavailable="start={inside},end={inside_end}"'],
          "unavailable", "lowered", DRILL + START, "crew/toni-tuba.yaml: - ^start", ("drill",), ("toni-tuba",), 15,
          first=(*PORTER, drill("--optional toni-tuba"))),
    Fault("a whole day away", ['crew edit toni-tuba --add unavailable="start={day1},end={day1}"'],
          "unavailable", "error", SHIFT + START, "crew/toni-tuba.yaml: - ^start", ("shift",), ("toni-tuba",), 240, first=(TONI, shift("{day1}T10:00", "4h"))),
    Fault("the band away", ['collab edit {band} --add unavailable="start={during_gig},end={during_gig_end}"'],
          "unavailable", "error", GIG + START, "collaborators/{band}.yaml: - ^start", ("{gig}",), ("{band}",), 15, first=(TONI,)),
    Fault("a person's company away", ['collab edit {band} --add unavailable="start={day1},end={day1}"'],
          "unavailable", "error", SHIFT + START, "collaborators/{band}.yaml: - ^start", ("shift",), ("toni-tuba",), 240, first=(TONI, shift("{day1}T10:00", "4h"))),
    Fault("the area closed", ['area edit {area} --add unavailable="start={inside},end={inside_end}"'],
          "unavailable", "error", SHOW + START, "areas/{area}.yaml: - ^start", ("{show}",), ("{area}",), 15),
    # Rest, length, meals.
    Fault("a call too early", ["activity edit early-call --start 05:30"],
          "short-rest", "warning", "activities/early-call.yaml" + START, SHIFT + ": duration: ^5h", ("early-call", "shift"), ("toni-tuba",), 330,
          first=(*PORTER, shift("{day1}T19:00", "5h"), activity("Early call", "{day2}T10:00", "--for 15m --kind call --required toni-tuba"))),
    Fault("a shift too long", ["activity edit shift --for 16h"],
          "long-day", "warning", SHIFT + START, "", ("shift",), ("toni-tuba",), 960, first=(*PORTER, shift("{night}T06:00", "13h", "--kind call"))),
    Fault("a second shift too late", [activity("Second shift", "{night}T16:00", "--for 6h --required toni-tuba")],
          "long-day", "warning", SHIFT + START, "activities/second-shift.yaml: duration: ^6h", ("shift", "second-shift"), ("toni-tuba",), 960,
          first=(*PORTER, shift("{night}T06:00", "7h", "--kind call"))),
    Fault("no snack", ["activity rm snack"],
          "late-meal", "warning", SHIFT + START, "", ("shift",), ("toni-tuba",), 360,
          first=(*PORTER, shift("{night}T21:00", "6h", "--kind call"), SNACK, "crew edit toni-tuba --set rules.meal_within=4h")),
    Fault("a late snack", ["activity edit snack --start 02:00"],
          "late-meal", "warning", SHIFT + START, "activities/snack.yaml" + START, ("shift", "snack"), ("toni-tuba",), 300,
          first=(*PORTER, shift("{night}T21:00", "6h", "--kind call"), SNACK, "crew edit toni-tuba --set rules.meal_within=4h")),
    # Calls.
    Fault("work before the call", ["activity edit early-call --start 19:30"],
          "before-call", "warning", SHIFT + START, "activities/early-call.yaml" + START, ("shift", "early-call"), ("toni-tuba",), 30,
          first=(*PORTER, shift("{night}T19:00", "2h"), activity("Early call", "{night}T18:00", "--kind call --required toni-tuba"))),
    Fault("a company that nobody comes from", ["activity edit early-call --start 22:00"],
          "nobody-comes", "warning", DRILL + ": ^porters", "", ("drill",), ("porters",),
          first=(*PORTER, activity("Early call", "{night}T18:00", "--kind call --required toni-tuba"),
                 activity("Drill", "{night}T19:00", "--for 2h --required porters"))),
    Fault("a call at the end of a night", ["activity edit early-call --start {night}T27:30"],
          "early-call", "warning", "activities/early-call.yaml" + START, "", ("early-call",),
          first=(*PORTER, activity("Early call", "{night}T25:30", "--kind call --required toni-tuba"))),
    Fault("an end before the start", [edit(DRILL, "end: 22:00", "end: 18:00")],
          "long-activity", "warning", DRILL + ": end: ^", "", ("drill",), (), 1380,
          first=(append(DRILL, "name: Drill\nstart: {night}T19:00\nend: 22:00\n"),)),
    # Not in time.
    Fault("a show past its curfew", ["activity edit last-song --for 20m"],
          "curfew", "warning", "activities/last-song.yaml: duration: ^", "activities/neighbours.yaml" + START, ("last-song", "neighbours"), ("yard",), 10,
          first=(YARD, activity("Neighbours", "{day1}T23:00", "--kind curfew --area yard"),
                 activity("Last song", "{day1}T22:50", "--for 10m --kind show --area yard"))),
    Fault("something on another day", [activity("Drill", "{outside}T10:00", "--for 15m")],
          "outside-event", "warning", DRILL + START, "", ("drill",)),
    Fault("something that lasts too long", ["activity edit drill --end {outside}"],
          "outside-event", "warning", DRILL + ": end: ^", "", ("drill",), first=(activity("Drill", "{last_day}", "--end {last_day}"),)),
    Fault("a time that no clock shows", [edit(DRILL, "T01:30", "T02:30")],
          "nonexistent-time", "warning", DRILL + START, "", ("drill",),
          first=("timeframe add Spring --start 2026-03-28 --end 2026-03-29", activity("Drill", "2026-03-29T01:30", "--for 15m"))),
    Fault("a time that clocks show twice", [edit(DRILL, "T01:30", "T02:30")],
          "ambiguous-time", "warning", DRILL + START, "", ("drill",),
          first=("timeframe add Autumn --start 2026-10-24 --end 2026-10-25", activity("Drill", "2026-10-25T01:30", "--for 15m"))),
    # People's papers.
    Fault("no value of what is required", ["crew edit toni-tuba --unset attributes.torch"],
          "missing-attribute", "warning", "crew/toni-tuba.yaml: name: ^", "collaborators/porters.yaml: ^torch", (), ("toni-tuba",),
          first=("event edit --set crew_attributes.torch.name=Torch --set crew_attributes.torch.type=text", "collab add Porters",
                 "collab edit porters --set crew_attributes.torch.required=true", 'crew add "Toni Tuba" --collab porters --attribute torch=own')),
    # The run of show.
    Fault("a segment too long", [edit(RUN, "{overrun}", "duration: 28m\n")],
          "segments", "warning", RUN + ": duration: ^28m", RUN + ": {run_end}", ("{run}",), (), "{over}"),
    Fault("a hard start too early", [edit(RUN, "{hard}", "start: {early}")],
          "segments", "warning", RUN + ": start: ^{early}", RUN + ": {before}", ("{run}",), (), "{ahead}"),
    Fault("a cue twice", [edit(RUN, "{cue}", "{same_cue}")],
          "segments", "warning", RUN + ": {same_cue_at}", RUN + ": {other_cue}", ("{run}",)),
    # Series.
    Fault("a start that is none of its dates", [edit(ROUND, "[{weekday1}, {weekday2}]", "[{weekday2}]")],
          "start-left-out", "warning", ROUND + START, "", ("round",), first=(series("  on: [{weekday1}, {weekday2}]\n  until: {day2}\n"),)),
    Fault("a series that is over before it begins", [edit(ROUND, "until: {day2}", "until: 2026-01-01")],
          "empty-series", "warning", ROUND + ": until: ^", "", ("round",), first=(series("  until: {day2}\n"),)),
    Fault("a series of a mistyped year", [edit(ROUND, "until: {day2}", "until: 2926-01-01")],
          "long-series", "warning", ROUND + ": until: ^", "", ("round",),
          first=(series("  until: {day2}\n"), "timeframe add Ages --start 2026-01-01 --end 2926-01-01")),
    Fault("a skip of no date", [edit(ROUND, "skip: [{day2}]", "skip: [{outside}]")],
          "unused-skip", "warning", ROUND + ": skip: [^", "", ("round",), first=(series("  until: {day2}\n  skip: [{day2}]\n"),)),
    Fault("a change of no date", [edit(ROUND, "{day2}: {{", "{outside}: {{")],
          "unused-change", "warning", ROUND + ": ^{outside}", "", ("round",), first=(series('  until: {day2}\n  changes:\n    {day2}: {{start: "09:30"}}\n'),)),
    # What was accepted.
    Fault("an acceptance too many", [append(SHOW, "accept:\n- rule: curfew\n  reason: agreed\n")],
          "unused-accept", "warning", SHOW + ": rule: ^curfew", "", ("{show}",)),
    Fault("an acceptance that is left behind", ["activity edit drill --start {ends} --for 10m"],
          "unused-accept", "warning", DRILL + ": rule: ^", "", ("drill",),
          first=(drill("--area {area}"), 'activity edit drill --add accept="rule=area-overlap,with={show},reason=agreed"')),
    Fault("an acceptance of no rule", [append(SHOW, "accept:\n- rule: curfews\n  reason: agreed\n")],
          "unknown-rule", "error", SHOW + ": rule: ^curfews", "", ("{show}",)),
    Fault("a severity of no rule", ["event edit --set rules.severity.curfews=off"],
          "unknown-rule", "error", "event.yaml: ^curfews"),
    # What only looks wrong.
    Fault("something right behind the show", [activity("Drill", "{ends}", "--for 10m --area {area} --required {person}")]),
    Fault("a moment in the show", [activity("Drill", "{inside}", "--area {area} --required {person}")]),
    Fault("a window in the show", [drill("--area {area} --required {person} --kind hold")]),
    Fault("something cancelled in the show", [drill("--area {area} --required {person} --status cancelled")]),
    Fault("something in the show that is not busy", [drill("--area {area} --required {person} --set busy=false")]),
    Fault("all day in the area of the show", [append(DRILL, "name: Drill\nstart: {last_day}\nareas: [{area}]\n")]),
    Fault("the person of the show organizes something else", [drill("--organizer {person}")]),
    Fault("away until the show begins", ['crew edit {person} --add unavailable="start={before_show},end={starts}"']),
    Fault("an accepted drill", [drill("--area {area}"), 'activity edit drill --add accept="rule=area-overlap,with={show},reason=agreed,until={outside}"']),
]


def filled(text, names):
    return text.format(**names) if isinstance(text, str) else text


def take(step, root, names):
    """Does one command or edit."""
    if isinstance(step, str):
        done = backops(*shlex.split(filled(step, names)), "--no-check", cwd=root)
        assert done.returncode == 0, (step, done.stderr.decode())
        return
    file, old, new = (filled(part, names) for part in step)
    path = os.path.join(root, file)
    text = ""
    if os.path.exists(path):
        with open(path, encoding="utf-8") as stream:
            text = stream.read()
    if old is not None:
        assert text.count(old) == 1, f"{file}: {text.count(old)} times {old!r}"
    with open(path, "w", encoding="utf-8") as stream:
        stream.write(text + new if old is None else text.replace(old, new))


def place(root, mark, names):
    """(file, line, column) of the `^` in `file: text`; of several such texts the one that begins a line."""
    file, needle = filled(mark, names).split(": ", 1)
    with open(os.path.join(root, file), encoding="utf-8") as stream:
        text = stream.read()
    before, after = needle.split("^")
    hits = [at for at in range(len(text)) if text.startswith(before + after, at)]
    top = [at for at in hits if at == 0 or text[at - 1] == "\n"]
    hits = top if len(hits) > 1 else hits
    assert len(hits) == 1, f"{file}: {len(hits)} times {before + after!r}"
    at = hits[0] + len(before)
    return file, text.count("\n", 0, at) + 1, at - (text.rfind("\n", 0, at) + 1) + 1


def found(root):
    """What check says of an event, as far as the table says it."""
    done = backops("check", "--format", "json", cwd=root)
    told = json.loads(done.stdout)
    assert done.returncode == (1 if told["errors"] else 0) and not done.stderr, done
    return [{"rule": one["rule"], "level": one["severity"], "at": (one["file"], one["line"], one["column"]),
             "other": [(other["file"], other["line"], other["column"]) for other in one["others"]], "occurrences": one["occurrences"],
             "resources": one["resources"], "minutes": one["minutes"]} for one in told["problems"]]


def level_of(fault, names):
    if fault.level == "lowered":
        return "warning"
    return names["levels"].get(fault.rule, fault.level)


def expected(fault, root, names):
    if not fault.rule:
        return []
    minutes = filled(fault.minutes, names)
    return [{"rule": fault.rule, "level": level_of(fault, names), "at": place(root, fault.at, names),
             "other": [place(root, fault.other, names)] if fault.other else [], "occurrences": [filled(one, names) for one in fault.occurrences],
             "resources": [filled(one, names) for one in fault.resources], "minutes": None if minutes is None else int(minutes)}]


def complaints(fault, example, names):
    with tempfile.TemporaryDirectory() as directory:
        root = os.path.join(directory, example)
        shutil.copytree(os.path.join(SOURCE, "examples", example), root)
        for step in fault.first:
            take(step, root, names)
        if fault.first and (early := found(root)):
            return [f"{example}: {fault.name}: found before there is a fault: {early}"]
        for step in fault.by:
            take(step, root, names)
        wanted, now = expected(fault, root, names), found(root)
        return [] if now == wanted else [f"{example}: {fault.name}:\n  wanted {wanted}\n  found  {now}"]


def rules_without_fault():
    """Rules of the schedule, which are listed before `yaml-syntax`, that no fault of the table breaks."""
    listed = [line.split()[0] for line in backops("check", "--rules", cwd=SOURCE).stdout.decode().splitlines()[1:]]
    return sorted(set(listed[:listed.index("yaml-syntax")]) - {fault.rule for fault in FAULTS})


def main():
    wrong = [f"no fault breaks {rule}" for rule in rules_without_fault()]
    there = {os.path.basename(os.path.dirname(path)) for path in glob.glob(os.path.join(SOURCE, "examples", "*", "event.yaml"))}
    wrong += [f"{example}: no fault is put into it" for example in sorted(there - set(EXAMPLES))]
    for example, names in EXAMPLES.items():
        wrong += [f"{example}: not silent: {one}" for one in found(os.path.join(SOURCE, "examples", example))]
    pairs = [(fault, example, names) for fault in FAULTS for example, names in EXAMPLES.items()]
    with concurrent.futures.ThreadPoolExecutor() as pool:
        for lines in pool.map(lambda pair: complaints(*pair), pairs):
            wrong += lines
    real = sum(bool(fault.rule) for fault in FAULTS)
    print("\n".join(wrong + [f"{real} faults and {len(FAULTS) - real} that only look so in each of {len(EXAMPLES)} examples, {len(wrong)} wrong"]))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
