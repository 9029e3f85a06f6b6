$ backops event new summer-sound --name "Summer Sound 2026" --start 2026-06-10 --end 2026-06-14 --timezone Europe/Berlin --collab "Northlight Events"
made summer-sound: Summer Sound 2026, wed 10 – sun 14 jun 2026
next: cd summer-sound, then backops area add "Main Stage"
$ cd summer-sound
$ backops area add "Main Stage"
added main-stage: Main Stage
$ backops area add FOH
added foh: FOH
$ backops collab add "Acme Audio"
added acme-audio: Acme Audio
$ backops collab add "Red Kites"
added red-kites: Red Kites
$ backops crew add "Maya Lindt" --collab acme-audio
added maya-lindt: Maya Lindt, Acme Audio

# The times that are typed come back in full.
$ backops activity add "Line check" --start "fri 14:00" --for 90m --area main-stage \
>     --required acme-audio --optional maya-lindt --organizer maya-lindt
added line-check: fri 12 jun 2026 14:00–15:30 (day 3), Main Stage, Acme Audio, Maya Lindt (opt)
warning: nobody of `acme-audio` comes to `line-check` on fri 12 jun, 14:00–15:30 [nobody-comes]
$ cat activities/line-check.yaml
name: Line check
start: 2026-06-12T14:00
duration: 1h30m
areas:
- main-stage
organizers:
- maya-lindt
participants:
  required:
  - acme-audio
  optional:
  - maya-lindt
$ backops activity add "Crew breakfast" --start "day 1 07:00" --for 1h --repeat day --kind meal --global
added crew-breakfast: wed 10 jun 2026 07:00–08:00 (day 1), every day
$ backops activity add "Hands call" --kind call --start "sat 06:00" --for 8h --need "4 stagehand acme-audio"
added hands-call: sat 13 jun 2026 06:00–14:00 (day 4), 4 × stagehand
$ cat activities/hands-call.yaml
name: Hands call
kind: call
start: 2026-06-13T06:00
duration: 8h
needs:
- count: 4
  role: stagehand
  collaborator: acme-audio
$ backops activity add Doors --start "2026-06-12 16:00" --global --fixed
added doors: fri 12 jun 2026 16:00 (day 3)
$ backops activity add "Night set" --start "fri 01:30" --end 3am --area main
`main` is `main-stage` (Main Stage)
added night-set: fri 12 jun 2026 01:30+1–03:00+1 (day 3), Main Stage
$ backops activity add "Build" --start 2026-06-10 --end 2026-06-11 --area foh
added build: wed 10 – thu 11 jun 2026 (day 1), FOH
$ backops activity add "Sound check" --start "doors - 30m" --for 20m --area "main stage" --required "red kites"
`red kites` is `red-kites` (Red Kites)
`main stage` is `main-stage` (Main Stage)
added sound-check: fri 12 jun 2026 15:30–15:50 (day 3), Main Stage, Red Kites

# A taken id is told apart by participant, area, date.
$ backops activity add "Line check" --start "sat 14:00" --for 90m --required red-kites
added line-check-red-kites: sat 13 jun 2026 14:00–15:30 (day 4), Red Kites
$ backops activity add "Line check" --start "sat 15:00" --for 90m --area foh
added line-check-foh: sat 13 jun 2026 15:00–16:30 (day 4), FOH
$ backops activity list
ID                    WHEN                                            NAME            WHERE
build                 wed 10 – thu 11 jun 2026 (day 1)                Build           FOH
crew-breakfast        wed 10 jun 2026 07:00–08:00 (day 1), every day  Crew breakfast
line-check            fri 12 jun 2026 14:00–15:30 (day 3)             Line check      Main Stage
sound-check           fri 12 jun 2026 15:30–15:50 (day 3)             Sound check     Main Stage
doors                 fri 12 jun 2026 16:00 (day 3)                   Doors
night-set             fri 12 jun 2026 01:30+1–03:00+1 (day 3)         Night set       Main Stage
hands-call            sat 13 jun 2026 06:00–14:00 (day 4)             Hands call
line-check-red-kites  sat 13 jun 2026 14:00–15:30 (day 4)             Line check
line-check-foh        sat 13 jun 2026 15:00–16:30 (day 4)             Line check      FOH
$ backops activity list --day fri --area main-stage
ID           WHEN                                     NAME         WHERE
line-check   fri 12 jun 2026 14:00–15:30 (day 3)      Line check   Main Stage
sound-check  fri 12 jun 2026 15:30–15:50 (day 3)      Sound check  Main Stage
night-set    fri 12 jun 2026 01:30+1–03:00+1 (day 3)  Night set    Main Stage
$ backops activity list --kind meal --format ids
crew-breakfast
$ backops activity list --day "day 9"
error: `day 9` is none of the event's 5 days
  hint: did you mean `day 5`?
[1]
$ backops activity show line-check
Line check  activity line-check
  when                   fri 12 jun 2026 14:00–15:30 (day 3)
  name                   Line check
  start                  2026-06-12T14:00
  duration               1h30m
  areas                  main-stage (Main Stage)
  organizers             maya-lindt (Maya Lindt)
  participants.required  acme-audio (Acme Audio)
  participants.optional  maya-lindt (Maya Lindt)
$ backops activity show line-check --format json
{
  "schema": "backops/list/1",
  "noun": "activity",
  "rows": [
    {
      "id": "line-check",
      "name": "Line check",
      "start": "2026-06-12T14:00",
      "duration": "1h30m",
      "areas": [
        "main-stage"
      ],
      "organizers": [
        "maya-lindt"
      ],
      "participants": {
        "required": [
          "acme-audio"
        ],
        "optional": [
          "maya-lindt"
        ]
      }
    }
  ]
}

# Times that are not understood.
$ backops activity add "Late" --start "2pm"
error: `2pm` does not say on which day
  hint: write the day too, such as `wed 14:00`, `day 1 14:00` or `2026-06-10 14:00`
[1]
$ backops activity add Doors --start "fri 17:00" --set required=maya
error: `required` is no key of an activity
  hint: did you mean `participants.required`?
[2]
$ backops activity add "Late" --start "tue 14:00"
error: `tue` is none of the event's days, wed 10 – sun 14 jun 2026
  hint: write `2026-06-09T14:00`
  hint: write `2026-06-16T14:00`
[1]
$ backops activity add "Late" --start "fir 14:00"
error: `fir` in `fir 14:00` is no time
  hint: did you mean `fri 14:00`?
[1]
$ backops activity add "Late" --start "fri 14:00" --for 2:30
error: `2:30` can be read as hours and minutes or as minutes and seconds
  hint: write `2h30m` for hours and minutes
  hint: write `2m30s` for minutes and seconds
[1]
$ backops activity add "Late" --start "fri 14:00" --end "fri 13:00"
error: `fri 13:00` is before the start, fri 12 jun 2026 14:00
  hint: write a later end, such as `2026-06-12T15:00`
[1]
$ backops activity add "Late" --start "fri 14:00" --end 15:00 --for 1h
error: `--end` and `--for` are both given
  hint: keep one of them
[2]
$ backops activity add "Late"
error: `--start` is missing: when does it begin?
  hint: such as --start "fri 14:00"; see man backops-times
[2]
$ backops activity add "Late" --start "load-in + 2h"
error: no activity or time frame is called `load-in`
  hint: write a time such as `wed 14:00`, `day 1 14:00` or `2026-06-10 14:00`
[1]
$ backops activity add "Late" --start "12.06.2026 14:00"
error: `12.06.2026` does not begin with the year
  hint: write `2026-06-12 14:00`
[1]

# References that are not there.
$ backops activity add "Late" --start "fri 14:00" --area main-stge
error: no area is called `main-stge`
  hint: did you mean `main-stage`?
[1]
$ backops activity add "Late" --start "fri 14:00" --required maya-lind
`maya-lind` is `maya-lindt` (Maya Lindt)
added late: fri 12 jun 2026 14:00 (day 3), Maya Lindt
$ backops activity add "Late" --start "fri 14:00" --required main-stage
error: no collaborator or crew member is called `main-stage`; that is the id of an area
  hint: all of them: backops collab list, backops crew list
[1]
$ backops activity add "Late" --start "fri 14:00" --repeat "day untill sun"
error: --repeat: `untill` in `day untill sun` is no part of a repetition
  hint: did you mean `day until sun`?
[1]
$ backops activity add "Late" --start "fri 14:00" --need "2 stage hand acme" --dry-run | grep -A9 needs
`acme` is `acme-audio` (Acme Audio)
added late-2026-06-12: fri 12 jun 2026 14:00 (day 3), 2 × stage hand
nothing was written: this is what would be
+needs:
+- count: 2
+  role: stage hand
+  collaborator: acme-audio
$ backops activity add "Late" --start "fri 14:00" --need "2 stage hand acme-adio"
error: no collaborator is called `acme-adio`
  hint: did you mean `2 stage hand acme-audio`?
  hint: if the role is called so: write `count=2,role=stage hand acme-adio`
[1]
$ backops activity add "Late" --start "fri 14:00" --need "stagehands"
error: `stagehands` is no need
  hint: write how many, as what and from whom, such as `4 stagehand` or `4 stagehand COLLABORATOR`
[2]

# The start alone moves it and keeps its length; the end and the length change it.
$ git init -q . && git add . && git commit -qm start
$ backops activity edit night-set --start "fri 02:00"
changed night-set: fri 12 jun 2026 02:00+1–03:30+1 (day 3), Main Stage
$ git diff --unified=0 | grep '^[-+]'
--- a/activities/night-set.yaml
+++ b/activities/night-set.yaml
-start: 2026-06-12T25:30
-end: "03:00"
+start: 2026-06-12T26:00
+end: "03:30"
$ git commit -qam moved
$ backops activity edit night-set --end 04:00 --status tentative --dry-run
diff --git a/activities/night-set.yaml b/activities/night-set.yaml
--- a/activities/night-set.yaml
+++ b/activities/night-set.yaml
@@ -1,5 +1,6 @@
 name: Night set
+status: tentative
 start: 2026-06-12T26:00
-end: "03:30"
+end: "04:00"
 areas:
 - main-stage
changed night-set: fri 12 jun 2026 02:00+1–04:00+1 (day 3), tentative, Main Stage
nothing was written: this is what would be
$ backops activity edit line-check --start 15:00 --dry-run
diff --git a/activities/line-check.yaml b/activities/line-check.yaml
--- a/activities/line-check.yaml
+++ b/activities/line-check.yaml
@@ -1,5 +1,5 @@
 name: Line check
-start: 2026-06-12T14:00
+start: 2026-06-12T15:00
 duration: 1h30m
 areas:
 - main-stage
changed line-check: fri 12 jun 2026 15:00–16:30 (day 3), Main Stage, Acme Audio, Maya Lindt (opt)
warning: `main-stage` has two activities on fri 12 jun, 15:30–15:50: `sound-check` and `line-check` [area-overlap]
nothing was written: this is what would be
$ backops activity edit night-set --start 3am --dry-run
diff --git a/activities/night-set.yaml b/activities/night-set.yaml
--- a/activities/night-set.yaml
+++ b/activities/night-set.yaml
@@ -1,5 +1,5 @@
 name: Night set
-start: 2026-06-12T26:00
-end: "03:30"
+start: 2026-06-12T27:00
+end: "04:30"
 areas:
 - main-stage
changed night-set: fri 12 jun 2026 03:00+1–04:30+1 (day 3), Main Stage
nothing was written: this is what would be
$ backops activity edit line-check
error: nothing says what to change
  hint: all that it takes: backops activity edit --help
[2]
$ backops activity edit line-check --for 2h --remove-required acme-audio --optional acme-audio --remove-optional maya-lindt
changed line-check: fri 12 jun 2026 14:00–16:00 (day 3), Main Stage, Acme Audio (opt)
warning: `main-stage` has two activities on fri 12 jun, 15:30–15:50: `sound-check` and `line-check` [area-overlap]
$ cat activities/line-check.yaml
name: Line check
start: 2026-06-12T14:00
duration: 2h
areas:
- main-stage
organizers:
- maya-lindt
participants:
  optional:
  - acme-audio
$ backops activity edit line --status tentative
error: `line` could be more than one activity
  `line-check`: Line check, 2026-06-12T14:00
  `line-check-foh`: Line check, 2026-06-13T15:00
  `line-check-red-kites`: Line check, 2026-06-13T14:00
  hint: write the id
[1]
$ backops activity edit doors --end 15:00
changed doors: fri 12 jun 2026 16:00 – sat 13 jun 2026 15:00 (day 3), 23h
warning: `doors` takes 23h on fri 12 jun, 16:00–15:00+1: its end is a clock time before its start, and so of the next day [long-activity]

# Many at once.
$ backops activity list --day sat --kind call --format ids | backops activity edit - --status cancelled
changed hands-call: sat 13 jun 2026 06:00–14:00 (day 4), cancelled, 4 × stagehand
$ backops activity list --day sat --status cancelled
ID          WHEN                                 NAME
hands-call  sat 13 jun 2026 06:00–14:00 (day 4)  Hands call
$ backops activity edit line-check doors --set visibility=publik
error: `publik` is no value of `visibility`: it is `public`, `crew` or `private`
  hint: did you mean `public`?
[1]

# What options are called elsewhere.
$ backops activity add "Line check" --start "fri 14:00" --duration 90m
error: `--duration` is no option of `backops activity add NAME`
  hint: did you mean `--for`?
  hint: all that it takes: backops activity add --help
[2]
$ backops activity add "Line check" --start "fri 14:00" --for 90m --collab acme-audio
error: `--collab` is no option of `backops activity add NAME`
  hint: did you mean `--required` or `--optional` or `--organizer`?
  hint: all that it takes: backops activity add --help
[2]
$ backops activity list --day 3
error: `3` is a bare number, not a day
  hint: write `day 3`
[1]

# Renamed and removed.
$ backops activity edit line-check --name "Line check, all bands"
error: `--name` is no option of `backops activity edit ID…`
  hint: to give another name: backops activity rename ID NAME
  hint: all that it takes: backops activity edit --help
[2]
$ backops activity rename line-check "Line check, all bands" --id line-check-all
renamed line-check to line-check-all: Line check, all bands
$ backops activity edit doors --add accept="rule=area-overlap,with=line-check-all,reason=shared stage"
changed doors: fri 12 jun 2026 16:00 – sat 13 jun 2026 15:00 (day 3), 23h
warning: `doors` has no area-overlap with `line-check-all` to accept [unused-accept]
$ backops activity rename line-check-all --id line-check
renamed line-check-all to line-check: Line check, all bands
1 file that named it changed too
$ grep with activities/doors.yaml
  with: line-check
$ backops activity rm line-check hands-call
removed line-check: Line check, all bands
removed hands-call: Hands call
$ backops activity rm nothing
error: no activity is called `nothing`
  hint: all of them: backops activity list
[1]
$ backops check
activities/doors.yaml:3:6: warning: `doors` takes 23h on fri 12 jun, 16:00–15:00+1: its end is a clock time before its start, and so of the next day [long-activity]
  3 | end: "15:00"
    |      ^^^^^^^
  hint: correct its end, or record it as intended: backops activity edit doors --add accept="rule=long-activity,reason=…"

activities/doors.yaml:7:9: warning: `doors` has no area-overlap with `line-check` to accept [unused-accept]
  7 | - rule: area-overlap
    |         ^^^^^^^^^^^^
  hint: delete it: backops activity edit doors --unset accept

0 errors, 2 warnings in 15 files
# An end that is equal to the start is a moment; one that is before it is the next day's, and its length is said.
$ backops activity add "Doors open" --start "fri 20:30" --end 20:30
added doors-open: fri 12 jun 2026 20:30 (day 3)
$ cat activities/doors-open.yaml
name: Doors open
start: 2026-06-12T20:30
$ backops activity add "Slip" --start "fri 10:15" --end "9:30 a.m." --no-check
added slip: fri 12 jun 2026 10:15–09:30+1 (day 3), 23h15m
$ backops activity edit slip --end "fri 9:30"
error: `fri 9:30` is before the start, fri 12 jun 2026 10:15
  hint: write a later end, such as `2026-06-12T11:15`
[1]
$ backops activity edit slip --end "4:00 PM" --no-check
changed slip: fri 12 jun 2026 10:15–16:00 (day 3)
$ backops activity rm slip doors-open
removed slip: Slip
removed doors-open: Doors open
# A time that clocks skip is said with what it means, and the end is that of the schedule.
$ backops activity add "Show Chicago" --start "2027-03-14T02:30" --for 90m --timezone America/Chicago --no-check
added show-chicago: sun 14 mar 2027 02:30, which clocks skip: 03:30–05:00
$ backops schedule --text chicago --tz America/Chicago
Summer Sound 2026 — all activities · “chicago”  times in America/Chicago (event: Europe/Berlin)

SAT 13 MAR 2027
  03:30+1  05:00+1  Show Chicago

1 activity
$ backops activity edit show-chicago --end 02:45 --no-check
changed show-chicago: sun 14 mar 2027 02:30, which clocks skip: 03:30–02:45, which clocks skip: 03:45
$ backops activity rm show-chicago
removed show-chicago: Show Chicago
# Roles: promoted at once, let off only when it is said.
$ backops activity add "Set change" --start "sat 10:00" --for 30m --optional acme-audio --no-check
added set-change: sat 13 jun 2026 10:00–10:30 (day 4), Acme Audio (opt)
$ backops activity edit set-change --required acme-audio --no-check
`acme-audio` was optional in `set-change` and is required now
changed set-change: sat 13 jun 2026 10:00–10:30 (day 4), Acme Audio
$ backops activity edit set-change --optional acme-audio
error: `acme-audio` is required in `set-change`, so must be there
  hint: to make that optional: --remove-required acme-audio --optional acme-audio
[1]
$ backops activity edit set-change --optional acme-audio --remove-required acme-audio --no-check
changed set-change: sat 13 jun 2026 10:00–10:30 (day 4), Acme Audio (opt)
$ backops activity edit set-change --required acme-audio --remove-optional acme-audio --no-check
changed set-change: sat 13 jun 2026 10:00–10:30 (day 4), Acme Audio
$ backops activity edit set-change --required acme-audio --optional acme-audio
error: `acme-audio` is given as required and as optional
  hint: keep one of the two
[2]
$ backops activity edit set-change --need "2 lead rigger" --need "4 stagehand acme-audio" --no-check
changed set-change: sat 13 jun 2026 10:00–10:30 (day 4), Acme Audio, 2 × lead rigger, 4 × stagehand
$ backops activity edit set-change --need "1 rigger acme-audoi"
error: no collaborator is called `acme-audoi`
  hint: did you mean `1 rigger acme-audio`?
  hint: if the role is called so: write `count=1,role=rigger acme-audoi`
[1]
# Words are searched in all that the audience may read.
$ backops activity list --text "acme stagehand"
ID          WHEN                                 NAME
set-change  sat 13 jun 2026 10:00–10:30 (day 4)  Set change
$ backops activity list --text rigger --audience public
error: `--audience` is no option of `backops activity list`
  hint: all that it takes: backops activity list --help
[2]
$ backops activity rm set-change
removed set-change: Set change
# Positions are those before the command.
$ backops activity add Run --start "sat 20:00" --for 1h --no-check
added run: sat 13 jun 2026 20:00–21:00 (day 4)
$ for name in One Two Three Four Five; do backops activity segment add run $name --for 5m; done
added to run: 1 One
added to run: 2 Two
added to run: 3 Three
added to run: 4 Four
added to run: 5 Five
$ printf "2\n3\n" | backops activity segment edit run - --for 7m
changed in run: 2 Two
changed in run: 3 Three
$ backops activity segment rm run 1 2 9
error: `run` has no segment `9`
  hint: there are 1, 2, 3, 4 and 5
[1]
$ backops activity segment rm run 4 2
removed from run: 2 Two
removed from run: 4 Four
the segments of run from 2 on that have no cue are numbered anew: backops activity segment list run
$ backops activity segment list run
CUE  FROM   UNTIL  LENGTH  NAME
1    20:00  20:05  5m      One
2    20:05  20:12  7m      Three
3    20:12  20:17  5m      Five
$ backops activity rm run
removed run: Run
