"""One activity, many calendars, always right: the example events and those of tests/events, expanded a second time by tests/oracle.py.

`backops schedule --format json` must give the same rows, in the same order and with the same reasons: for the event, every area, every
collaborator and every person, alone and with the team, of the whole event; and of single show days, every one for the event and the
areas, and one for each of the others in turn.
"""
import glob
import json
import os
import sys
from concurrent.futures import ThreadPoolExecutor

from running import HERE, SKIP, SOURCE, backops

try:
    import oracle
except ImportError:
    # CMake may have found another Python than the one that has Debian's packages.
    if sys.executable != "/usr/bin/python3" and os.path.exists("/usr/bin/python3"):
        os.execv("/usr/bin/python3", ["/usr/bin/python3", *sys.argv])
    print("python3-yaml is missing")
    sys.exit(SKIP)


def as_json(row):
    zulu = lambda time: time.strftime("%Y-%m-%dT%H:%M:%SZ")
    shown = {key: value for key, value in row.items() if key not in ("from", "until")}
    return {**shown, "start_instant": zulu(row["from"]), "end_instant": zulu(row["until"]) if row["end"] else None}


def differences(expected, got):
    """Readable: by occurrence, then by key; then the order."""
    name = lambda row: row["occurrence"] or row["id"]
    ours, theirs = {name(row): row for row in expected}, {name(row): row for row in got}
    for each in [*ours, *(other for other in theirs if other not in ours)]:
        if each not in theirs or each not in ours:
            yield f"{each} is {'missing' if each in ours else 'not expected'}"
        elif ours[each] != theirs[each]:
            keys = [key for key in {**ours[each], **theirs[each]} if ours[each].get(key) != theirs[each].get(key)]
            yield from (f"{each}: {key} is {theirs[each].get(key)!r}, not {ours[each].get(key)!r}" for key in keys)
    if len(theirs) < len(got):
        yield "an occurrence stands there twice"
    for first, wrongly_first in zip(filter(theirs.get, ours), filter(ours.get, theirs)):
        if first != wrongly_first:
            return (yield f"{wrongly_first} comes before {first}")


def asked(event, rows):
    """What is compared: (options, reasons, a show day or None for all of the event)."""
    days = [oracle.date_of(day) for day in sorted({row["day"] for row in rows})]
    for n, (words, why) in enumerate(oracle.calendars(event)):
        every_day = not words or words[0] in ("--event", "--area")
        yield from ((words, why, day) for day in [None, *(days if every_day else [days[n % len(days)]])])


def compared(event, rows, words, why, day):
    """What is wrong with one schedule, and how many rows it has."""
    chosen = [(row, why(row) if why else []) for row in rows]
    chosen = [{**oracle.narrowed(event, row, via), "via": via} for row, via in chosen if via or not why]
    expected = [as_json(row) for row in oracle.in_order(chosen) if not day or oracle.is_on(event, row, day)]
    words = ["schedule", *words, *(["--day", str(day)] if day else [])]
    done = backops(*words, "--format", "json", cwd=event.directory)
    case = f"{os.path.basename(event.directory)}: {' '.join(words)}"
    if done.returncode:
        return [f"{case}: exit status {done.returncode}, {done.stderr.decode()}"], 0
    got = json.loads(done.stdout)["rows"]
    return [f"{case}: {difference}" for difference in differences(expected, got)], len(got)


def main():
    schedules = rows_seen = 0
    problems = []
    paths = glob.glob(os.path.join(SOURCE, "examples", "*", "event.yaml")) + glob.glob(os.path.join(HERE, "events", "*", "event.yaml"))
    for path in sorted(paths):
        event = oracle.Event(os.path.dirname(path))
        rows = oracle.occurrences(event)
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            for wrong, count in pool.map(lambda each: compared(event, rows, *each), asked(event, rows)):
                problems += wrong
                schedules, rows_seen = schedules + 1, rows_seen + count
    print("".join(problem + "\n" for problem in problems[:60]), end="")
    print(f"{schedules} schedules of {rows_seen} rows, {len(problems)} differences")
    return 1 if problems or not rows_seen else 0


if __name__ == "__main__":
    sys.exit(main())
