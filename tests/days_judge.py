"""A person's day, worked out a second time: whom an activity takes, when each has to be there, when they are out, and what of it is wrong.

Written from the rules of backops-schedule(1), backops-check(1) and backops-event(5), whose sentences are quoted where they are followed; it
shares no code with the program. An event is a dictionary of texts, of the shape that its files have: {"event": {…}, "crew": {id: {…}}, …}.
Dates of series and instants are those of tests/oracle.py. `python3 tests/days_judge.py` tries the judge itself: see judge_test.py.
"""
import datetime
import sys

import oracle
from oracle import DAY, UTC, date_of, instant, midnight

FOLDERS = ("areas", "collaborators", "crew", "activities", "timeframes")
# "a stretch is half-open": all intervals are (from, until) in UTC; a moment is one of no length.
NO_WORK = ("call", "hold", "travel")
NOTHING = datetime.timedelta()


# Intervals.

def has_length(part):
    return part[0] < part[1]


def holds(stretch, time):
    return stretch[0] <= time < stretch[1]


def union(parts):
    """Merged, in order; touching ones are one, and moments are lost."""
    merged = []
    for begins, ends in sorted(filter(has_length, parts)):
        if merged and begins <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], ends))
        else:
            merged.append((begins, ends))
    return merged


def minus(parts, cuts):
    """What is left of the parts without the cuts: "half-open; a moment inside belongs to them"."""
    for cut in cuts:
        left = []
        for part in parts:
            if not has_length(part):
                left += [] if holds(cut, part[0]) else [part]
                continue
            left += filter(has_length, [(part[0], min(part[1], cut[0])), (max(part[0], cut[1]), part[1])])
        parts = left
    return sorted(parts)


def lies_in(part, stretches):
    """Wholly; a moment only where it is inside and not at the end."""
    return any(begins <= part[0] and part[1] <= ends and (has_length(part) or part[0] < ends) for begins, ends in stretches)


def total(parts):
    return sum((ends - begins for begins, ends in parts), NOTHING)


# The event and what happens in it.

class Plan(oracle.Event):
    """An event given as dictionaries; `rows` is all that is not cancelled ("what is cancelled takes nobody and is no call")."""

    def __init__(self, records):
        self.event = records["event"]
        for folder in FOLDERS:
            setattr(self, folder, records.get(folder, {}))
        self.day_start = oracle.clock_of(self.event.get("day_start", "04:00"))
        self.last_day = max([date_of(self.event["end"])] + [self.days_of(frame)[1] for frame in self.timeframes.values()])
        self.rows = oracle.in_order(rows_of(self))
        self.known = {}

    def company(self, person):
        return self.crew[person]["collaborator"]

    def people(self, company):
        return [person for person, record in self.crew.items() if record["collaborator"] == company]

    def is_band(self, company):
        return self.collaborators[company].get("overlap", "allow") != "allow"

    def days(self):
        """Every show day on which something is."""
        return sorted({day for row in self.rows for day in row["days"]} | {part["day"] for row in self.rows for part in row["segments"]})


def read(directory):
    """The records of an event directory."""
    event = oracle.Event(directory)
    return {"event": event.event, **{folder: getattr(event, folder) for folder in FOLDERS}}


def rows_of(plan):
    for id, activity in plan.activities.items():
        start = date_of(activity["start"][:10])
        for date in oracle.dates_of(plan, activity["repeat"], start) if "repeat" in activity else [start]:
            row = row_of(plan, id, date)
            if row["status"] != "cancelled":
                yield row


def row_of(plan, id, date):
    """One occurrence, with what this judge asks of it beside what the calendars do."""
    activity = plan.activities[id]
    change = activity["repeat"].get("changes", {}).get(str(date), {}) if "repeat" in activity else {}
    now = {**activity, **change}
    row = oracle.occurrence(plan, id, date)
    row["key"] = row["occurrence"] or id
    row["asked"] = now.get("participants", {}).get("required", [])
    row["needs"] = [need["collaborator"] for need in now.get("needs", []) if "collaborator" in need]
    # "`busy`: default true, but false when all day and for `call` and `hold`".
    row["busy"] = now["busy"] == "true" if "busy" in now else not row["all_day"] and row["kind"] not in ("call", "hold")
    row["days"] = days_on(plan, row)
    row["segments"] = segments_of(plan, row) if "segments" in activity and not row["all_day"] else []
    return row


def is_long(row):
    return row["all_day"] or row["until"] - row["from"] >= DAY


def days_on(plan, row):
    """"What starts on show day D, and what lasts 24 hours or more and overlaps it"."""
    first = date_of(row["day"])
    if not is_long(row):
        return [first]
    around = (first + n * DAY for n in range((row["until"] - row["from"]).days + 3))
    return [day for day in around if oracle.is_on(plan, row, day)]


def segments_of(plan, row):
    """Whom each segment names, and when. One of what lasts for days belongs to the show day on which it begins itself."""
    local = lambda time: time.astimezone(oracle.zoneinfo.ZoneInfo(row["timezone"])).replace(tzinfo=None)
    parts = zip(plan.activities[row["id"]]["segments"], oracle.segment_times(plan, row))
    return [{"who": part.get("who", []), "from": begins, "until": ends, "day": plan.show_day(local(begins)) if is_long(row) else date_of(row["day"])}
            for part, (_, begins, ends) in parts]


def stretch(plan, record):
    """One `unavailable`: dates are show days, the last one too, on the event's clock."""
    zone, start, end = plan.event["timezone"], record["start"], record["end"]
    begins = midnight(date_of(start)) + plan.day_start if len(start) == 10 else oracle.time_of(start)[0]
    ends = midnight(date_of(end)) + DAY + plan.day_start if len(end) == 10 else oracle.time_of(end)[0]
    return instant(begins, zone), instant(ends, zone)


def away(plan, person):
    """"The stretches in which they or their collaborator are `unavailable` (half-open, on the event's clock)"."""
    records = plan.crew[person].get("unavailable", []) + plan.collaborators[plan.company(person)].get("unavailable", [])
    return union(stretch(plan, record) for record in records)


def is_away(plan, person, time):
    return any(holds(each, time) for each in away(plan, person))


def limit(plan, person, rule):
    """"The nearest wins; without a value the rule is off"."""
    for record in (plan.crew[person], plan.collaborators[plan.company(person)], plan.event):
        if rule in record.get("rules", {}):
            return oracle.duration_of(record["rules"][rule])
    return None


# Whom an activity takes.

def claim(row, person, reason, part=None, optional=False):
    """What one activity has of one person: the whole of it, or one segment."""
    part = part or row
    days = [part["day"]] if part is not row else row["days"]
    return {"row": row, "person": person, "reason": reason, "optional": optional, "from": part["from"], "until": part["until"], "days": days}


def requires(row, company):
    """When `participants` or segments require it: "a collaborator there is required for that segment"; "`needs` alone send nobody and make no
    team call"."""
    if company in row["asked"]:
        return [row]
    return [part for part in row["segments"] if company in part["who"]]


def named(plan, row, company):
    """"If it names some of them as required (optional ones, organizers, segments … do not count)"."""
    return [person for person in plan.people(company) if person in row["asked"]]


def serves(row, company):
    """"A company that both organizes and is required serves it: that is work of its people and feeds none of them"."""
    return row["kind"] == "meal" and company in row["organizers"] and bool(requires(row, company))


def own_claims(row, person):
    """"Everybody whom it names as a participant, and a segment's `who` for that segment: their *own* entries"; "an optional participant in a
    segment is own for it and optional for the rest"; "who only organizes is not taken"."""
    if person in row["asked"]:
        return [claim(row, person, "own")]
    found = [claim(row, person, "own", optional=True)] if person in row["optional"] else []
    return found + [claim(row, person, "segment", part) for part in row["segments"] if person in part["who"]]


def team_claims(plan, row, person):
    """What the company sends them to, before rules 3 and 4. `alone`: it sends them only when they are with the team that day."""
    company = plan.company(person)
    # "Who is named as optional is only that (the team does not send them there …)".
    if person in row["asked"] or person in row["optional"]:
        return []
    names = named(plan, row, company)
    # "A `call` that names some of a company's people is those people's own call and nobody else's", "in a band too".
    if row["kind"] == "call" and names:
        return []
    # "A `meal` … takes only whom it names"; "a served meal sends by rule 2".
    if row["kind"] == "meal" and not serves(row, company):
        return []
    # "A collaborator that is not `allow` (a band) always sends all"; "if it names none, all of them".
    alone = bool(names) and not plan.is_band(company)
    return [{**claim(row, person, "team", part), "alone": alone} for part in requires(row, company)]


def is_work(plan, entry):
    """"*Work* is all of it but `call`s, `meal`s that feed them, what is optional, all-day activities, `hold`, `travel` and what lasts 24 hours or
    more". A segment counts by its own length."""
    row = entry["row"]
    if entry["optional"] or row["all_day"] or row["kind"] in NO_WORK or entry["until"] - entry["from"] >= DAY:
        return False
    return row["kind"] != "meal" or serves(row, plan.company(entry["person"]))


def own_first_call(plan, person, day):
    """The start of "their own first `call` that day": of those that require them or name them in a segment. "For this a call counts even while
    they are away"."""
    calls = [each for row in plan.rows if row["kind"] == "call" for each in own_claims(row, person)]
    return min((each["from"] for each in calls if day in each["days"] and not each["optional"]), default=None)


def is_with_team(plan, person, day):
    """"If a `call` requires their company and names none of it, and their own first `call` that day, if they have one, is not later than it"."""
    own = own_first_call(plan, person, day)
    calls = [each for row in plan.rows if row["kind"] == "call" for each in team_claims(plan, row, person)]
    return any(day in each["days"] and (own is None or own <= each["from"]) for each in calls)


def own_work(plan, person):
    """All stretches of it, "of any show day"."""
    key = "own work", person
    if key not in plan.known:
        plan.known[key] = union((each["from"], each["until"]) for row in plan.rows for each in own_claims(row, person) if is_work(plan, each))
    return plan.known[key]


def left_of(plan, entry, day):
    """(the parts that are theirs, why none is: `cut` or `covered` or None) of what takes somebody with the team."""
    person, parts = entry["person"], [(entry["from"], entry["until"])]
    first = own_first_call(plan, person, day)
    # "Theirs is what is left without: the time before their own first `call` (unless 3 holds) … and the stretches in which they or their
    # collaborator are `unavailable`".
    if first and not is_with_team(plan, person, day):
        parts = minus(parts, [(datetime.datetime.min.replace(tzinfo=UTC), first)])
    parts = minus(parts, away(plan, person))
    if not parts:
        return [], "cut"
    # "Or whose rest their own work covers wholly"; "only work is covered by own work (of any show day), never a call; of a band nothing is
    # covered".
    is_covered = is_work(plan, entry) and not plan.is_band(plan.company(person)) and all(lies_in(part, own_work(plan, person)) for part in parts)
    return ([], "covered") if is_covered else (parts, None)


def claims_on(plan, person, day):
    """Every entry of a show day with `parts`, what is theirs of it; `gone` says why that is nothing."""
    entries = []
    for row in plan.rows:
        entries += [{**each, "parts": [(each["from"], each["until"])], "gone": None} for each in own_claims(row, person) if day in each["days"]]
        for each in team_claims(plan, row, person):
            # "It sends those, and beside them only who is with the team that day (3)".
            if day in each["days"] and (not each["alone"] or is_with_team(plan, person, day)):
                parts, gone = left_of(plan, each, day)
                entries.append({**each, "parts": parts, "gone": gone})
    return entries


# A person's day.

def event_call(plan, person, day, first_work):
    """"Of the event's (`global`) the last that is at most `rules.general_call` (default 4h) before their first work". It is one of that show day,
    and "a call at which somebody is optional calls them not"; the last of those that are calls of theirs at all."""
    most = oracle.duration_of(plan.event.get("rules", {}).get("general_call", "4h"))
    calls = [claim(row, person, "event") for row in plan.rows if row["kind"] == "call" and row["global"] and day in row["days"]
             and person not in row["optional"] and not is_away(plan, person, row["from"]) and NOTHING <= first_work - row["from"] <= most]
    for call in calls:
        call["parts"] = minus([(call["from"], call["until"])], away(plan, person))
    return calls[-1:]


def calls_of(plan, person, day, entries, first_work):
    """(source, calls): own, else the team's, else the event's. "A call while they are `unavailable` is none"."""
    valid = [each for each in entries if each["row"]["kind"] == "call" and not each["optional"] and each["parts"]
             and not is_away(plan, person, each["from"])]
    own = [each for each in valid if each["reason"] != "team"]
    if own:
        return "own", own
    # "If none, the team's (3)": only who is with the team has them.
    team = [each for each in valid if each["reason"] == "team"] if is_with_team(plan, person, day) else []
    if team:
        return "team", team
    event = event_call(plan, person, day, first_work) if first_work else []
    if event:
        return "event", event
    return ("first" if first_work else None), []


def span_of(items):
    """{call, out, and whether these rest on something tentative} of calls and parts of work. "A moment after all ends is the out, but a call alone
    that is a moment gives none"; nor do several."""
    call = min(item["from"] for item in items)
    out = max(item["until"] for item in items) if any(item["work"] or item["from"] < item["until"] for item in items) else None
    # "A time that rests on a tentative entry carries `?`": where a confirmed entry gives the same time, it does not rest on the other.
    tentative = lambda key, time: time is not None and all(item["tentative"] for item in items if item[key] == time)
    return {"call": call, "out": out, "call_is_tentative": tentative("from", call), "out_is_tentative": tentative("until", out)}


def items_of(calls, work):
    """The calls and the parts of work that times rest on."""
    tentative = lambda entry: entry["row"]["status"] == "tentative"
    items = [{"from": each["from"], "until": max(ends for _, ends in each["parts"]), "work": False, "tentative": tentative(each), "entry": each}
             for each in calls]
    return items + [{"from": begins, "until": ends, "work": True, "tentative": tentative(each), "entry": each}
                    for each in work for begins, ends in each["parts"]]


def pairs_of(plan, person, source, calls, items):
    """"Where nothing takes them for `rules.split` (off without a value) and an own call ends the gap, the sheet prints both pairs"."""
    least = limit(plan, person, "split")
    borders = []
    for call in calls if source == "own" and least is not None else []:
        before = [item["until"] for item in items if item["from"] < call["from"]]
        if before and call["from"] - max(before) >= least:
            borders.append(call["from"])
    groups = {}
    for item in items:
        groups.setdefault(sum(item["from"] >= border for border in set(borders)), []).append(item)
    return [groups[n] for n in sorted(groups)]


def feeds(plan, row, person):
    """"A `meal` feeds whom it names, requires or (global) all"; a company that serves it is not fed."""
    company = plan.company(person)
    if row["kind"] != "meal" or serves(row, company):
        return False
    return row["global"] or person in row["optional"] or bool(requires(row, person)) or bool(requires(row, company))


def day_of(plan, person, day):
    """The one value. `call` None: they have neither calls nor work; `listed`: whether they stand on the sheet."""
    key = person, day
    if key not in plan.known:
        plan.known[key] = made_day(plan, person, day)
    return plan.known[key]


def made_day(plan, person, day):
    claims = claims_on(plan, person, day)
    entries = [each for each in claims if not each["gone"]]
    work = [each for each in entries if is_work(plan, each)]
    first_work = min((each["parts"][0][0] for each in work), default=None)
    source, calls = calls_of(plan, person, day, entries, first_work)
    items = items_of(calls, work)
    groups = pairs_of(plan, person, source, calls, items) if items else []
    whole = span_of(items) if items else {"call": None, "out": None, "call_is_tentative": False, "out_is_tentative": False}
    # "Who has entries and neither calls nor work stands on the sheet with `–`", and "who has entries of that day of which nothing is left".
    listed = bool(items or entries or any(each["gone"] == "cut" for each in claims))
    return {**whole, "source": source, "calls": calls, "entries": entries, "work": work, "first_work": first_work, "groups": groups,
            "pairs": [span_of(group) for group in groups], "listed": listed,
            "meals": [row for row in plan.rows if feeds(plan, row, person) and (day in row["days"] or is_within(row, groups))]}


def is_within(row, groups):
    """Whether a meal lies between being there and being out: a night may last into the next day's breakfast."""
    pairs = [span_of(group) for group in groups]
    return any(pair["call"] < max(row["until"], row["from"] + datetime.timedelta(seconds=1)) and row["from"] < (pair["out"] or pair["call"]) for pair in pairs)


# Who is where.

def is_on_site(plan, person, time):
    """"Between the time to be there and the out", within pairs. None where a day is one moment, just then: no rule says which."""
    for day in plan.days():
        for pair in day_of(plan, person, day)["pairs"]:
            if pair["call"] == time and pair["out"] in (None, time):
                return None
            if pair["out"] and pair["call"] <= time < pair["out"]:
                return True
    return False


def is_free(plan, person, time):
    """"Nothing that is `busy` takes them at T, by own or by team, and they are not away"; "optional entries take nobody"; moments take no time."""
    if is_away(plan, person, time):
        return False
    taken = (part for day in plan.days() for entry in day_of(plan, person, day)["entries"] if entry["row"]["busy"] and not entry["optional"]
             for part in entry["parts"])
    return not any(holds(part, time) for part in taken)


def company_line(plan, company, day):
    """(first, last): "from the first start to the last end of calls and work that require it, `needs` included"; last is None when there is
    nothing but moment calls."""
    spans = []
    for row in plan.rows:
        # What needs its people may name it for a segment too, which may end later.
        for part in ([row] if company in row["needs"] else []) + requires(row, company):
            on_day = day in row["days"] if part is row else day == part["day"]
            is_call = row["kind"] == "call"
            is_work = row["kind"] not in NO_WORK and not row["all_day"] and part["until"] - part["from"] < DAY and (row["kind"] != "meal" or serves(row, company))
            if on_day and (is_call or is_work):
                spans.append((part["from"], part["until"], is_work))
    if not spans:
        return None, None
    ends = any(is_work or begins < until for begins, until, is_work in spans)
    return min(begins for begins, _, _ in spans), max(until for _, until, _ in spans) if ends else None


def feed(plan, person):
    """What a phone gets: of each entry its parts. A list of (row, parts), a row once for each reason and segment."""
    found = {}
    for day in plan.days():
        for entry in day_of(plan, person, day)["entries"]:
            key = entry["row"]["key"], entry["reason"], entry["from"]
            parts = found.setdefault(key, (entry, []))[1]
            parts += [part for part in entry["parts"] if part not in parts]
    return [(entry, sorted(parts)) for entry, parts in found.values()]


# What is wrong with it.

def is_checked(day):
    """"A day with two or more team calls is printed, not checked" for rest, length and meals."""
    return not (day["source"] == "team" and len(day["calls"]) > 1)


def minutes(length):
    return int(max(length, NOTHING).total_seconds() // 60)


def short_rest(plan, person, day):
    """"Less than `minimum_rest` between a person's out of one show day and the next call"; "travel is no rest"; "a next call before the out is no
    rest at all". Of show days that follow each other."""
    least, earlier, later = limit(plan, person, "minimum_rest"), day_of(plan, person, day - DAY), day_of(plan, person, day)
    if least is None or not earlier["out"] or not later["call"] or not is_checked(earlier) or not is_checked(later):
        return
    out, call = earlier["out"], later["call"]
    travel = union((max(begins, out), min(ends, call)) for begins, ends in travels(plan, person))
    rest = call - out - total(travel)
    if rest < least:
        yield "short-rest", person, day, minutes(rest)


def travels(plan, person):
    return [part for day in plan.days() for entry in day_of(plan, person, day)["entries"]
            if entry["row"]["kind"] == "travel" and not entry["optional"] for part in entry["parts"]]


def gaps(plan, person, group):
    """The rests within a pair: "any gap of at least `minimum_rest`", "a gap is one without work". Calls bound one by their length; those that are
    moments do not."""
    least = limit(plan, person, "minimum_rest")
    stretches = sorted((item["from"], item["until"]) for item in group if item["work"] or item["from"] < item["until"])
    found, until = [], None
    for begins, ends in stretches:
        if until is not None and least is not None and begins - until >= least:
            found.append((until, begins))
        until = max(ends, until) if until else ends
    return found


def long_day(plan, person, day):
    """"A person's call to out above `longest_day`, less any gap of at least `minimum_rest`"; of pairs "length and hours are their sum"."""
    most, mine = limit(plan, person, "longest_day"), day_of(plan, person, day)
    if most is None or not mine["out"] or not is_checked(mine):
        return
    length = NOTHING
    for group, pair in zip(mine["groups"], mine["pairs"]):
        length += (pair["out"] - pair["call"] if pair["out"] else NOTHING) - total(gaps(plan, person, group))
    if length > most:
        yield "long-day", person, day, minutes(length)


def late_meal(plan, person, day):
    """"No `kind: meal` within `meal_within` of a call or of the last meal": from the end of that one to the start of the next, or to the out. A gap
    of at least `minimum_rest` begins the count anew, and so does the second pair of a split day. A meal counts by its time, whatever its show day."""
    most, mine = limit(plan, person, "meal_within"), day_of(plan, person, day)
    if most is None or not mine["out"] or not is_checked(mine):
        return
    meals = sorted((row["from"], row["until"]) for row in plan.rows if feeds(plan, row, person))
    for group, pair in zip(mine["groups"], mine["pairs"]):
        if not pair["out"]:
            continue
        rests = gaps(plan, person, group)
        starts, ends = [pair["call"]] + [ends for _, ends in rests], [begins for begins, _ in rests] + [pair["out"]]
        for since, until in zip(starts, ends):
            for wait in waits(since, until, meals):
                if wait > most:
                    yield "late-meal", person, day, minutes(wait)


def waits(since, until, meals):
    for begins, ends in meals:
        if begins >= until:
            break
        if begins > since:
            yield begins - since
        since = max(since, ends) if ends >= since else since
    if since < until:
        yield until - since


def before_call(plan, person, day):
    """"Their first work begins before the first of the calls that are theirs"."""
    mine = day_of(plan, person, day)
    if mine["calls"] and mine["first_work"] and mine["first_work"] < min(call["from"] for call in mine["calls"]):
        yield "before-call", person, day, minutes(min(call["from"] for call in mine["calls"]) - mine["first_work"])


def nobody_comes(plan, row, company):
    """"An activity (no `call`, `meal`, all-day or needs alone) requires a company that has people, and takes none of them as required"; "a
    segment's person comes"."""
    if row["kind"] in ("call", "meal") or row["all_day"] or not requires(row, company) or not plan.people(company):
        return False
    days = {*row["days"], *(part["day"] for part in row["segments"])}
    return not any(entry["row"] is row and not entry["optional"]
                   for person in plan.people(company) for day in days for entry in day_of(plan, person, day)["entries"])


def findings(plan):
    """(rule, person, show day, minutes) of each, and (nobody-comes, company, occurrence, None)."""
    found = []
    for person in plan.crew:
        # A rest may end on the day after the last one, too: not without anything on it.
        for day in plan.days():
            for rule in (short_rest, long_day, late_meal, before_call):
                found += rule(plan, person, day)
    found += [("nobody-comes", company, row["key"], None) for row in plan.rows for company in plan.collaborators if nobody_comes(plan, row, company)]
    return found


if __name__ == "__main__":
    import judge_test
    sys.exit(judge_test.main())
