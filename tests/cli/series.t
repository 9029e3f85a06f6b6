$ backops event new summer-sound --name "Summer Sound 2026" --start 2026-06-10 --end 2026-06-14 --timezone Europe/Berlin --collab "Northlight Events"
made summer-sound: Summer Sound 2026, wed 10 – sun 14 jun 2026
next: cd summer-sound, then backops area add "Main Stage"
$ cd summer-sound
$ backops area add "Main Stage"
added main-stage: Main Stage
$ backops area add "River Stage"
added river-stage: River Stage
$ backops collab add "Red Kites"
added red-kites: Red Kites
$ backops crew add "Maya Lindt"
added maya-lindt: Maya Lindt, Northlight Events
$ backops timeframe add "Show days" --start wed --end sun --global
added show-days: wed 10 – sun 14 jun 2026
$ backops timeframe add "Load-in" --start 2026-06-06 --end 2026-06-09 --global
added load-in: sat 6 – tue 9 jun 2026
$ backops activity add "Crew breakfast" --start "day 1 07:00" --end 08:00 --repeat "day during show-days" --kind meal --global
added crew-breakfast: wed 10 jun 2026 07:00–08:00 (day 1), every day during show-days
$ git init -q && git add -A && git commit -qm start

# A date of a series is named by the series and that date; a weekday is the series' own.
$ backops activity show crew-breakfast@sat
Crew breakfast  activity crew-breakfast@2026-06-13
  when    sat 13 jun 2026 07:00–08:00 (day 4)
  name    Crew breakfast
  kind    meal
  start   2026-06-13T07:00
  end     08:00
  global  true
$ backops activity edit crew-breakfast@2026-06-13 --start 08:00
changed crew-breakfast@2026-06-13: sat 13 jun 2026 08:00–09:00 (day 4)
$ backops activity edit crew-breakfast@sat --start 08:00
nothing to change in crew-breakfast@2026-06-13
$ git diff --unified=0 | grep '^[-+]'
--- a/activities/crew-breakfast.yaml
+++ b/activities/crew-breakfast.yaml
+  changes:
+    2026-06-13:
+      start: "08:00"
$ backops schedule --day fri --day sat
Summer Sound 2026 — all activities  Europe/Berlin

FRI 12 JUN  day 3 of 5 · Show days
  07:00  08:00  Crew breakfast  all

SAT 13 JUN  day 4 of 5 · Show days
  08:00  09:00  Crew breakfast  all

2 activities
$ backops activity edit crew-breakfast@sat --end 10:00 --status tentative --area main-stage
changed crew-breakfast@2026-06-13: sat 13 jun 2026 08:00–10:00 (day 4), tentative, Main Stage
$ git diff --unified=0 | grep '^[-+]'
--- a/activities/crew-breakfast.yaml
+++ b/activities/crew-breakfast.yaml
+  changes:
+    2026-06-13:
+      status: tentative
+      start: "08:00"
+      end: "10:00"
+      areas:
+      - main-stage

# With a range, the dates of series are listed.
$ backops activity list
ID              WHEN                                                             NAME
crew-breakfast  wed 10 jun 2026 07:00–08:00 (day 1), every day during show-days  Crew breakfast
$ backops activity list --day sat
ID                         WHEN                                 NAME            WHERE
crew-breakfast@2026-06-13  sat 13 jun 2026 08:00–10:00 (day 4)  Crew breakfast  Main Stage
$ backops activity list --from "day 4" --format ids
crew-breakfast@2026-06-13
crew-breakfast@2026-06-14

# What is as in the series is not kept.
$ backops activity edit crew-breakfast@sat --start 07:00 --end 08:00 --status confirmed --remove-area main-stage
changed crew-breakfast@2026-06-13: sat 13 jun 2026 07:00–08:00 (day 4)
$ backops activity edit crew-breakfast@sat --start 07:00 --end 08:00 --status confirmed
nothing to change in crew-breakfast@2026-06-13
$ git diff --unified=0 | grep '^[-+]'
[1]
$ git checkout -q .

# What has no such date, or cannot differ on one.
$ backops activity edit crew-breakfast@2026-06-15 --start 08:00
error: `crew-breakfast` does not fall on mon 15 jun 2026
  hint: the nearest of its dates: crew-breakfast@2026-06-14
[1]
$ backops activity edit crew-breakfast@mon --start 08:00
error: `crew-breakfast` does not fall on mon 8 jun 2026
  hint: the nearest of its dates: crew-breakfast@2026-06-10
[1]
$ backops activity edit crew-breakfast@sat --kind call
error: `kind` of `crew-breakfast` is the same on all its dates
  hint: for all dates, add --series or edit crew-breakfast; from this date on, edit crew-breakfast@2026-06-13..
  hint: for an activity of its own: backops activity copy crew-breakfast@2026-06-13, then backops activity skip crew-breakfast@2026-06-13
[1]
$ backops activity add "Line check" --start "fri 14:00" --for 90m --area main-stage
added line-check: fri 12 jun 2026 14:00–15:30 (day 3), Main Stage
$ backops activity edit line-check@fri --start 15:00
error: `line-check` happens once, so it has no other dates
  hint: for the activity itself: line-check
[1]
$ backops activity edit nothing@fri --start 15:00
error: no activity is called `nothing`
  hint: all of them: backops activity list
[1]

# Left out and brought back.
$ backops activity skip crew-breakfast@thu crew-breakfast@fri
skipped crew-breakfast@2026-06-11: thu 11 jun 2026
skipped crew-breakfast@2026-06-12: fri 12 jun 2026
$ backops activity skip crew-breakfast@thu
crew-breakfast@2026-06-11 is skipped already: thu 11 jun 2026
$ backops activity edit crew-breakfast@thu --start 08:00
error: `crew-breakfast` is skipped on thu 11 jun 2026
  hint: to bring that date back: backops activity unskip crew-breakfast@2026-06-11
[1]
$ backops activity unskip crew-breakfast@thu
brought back crew-breakfast@2026-06-11: thu 11 jun 2026 07:00–08:00 (day 2)
$ backops activity unskip crew-breakfast
brought back crew-breakfast@2026-06-12: fri 12 jun 2026 07:00–08:00 (day 3)
$ backops activity unskip crew-breakfast
nothing is skipped in crew-breakfast
$ backops activity skip crew-breakfast
error: `crew-breakfast` names no date
  hint: write which date is left out: crew-breakfast@DATE, or crew-breakfast@DATE.. for all from then on
  hint: to remove it: backops activity rm crew-breakfast
[2]
$ backops activity rm crew-breakfast@sun
removed crew-breakfast@2026-06-14: sun 14 jun 2026
$ git diff --unified=0 | grep '^[-+]'
--- a/activities/crew-breakfast.yaml
+++ b/activities/crew-breakfast.yaml
+  skip:
+  - 2026-06-14
$ git checkout -q .

# A date and all that follow: the series is split.
$ backops activity edit crew-breakfast@fri.. --start 06:30 --dry-run
diff --git a/activities/crew-breakfast-2026-06-12.yaml b/activities/crew-breakfast-2026-06-12.yaml
new file mode 100644
--- /dev/null
+++ b/activities/crew-breakfast-2026-06-12.yaml
@@ -0,0 +1,9 @@
+name: Crew breakfast
+kind: meal
+start: 2026-06-12T06:30
+end: "07:30"
+global: true
+repeat:
+  every: day
+  during: show-days
+continues: crew-breakfast
diff --git a/activities/crew-breakfast.yaml b/activities/crew-breakfast.yaml
--- a/activities/crew-breakfast.yaml
+++ b/activities/crew-breakfast.yaml
@@ -5,4 +5,4 @@
 global: true
 repeat:
   every: day
-  during: show-days
+  until: 2026-06-11
split crew-breakfast before fri 12 jun 2026: the rest is crew-breakfast-2026-06-12
crew-breakfast-2026-06-12: fri 12 jun 2026 06:30–07:30 (day 3), every day during show-days
nothing was written: this is what would be
$ backops activity edit crew-breakfast@fri.. --start 06:30
split crew-breakfast before fri 12 jun 2026: the rest is crew-breakfast-2026-06-12
crew-breakfast-2026-06-12: fri 12 jun 2026 06:30–07:30 (day 3), every day during show-days
$ cat activities/crew-breakfast.yaml activities/crew-breakfast-2026-06-12.yaml
name: Crew breakfast
kind: meal
start: 2026-06-10T07:00
end: "08:00"
global: true
repeat:
  every: day
  until: 2026-06-11
name: Crew breakfast
kind: meal
start: 2026-06-12T06:30
end: "07:30"
global: true
repeat:
  every: day
  during: show-days
continues: crew-breakfast
$ backops activity rename crew-breakfast-2026-06-12@sun "Crew brunch"
renamed crew-breakfast-2026-06-12@2026-06-14: Crew brunch
$ backops activity show crew-breakfast-2026-06-12@sat.. --format yaml
name: Crew breakfast
kind: meal
start: 2026-06-13T06:30
end: "07:30"
global: true
continues: crew-breakfast
---
name: Crew brunch
kind: meal
start: 2026-06-14T06:30
end: "07:30"
global: true
continues: crew-breakfast
$ backops activity rename crew-breakfast-2026-06-12@2026-06-12.. "Early breakfast" --id early-breakfast
renamed crew-breakfast-2026-06-12 to early-breakfast: Early breakfast
$ backops activity skip early-breakfast@sun..
skipped early-breakfast@2026-06-14..: 1 date gone, the last is now sat 13 jun 2026
to let it go on again: backops activity edit early-breakfast --set repeat.until=2026-06-14
$ backops activity unskip early-breakfast@sun..
error: `early-breakfast` ends before that, with sat 13 jun 2026
  hint: to let it go on: backops activity edit early-breakfast --set repeat.until=2026-06-14
[1]
$ backops activity edit early-breakfast --set repeat.until=2026-06-14
changed early-breakfast: fri 12 jun 2026 06:30–07:30 (day 3), every day until 2026-06-14
$ backops activity skip early-breakfast@sun..
skipped early-breakfast@2026-06-14..: 1 date gone, the last is now sat 13 jun 2026
to let it go on again: backops activity edit early-breakfast --set repeat.until=2026-06-14
$ backops activity edit crew-breakfast@fri --start 09:00
error: `crew-breakfast` does not fall on fri 12 jun 2026
  hint: did you mean `early-breakfast@2026-06-12`?
[1]
$ backops activity rm early-breakfast@fri..
removed early-breakfast: Early breakfast
$ backops check
0 errors, 0 warnings in 10 files
$ git checkout -q . && git clean -fdq

# What one date has of its own, an edit of the series does not reach.
$ backops activity edit crew-breakfast@sun --start 09:00
changed crew-breakfast@2026-06-14: sun 14 jun 2026 09:00–10:00 (day 5)
$ backops activity edit crew-breakfast@sat.. --start "sat 08:00"
split crew-breakfast before sat 13 jun 2026: the rest is crew-breakfast-2026-06-13
crew-breakfast-2026-06-13: sat 13 jun 2026 08:00–09:00 (day 4), every day during show-days
1 of its dates keeps its own time: crew-breakfast-2026-06-13@2026-06-14
$ git checkout -q . && git clean -fdq
$ backops activity edit crew-breakfast@sat --location Terrace --status tentative
changed crew-breakfast@2026-06-13: sat 13 jun 2026 07:00–08:00 (day 4), tentative
$ backops activity edit crew-breakfast@sun --location Terrace
changed crew-breakfast@2026-06-14: sun 14 jun 2026 07:00–08:00 (day 5)
$ backops activity edit crew-breakfast --location Tent --status confirmed
changed crew-breakfast: wed 10 jun 2026 07:00–08:00 (day 1), every day during show-days
1 of its dates keeps its own status: crew-breakfast@2026-06-13
2 of its dates keep their own location: crew-breakfast@2026-06-13 and crew-breakfast@2026-06-14
$ git checkout -q .
$ backops activity skip crew-breakfast@sat
skipped crew-breakfast@2026-06-13: sat 13 jun 2026
$ backops activity edit crew-breakfast@sat.. --start "sat 08:00"
error: `crew-breakfast` is skipped on sat 13 jun 2026
  hint: from the next of its dates on: crew-breakfast@2026-06-14..
  hint: to bring that date back: backops activity unskip crew-breakfast@2026-06-13
[1]
$ backops activity skip crew-breakfast@fri..
skipped crew-breakfast@2026-06-12..: 2 dates gone, the last is now thu 11 jun 2026
to let it go on again: backops activity edit crew-breakfast --set repeat.until=2026-06-14
$ backops activity unskip crew-breakfast@fri
error: `crew-breakfast` ends before that, with thu 11 jun 2026
  hint: to let it go on: backops activity edit crew-breakfast --set repeat.until=2026-06-12
[1]
$ git checkout -q .
$ backops activity add Count --start "day 1 10:00" --repeat "day count 4"
added count: wed 10 jun 2026 10:00 (day 1), every day count 4
$ backops activity skip count@fri..
skipped count@2026-06-12..: 2 dates gone, the last is now thu 11 jun 2026
to let it go on again: backops activity edit count --set repeat.count=4
$ backops activity edit count --set repeat.count=4
changed count: wed 10 jun 2026 10:00 (day 1), every day count 4
$ backops activity add Dates --start "day 1 10:00" --set repeat.dates=2026-06-10,2026-06-12,2026-06-13
added dates: wed 10 jun 2026 10:00 (day 1), on 3 dates
$ backops activity skip dates@fri..
skipped dates@2026-06-12..: 2 dates gone, the last is now wed 10 jun 2026
to let it go on again: backops activity edit dates --add repeat.dates=2026-06-12 --add repeat.dates=2026-06-13
$ backops activity edit dates --add repeat.dates=2026-06-12 --add repeat.dates=2026-06-13
changed dates: wed 10 jun 2026 10:00 (day 1), on 3 dates
$ git checkout -q . && git clean -fdq

# Shifted: what is named, or all that is selected and starts in the range.
$ backops activity add "Line check" --start "fri 14:00" --for 90m --area main-stage
added line-check: fri 12 jun 2026 14:00–15:30 (day 3), Main Stage
$ backops activity add "Red Kites" --start "fri 22:30" --end 03:55 --area main-stage --required red-kites
added red-kites: fri 12 jun 2026 22:30–03:55+1 (day 3), Main Stage, Red Kites
$ backops activity add Curfew --start "fri 03:58" --kind curfew --fixed --area main-stage
added curfew: fri 12 jun 2026 03:58+1 (day 3), Main Stage
$ backops activity add Build --start fri --area main-stage
added build: fri 12 jun 2026 (day 3), Main Stage
$ backops activity add Sweep --start "day 1 03:50" --for 30m --area main-stage --repeat day
added sweep: wed 10 jun 2026 03:50+1–04:20+1 (day 1), every day, Main Stage
warning: `main-stage` has two activities on fri 12 jun, 03:50+1–03:55+1: `sweep@2026-06-12` and `red-kites` [area-overlap]
$ backops activity shift --area main-stage --from "fri 20:00" --by 15m
shifted red-kites: fri 12 jun 2026 22:45–04:10+1 (day 3), Main Stage, Red Kites
shifted sweep@2026-06-12: fri 12 jun 2026 04:05+1–04:35+1 (day 3), Main Stage
stays curfew: fri 12 jun 2026 03:58+1 (day 3), Main Stage, fixed
$ cat activities/sweep.yaml
name: Sweep
start: 2026-06-10T27:50
duration: 30m
areas:
- main-stage
repeat:
  every: day
  changes:
    2026-06-12:
      start: "28:05"
$ backops activity shift curfew --by 15m
stays curfew: fri 12 jun 2026 03:58+1 (day 3), Main Stage, fixed
to move it all the same: backops activity edit curfew --start TIME
$ backops activity shift line-check crew-breakfast@sat --by -45m
shifted line-check: fri 12 jun 2026 13:15–14:45 (day 3), Main Stage
shifted crew-breakfast@2026-06-13: sat 13 jun 2026 06:15–07:15 (day 4)
$ backops activity shift crew-breakfast --by 1h
shifted crew-breakfast: wed 10 jun 2026 08:00–09:00 (day 1), every day during show-days
$ backops activity shift --area main-stage --by 15m --dry-run | grep '^[-+] '
shifted sweep: wed 10 jun 2026 04:05+1–04:35+1 (day 1), every day, Main Stage
stays build: fri 12 jun 2026 (day 3), Main Stage, all day
shifted line-check: fri 12 jun 2026 13:30–15:00 (day 3), Main Stage
shifted red-kites: fri 12 jun 2026 23:00–04:25+1 (day 3), Main Stage, Red Kites
stays curfew: fri 12 jun 2026 03:58+1 (day 3), Main Stage, fixed
nothing was written: this is what would be
-      start: "28:05"
+      start: "28:20"
$ backops activity shift sweep --by 12h
error: `sweep` would come to lie on other dates than its rule says
  hint: shift single dates: backops activity shift sweep@DATE --by …
  hint: or write the series anew: backops activity edit sweep --start TIME --repeat RULE
[1]
$ backops activity shift build --by 2d
shifted build: sun 14 jun 2026 (day 5), Main Stage
$ backops activity shift line-check --by 23h --dry-run | grep '^[-+]start'
shifted line-check: sat 13 jun 2026 12:15–13:45 (day 4), Main Stage
nothing was written: this is what would be
-start: 2026-06-12T13:15
+start: 2026-06-13T12:15
$ backops activity shift --day sat --kind meal --by 1d --dry-run | grep '^[-+] '
shifted crew-breakfast@2026-06-13: sun 14 jun 2026 07:15–08:15 (day 5)
nothing was written: this is what would be
-      start: "07:15"
+      start: "2026-06-14T07:15"
$ backops activity shift crew-breakfast --by 1d
error: `crew-breakfast` would come to lie on other dates than its rule says
  hint: shift single dates: backops activity shift crew-breakfast@DATE --by …
  hint: or write the series anew: backops activity edit crew-breakfast --start TIME --repeat RULE
[1]
$ backops activity shift --day sat --kind meal --by 10m --format json
{
  "schema": "backops/change/1",
  "dry_run": false,
  "added": [],
  "changed": [
    "crew-breakfast@2026-06-13"
  ],
  "removed": [],
  "files": [
    "activities/crew-breakfast.yaml"
  ],
  "breaks": []
}
$ backops activity shift
error: `--by` is missing: how far?
  hint: later: --by 15m, earlier: --by -15m
[2]
$ backops activity shift --by 15m
error: nothing says what to shift
  hint: name activities, or select them: --area main-stage --from "fri 14:00"
[2]
$ backops activity shift --by soon line-check
error: --by: `soon` is no duration
  hint: write a duration as in `90m`, `1h30m` or `45s`
[2]
$ backops activity shift line-check --area main-stage --by 15m
error: activities are named and selected too
  hint: give ids, or options such as --area and --day, but not both
[2]
$ backops activity shift --area river-stage --by 15m
nothing to shift: nothing that is selected starts there

# Copied: to other days, another area, as a single activity.
$ backops activity copy line-check --to sat --to sun
copied line-check to line-check-2026-06-13: sat 13 jun 2026 13:15–14:45 (day 4), Main Stage
copied line-check to line-check-2026-06-14: sun 14 jun 2026 13:15–14:45 (day 5), Main Stage
$ backops activity copy line-check --area river-stage
copied line-check to line-check-river-stage: fri 12 jun 2026 13:15–14:45 (day 3), River Stage
$ backops activity list --day fri --format ids | backops activity copy - --to sat
left out crew-breakfast@2026-06-12: it happens on sat 13 jun 2026 anyway
copied line-check to line-check-2: sat 13 jun 2026 13:15–14:45 (day 4), Main Stage
copied line-check-river-stage to line-check-3: sat 13 jun 2026 13:15–14:45 (day 4), River Stage
copied red-kites to red-kites-2026-06-13: sat 13 jun 2026 22:45–04:10+1 (day 4), Main Stage, Red Kites
copied curfew to curfew-2026-06-13: sat 13 jun 2026 03:58+1 (day 4), Main Stage
left out sweep@2026-06-12: it happens on sat 13 jun 2026 anyway
warning: `main-stage` has two activities on sat 13 jun, 13:15–14:45: `line-check-2026-06-13` and `line-check-2` [area-overlap]
warning: `main-stage` has two activities on sat 13 jun, 03:50+1–04:10+1: `sweep@2026-06-13` and `red-kites-2026-06-13` [area-overlap]
$ backops activity copy crew-breakfast@fri --name "Second breakfast" --start "fri 10:00"
copied crew-breakfast@2026-06-12 to second-breakfast: fri 12 jun 2026 10:00–11:00 (day 3)
$ cat activities/second-breakfast.yaml
name: Second breakfast
kind: meal
start: 2026-06-12T10:00
end: "11:00"
global: true
$ backops activity copy crew-breakfast --to 2026-06-20
error: `crew-breakfast` is a series, and a copy on another day is of one of its dates
  hint: name the date: backops activity copy crew-breakfast@DATE …
[1]
$ backops activity copy crew-breakfast@sat.. --name "Weekend breakfast"
copied crew-breakfast@2026-06-13.. to weekend-breakfast: sat 13 jun 2026 08:00–09:00 (day 4), every day during show-days
$ cat activities/weekend-breakfast.yaml
name: Weekend breakfast
kind: meal
start: 2026-06-13T08:00
end: "09:00"
global: true
repeat:
  every: day
  during: show-days
  changes:
    2026-06-13:
      start: "07:25"
$ backops activity copy line-check
error: nothing says what is different in the copy
  hint: another day: --to DAY, another time: --start TIME, another place: --area ID, or --name NAME
[2]
$ backops activity copy line-check --to sat --start 15:00
error: `--to` and `--start` are both given
  hint: --to keeps the clock time, --start gives another
[2]
$ backops activity copy line-check red-kites --to sat --id twice
error: one `--id` cannot be the id of 2 copies
[2]

# Times count from a date of a series too.
$ backops activity add "Wash-up" --start "crew-breakfast@sat + 1h" --for 30m
added wash-up: sat 13 jun 2026 08:25–08:55 (day 4)
$ backops activity add "Wash-up" --start "crew-breakfast@2026-06-20 + 1h" --for 30m
error: `crew-breakfast` does not fall on sat 20 jun 2026
  hint: the nearest of its dates: crew-breakfast@2026-06-14
[1]

# The run of show.
$ backops activity segment list red-kites
`red-kites` has no segments yet: backops activity segment add red-kites NAME
$ backops activity segment add red-kites "Walk-on" --for 2m --cue 1 --who maya-lindt
added to red-kites: 1 Walk-on
$ backops activity segment add red-kites "Encore" --start 23:50 --cue 3 --notes "if the curfew lets us"
added to red-kites: 3 Encore
$ backops activity segment add red-kites "Set" --for 75m --before 3 --type music
added to red-kites: 2 Set
warning: segment `3` starts 12m before segment 2 ends on fri 12 jun, 22:45–04:10+1: `red-kites` [segments]
$ backops activity segment edit red-kites 2 --cue 2 --who red-kites --remove-who nobody
error: no collaborator or crew member is called `nobody`
  hint: all of them: backops collab list, backops crew list
[1]
$ backops activity segment edit red-kites 2 --cue 2 --who red-kites
changed in red-kites: 2 Set
$ backops activity segment list red-kites
CUE  FROM   UNTIL    START  LENGTH  NAME     WHO
1    22:45  22:47           2m      Walk-on  Maya Lindt
2    22:47  00:02+1         1h15m   Set      Red Kites
3    23:50  04:10+1  23:50          Encore
$ backops activity segment edit red-kites 4 --cue 5
error: `red-kites` has no segment `4`
  hint: there are 1, 2 and 3
[1]
$ backops activity segment rm red-kites 1 3
removed from red-kites: 1 Walk-on
removed from red-kites: 3 Encore
$ backops activity segment list red-kites --format json
{
  "schema": "backops/segments/1",
  "id": "red-kites",
  "rows": [
    {
      "position": 1,
      "from": "2026-06-12T22:45",
      "until": "2026-06-13T00:00",
      "name": "Set",
      "duration": "1h15m",
      "cue": "2",
      "type": "music",
      "who": [
        "red-kites"
      ]
    }
  ]
}
$ backops activity segment edit red-kites 2
error: nothing says what to change
  hint: all that it takes: backops activity segment edit --help
[2]
$ backops activity segment add crew-breakfast@sat Toast
error: the segments of `crew-breakfast` are the same on all its dates
  hint: name the series: crew-breakfast
[1]
$ backops activity segment
usage: backops activity VERB …

What happens, when, where, with whom.

  add           Adds activities
  list          Lists activities in order of time, what starts in the range
  show          Shows activities, or dates of series
  edit          Changes activities
  rename        Gives an activity another name or id, or a date of a series another name
  rm            Removes activities; a date of a series is skipped
  copy          Copies activities, to other days, times or areas
  shift         Moves activities later or earlier, in one step; what is fixed stays
  skip          Leaves dates out of series
  unskip        Brings skipped dates back
  segment add   Adds a segment to the run of show of an activity
  segment edit  Changes segments, each named by its cue or else its position
  segment rm    Removes segments; positions are those before the command
  segment list  Lists the segments of an activity

More of each: backops activity VERB --help.
[2]
$ backops activity segment ad red-kites Set
error: `segment ad` is no verb of `backops activity`
  hint: did you mean `segment add`?
  hint: all of them: backops activity --help
[2]


# Keys that no date has by itself: which ids they are is said, and --series writes them to the whole series, once.
$ backops activity add Tea --start "day 1 16:00" --for 15m --repeat "day during show-days" --no-check
added tea: wed 10 jun 2026 16:00–16:15 (day 1), every day during show-days
$ backops activity add Fireworks --start "sat 23:00" --no-check
added fireworks: sat 13 jun 2026 23:00 (day 4)
$ printf 'fireworks\ntea@2026-06-12\ntea@2026-06-13\n' | backops activity edit - --kind break --tag plan-a
error: `kind` and `tags` are the same on all dates of a series, and tea@2026-06-12 and tea@2026-06-13 are single dates
  hint: to write them to the whole series of each: add --series
  hint: or name only activities that happen once, and series as a whole
[1]
$ printf 'fireworks\ntea@2026-06-12\ntea@2026-06-13\n' | backops activity edit - --kind break --tag plan-a --status tentative --series --no-check
changed fireworks: sat 13 jun 2026 23:00 (day 4), tentative
changed tea on all its dates: kind and tags
changed tea@2026-06-12: fri 12 jun 2026 16:00–16:15 (day 3), tentative
changed tea@2026-06-13: sat 13 jun 2026 16:00–16:15 (day 4), tentative
$ cat activities/tea.yaml
name: Tea
kind: break
start: 2026-06-10T16:00
duration: 15m
repeat:
  every: day
  during: show-days
  changes:
    2026-06-12:
      status: tentative
    2026-06-13:
      status: tentative
tags:
- plan-a
$ backops activity edit tea@fri --kind meal
error: `kind` of `tea` is the same on all its dates
  hint: for all dates, add --series or edit tea; from this date on, edit tea@2026-06-12..
  hint: for an activity of its own: backops activity copy tea@2026-06-12, then backops activity skip tea@2026-06-12
[1]
$ backops activity edit tea@fri --series
error: nothing says what to change
  hint: all that it takes: backops activity edit --help
[2]
$ backops activity edit tea@fri --repeat day --series
error: `repeat` of `tea` is the same on all its dates
  hint: for all dates, edit tea; from this date on, edit tea@2026-06-12..
  hint: for an activity of its own: backops activity copy tea@2026-06-12, then backops activity skip tea@2026-06-12
[1]
# One date as a moment.
$ backops activity edit tea@2026-06-14 --end 16:00 --no-check
changed tea@2026-06-14: sun 14 jun 2026 16:00 (day 5)
$ grep -A2 '2026-06-14:' activities/tea.yaml
    2026-06-14:
      end: "16:00"
tags:
$ backops schedule --text tea --day sun
Summer Sound 2026 — all activities · “tea”  Europe/Berlin

SUN 14 JUN  day 5 of 5 · Show days
  16:00 ◆ Tea

1 activity · ◆ moment
$ backops activity edit tea@2026-06-14 --for 15m --no-check
changed tea@2026-06-14: sun 14 jun 2026 16:00–16:15 (day 5)
$ grep -c '2026-06-14:' activities/tea.yaml
0
[1]
