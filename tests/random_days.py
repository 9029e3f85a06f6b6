"""Random events of few days and few people, in which everything that a person's day depends on meets: made as dictionaries of text, of the shape
that the files have, and written as an event directory. The same seed makes the same event."""
import datetime
import os
import random
import re

DAY = datetime.timedelta(days=1)
ZONE = "Europe/Berlin"
# A day in summer, and the eves of clock changes in Berlin and New York, in spring and autumn.
FIRST_DAYS = ("2026-06-11", "2026-03-27", "2026-03-28", "2026-10-23", "2026-10-24", "2026-03-07", "2026-10-31")
NAMES = ("maya", "finn", "iris", "jo", "otis", "una", "zoe", "pete")
# With how often each comes and how long it lasts, in quarters of an hour; 0 is a moment.
KINDS = {"call": (22, (0, 0, 0, 1, 2, 4, 16, 32)), "meal": (10, (2, 3, 4, 4, 0)), "show": (10, (4, 6, 9)), "load-in": (12, (8, 16, 24, 40)),
         "rehearsal": (8, (2, 4, 8)), "": (12, (0, 2, 4, 12, 36)), "watch": (7, (16, 32, 44)), "hold": (6, (4, 8)), "travel": (8, (2, 4, 8, 16)), "all day": (3, ()), "days": (3, (100, 120, 200))}
STARTS = (5, 6, 7, 7, 8, 8, 8, 9, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28)


class Maker:
    def __init__(self, seed):
        self.chance = random.Random(seed)
        self.first = datetime.date.fromisoformat(self.pick(FIRST_DAYS))
        self.length = self.chance.randint(2, 4)
        # How much is asked of companies, and how much of people: each event its own.
        self.of_companies, self.of_people = self.pick((20, 60, 60, 90)), self.pick((25, 50, 80))
        self.general = self.pick((10, 25, 70))
        self.starts = []

    # Dice.

    def pick(self, choices):
        return self.chance.choice(list(choices))

    def some(self, choices, most):
        choices = list(choices)
        return sorted(self.chance.sample(choices, min(len(choices), self.chance.randint(0, most))))

    def often(self, percent):
        return self.chance.randrange(100) < percent

    # Texts.

    def day(self, beyond=0):
        return self.first + self.chance.randrange(self.length + beyond) * DAY

    def clock(self, hours=STARTS):
        if hours is STARTS and self.often(30):
            return self.pick(("08:00", "09:00", "10:00", "12:00", "18:00", "20:00"))
        return f"{self.pick(hours):02}:{self.pick(('00', '00', '00', '30', '30', '15', '45'))}"

    def time(self, day):
        return f"{day}T{self.clock()}"

    @staticmethod
    def length_of(quarters):
        hours, minutes = divmod(quarters * 15, 60)
        return (f"{hours}h" if hours else "") + (f"{minutes}m" if minutes else "")

    @staticmethod
    def end_of(start, quarters):
        """The end on the clock, as a clock time or as a date-time."""
        clock = datetime.timedelta(hours=int(start[11:13]), minutes=int(start[14:16])) + datetime.timedelta(minutes=15 * quarters)
        if quarters < 96:
            minutes = int(clock.total_seconds()) // 60 % 1440
            return f"{minutes // 60:02}:{minutes % 60:02}"
        return (datetime.datetime.fromisoformat(start[:10]) + clock).strftime("%Y-%m-%dT%H:%M")

    def after(self, start, minutes=None):
        """Up to three hours later, on the same date as written."""
        clock = int(start[11:13]) * 60 + int(start[14:16]) + (self.pick((0, 0, 15, 30, 60, 120, 180)) if minutes is None else minutes)
        return start[:11] + f"{clock // 60:02}:{clock % 60:02}" if 0 <= clock < 35 * 60 else start

    # Records.

    def event(self):
        self.companies, self.crew = self.parties()
        records = {"event": self.root(), "areas": {"stage": {"name": "Stage", "overlap": "allow"},
                                                   "pier": {"name": "Pier", "timezone": "Europe/London", "overlap": "allow"}},
                   "collaborators": self.companies, "crew": self.crew, "activities": {}, "timeframes": {}}
        if self.often(30):
            records["timeframes"]["show-days"] = {"name": "Show days", "start": str(self.first), "end": str(self.first + self.length * DAY)}
        for number in range(self.chance.randint(8, 20)):
            kind = self.chance.choices(list(KINDS), [weight for weight, _ in KINDS.values()])[0]
            records["activities"][f"{kind.replace(' ', '-') or 'work'}-{number}"] = self.activity(f"Activity {number}", kind)
        for record in [*self.companies.values(), *self.crew.values()]:
            rules, away = self.rules(8), self.unavailable() if self.often(30) else None
            record.update({**({"rules": rules} if rules else {}), **({"unavailable": away} if away else {})})
        return records

    def root(self):
        event = {"format": "1", "uid": "random-days", "name": "Random days", "timezone": ZONE, "start": str(self.first),
                 "end": str(self.first + (self.length - 1) * DAY), "day_start": self.pick(("04:00", "04:00", "06:00")), "default_collaborator": "acme"}
        rules = self.rules(60)
        if self.often(40):
            rules["general_call"] = self.pick(("1h", "2h", "6h"))
        return {**event, **({"rules": rules} if rules else {})}

    def rules(self, percent):
        choices = {"minimum_rest": ("5h", "8h", "10h", "11h"), "longest_day": ("6h", "10h", "12h"), "meal_within": ("3h", "5h", "6h"),
                   "split": ("2h", "3h", "5h")}
        return {rule: self.pick(values) for rule, values in choices.items() if self.often(percent)}

    def parties(self):
        companies = {"acme": {"name": "Acme Audio"}, "kites": {"name": "Red Kites", "overlap": "forbid"}}
        if self.often(60):
            companies["solo"] = {"name": "Solo Rigging"}
        if self.often(40):
            companies["empty"] = {"name": "Nobody Yet", "overlap": self.pick(("allow", "warn"))}
        homes = ["acme", "acme", "kites", *(["solo"] if "solo" in companies else [])]
        homes += [self.pick(("acme", "kites")) for _ in range(self.chance.randint(max(0, 4 - len(homes)), 8 - len(homes)))]
        return companies, {name: {"name": name.title(), "collaborator": home} for name, home in zip(NAMES, homes)}

    def unavailable(self):
        stretches = []
        for _ in range(self.chance.randint(1, 2)):
            day = self.day()
            if self.often(30):
                stretches.append({"start": str(day), "end": str(day + self.chance.randrange(2) * DAY)})
                continue
            # Mostly where something is: it takes away a beginning, an end, a moment or something in between.
            start = self.after(self.pick(self.starts)) if self.starts and self.often(60) else self.time(day)
            hour = min(int(start[11:13]) + self.chance.randint(1, 7), 35)
            stretches.append({"start": start, "end": f"{start[:11]}{hour:02}:{self.pick(('45', '59'))}"})
        return stretches

    def activity(self, name, kind):
        activity = {"name": name, **({"kind": kind} if kind not in ("", "all day", "days") else {}), **self.times(kind)}
        activity.update(self.who(kind))
        if self.often({"call": self.general, "meal": 50}.get(kind, 6)):
            activity["global"] = "true"
        if self.often(15):
            activity["status"] = self.pick(("tentative", "tentative", "cancelled"))
        if self.often(45):
            activity["areas"] = [self.pick(("stage", "stage", "pier"))]
        if self.often(7) and kind != "all day":
            activity["timezone"] = "America/New_York"
        if kind not in ("call", "meal", "hold") and self.often(4):
            activity["busy"] = "false"
        if kind == "hold" and self.often(10):
            activity["busy"] = "true"
        if self.often(20):
            activity["visibility"] = self.pick(("private", "private", "public"))
        if kind in ("show", "load-in", "rehearsal", "", "days") and self.often(20) or kind == "call" and self.often(4):
            activity["segments"] = self.segments()
        if kind not in ("days",) and self.often(25):
            activity["repeat"] = self.repeat(activity, kind)
        return activity

    def times(self, kind):
        day = self.day(beyond=1)
        if kind == "all day":
            return {"start": str(day), **({"end": str(day + DAY)} if self.often(40) else {})}
        # Some lie within or close to others.
        near = self.pick(self.starts) if self.starts and self.often(35) else None
        start, quarters = self.after(near) if near else self.time(day), self.pick(KINDS[kind][1])
        if kind == "watch" and self.starts:
            # It lasts for long around something else.
            start = self.after(self.pick(self.starts), -self.pick((0, 30, 120)))
        self.starts += [start, self.after(start, 15 * quarters)]
        if not quarters:
            return {"start": start}
        return {"start": start, **({"duration": self.length_of(quarters)} if self.often(50) else {"end": self.end_of(start, quarters)})}

    def who(self, kind):
        """Mostly companies, some of them with people named."""
        companies = self.some(self.companies, 2) if self.often(self.of_companies) and kind != "watch" else []
        people = self.some(self.crew, 2) if self.often(self.of_people) or not companies else []
        optional = [each for each in self.some([*self.crew, *self.companies], 2) if each not in companies + people] if self.often(25) else []
        who = {key: each for key, each in (("required", companies + people), ("optional", optional)) if each}
        found = {"participants": who} if who else {}
        if self.often(20) or kind == "meal" and self.often(40):
            found["organizers"] = companies[:1] if companies and self.often(50) else [self.pick([*self.crew, *self.companies])]
        if kind != "meal" and self.often(15):
            found["needs"] = [{"count": str(self.chance.randint(1, 4)), "role": "stagehand", "collaborator": self.pick(self.companies)}]
        return found

    def segments(self):
        found = []
        for number in range(self.chance.randint(1, 3)):
            part = {"name": f"Part {number}", "duration": self.pick(("15m", "30m", "1h", "2h"))}
            if self.often(15):
                part["start"] = self.clock(range(8, 24))
            if self.often(75):
                part["who"] = [self.pick([*self.crew, *self.crew, *self.companies])]
            found.append(part)
        return found

    def repeat(self, activity, kind):
        first = datetime.date.fromisoformat(activity["start"][:10])
        dates = [first + n * DAY for n in range(4)]
        rule = self.pick(({"every": "day"}, {"every": "day", "count": "3"}, {"every": "day", "until": str(dates[2])}, {"every": "2 days"},
                          {"every": "week", "on": sorted(dict.fromkeys([first.strftime("%a").lower(), dates[2].strftime("%a").lower()]))},
                          {"dates": [str(first), str(dates[2])]}))
        if self.often(25):
            rule["skip"] = [str(self.pick(dates[1:]))]
        # A change is for a date that there is, whatever the rule.
        if self.often(50) and (change := self.change(activity, kind)):
            rule["changes"] = {str(first): change}
            if rule.get("every") == "day" and str(dates[1]) not in rule.get("skip", []) and rule.get("count") and self.often(50):
                rule["changes"] = {str(dates[1]): change}
        return rule

    def change(self, activity, kind):
        change = {}
        if self.often(50) and kind != "all day":
            change["start"] = self.clock()
        if self.often(30) and "duration" in activity:
            change["duration"] = self.length_of(self.pick(KINDS[kind][1]) or 2)
        if self.often(40):
            change["participants"] = self.who(kind).get("participants", {"required": ["acme"]})
        if self.often(12):
            change["status"] = self.pick(("cancelled", "tentative", "confirmed"))
        if self.often(10):
            change["areas"] = [self.pick(("stage", "pier"))]
        return change


def event(seed):
    return Maker(seed).event()


# The files.

def scalar(text):
    return text if re.fullmatch(r"[A-Za-z0-9][\w ./-]*(T\d\d:\d\d)?", text) else '"' + text + '"'


def lines(value, indent=""):
    """Of a map, in block style; lists of words in flow."""
    for key, item in value.items():
        if isinstance(item, dict):
            yield f"{indent}{scalar(key)}:"
            yield from lines(item, indent + "  ")
        elif isinstance(item, list) and item and isinstance(item[0], dict):
            yield f"{indent}{key}:"
            for each in item:
                first, *rest = lines(each, indent + "    ")
                yield f"{indent}  - {first.strip()}"
                yield from rest
        elif isinstance(item, list):
            yield f"{indent}{key}: [{', '.join(map(scalar, item))}]"
        else:
            yield f"{indent}{key}: {scalar(item)}"


def write(records, directory):
    """The event's directory, which must not be there yet."""
    os.makedirs(directory)
    put = lambda path, record: open(os.path.join(directory, path), "w", encoding="utf-8").write("".join(line + "\n" for line in lines(record)))
    put("event.yaml", records["event"])
    for folder in ("areas", "collaborators", "crew", "activities", "timeframes"):
        if records.get(folder):
            os.makedirs(os.path.join(directory, folder))
        for id, record in records.get(folder, {}).items():
            put(os.path.join(folder, id + ".yaml"), record)
