"""Tries the judge of tests/days_judge.py itself on days that backops-schedule(1) describes, small enough to be worked out by hand."""
import sys
import unittest

from running import need_modules

need_modules("yaml")
import days_judge
import oracle

DAY = oracle.date_of("2026-06-12")
ZONE = "Europe/Berlin"
# Every event that is judged here; days_test asks the program the same.
EVENTS = []


def at(clock, day=DAY):
    """Of the event's clock; hours go on past 24."""
    return oracle.instant(oracle.midnight(day) + oracle.clock_of(clock), ZONE)


def clocks(time):
    """The clock time of that show day, as sheets print it."""
    if time is None:
        return None
    minutes = int((time - at("00:00")).total_seconds() // 60)
    return f"{minutes // 60:02}:{minutes % 60:02}"


def activity(kind, start, end=None, required=(), optional=(), **more):
    """On the show day, unless the start has a date."""
    times = {"start": start if len(start) > 5 else f"2026-06-12T{start}", **({"end": end} if end else {})}
    people = {key: list(who) for key, who in (("required", required), ("optional", optional)) if who}
    return {"kind": kind, **times, **({"participants": people} if people else {}), **more}


def plan(activities, rules=None, crew=None, collaborators=None):
    named = lambda records: {id: {"name": id.title(), **record} for id, record in records.items()}
    records = {"event": {"format": "1", "uid": "days", "name": "Days", "timezone": ZONE, "start": "2026-06-11", "end": "2026-06-14", "day_start": "04:00", "default_collaborator": "acme",
                         **({"rules": rules} if rules else {})},
               "collaborators": named({"acme": {}, "kites": {"overlap": "forbid"}, **(collaborators or {})}),
               "crew": named({"maya": {"collaborator": "acme"}, "finn": {"collaborator": "acme"}, "una": {"collaborator": "kites"}, **(crew or {})}),
               "activities": {id: {**activity, "name": id.title()} for id, activity in activities.items()}}
    EVENTS.append(records)
    return days_judge.Plan(records)


def times(event, person, day=DAY):
    mine = days_judge.day_of(event, person, day)
    return clocks(mine["call"]), clocks(mine["out"])


def rows(event, person, day=DAY):
    """{activity: the parts of it}."""
    return {entry["row"]["id"]: [(clocks(begins), clocks(ends)) for begins, ends in entry["parts"]]
            for entry in days_judge.day_of(event, person, day)["entries"]}


def found(event, *rules):
    return sorted(each for each in days_judge.findings(event) if each[0] in rules)


EXAMPLE = {"load-in": activity("load-in", "08:00", "12:00", ["acme"]), "show": activity("show", "19:00", "20:30", ["acme", "maya"]),
           "strike": activity("strike", "23:00", "02:00", ["acme"])}


class TheExample(unittest.TestCase):
    def test_without_a_call(self):
        event = plan(EXAMPLE)
        self.assertEqual(times(event, "maya"), ("08:00", "26:00"))
        self.assertEqual(times(event, "finn"), ("08:00", "26:00"))
        self.assertEqual(list(rows(event, "maya")), ["load-in", "show", "strike"])
        self.assertEqual(list(rows(event, "finn")), ["load-in", "strike"])

    def test_with_a_call_of_the_company(self):
        event = plan({**EXAMPLE, "crew-call": activity("call", "07:30", required=["acme"])})
        for person in ("maya", "finn"):
            self.assertEqual(times(event, person), ("07:30", "26:00"))
            self.assertEqual(days_judge.day_of(event, person, DAY)["source"], "team")
            self.assertIn("show", rows(event, person))
        self.assertEqual(days_judge.company_line(event, "acme", DAY), (at("07:30"), at("26:00")))

    def test_with_a_call_of_her_own_later(self):
        event = plan({**EXAMPLE, "crew-call": activity("call", "07:30", required=["acme"]), "own-call": activity("call", "17:00", required=["maya"])})
        self.assertEqual(times(event, "maya"), ("17:00", "26:00"))
        self.assertNotIn("load-in", rows(event, "maya"))
        self.assertEqual(times(event, "finn"), ("07:30", "26:00"))

    def test_with_a_call_of_her_own_earlier(self):
        event = plan({**EXAMPLE, "crew-call": activity("call", "07:30", required=["acme"]), "own-call": activity("call", "06:00", required=["maya"])})
        self.assertEqual(times(event, "maya"), ("06:00", "26:00"))
        self.assertIn("load-in", rows(event, "maya"))
        self.assertEqual(days_judge.day_of(event, "maya", DAY)["source"], "own")

    def test_of_what_began_before_her_call_the_rest_is_hers(self):
        event = plan({"load-in": activity("load-in", "08:00", "12:00", ["acme"]), "own-call": activity("call", "10:00", required=["maya"])})
        self.assertEqual(rows(event, "maya"), {"load-in": [("10:00", "12:00")], "own-call": [("10:00", "10:00")]})
        self.assertEqual(times(event, "maya"), ("10:00", "12:00"))


    def test_a_call_of_her_own_at_the_same_time_keeps_her_with_the_team(self):
        event = plan({**EXAMPLE, "crew-call": activity("call", "07:30", required=["acme"]), "own-call": activity("call", "07:30", required=["finn"])})
        self.assertIn("show", rows(event, "finn"))


    def test_who_is_with_the_team_has_its_work_before_her_call_too(self):
        event = plan({"load-in": activity("load-in", "05:30", "12:00", ["acme"]), "crew-call": activity("call", "07:30", required=["acme"]),
                      "own-call": activity("call", "06:00", required=["maya"])})
        self.assertEqual(times(event, "maya"), ("05:30", "12:00"))
        self.assertEqual(found(event, "before-call"), [("before-call", "finn", DAY, 120), ("before-call", "maya", DAY, 30)])

    def test_a_segment_of_a_call_is_a_call_of_her_own(self):
        run = [{"name": "Stage", "duration": "30m"}, {"name": "Sound", "duration": "30m", "who": ["maya"]}]
        event = plan({"load-in": activity("load-in", "08:00", "12:00", ["acme"]), "briefing": activity("call", "09:30", "10:30", segments=run)})
        self.assertEqual(rows(event, "maya")["load-in"], [("10:00", "12:00")])


class WhomItTakes(unittest.TestCase):
    def test_a_short_check_takes_nobody_out_of_the_load_in(self):
        event = plan({"load-in": activity("load-in", "08:00", "12:00", ["acme"]), "check": activity("check", "10:00", "10:30", ["maya"])})
        self.assertEqual(rows(event, "maya"), {"load-in": [("08:00", "12:00")], "check": [("10:00", "10:30")]})

    def test_work_of_ones_own_covers_what_lies_in_it_but_not_a_call(self):
        event = plan({"long": activity("fitting", "08:00", "14:00", ["maya"]), "load-in": activity("load-in", "09:00", "12:00", ["acme"]),
                      "doors": activity("doors", "14:00", required=["acme"]), "crew-call": activity("call", "09:00", required=["acme"])})
        self.assertEqual(list(rows(event, "maya")), ["long", "crew-call", "doors"])
        self.assertEqual(list(rows(event, "finn")), ["load-in", "crew-call", "doors"])

    def test_it_is_covered_only_as_a_whole(self):
        away = [{"start": "2026-06-12T10:00", "end": "2026-06-12T11:00"}]
        event = plan({"fitting": activity("fitting", "11:00", "14:00", ["maya"]), "load-in": activity("load-in", "08:00", "12:00", ["acme"])},
                     crew={"maya": {"collaborator": "acme", "unavailable": away}})
        self.assertEqual(rows(event, "maya")["load-in"], [("08:00", "10:00"), ("11:00", "12:00")])

    def test_nothing_of_a_band_is_covered_and_it_always_sends_all(self):
        event = plan({"long": activity("fitting", "08:00", "14:00", ["una"]), "check": activity("check", "09:00", "12:00", ["kites", "ugo"])},
                     crew={"ugo": {"collaborator": "kites"}})
        self.assertEqual(list(rows(event, "una")), ["long", "check"])

    def test_a_call_that_names_some_is_theirs_alone_in_a_band_too(self):
        event = plan({"crew-call": activity("call", "09:00", "10:00", ["kites", "una"])}, crew={"ugo": {"collaborator": "kites"}})
        self.assertEqual(times(event, "una"), ("09:00", "10:00"))
        self.assertFalse(days_judge.day_of(event, "ugo", DAY)["listed"])

    def test_who_is_optional_is_only_that(self):
        event = plan({"load-in": activity("load-in", "08:00", "12:00", ["acme"], ["maya"]), "crew-call": activity("call", "07:30", required=["acme"], optional=["maya"])})
        mine = days_judge.day_of(event, "maya", DAY)
        self.assertEqual((mine["call"], mine["listed"]), (None, True))
        self.assertTrue(days_judge.is_free(event, "maya", at("09:00")))

    def test_a_segment_is_its_own_time(self):
        run = [{"name": "Walk on", "duration": "15m"}, {"name": "Solo", "duration": "30m", "who": ["maya"]}]
        event = plan({"show": activity("show", "20:00", "22:00", optional=["maya"], segments=run)})
        self.assertEqual(times(event, "maya"), ("20:15", "20:45"))
        self.assertFalse(days_judge.is_free(event, "maya", at("20:30")))
        self.assertTrue(days_judge.is_free(event, "maya", at("21:00")))

    def test_needs_and_what_is_cancelled_take_nobody(self):
        event = plan({"load-in": activity("load-in", "08:00", "12:00", needs=[{"count": "4", "role": "hand", "collaborator": "acme"}]),
                      "off": activity("show", "19:00", "21:00", ["acme"], status="cancelled")})
        self.assertFalse(days_judge.day_of(event, "maya", DAY)["listed"])
        self.assertEqual(days_judge.company_line(event, "acme", DAY), (at("08:00"), at("12:00")))

    def test_what_lasts_a_day_is_no_work(self):
        event = plan({"watch": activity("watch", "08:00", "2026-06-13T08:00", ["acme"])})
        self.assertEqual((times(event, "maya"), list(rows(event, "maya"))), ((None, None), ["watch"]))
        self.assertEqual(list(rows(event, "maya", oracle.date_of("2026-06-13"))), ["watch"])


class Away(unittest.TestCase):
    def test_the_stretch_is_taken_out_of_what_the_team_does(self):
        away = [{"start": "2026-06-12T10:00", "end": "2026-06-12T11:00"}]
        event = plan({"load-in": activity("load-in", "08:00", "12:00", ["acme"]), "doors": activity("doors", "11:00", required=["acme"]),
                      "note": activity("notes", "10:00", required=["acme"])}, crew={"maya": {"collaborator": "acme", "unavailable": away}})
        self.assertEqual(rows(event, "maya"), {"load-in": [("08:00", "10:00"), ("11:00", "12:00")], "doors": [("11:00", "11:00")]})
        self.assertFalse(days_judge.is_free(event, "maya", at("10:30")))

    def test_who_is_away_is_not_called_and_stands_on_the_sheet(self):
        away = [{"start": "2026-06-12", "end": "2026-06-12"}]
        event = plan({"crew-call": activity("call", "07:30", required=["acme"]), "load-in": activity("load-in", "08:00", "12:00", ["acme"])},
                     crew={"maya": {"collaborator": "acme", "unavailable": away}})
        mine = days_judge.day_of(event, "maya", DAY)
        self.assertEqual((mine["call"], mine["listed"], mine["entries"]), (None, True, []))
        self.assertEqual(times(event, "finn"), ("07:30", "12:00"))

    def test_a_call_of_ones_own_while_away_bounds_all_the_same(self):
        away = [{"start": "2026-06-12T09:00", "end": "2026-06-12T10:00"}]
        event = plan({"load-in": activity("load-in", "08:00", "12:00", ["acme"]), "own-call": activity("call", "09:00", required=["maya"])},
                     crew={"maya": {"collaborator": "acme", "unavailable": away}})
        self.assertEqual(times(event, "maya"), ("10:00", "12:00"))
        self.assertEqual(days_judge.day_of(event, "maya", DAY)["source"], "first")

    def test_who_is_not_with_the_team_has_not_its_call_either(self):
        away = [{"start": "2026-06-12T09:00", "end": "2026-06-12T09:30"}]
        event = plan({"crew-call": activity("call", "07:30", "10:00", ["acme"]), "own-call": activity("call", "09:00", required=["maya"]),
                      "check": activity("check", "12:00", "13:00", ["maya"])}, crew={"maya": {"collaborator": "acme", "unavailable": away}})
        self.assertEqual(times(event, "maya"), ("12:00", "13:00"))

    def test_a_company_that_is_away_takes_its_people_along(self):
        event = plan({"load-in": activity("load-in", "08:00", "12:00", ["kites"])},
                     collaborators={"kites": {"name": "Red Kites", "overlap": "forbid", "unavailable": [{"start": "2026-06-12", "end": "2026-06-12"}]}})
        self.assertEqual(times(event, "una"), (None, None))


class Calls(unittest.TestCase):
    def test_nobody_is_given_a_time_after_their_own_first_work(self):
        event = plan({"makeup": activity("makeup", "06:00", "07:00", ["maya"]), "crew-call": activity("call", "06:30", required=["acme"])})
        self.assertEqual(times(event, "maya"), ("06:00", "07:00"))
        self.assertEqual(found(event, "before-call"), [("before-call", "maya", DAY, 30)])

    def test_the_event_s_call_is_the_last_within_four_hours(self):
        calls = {"early": activity("call", "09:00", "09:15", **{"global": "true"}), "late": activity("call", "10:00", "10:15", **{"global": "true"})}
        event = plan({**calls, "check": activity("check", "12:30", "13:00", ["maya"]), "talk": activity("talk", "09:30", "10:00", ["finn"])})
        self.assertEqual(times(event, "maya"), ("10:00", "13:00"))
        self.assertEqual(times(event, "finn"), ("09:00", "10:00"))
        self.assertFalse(days_judge.day_of(event, "una", DAY)["listed"])

    def test_four_hours_are_in_time_and_a_minute_more_is_not(self):
        event = plan({"call": activity("call", "09:00", "09:15", **{"global": "true"}), "check": activity("check", "13:00", "14:00", ["maya"]),
                      "show": activity("show", "13:01", "14:00", ["finn"])})
        self.assertEqual(times(event, "maya"), ("09:00", "14:00"))
        self.assertEqual(times(event, "finn"), ("13:01", "14:00"))

    def test_of_the_event_s_call_the_time_away_is_taken_too(self):
        away = [{"start": "2026-06-12T08:30", "end": "2026-06-12T12:00"}]
        event = plan({"crew-call": activity("call", "08:00", "09:00", **{"global": "true"}), "check": activity("check", "08:10", "08:20", ["maya"])},
                     crew={"maya": {"collaborator": "acme", "unavailable": away}})
        self.assertEqual(times(event, "maya"), ("08:00", "08:30"))

    def test_a_global_call_at_which_somebody_is_optional_calls_them_not(self):
        event = plan({"crew-call": activity("call", "08:00", "09:00", optional=["maya"], **{"global": "true"}), "check": activity("check", "09:00", "10:00", ["maya", "finn"])})
        self.assertEqual((times(event, "maya"), times(event, "finn")), (("09:00", "10:00"), ("08:00", "10:00")))

    def test_general_call_says_how_long(self):
        event = plan({"early": activity("call", "06:00", **{"global": "true"}), "check": activity("check", "09:00", "10:00", ["maya"])}, {"general_call": "2h"})
        self.assertEqual(times(event, "maya"), ("09:00", "10:00"))

    def test_moment_calls_alone_give_no_out(self):
        event = plan({"one": activity("call", "09:00", required=["maya"]), "two": activity("call", "11:00", required=["maya"])})
        self.assertEqual(times(event, "maya"), ("09:00", None))
        self.assertEqual(days_judge.company_line(event, "acme", DAY), (None, None))
        event = plan({"one": activity("call", "09:00", required=["acme"])})
        self.assertEqual(days_judge.company_line(event, "acme", DAY), (at("09:00"), None))

    def test_a_moment_after_all_ends_is_the_out(self):
        event = plan({"check": activity("check", "09:00", "10:00", ["maya"]), "two": activity("call", "11:00", required=["maya"])})
        self.assertEqual(times(event, "maya"), ("09:00", "11:00"))

    def test_what_is_no_work_is_printed_and_gives_no_time(self):
        event = plan({"hold": activity("hold", "18:00", "20:00", ["maya"]), "bus": activity("travel", "09:00", "10:00", ["maya"])})
        mine = days_judge.day_of(event, "maya", DAY)
        self.assertEqual((mine["call"], mine["listed"], len(mine["entries"])), (None, True, 2))

    def test_a_split_day_has_two_pairs(self):
        acts = {"check": activity("check", "09:00", "10:00", ["maya"]), "own-call": activity("call", "18:00", required=["maya"]),
                "show": activity("show", "19:00", "22:00", ["maya"])}
        event = plan({"first": activity("call", "08:30", required=["maya"]), **acts}, {"split": "4h", "longest_day": "5h"})
        pairs = [(clocks(pair["call"]), clocks(pair["out"])) for pair in days_judge.day_of(event, "maya", DAY)["pairs"]]
        self.assertEqual(pairs, [("08:30", "10:00"), ("18:00", "22:00")])
        self.assertEqual([days_judge.is_on_site(event, "maya", at(clock)) for clock in ("08:30", "10:00", "12:00", "18:30", "22:00")],
                         [True, False, False, True, False])
        self.assertEqual(found(event, "long-day"), [("long-day", "maya", DAY, 330)])

    def test_a_gap_of_just_split_is_one(self):
        acts = {"check": activity("check", "09:00", "10:00", ["maya"]), "own-call": activity("call", "14:00", "15:00", ["maya"])}
        self.assertEqual(len(days_judge.day_of(plan(acts, {"split": "4h"}), "maya", DAY)["pairs"]), 2)
        self.assertEqual(len(days_judge.day_of(plan(acts, {"split": "5h"}), "maya", DAY)["pairs"]), 1)

    def test_a_time_that_rests_on_something_tentative_is_so(self):
        event = plan({"check": activity("check", "09:00", "10:00", ["maya"], status="tentative"), "show": activity("show", "19:00", "22:00", ["maya"])})
        mine = days_judge.day_of(event, "maya", DAY)
        self.assertEqual((mine["call_is_tentative"], mine["out_is_tentative"]), (True, False))


class MealsAndRules(unittest.TestCase):
    def test_who_serves_a_meal_works_and_is_not_fed(self):
        event = plan({"supper": activity("meal", "12:00", "13:00", ["acme"], organizers=["acme"], **{"global": "true"})})
        self.assertEqual(times(event, "maya"), ("12:00", "13:00"))
        self.assertEqual(days_judge.day_of(event, "maya", DAY)["meals"], [])
        self.assertEqual([row["id"] for row in days_judge.day_of(event, "una", DAY)["meals"]], ["supper"])
        self.assertFalse(days_judge.day_of(event, "una", DAY)["listed"])

    def test_a_meal_feeds_a_company_and_takes_nobody_of_it(self):
        event = plan({"lunch": activity("meal", "12:00", "13:00", ["acme"]), "rig": activity("rig", "08:00", "18:00", ["maya"])}, {"meal_within": "5h"})
        self.assertEqual(list(rows(event, "maya")), ["rig"])
        self.assertEqual(found(event, "late-meal"), [])
        self.assertEqual(found(plan({"rig": activity("rig", "08:00", "18:00", ["maya"])}, {"meal_within": "5h"}), "late-meal"),
                         [("late-meal", "maya", DAY, 600)])

    def test_travel_is_no_rest(self):
        acts = {"show": activity("show", "20:00", "24:00", ["maya"]), "rig": activity("rig", "2026-06-13T10:00", "12:00", ["maya"])}
        self.assertEqual(found(plan(acts, {"minimum_rest": "9h"}), "short-rest"), [])
        acts["bus"] = activity("travel", "25:00", "03:00", ["maya"])
        self.assertEqual(found(plan(acts, {"minimum_rest": "9h"}), "short-rest"), [("short-rest", "maya", DAY + oracle.DAY, 480)])

    def test_a_gap_of_minimum_rest_is_taken_off_the_day(self):
        acts = {"own-call": activity("call", "05:00", required=["maya"]), "rig": activity("rig", "06:00", "10:00", ["maya"]), "show": activity("show", "18:00", "22:00", ["maya"])}
        self.assertEqual(found(plan(acts, {"minimum_rest": "8h", "longest_day": "8h"}), "long-day"), [("long-day", "maya", DAY, 540)])

    def test_a_day_with_two_team_calls_is_not_checked(self):
        acts = {"early": activity("call", "06:00", required=["acme"]), "late": activity("call", "14:00", required=["acme"]),
                "rig": activity("rig", "06:00", "23:00", ["acme"]), "next": activity("rig", "2026-06-13T06:00", "08:00", ["acme"])}
        event = plan(acts, {"longest_day": "10h", "meal_within": "5h", "minimum_rest": "11h"})
        self.assertEqual(found(event, "long-day", "late-meal", "short-rest"), [])

    def test_a_rest_of_just_minimum_rest_is_enough(self):
        acts = {"show": activity("show", "20:00", "24:00", ["maya"]), "rig": activity("rig", "2026-06-13T10:00", "12:00", ["maya"])}
        self.assertEqual(found(plan(acts, {"minimum_rest": "10h"}), "short-rest"), [])
        self.assertEqual(found(plan(acts, {"minimum_rest": "10h1m"}), "short-rest"), [("short-rest", "maya", DAY + oracle.DAY, 600)])

    def test_nobody_comes(self):
        away = [{"start": "2026-06-12", "end": "2026-06-12"}]
        both = {"maya": {"collaborator": "acme", "unavailable": away}, "finn": {"collaborator": "acme", "unavailable": away}}
        event = plan({"rig": activity("rig", "08:00", "10:00", ["acme"]), "lunch": activity("meal", "12:00", "13:00", ["acme"])}, crew=both)
        self.assertEqual(found(event, "nobody-comes"), [("nobody-comes", "acme", "rig", None)])
        self.assertEqual(found(plan({"rig": activity("rig", "08:00", "10:00", ["acme"], ["maya"])}), "nobody-comes"), [])


def main():
    return 0 if unittest.main(module="judge_test", argv=[sys.argv[0]], exit=False).result.wasSuccessful() else 1


if __name__ == "__main__":
    sys.exit(main())
