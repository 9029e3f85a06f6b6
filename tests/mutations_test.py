"""Shows that the tests of the checks see when a rule is wrong: each mutant below is a rule with one thing changed, and a test must fail.

A mutant takes the place of its source file in the library; with it the tests of the file's room and of the checks are linked and run, and,
if they all pass, the folders of tests/errors that show its rule are played. An original text that does not stand in its file exactly once
makes the table stale, which is a failure too. A third of the mutants is tried, another one whenever one of their files has changed; all of
them with --all.
"""
import collections
import concurrent.futures
import glob
import json
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
import zlib

import errors_test
from running import HERE, SKIP, SOURCE, environment, is_sanitized, program

Mutant = collections.namedtuple("Mutant", "file rule original mutant breaks")


def of(file, rule, *changes):
    """Mutants of one file of lib/, for one rule: (original, mutant, what it breaks)."""
    return [Mutant(file, rule, *change) for change in changes]


MUTANTS = [
    *of("check/clashes.cc", "person-overlap",
        ("other->time.until <= booking.time.from", "other->time.until < booking.time.from", "touching ends do not conflict"),
        ("if (other->occurrence == booking.occurrence) continue;", "", "nothing conflicts with itself"),
        ("std::min(other->time.until, booking.time.until)", "other->time.until", "only shared time is told of"),
        ("running.push_back(&booking);", "running.assign(1, &booking);", "all that still run conflict, not the last alone")),
    *of("check/overlaps.cc", "person-overlap",
        ("clash.earlier->is_optional && clash.later->is_optional", "false", "both optional is nothing"),
        ("clash.earlier->is_optional && clash.later->is_optional", "clash.earlier->is_optional || clash.later->is_optional",
         "one side optional is something"),
        ("clash.earlier->is_teams && clash.later->is_teams && !is_own", "false", "what is the team's matter is told of the team"),
        ("clash.earlier->is_teams && clash.later->is_teams && !is_own",
         "(clash.earlier->is_teams || clash.later->is_teams) && !is_own",
         "a person's own activity conflicts with their team's"),
        ("clash.later->is_teams && !is_own", "clash.later->is_teams", "who is named in both has a conflict of their own"),
        ("clash.earlier->is_soft() || clash.later->is_soft()", "clash.earlier->is_soft() && clash.later->is_soft()",
         "one soft side is enough for one level less"),
        ("clash.earlier->is_soft() || clash.later->is_soft()", "clash.earlier->is_optional || clash.later->is_optional",
         "tentative is one level less"),
        ("clash.earlier->is_soft() || clash.later->is_soft()",
         "first.status() == model::Status::tentative || second.status() == model::Status::tentative", "optional is one level less"),
        ("overlap == model::Overlap::forbid ? Level::error", "overlap == model::Overlap::warn ? Level::error",
         "`forbid` is an error, `warn` a warning"),
        ("team_is_checked && clash", "clash", "of a company that may split up nobody tells but the person's rule")),
    *of("check/person_overlap.cc", "person-overlap",
        ("CalendarKind::crew", "CalendarKind::area", "it is their own calendar that counts"),
        ("|| people_.at(person.collaborator) == 1", "", "who is all that a company has is sent to all that requires it"),
        ("schedule::books_its_people(*team) ||", "", "a band takes its people with it")),
    *of("check/collaborator_overlap.cc", "collaborator-overlap",
        ("CalendarKind::collaborator", "CalendarKind::area", "it is its own calendar that counts")),
    *of("check/area_overlap.cc", "area-overlap",
        ("CalendarKind::area", "CalendarKind::crew", "it is its own calendar that counts")),
    *of("schedule/busy.cc", "person-overlap",
        ("is_moment(time) || ", "", "a moment does not conflict"),
        ("entry.part == Part::none || is_moment", "is_moment", "who only organizes is not booked"),
        ("|| !is_busy_(event_, *entry.occurrence->activity)", "", "calls, holds and what lasts all day do not conflict"),
        ("entry.part == Part::optional, is_own", "false, is_own", "who is optional is optional"),
        ("std::erase_if(all_, [&](const Busy& busy) { return with_team.contains(busy.occurrence); });", "",
         "what a band is required at, its people are required at once"),
        ("if (entry.part != Part::none) named.insert(entry.occurrence);", ";", "what is one's own and the band's is one's own"),
        ("if (goes_on)", "if (false)", "segments that follow one another are one stretch"),
        ("std::ranges::stable_sort(all_, {}, [](const Busy& busy) { return busy.time.from; });", "",
         "a band's bookings are in order among its people's own")),
    *of("schedule/busy.cc", "unavailable",
        ("instant(unavailable.end, 1)", "instant(unavailable.end, 0)", "the last date of an absence is a whole day")),
    *of("schedule/calendars.cc", "person-overlap",
        ("if (occurrence.status() == model::Status::cancelled) continue;", "", "nothing cancelled conflicts"),
        ("has_whole(entries, occurrence) && entries.back().sends", "has_whole(entries, occurrence)", "a segment needs also who may come to the rest"),
        ("for (const std::string& id : occurrence.participants().optional) join(id, Part::optional, false);",
         "for (const std::string& id : occurrence.participants().optional) join(id, Part::required, false);", "optional is not required"),
        ("entry.time = {times[i].from, times[i].until};", "entry.time = {occurrence.from, occurrence.until};",
         "who is named by a segment is booked for its time alone")),
    *of("check/unavailable.cc", "unavailable",
        ("if (shared.from < shared.until)", "if (shared.from <= shared.until)", "touching ends do not conflict"),
        ("std::max(busy.time.from, away.from)", "away.from", "the shared time begins when both have begun"),
        ("std::min(busy.time.until, away.until)", "away.until", "the shared time ends when one ends"),
        ("finding.is_lowered = busy.is_soft();", "", "optional is one level less"),
        ("finding.level = Level::error;", "", "an error by default"),
        ("entry.occurrence == busy.occurrence && entry.part != schedule::Part::none", "false",
         "where the company is booked, that is told of the company alone"),
        ("entry.occurrence == busy.occurrence && entry.part != schedule::Part::none", "entry.occurrence == busy.occurrence",
         "what a company only organizes books its people alone")),
    *of("schedule/person_days.cc", "long-day",
        ("model::Rules limits = person.rules;", "model::Rules limits;", "a person's own limits go before all others"),
        ("take_missing(limits, team->rules);", "", "a collaborator's limits hold"),
        ("take_missing(limits, plan.event.rules);", "", "the event's limits hold")),
    *of("schedule/person_days.cc", "nobody-comes",
        ("if (may_be_covered && ", "if (", "nothing of a band is covered"),
        ("std::ranges::all_of(left, covers)", "std::ranges::any_of(left, covers)", "what is covered in part stays"),
        ("own->second <= call->second", "own->second < call->second", "an own call at the team's moves with the team"),
        ("if (is_sent || is_with_team(day)) take(sent, day);", "if (is_sent) take(sent, day);", "who is with the team goes where others are named"),
        ("std::vector<Stretch> cuts = away_;", "std::vector<Stretch> cuts;", "who is away is sent nowhere"),
        ("if (is_call(entry) && known->second) return;", "", "a call that names some is theirs alone")),
    *of("schedule/settled_day.cc", "before-call",
        ("before < 0 || before > frame.general_call.seconds", "before < 0", "a general call long before the first work is not theirs"),
        ("before < 0 || before > frame.general_call.seconds", "before > frame.general_call.seconds", "a general call after the first work is not theirs"),
        ("!is_inside(taken.entry.time.from, frame.away)", "true", "a call while somebody is away is none"),
        ("if (has_length_) return;", "return;", "a call that is a moment gives no out")),
    *of("check/limits.cc", "long-day",
        ("work.from.seconds - before->until.seconds >= least->seconds",
         "work.from.seconds - before->until.seconds > least->seconds", "a gap of exactly the rest parts a day")),
    *of("schedule/person_day.cc", "short-rest",
        ("!before.is_certain() || ", "", "after a day of several team calls nothing is checked"),
        ("|| !next.is_certain()", "", "a day of several team calls is not checked"),
        ("seconds > 0 ? seconds - seconds_within(travels, between) : seconds", "seconds", "travel is no rest")),
    *of("check/short_rest.cc", "short-rest",
        ("*rest < asked.limits.minimum_rest->seconds", "*rest <= asked.limits.minimum_rest->seconds", "exactly the rest is enough"),
        ("*rest < asked.limits.minimum_rest->seconds", "*rest < 0", "less than the rest is too little")),
    *of("check/long_day.cc", "long-day",
        ("length > asked.limits.longest_day->seconds", "length >= asked.limits.longest_day->seconds", "exactly the limit is not too long"),
        ("length_of(day, asked.limits.minimum_rest)", "length_of(day, std::nullopt)", "a long gap is no part of the day"),
        ("!day.last || !day.is_certain()", "!day.last", "a day of several team calls is not checked")),
    *of("check/before_call.cc", "before-call",
        ("*day.first_work < day.calls.front().entry.time.from", "*day.first_work <= day.calls.front().entry.time.from",
         "work at the call is in time")),
    *of("check/nobody_comes.cc", "nobody-comes",
        ("|| coming_people.to.contains(occurrence)", "", "somebody comes"),
        ("!occurrence.activity->all_day && ", "", "nobody need come to what lasts all day"),
        ("taken.entry.part == schedule::Part::required", "true", "who is optional need not come")),
    *of("check/early_call.cc", "early-call",
        ("0 < before && before <= reach", "0 <= before && before <= reach", "a call at the day's start is on the new day's sheet"),
        ("0 < before && before <= reach", "0 < before && before < reach", "two hours before is early")),
    *of("check/long_activity.cc", "long-activity",
        ("if (change && change->end) return change->end_is_clock;", "", "a date's own end is what counts"),
        ("occurrence.activity->end && occurrence.activity->end_is_clock", "occurrence.activity->end.has_value()", "an end with its date is meant"),
        ("occurrence.until.seconds - occurrence.from.seconds > longest", "true", "a night is no slip")),
    *of("check/late_meal.cc", "late-meal",
        ("> within.seconds)", ">= within.seconds)", "exactly in time is in time"),
        ("since = std::max(since, meal.time.until);", "since = std::max(since, meal.time.from);", "the count begins at a meal's end"),
        ("reach(shift.until, nullptr);", "", "the time from the last meal to the out counts"),
        ("if (meal.time.from >= since) reach(meal.time.from, &meal);", "", "the time to a meal counts"),
        ("if (meal.time.until < since) continue;", "", "a meal before the call is not the last meal"),
        ("if (meal.time.from >= shift.until) break;", "", "a meal after the out feeds nobody before"),
        ("shifts_of(day, asked.limits.minimum_rest)", "shifts_of(day, std::nullopt)", "a long gap begins the count anew"),
        ("!day.last || !day.is_certain()", "!day.last", "a day of several team calls is not checked")),
    *of("check/curfew.cc", "curfew",
        ("curfew->from < show.until", "curfew->from <= show.until", "to end at the curfew is to end in time"),
        ("if (curfew.day != show.day) return false;", "", "a curfew is of its show day"),
        ("curfew.areas().empty() || ", "", "a curfew without areas is everywhere"),
        ("occurrence.status() != model::Status::cancelled", "true", "a cancelled show ends before any curfew"),
        ("std::ranges::find(show.areas(), area) != show.areas().end()", "true", "a curfew is of its areas")),
    *of("check/outside_event.cc", "outside-event",
        ("range.first <= day && day <= range.last", "range.first < day && day <= range.last", "the first day is inside"),
        ("range.first <= day && day <= range.last", "range.first <= day && day < range.last", "the last day is inside"),
        ("if (occurrence.status() == model::Status::cancelled) continue;", "", "what is cancelled may be anywhere"),
        ("occurrence.activity->all_day || lasts_days(occurrence)", "occurrence.activity->all_day",
         "what lasts for days must end inside"),
        ("is_long ? last_day(occurrence, event.plan.event.day_start) : occurrence.day",
         "last_day(occurrence, event.plan.event.day_start)",
         "what ends in the morning after belongs to its day")),
    *of("check/missing_attributes.cc", "missing-attribute",
        ("pair.first == attribute && !pair.second.empty()", "pair.first == attribute", "an empty value is none"),
        ("pair.first == attribute && !pair.second.empty()", "!pair.second.empty()", "a value is of its attribute"),
        ("rule.required && !has(person, id)", "!has(person, id)", "what is not required may be missing"),
        ("rules.erase(rule.id);", ";", "`false` removes what the collaborator demands")),
    *of("check/segments.cc", "segments",
        ("if (times[i].until <= occurrence.until) continue;", "if (times[i].until < occurrence.until) continue;",
         "to end with the activity is to end in time"),
        ("times[i - 1].until <= times[i].from", "times[i - 1].until < times[i].from", "a hard start at the end before it is in time"),
        ("if (cue.empty() || seen.emplace(cue, i).second) continue;", "if (seen.emplace(cue, i).second) continue;",
         "segments without a cue share none"),
        ("cue.empty() || seen.emplace(cue, i).second", "cue.empty() || seen.emplace(cue, i).first->second == i || i > 1",
         "a cue stands once, wherever"),
        ("times[i].from >= occurrence.until", "false", "a hard start outside the activity is said to be that"),
        ("occurrence.status() == model::Status::cancelled", "false", "a cancelled run of show need not add up")),
    *of("schedule/segments.cc", "segments",
        ("if (linear(wall) < linear(occurrence.start)) wall.date = wall.date + 1;", "",
         "a hard start after midnight is of the next date"),
        ("next.seconds = from.seconds + (segment.duration ? segment.duration->seconds : 0);",
         "next.seconds += segment.duration ? segment.duration->seconds : 0;", "what follows a hard start follows it")),
    *of("check/clock_changes.cc", "nonexistent-time",
        ("if (moment.clock == time::Clock::plain) return std::nullopt;", "if (moment.clock != time::Clock::repeated) return std::nullopt;",
         "a skipped time is told of"),
        ("linear(change.until) <= time", "linear(change.until) - 1800 <= time", "the whole of the skipped hour is"),
        ("{change.from.date - reach, change.until.date}", "{change.from.date, change.until.date}",
         "an occurrence that began the day before may meet the change"),
        ("change->start || change->end || change->duration || change->areas", "false",
         "what a change of a date says stands there")),
    *of("check/clock_changes.cc", "ambiguous-time",
        ("if (moment.clock == time::Clock::repeated)", "if (moment.clock == time::Clock::skipped)", "a repeated time is told of as such")),
    *of("check/start_left_out.cc", "start-left-out",
        ("!= repeat.dates.end()", "== repeat.dates.end()", "a start among the dates is not left out"),
        ("return time::starts_in_rule(schedule::rule_of(repeat), activity.start.date);", "return true;", "the rule may leave it out"),
        ("|| has_start(activity)) continue;", ") continue;", "a start in the rule is not left out")),
    *of("check/empty_series.cc", "empty-series",
        ("if (!has_rule || schedule::first_date(plan, activity)) continue;", "if (!has_rule) continue;", "what happens is not empty"),
        ("if (!has_rule || schedule::first_date(plan, activity)) continue;", "continue;", "what never happens is told of")),
    *of("check/long_series.cc", "long-series",
        ("if (const auto last = schedule::last_taken(event.plan, activity))", "if (const auto last = schedule::first_date(event.plan, activity))",
         "a series of few dates is not long")),
    *of("schedule/series.cc", "long-series",
        ("if (const auto last = last_taken(plan, activity)) bounds.last = *last;", "", "later dates are on no schedule"),
        ("if (count == most) return last;", "if (count + 1 == most) return last;", "as many as are taken are not too many"),
        ("for (time::Date first = named.first; first <= named.last; first = first + step)",
         "for (time::Date first = named.first; first <= named.first; first = first + step)",
         "a series of weeks is long too")),
    *of("check/unused_exceptions.cc", "unused-skip",
        ("if (!series_.falls_on(date)) findings.push_back(unused(\"unused-skip\", date, \"skip\"));",
         "findings.push_back(unused(\"unused-skip\", date, \"skip\"));", "a skip of a date of the series is used"),
        ("if (!series_.falls_on(date)) findings.push_back(unused(\"unused-skip\", date, \"skip\"));", "if (!series_.falls_on(date)) continue;",
         "a skip of no date is not"),
        ("activity.repeat->skip.clear();", "", "a skipped date is one of the series"),
        ("if (!schedule::first_date(plan_, unskipped_)) return;", "", "of a series that never happens that alone is told")),
    *of("check/unused_exceptions.cc", "unused-change",
        ("if (!series_.falls_on(change.date)) findings", "findings", "a change of a date of the series is used"),
        ("if (!series_.falls_on(change.date)) findings", "if (series_.falls_on(change.date)) findings", "a change of no date is not")),
    *of("check/accepting.cc", "unused-accept",
        ("*accept.until < today", "*accept.until <= today", "an acceptance is good on its last day"),
        ("one.is_over || ", "", "what is over accepts nothing"),
        ("const Key key{activity->id, finding.rule};", "const Key key{activity->id, activity->accept.front().rule};",
         "an acceptance is of its rule"),
        (" || !names(finding, *activity, one.accept->with)", "", "`with` narrows it"),
        ("activity != &own && activity->id == with", "activity->id == with", "`with` is the other activity"),
        ("one.is_used = true;", "", "what accepts is used"),
        ("if (is_over) {", "if (false) {", "what is over is said to be that")),
    *of("check/unknown_rule.cc", "unknown-rule",
        ("return find_rule(name) && !is_of_form(name);", "return find_rule(name);", "what is of the form cannot be accepted"),
        ("if (is_known(name)) continue;", "continue;", "severities name rules"),
        ("if (is_known(name) || name.empty()) continue;", "continue;", "acceptances name rules")),
    *of("check/report.cc", "person-overlap",
        ("return level == Level::error ? Level::warning : Level::off;", "return Level::warning;", "a lowered warning is nothing"),
        ("return level == Level::error ? Level::warning : Level::off;", "return Level::off;", "a lowered error is a warning"),
        ("at == set_.end() ? finding.level : at->second", "finding.level", "the event's severity goes before the rule's"),
        ("if (finding.level == Level::off) continue;", "", "what is off is not told"),
        ("judges_all || is_wanted(rule)", "is_wanted(rule)", "acceptances are judged by rules that are not asked for too"),
        ("if (worst->level < finding.level) worst", "worst", "the first of the gravest is told"),
        ("worst->days = counted.size();", "worst->days += 1;", "days are counted, not findings"),
        ("a.is_shared && b.is_shared && ", "", "only what has one cause is told of together")),
    *of("check/newly_broken.cc", "newly broken",
        ("at != known.end() && at->second >= finding.level", "at != known.end()", "what gets graver is newly broken"),
        ("at != known.end() && at->second >= finding.level", "false", "what was broken before is not newly broken"),
        ("finding.rule == unused_accept.name && !is_changed(finding, changed)", "false",
         "of unused acceptances only a changed activity's are told"),
        ("finding.rule == unused_accept.name && !is_changed(finding, changed)", "finding.rule == unused_accept.name",
         "of unused acceptances a changed activity's are told"),
        ("activity && !activity->continues.empty();", "false;", "the rest of a series that is split has what the whole had"),
        ("if (finding.when.empty()) identity.claim = finding.claim;", "identity.claim = finding.claim;",
         "what only changes its times is no news")),
    *of("schedule/person_days.cc", "short-rest",
        ("!activity.all_day && ", "", "what lasts all day is not work"),
        ("activity.kind != \"hold\" && ", "", "a hold is not work"),
        ("activity.kind != \"travel\" &&", "", "travel is not work"),
        ("< time::day_seconds", "< 2 * time::day_seconds", "what lasts a day is not work")),
    *of("schedule/settled_day.cc", "short-rest",
        ("if (take_calls(frame, false, day))", "if (take_calls(frame, false, day) && day.calls.empty())", "one's own calls go before the team's"),
        ("last > 0 || (last", "last < 0 || (last", "the out is the last end")),
    *of("schedule/person_days.cc", "late-meal",
        ("meals.insert(meals.end(), of_team.begin(), of_team.end());", "", "a team's meals feed its people"),
        ("if (feeds(meal)) meals.push_back(meal);", ";", "the event's meals feed everybody"),
        ("if (feeds(entry)) own_meals_[entry.day].push_back(entry);", ";", "one's own meals feed")),
]

# Where what is mutated is tested: the tests of the checks, then those of its own room.
PROGRAMS = {"check": ["test_check"], "schedule": ["test_check", "test_schedule"]}
# Comparisons over many made-up events take a minute; only what nothing else sees is left to them.
LONG = "the overlaps of people are those that the lists*,all calendars at once have what each*,what an edit breaks is the same when*"


def third():
    """Every third mutant; which ones follows from the files' text, so that it is the same ones for the same source."""
    texts = "".join(text_of(mutant) for mutant in MUTANTS)
    return MUTANTS[zlib.crc32(texts.encode()) % 3::3]


def text_of(mutant):
    with open(os.path.join(SOURCE, "lib", mutant.file), encoding="utf-8") as file:
        return file.read()


def write(path, text):
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


class Build:
    """The folder that the command was built in, and how."""

    def __init__(self):
        self.folder = os.path.dirname(os.path.dirname(program()))
        with open(os.path.join(self.folder, "compile_commands.json"), encoding="utf-8") as file:
            self.commands = {entry["file"]: self.without_cache(shlex.split(entry["command"])) for entry in json.load(file)}
        self.compiler = next(iter(self.commands.values()))[0]

    @staticmethod
    def without_cache(words):
        return words[1:] if os.path.basename(words[0]) == "ccache" else words

    def flags(self, mutant):
        """What the file of a mutant is compiled with, but for speed of compiling instead of running."""
        words = self.commands[os.path.join(SOURCE, "lib", mutant.file)]
        kept = [word for word in words if not word.startswith(("-O", "-g", "-W", "-M"))]
        # Headers that were compiled for the build do not go with these flags, and would keep ours from being used.
        if "-include" in kept:
            del kept[kept.index("-include"):kept.index("-include") + 2]
        return [*kept[:kept.index("-o")], "-O0", "-w"]

    def compile_headers(self, directory):
        """All that the files include, compiled once: most of the time goes there."""
        includes = {}
        for mutant in MUTANTS:
            includes.update((line, None) for line in text_of(mutant).splitlines() if line.startswith("#include"))
        self.headers = os.path.join(directory, "headers.h")
        write(self.headers, "#pragma once\n" + "\n".join(includes) + "\n")
        words = [*self.flags(MUTANTS[0]), "-x", "c++-header", "-o", self.headers + ".gch", self.headers]
        subprocess.run(words, cwd=self.folder, stderr=subprocess.DEVNULL, check=True)

    def compile(self, mutant, text, directory):
        """The object of a mutant; None for one that does not compile."""
        source, result = os.path.join(directory, "mutant.cc"), os.path.join(directory, "mutant.o")
        write(source, text)
        words = [*self.flags(mutant), "-include", self.headers, "-o", result, "-c", source]
        done = subprocess.run(words, cwd=self.folder, capture_output=True, text=True, check=False)
        if done.returncode:
            print(done.stderr)
        return None if done.returncode else result

    def link(self, target, mutant_object, directory):
        """The target with a mutant ahead of the libraries, so that it takes the place of their member."""
        lines = subprocess.run(["ninja", "-t", "commands", target], cwd=self.folder, capture_output=True, text=True, check=True).stdout
        words = [word for word in shlex.split(lines.splitlines()[-1]) if word not in (":", "&&")]
        result = os.path.join(directory, os.path.basename(target))
        words[words.index("-o") + 1] = result
        if shutil.which("ld.gold"):
            words.insert(1, "-fuse-ld=gold")
        words.insert(next(at for at, word in enumerate(words) if word.endswith(".a")), mutant_object)
        subprocess.run(words, cwd=self.folder, check=True)
        return result


def fails(test, choice="--test-case-exclude="):
    """Whether a program of tests fails, or hangs; without the long ones unless these are chosen."""
    words = [test, choice + LONG, "--abort-after=1"]
    try:
        return subprocess.run(words, capture_output=True, env=environment(), timeout=300, check=False).returncode != 0
    except subprocess.TimeoutExpired:
        return True


def killer(build, mutant):
    """What fails with the mutant: the name of a program or of a folder; empty when it survives."""
    text = text_of(mutant)
    with tempfile.TemporaryDirectory() as directory:
        result = build.compile(mutant, text.replace(mutant.original, mutant.mutant), directory)
        if result is None:
            return "stale: the mutant does not compile"
        for name in PROGRAMS[mutant.file.split("/")[0]]:
            if fails(build.link(f"tests/{name}", result, directory)):
                return name
        folder = played_folder(build.link("cmd/backops", result, directory), mutant.rule)
        if folder or "--quick" in sys.argv:
            return folder
        return "test_check (long)" if fails(os.path.join(directory, "test_check"), "--test-case=") else ""


def played_folder(command, rule):
    """The first folder of tests/errors that shows the rule and now prints something else; empty without one."""
    for folder in sorted(glob.glob(os.path.join(HERE, "errors", "*"))):
        with open(os.path.join(folder, "expected"), encoding="utf-8", newline="") as file:
            expected = file.read()
        if f"[{rule}]" in expected and errors_test.printed(folder, command) != expected:
            return "errors/" + os.path.basename(folder)
    return ""


def main():
    if is_sanitized() or not shutil.which("ninja"):
        print("skipped: this needs an ordinary build with ninja")
        return SKIP
    build = Build()
    if not shutil.which(build.compiler):
        print("skipped: the compiler is not here")
        return SKIP
    tests = [os.path.join(build.folder, "tests", name) for name in sorted({name for names in PROGRAMS.values() for name in names})]
    sick = [test for test in tests if fails(test)]
    if sick:
        print("these fail, or are missing, without any mutant:", *sick)
        return 1
    chosen = MUTANTS if "--all" in sys.argv else third()
    killers, bad = [], 0
    for mutant in MUTANTS:
        count = text_of(mutant).count(mutant.original)
        if count != 1:
            bad += 1
            print(f"stale: {mutant.original} stands in lib/{mutant.file} {count} times")
    with tempfile.TemporaryDirectory() as directory, concurrent.futures.ThreadPoolExecutor(2) as pool:
        build.compile_headers(directory)
        for mutant, by in zip(chosen, pool.map(lambda mutant: killer(build, mutant), chosen)):
            killers.append(by)
            is_bad = not by or by.startswith("stale")
            bad += is_bad
            if is_bad or "-v" in sys.argv:
                print(f"{by or 'survives'}: lib/{mutant.file} [{mutant.rule}] {mutant.breaks}")
                print(f"    {mutant.original}\n    {mutant.mutant or '(nothing)'}", flush=True)
    counts = collections.Counter("a message" if by.startswith("errors/") else by for by in killers if by)
    print(f"{len(chosen)} of {len(MUTANTS)} mutants, {bad} of them alive or stale;", ", ".join(f"{count} by {by}" for by, count in sorted(counts.items())))
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
