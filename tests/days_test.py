"""Where must I be, and when: one answer, whoever asks. Random events, judged a second time by tests/days_judge.py.

Compared are, for every person and show day: the call sheet (time to be there, out, marks, entries and their parts, meals, pairs; the companies'
lines), personal sheets, feeds, `crew list --on-site` and `--free`, and what `check` finds of rest, length, meals, calls and nobody's coming.

  python3 tests/days_test.py PROGRAM                      about 150 days, half of them new, the examples, and judge_test's
  python3 tests/days_test.py PROGRAM --days 2000 --all    that many, and every quarter of an hour, person and day of each
  python3 tests/days_test.py PROGRAM --event N --shrink   one event that a report names, made as small as the difference allows
  python3 tests/days_test.py PROGRAM --directory DIR      an event of yours
"""
import argparse
import collections
import copy
import datetime
import glob
import itertools
import json
import os
import random
import re
import shutil
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

from running import SOURCE, backops, need_modules

need_modules("yaml", "dateutil")
import calendar_file
import days_judge
import judge_test
import oracle
import random_days

FIXED_SEED = 20260612
RULES = ("short-rest", "long-day", "late-meal", "before-call", "nobody-comes")
QUARTER = datetime.timedelta(minutes=15)
# One thing that two answers differ in. `case` is the question that gave it: a function of this file and its arguments.
Difference = collections.namedtuple("Difference", "case field who ours theirs")


class Refused(Exception):
    """The program gave no answer."""


def text_of(time):
    return time and time.strftime("%Y-%m-%dT%H:%M:%SZ")


def instant_of(text):
    return text and datetime.datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=oracle.UTC)


def asked(directory, *words):
    """The answer as bytes. Only `check` may exit with 1: it does for errors, which are not about the files here."""
    done = backops(*words, cwd=directory)
    if done.returncode != 0 and not (words[0] == "check" and done.returncode == 1):
        raise Refused(f"exit status {done.returncode}: {done.stderr.decode() or done.stdout.decode()}")
    return done.stdout


def asked_json(directory, *words):
    return json.loads(asked(directory, *words, "--format", "json"))


# Entries, as both sides have them.

def plain(parts):
    """Merged, with the moments that are not within."""
    whole = days_judge.union(parts)
    moments = {part for part in parts if part[0] == part[1] and not any(begins <= part[0] <= ends for begins, ends in whole)}
    return sorted([*whole, *moments])


def shown(parts):
    return [f"{text_of(begins)}/{text_of(ends)}" for begins, ends in parts]


def our_entries(entries):
    """{occurrence: (reasons, parts)}"""
    found = {}
    for entry in entries:
        reasons, parts = found.setdefault(entry["row"]["key"], (set(), []))
        reasons.add(entry["reason"])
        if entry["row"]["kind"] in ("call", "meal"):
            reasons.add(entry["row"]["kind"])
        parts += entry["parts"]
    return {key: (reasons, plain(parts)) for key, (reasons, parts) in found.items()}


def their_entries(entries):
    found = {}
    for entry in entries:
        reasons, parts = found.setdefault(entry["occurrence"] or entry["id"], (set(), []))
        reasons.add(entry["reason"])
        start = instant_of(entry["start_instant"])
        whole = [(start, instant_of(entry.get("end_instant")) or start)]
        parts += [(instant_of(part["from_instant"]), instant_of(part["until_instant"]) or instant_of(part["from_instant"]))
                  for part in entry["parts"]] if entry.get("parts") else whole
    return {key: (reasons, plain(parts)) for key, (reasons, parts) in found.items()}


def beside(plan, person, day):
    """What may be printed for a person without being one of their entries, or left out though it is one: the event's own, meals that feed them,
    what they only organize, and the company's calls where they have one of their own."""
    mine = days_judge.day_of(plan, person, day)
    rows = [row for row in plan.rows if day in row["days"]]
    takes = {entry["row"]["key"] for entry in mine["entries"]}
    extra = {row["key"] for row in rows if row["global"] or person in row["organizers"]} - takes
    extra |= {row["key"] for row in mine["meals"]} - takes
    return extra | {entry["row"]["key"] for entry in mine["entries"]
                    if mine["source"] == "own" and entry["reason"] == "team" and entry["row"]["kind"] == "call"}


# Questions: each gives (field, who, ours, theirs) wherever the answers differ.

def sheet(plan, directory, day):
    """The call sheet of a day."""
    teams = asked_json(directory, "sheet", "call", "--day", day, "--audience", "private")["teams"]
    theirs = {team["id"]: team for team in teams}
    people = {person["id"]: person for team in teams for person in team["people"]}
    for company in plan.collaborators:
        times = [(theirs.get(company, {}).get(key) or {}).get("instant") for key in ("first", "last")]
        ours = [text_of(time) for time in days_judge.company_line(plan, company, oracle.date_of(day))]
        yield from ((key, company, mine, other) for key, mine, other in zip(("first", "last"), ours, times) if mine != other)
    for person in plan.crew:
        yield from ((field, person, ours, theirs) for field, ours, theirs in on_sheet(plan, person, oracle.date_of(day), people.get(person)))


def on_sheet(plan, person, day, theirs):
    mine = days_judge.day_of(plan, person, day)
    if mine["listed"] != (theirs is not None):
        yield "listed", mine["listed"], theirs is not None
    if not theirs or not mine["listed"]:
        return
    for key in ("call", "out"):
        if text_of(mine[key]) != theirs.get(key + "_instant"):
            yield key, text_of(mine[key]), theirs.get(key + "_instant")
        elif mine[key] and mine[key + "_is_tentative"] != theirs.get(key + "_is_tentative"):
            yield key + "_is_tentative", mine[key + "_is_tentative"], theirs.get(key + "_is_tentative")
    # Where the first work is what the time rests on, that may be named as its source.
    sources = {mine["source"]} | ({"first"} if mine["first_work"] == mine["call"] else set())
    if mine["call"] and theirs.get("source") not in sources:
        yield "source", mine["source"], theirs.get("source")
    yield from of_entries(plan, person, day, theirs.get("entries", []))
    yield from of_meals(mine, {meal["id"] for meal in theirs.get("meals", [])})
    pairs = [(text_of(pair["call"]), text_of(pair["out"])) for pair in mine["pairs"]]
    other = [(pair["call_instant"], pair.get("out_instant")) for pair in theirs.get("pairs") or []]
    if len(pairs) > 1 or len(other) > 1:
        yield from [("pairs", pairs, other)] if pairs != other else []


def of_entries(plan, person, day, theirs):
    ours, theirs, may = our_entries(days_judge.day_of(plan, person, day)["entries"]), their_entries(theirs), beside(plan, person, day)
    for key in sorted({*ours, *theirs}):
        if key not in ours or key not in theirs:
            if key not in may:
                yield "entries", f"{key} {'is theirs' if key in ours else 'is not theirs'}", sorted(theirs)
        elif ours[key][1] != theirs[key][1] and key not in may:
            yield "parts", f"{key} {shown(ours[key][1])}", shown(theirs[key][1])
        elif not theirs[key][0] <= ours[key][0]:
            yield "reason", f"{key} {sorted(ours[key][0])}", sorted(theirs[key][0])


def of_meals(mine, theirs):
    """All meals that feed them may be there, and those of their time must."""
    all_meals = {row["id"] for row in mine["meals"]}
    is_there = lambda time: any(pair["out"] and pair["call"] <= time < pair["out"] for pair in mine["pairs"])
    needed = {row["id"] for row in mine["meals"] if is_there(row["from"])}
    if not needed <= theirs <= all_meals:
        yield "meals", sorted(all_meals), sorted(theirs)


def personal(plan, directory, person, day):
    """One person's own sheet."""
    got = asked_json(directory, "sheet", "call", "--day", day, "--crew", person, "--audience", "private")
    mine, other = days_judge.day_of(plan, person, oracle.date_of(day)), got.get("person") or {}
    for key in ("call", "out"):
        if text_of(mine[key]) != other.get(key + "_instant"):
            yield "personal " + key, person, text_of(mine[key]), other.get(key + "_instant")
    may = beside(plan, person, oracle.date_of(day))
    ours = {entry["row"]["key"] for entry in mine["entries"]} - may
    theirs = {row["occurrence"] or row["id"] for key in ("rows", "standby") for row in got.get(key, [])} - may
    if ours != theirs:
        yield "personal rows", person, sorted(ours), sorted(theirs)


def whole_feed(plan, directory, person):
    """What a phone shows."""
    theirs = collections.defaultdict(set)
    for summary, begins, until in calendar_file.happenings(asked(directory, "export", "ics", "--crew", person, "--audience", "private").decode()):
        theirs[summary].add((begins, until))
    ours, loose = collections.defaultdict(list), collections.defaultdict(set)
    for entry, parts in days_judge.feed(plan, person):
        ours[entry["row"]["key"]].append((entry, parts))
    for day in plan.days():
        for key in beside(plan, person, day):
            name = plan.activities[key.split("@")[0]]["name"]
            loose[name] |= {row["from"] for row in plan.rows if row["key"] == key and (row["kind"] == "call" or person in row["organizers"])}
    for claims in ours.values():
        name = claims[0][0]["row"]["name"]
        # A call of their team may be nothing to them, though a segment of it is theirs.
        sure = [claim for claim in claims if claim[0]["reason"] != "team" or claim[0]["from"] not in loose[name]]
        taken = next((way for some in (claims, sure) if some for way in ways(some) if way <= theirs[name]), None)
        if taken is not None:
            theirs[name] -= taken.union(part for _, parts in claims for part in parts)
        elif any(entry["from"] not in loose[name] for entry, _ in claims):
            yield "feed", person, f"{name} {shown_any(ways(claims)[0])}", shown_any(theirs[name])
    for name, rest in theirs.items():
        # Of what may be there, only that something begins then is asked; of what lasts all day, not even that.
        rest = {part for part in rest if part[0] not in loose[name] and (isinstance(part[0], datetime.datetime) or not loose[name])}
        if rest:
            yield "feed", person, f"{name} is not theirs", shown_any(rest)


def shown_any(parts):
    return sorted(f"{begins:%Y-%m-%dT%H:%MZ}/{until:%Y-%m-%dT%H:%MZ}" if isinstance(begins, datetime.datetime) else f"{begins}/{until}"
                  for begins, until in parts)


def ways(claims):
    """In how many ways one occurrence may be in a feed: part by part, or of several segments from the first to the last."""
    row, parts = claims[0][0]["row"], [part for _, each in claims for part in each]
    if row["all_day"]:
        whole = {(oracle.date_of(row["start"]), oracle.date_of(row["end"]) + oracle.DAY)}
        return [whole, set(plain(parts))]
    ends = {(min(begins for begins, _ in parts), max(until for _, until in parts))}
    return [set(plain(parts)), set(parts), ends]


def present(plan, directory, time):
    """Who is on site."""
    theirs = {row["id"] for row in asked_json(directory, "crew", "list", "--on-site", time)["rows"]}
    for person in plan.crew:
        ours = days_judge.is_on_site(plan, person, oracle.instant(datetime.datetime.fromisoformat(time), plan.event["timezone"]))
        if ours is not None and ours != (person in theirs):
            yield "on-site", person, ours, person in theirs


def free(plan, directory, time):
    theirs = {row["id"] for row in asked_json(directory, "crew", "list", "--free", time)["rows"]}
    for person in plan.crew:
        ours = days_judge.is_free(plan, person, oracle.instant(datetime.datetime.fromisoformat(time), plan.event["timezone"]))
        if ours != (person in theirs):
            yield "free", person, ours, person in theirs


def checked(plan, directory):
    """Findings. What recurs is one problem, so days are compared by their number and minutes."""
    only = [word for rule in RULES for word in ("--only", rule)]
    ours, theirs = collections.defaultdict(list), collections.defaultdict(list)
    for rule, who, where, length in days_judge.findings(plan):
        ours[rule, who].append((str(where), length))
    for problem in asked_json(directory, "check", *only)["problems"]:
        for who in problem["resources"] or [problem["resource"]]:
            theirs[problem["rule"], who].append(problem)
    for rule, who in sorted({*ours, *theirs}, key=str):
        mine, other = sorted(ours[rule, who], key=str), theirs[rule, who]
        if not same_findings(rule, mine, other):
            yield rule, who, mine, [(problem["message"], problem["occurrences"], problem["minutes"]) for problem in other]


def same_findings(rule, ours, theirs):
    if rule not in RULES or not ours or not theirs:
        return False
    times = [int(found[1]) if (found := re.search(r"\bon (\d+) days\b", problem["message"])) else 1 for problem in theirs]
    lengths = [problem["minutes"] for problem in theirs]
    if rule == "nobody-comes":
        activities = lambda keys: {key.split("@")[0] for key in keys}
        return activities(key for key, _ in ours) == activities(key for problem in theirs for key in problem["occurrences"])
    if rule == "before-call" and None in lengths:
        return sum(times) == len(ours)
    if max(times) == 1 and sorted(lengths) == sorted(length for _, length in ours):
        return True
    # What is found twice on one day, at the same place, is one problem of that day too.
    days = {where for where, _ in ours}
    return len(days) <= sum(times) <= len(ours) and {*lengths} <= {length for _, length in ours}


QUESTIONS = {each.__name__: each for each in (sheet, personal, whole_feed, present, free, checked)}


# Which questions an event is asked.

def quarters(plan):
    """Every quarter of an hour of the event that clocks show once, on its own clock."""
    zone, days = oracle.zoneinfo.ZoneInfo(plan.event["timezone"]), plan.days()
    time = oracle.midnight(days[0]) + plan.day_start
    while time < oracle.midnight(days[-1]) + plan.day_start + oracle.DAY:
        if time.replace(tzinfo=zone).utcoffset() == time.replace(tzinfo=zone, fold=1).utcoffset():
            yield time.strftime("%Y-%m-%dT%H:%M")
        time += QUARTER


def questions(plan, chance, most):
    """Every sheet and what is found; of personal sheets, feeds and times at most so many, or all."""
    days = [str(day) for day in plan.days()]
    pick = lambda cases: cases if most is None else chance.sample(cases, min(most, len(cases)))
    times = list(quarters(plan)) if days else []
    yield from (("sheet", day) for day in days)
    yield from (("personal", *case) for case in pick(list(itertools.product(plan.crew, days))))
    yield from (("whole_feed", person) for person in pick(list(plan.crew)))
    yield from (("present", time) for time in pick(times))
    yield from (("free", time) for time in pick(times))
    # What an event accepts or switches off is not judged.
    if not any("accept" in activity for activity in plan.activities.values()) and "severity" not in plan.event.get("rules", {}):
        yield ("checked",)


def answered(plan, directory, case):
    """The differences of one question."""
    try:
        return [Difference(case, field, who, ours, theirs) for field, who, ours, theirs in QUESTIONS[case[0]](plan, directory, *case[1:])]
    except Refused as refused:
        rule = re.search(r"\[[a-z-]+\]", str(refused))
        return [Difference(case, "no answer", rule[0] if rule else "", "", str(refused))]
    except (KeyError, TypeError, ValueError) as wrong:
        return [Difference(case, "shape", "", "", f"{type(wrong).__name__}: {wrong}")]


def compared(records, directory, chance, most, pool):
    """(differences, show days) of one event that lies in the directory."""
    plan = days_judge.Plan(records)
    cases = list(questions(plan, chance, most))
    return [each for found in pool.map(lambda case: answered(plan, directory, case), cases) for each in found], len(plan.days())


# A difference as small as it can be.

NEEDED = {("event", key) for key in ("format", "uid", "name", "timezone", "start", "end", "default_collaborator")}


def paths(value, path=()):
    """Of everything that could be left out, the greatest first."""
    keys = list(value) if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    found = [(*path, key) for key in keys]
    for key in keys:
        found += paths(value[key], (*path, key))
    return sorted(found, key=len)


def without(records, path):
    """A copy in which that is not there, nor empty lists that it leaves, nor the name of a record that is gone."""
    made = copy.deepcopy(records)
    *upper, last = path
    inner = made
    for key in upper:
        inner = inner[key]
    del inner[last]
    if len(path) == 2 and path[0] in ("crew", "collaborators", "areas"):
        made["activities"] = {id: forgotten(activity, last) for id, activity in made["activities"].items()}
    return cleared(made, 0)


def forgotten(value, name):
    if isinstance(value, dict):
        return {key: forgotten(item, name) for key, item in value.items()}
    return [forgotten(item, name) for item in value if item != name and not (isinstance(item, dict) and item.get("collaborator") == name)] \
        if isinstance(value, list) else value


def cleared(value, depth):
    if not isinstance(value, dict):
        return value
    inner = {key: cleared(item, depth + 1) for key, item in value.items()}
    return {key: item for key, item in inner.items() if depth == 0 or item not in ({}, [])}


def still_differs(records, wanted):
    with tempfile.TemporaryDirectory() as folder:
        directory = os.path.join(folder, "event")
        try:
            plan = days_judge.Plan(records)
            random_days.write(records, directory)
            found = answered(plan, directory, wanted.case)
        except Exception:  # A judge that cannot read it any more has nothing to say about it.
            return None
        return next((each for each in found if (each.field, each.who) == (wanted.field, wanted.who)), None)


def shrunk(records, wanted):
    """The smallest event found in which the same question still has two answers, and that difference."""
    again = True
    while again:
        again = False
        for path in paths(records):
            if path in NEEDED or len(path) < 2 or path[-1] == "name":
                continue
            try:
                made = without(records, path)
            except (KeyError, IndexError):
                continue  # It went with something else.
            if difference := still_differs(made, wanted):
                records, wanted, again = made, difference, True
    return records, wanted


# Running.

def report(name, difference):
    question = " ".join(difference.case)
    return f"{name}: {question}: {difference.field} of {difference.who}\n  the judge  {difference.ours}\n  backops    {difference.theirs}"


def kept(records, directory):
    shutil.rmtree(directory, ignore_errors=True)
    random_days.write(records, directory)


def seeds(options):
    """Of events: one that is asked for, or many after one another of one seed, or of the fixed one and a new one in turn."""
    if options.event is not None:
        return iter([options.event])
    if options.seed is not None:
        return (options.seed * 1000 + n for n in itertools.count())
    new = random.SystemRandom().randrange(10**7)
    print(f"new events: --seed {new}")
    return (seed * 1000 + n for n in itertools.count() for seed in (FIXED_SEED, new))


def show_files(records):
    for folder, entries in records.items():
        for id, record in entries.items() if folder != "event" else [("event", entries)]:
            print(f"  --- {folder}/{id}")
            print("".join(f"  {line}\n" for line in random_days.lines(record)), end="")


def explain(records, name, differences, options):
    """The differences of one event; the first of them on a smaller event when that is asked for."""
    for difference in differences[:options.most]:
        print(report(name, difference))
    if options.shrink and differences:
        records, difference = shrunk(records, differences[0])
        print("as small as it gets:\n" + report(name, difference))
        show_files(records)
    if options.keep and differences:
        kept(records, os.path.join(options.keep, name))
        print(f"  kept in {os.path.join(options.keep, name)}")


def run(options, pool):
    """(show days, differences) of random events, until there are enough of either."""
    days = count = 0
    for seed in seeds(options):
        records = random_days.event(seed)
        with tempfile.TemporaryDirectory() as folder:
            directory = os.path.join(folder, "event")
            random_days.write(records, directory)
            differences, more = compared(records, directory, random.Random(seed), None if options.all or options.event is not None else 5, pool)
        explain(records, f"event-{seed}", differences, options)
        days, count = days + more, count + len(differences)
        if days >= options.days or options.event is not None or count >= options.enough:
            break
    return days, count


def run_described(options, pool):
    """(show days, differences) of the events on which the judge itself is tried."""
    days = count = 0
    for number, records in enumerate(judge_test.EVENTS):
        with tempfile.TemporaryDirectory() as folder:
            directory = os.path.join(folder, "event")
            random_days.write(records, directory)
            differences, more = compared(records, directory, random.Random(number), None if options.all else 2, pool)
        explain(records, f"described-{number}", differences, options)
        days, count = days + more, count + len(differences)
    return days, count


def run_directory(directory, options, pool):
    records = days_judge.read(directory)
    differences, days = compared(records, directory, random.Random(FIXED_SEED), None if options.all else 5, pool)
    explain(records, os.path.basename(os.path.abspath(directory)), differences, options)
    return days, len(differences)


def options_of(words):
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("--days", type=int, default=150, help="how many show days (150)")
    parser.add_argument("--seed", type=int, help="of all events, instead of the fixed one and a new one")
    parser.add_argument("--event", type=int, help="only this event, with all questions")
    parser.add_argument("--directory", help="an event directory instead of random ones")
    parser.add_argument("--all", action="store_true", help="every quarter of an hour, person and day, not a choice of them")
    parser.add_argument("--shrink", action="store_true", help="make the event of the first difference of each small")
    parser.add_argument("--keep", metavar="DIR", help="write the events that differ there")
    parser.add_argument("--most", type=int, default=8, help="differences shown of an event (8)")
    parser.add_argument("--enough", type=int, default=40, help="differences after which it stops (40)")
    return parser.parse_args(words)


def main():
    options = options_of(sys.argv[1:])
    if judge_test.main():
        return 1
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        if options.directory:
            results = [run_directory(options.directory, options, pool)]
        elif options.event is not None:
            results = [run(options, pool)]
        else:
            examples = sorted(glob.glob(os.path.join(SOURCE, "examples", "*", "event.yaml")))
            results = [run_described(options, pool), *(run_directory(os.path.dirname(path), options, pool) for path in examples), run(options, pool)]
    days, count = map(sum, zip(*results))
    print(f"{days} show days, {count} differences")
    return 1 if count or not days else 0


if __name__ == "__main__":
    sys.exit(main())
