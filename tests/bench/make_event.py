#!/usr/bin/env python3
"""Writes a large event directory, the same for the same arguments: make_event.py DIRECTORY [ACTIVITIES]

Areas, collaborators and crew grow with the activities. Every tenth activity is sparse and every twentieth rich (segments, needs,
comments, a flow list), as hand-kept events are. Every tenth recurs daily, a third of these without a bound of their own.
"""
import datetime
import os
import random
import sys

TRADES = ["Rigging", "Audio", "Video", "Lighting", "Catering", "Power", "Backline", "Site"]
JOBS = ["call", "line check", "load-in", "focus", "changeover", "briefing", "rehearsal", "handover", "inspection", "strike"]
KINDS = {"call": "call", "load-in": "load-in", "changeover": "changeover", "rehearsal": "rehearsal", "strike": "load-out"}
DAYS = 5
FIRST = datetime.datetime(2027, 5, 12, 6)


class Event:
    def __init__(self, root, activities):
        self.root = root
        self.chance = random.Random(activities)
        self.areas = max(4, activities // 150)
        self.collaborators = max(5, activities // 30)
        self.crew = max(10, activities * 3 // 10)
        self.activities = activities

    def write(self, path, *lines):
        path = os.path.join(self.root, path + ".yaml")
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write("\n".join(lines) + "\n")

    def make(self):
        self.write("event", "format: 1", "uid: 5e0c6a3e-70f5-4a43-8a2c-0c7f5f7f3b10", "name: Long Weekend", "kind: festival",
                   "timezone: Europe/Berlin", "start: 2027-05-12", "end: 2027-05-16", 'day_start: "04:00"', "default_collaborator: company-0")
        for number in range(self.areas):
            self.write(f"areas/space-{number}", f"name: Space {number}", f"location: Gate {number % 7}")
        for number in range(self.collaborators):
            self.write(f"collaborators/company-{number}", f"name: Company {number}", f"phone: +49 30 77 {number:05}", "tags:", "- vendor")
        for number in range(self.crew):
            self.write(f"crew/person-{number}", f"name: Person {number}", f"collaborator: company-{number % self.collaborators}",
                       "role: Technician", f"email: person-{number}@example.org", f"radio: channel {number % 16}")
        for number, name in enumerate(("load-in", "show-days", "load-out")):
            self.write(f"timeframes/{name}", f"name: {name.capitalize()}", f"start: 2027-05-{12 + number * 2}",
                       f"end: 2027-05-{min(16, 13 + number * 2)}", "global: true")
        for number in range(self.activities):
            self.write(f"activities/work-{number}", *self.activity(number))

    def activity(self, number):
        start = FIRST + datetime.timedelta(minutes=15 * self.chance.randrange(DAYS * 96 - 40))
        recurs = number % 10 == 7
        if recurs:
            start = start.replace(day=FIRST.day)
        end = start + datetime.timedelta(minutes=15 * self.chance.randrange(1, 14))
        trade, job = self.chance.choice(TRADES), self.chance.choice(JOBS)
        company, other = self.chance.sample(range(self.collaborators), 2)
        lead, hand, guest = self.chance.sample(range(self.crew), 3)
        lines = [f"name: {trade} {job} {number}", f"start: {start:%Y-%m-%dT%H:%M}", f"end: {end:%Y-%m-%dT%H:%M}", "areas:",
                 f"- space-{self.chance.randrange(self.areas)}"]
        if number % 10 == 3:
            return lines
        if job in KINDS:
            lines.append(f"kind: {KINDS[job]}")
        if number % 25 == 0:
            lines.append("global: true")
        lines += ["description: |", f"  {trade} brings its own tools and signs for the keys at gate {number % 7}.",
                  "  Ask on channel 4 before you move anything.", f"location: Dock {number % 9}, left of the ramp",
                  "organizers:", f"- person-{lead}", "participants:", "  required:", f"  - company-{company}", f"  - person-{hand}",
                  "  optional:", f"  - company-{other}", f"  - person-{guest}"]
        if number % 20 == 0:
            lines += ["# agreed on the phone", "needs:", f"- count: {1 + number % 6}", "  role: stagehand", f"  collaborator: company-{company}",
                      "segments:", "- name: Set up", "  duration: 20m", "- name: Run", "  duration: 30m", "tags: [plan-a, night]"]
        if recurs:
            bounds = [[], ["  during: show-days"], ["  until: 2027-05-16"]]
            lines += ["repeat:", "  every: day", *bounds[number // 10 % 3]]
            lines += ["  skip:", "  - 2027-05-15"] if number % 50 == 7 else []
        return lines


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__.splitlines()[0])
    Event(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 1000).make()
