$ backops event new summer-sound --name "Summer Sound 2026" --start 2026-06-10 --end 2026-06-14 --timezone Europe/Berlin --collab "Northlight Events"
made summer-sound: Summer Sound 2026, wed 10 – sun 14 jun 2026
next: cd summer-sound, then backops area add "Main Stage"
$ cd summer-sound
$ backops check
0 errors, 0 warnings in 2 files
$ backops area add "Main Stage"
added main-stage: Main Stage
$ mkdir -p activities && printf 'name: Line check\nstart: 2pm\nareas: main-stage\nparticpants:\n  required: [northlight-events]\n' > activities/line-check.yaml
$ backops check
activities/line-check.yaml:2:8: error: `2pm` has no date [wrong-value]
  2 | start: 2pm
    |        ^^^
  hint: write the date before it, as in `2026-06-12T14:00`

activities/line-check.yaml:3:8: error: `areas` is a list, and one text stands here [wrong-type]
  3 | areas: main-stage
    |        ^^^^^^^^^^
  hint: write `areas: [main-stage]`

activities/line-check.yaml:4:1: error: `particpants` is no key of an activity [unknown-key]
  4 | particpants:
    | ^^^^^^^^^^^
  hint: did you mean `participants`?

3 errors, 0 warnings in 4 files
[1]
$ backops check --format json
{
  "schema": "backops/check/1",
  "errors": 3,
  "warnings": 0,
  "accepted": 0,
  "problems": [
    {
      "rule": "wrong-value",
      "severity": "error",
      "message": "`2pm` has no date",
      "file": "activities/line-check.yaml",
      "line": 2,
      "column": 8,
      "hints": [
        "write the date before it, as in `2026-06-12T14:00`"
      ],
      "others": [],
      "occurrences": [],
      "resource": null,
      "resources": [],
      "minutes": null
    },
    {
      "rule": "wrong-type",
      "severity": "error",
      "message": "`areas` is a list, and one text stands here",
      "file": "activities/line-check.yaml",
      "line": 3,
      "column": 8,
      "hints": [
        "write `areas: [main-stage]`"
      ],
      "others": [],
      "occurrences": [],
      "resource": null,
      "resources": [],
      "minutes": null
    },
    {
      "rule": "unknown-key",
      "severity": "error",
      "message": "`particpants` is no key of an activity",
      "file": "activities/line-check.yaml",
      "line": 4,
      "column": 1,
      "hints": [
        "did you mean `participants`?"
      ],
      "others": [],
      "occurrences": [],
      "resource": null,
      "resources": [],
      "minutes": null
    }
  ]
}
[1]

# Every hint is followed, and nothing is left.
$ sed -i 's/2pm/2026-06-12T14:00/; s/areas: main-stage/areas: [main-stage]/; s/particpants/participants/' activities/line-check.yaml
$ backops check
0 errors, 0 warnings in 4 files

# A warning fails only when that is asked for.
$ backops activity edit line-check --kind meals
changed line-check: fri 12 jun 2026 14:00 (day 3), Main Stage, Northlight Events
warning: the kind `meals` is nearly `meal`, which carries meaning [near-kind]
$ backops check
activities/line-check.yaml:2:7: warning: the kind `meals` is nearly `meal`, which carries meaning [near-kind]
  2 | kind: meals
    |       ^^^^^
  hint: did you mean `meal`?

0 errors, 1 warning in 4 files
$ backops check --strict
activities/line-check.yaml:2:7: warning: the kind `meals` is nearly `meal`, which carries meaning [near-kind]
  2 | kind: meals
    |       ^^^^^
  hint: did you mean `meal`?

0 errors, 1 warning in 4 files
[1]
$ backops check --onyl curfew
error: `--onyl` is no option of `backops check [RULE…]`
  hint: did you mean `--only`?
  hint: all that it takes: backops check --help
[2]
$ backops check extra
error: no rule is called `extra`
  hint: backops check --rules lists them
[2]
$ backops chek
error: `chek` is no command
  hint: did you mean `check`?
  hint: all of them: backops --help
[2]

# What the plan says against itself.
$ backops activity edit line-check --kind rehearsal
changed line-check: fri 12 jun 2026 14:00 (day 3), Main Stage, Northlight Events
$ backops crew add "Maya Lindt" --role "Stage manager"
added maya-lindt: Maya Lindt, Northlight Events
$ backops activity add Keynote --start "fri 14:00" --for 1h --area main-stage --required maya-lindt
added keynote: fri 12 jun 2026 14:00–15:00 (day 3), Main Stage, Maya Lindt
warning: nobody of `northlight-events` comes to `line-check` on fri 12 jun, 14:00: 1 is at other work [nobody-comes]
$ backops activity add Interview --start "fri 13:30" --for 75m --required maya-lindt
added interview: fri 12 jun 2026 13:30–14:45 (day 3), Maya Lindt
error: `maya-lindt` is needed in two places on fri 12 jun, 14:00–14:45: `keynote` and `interview` [person-overlap]
$ backops activity add Panel --start "fri 14:30" --for 1h --area main-stage --dry-run --format json
{
  "schema": "backops/change/1",
  "dry_run": true,
  "added": [
    "panel"
  ],
  "changed": [],
  "removed": [],
  "files": [
    "activities/panel.yaml"
  ],
  "breaks": [
    {
      "rule": "area-overlap",
      "severity": "warning",
      "message": "`main-stage` has two activities on fri 12 jun, 14:30–15:00",
      "file": "activities/panel.yaml",
      "line": null,
      "column": null,
      "hints": [
        "move one, or record it as intended: backops activity edit panel --add accept=\"rule=area-overlap,with=keynote,reason=…\""
      ],
      "others": [],
      "occurrences": [
        "panel",
        "keynote"
      ],
      "resource": "main-stage",
      "resources": [
        "main-stage"
      ],
      "minutes": 30
    }
  ]
}
$ backops check
activities/keynote.yaml:2:8: error: `maya-lindt` is needed in two places on fri 12 jun, 14:00–14:45 [person-overlap]
  2 | start: 2026-06-12T14:00
    |        ^^^^^^^^^^^^^^^^
  activities/interview.yaml:2:8: the other is `interview`, 13:30–14:45
  hint: move one, or record it as intended: backops activity edit keynote --add accept="rule=person-overlap,with=interview,reason=…"

activities/line-check.yaml:6:14: warning: nobody of `northlight-events` comes to `line-check` on fri 12 jun, 14:00: 1 is at other work [nobody-comes]
  6 |   required: [northlight-events]
    |              ^^^^^^^^^^^^^^^^^
  hint: name who comes, or ask others, or record it as intended: backops activity edit line-check --add accept="rule=nobody-comes,with=northlight-events,reason=…"

1 error, 1 warning in 7 files
[1]
$ backops check --only person-overlap --day fri --format json
{
  "schema": "backops/check/1",
  "errors": 1,
  "warnings": 0,
  "accepted": 0,
  "problems": [
    {
      "rule": "person-overlap",
      "severity": "error",
      "message": "`maya-lindt` is needed in two places on fri 12 jun, 14:00–14:45",
      "file": "activities/keynote.yaml",
      "line": 2,
      "column": 8,
      "hints": [
        "move one, or record it as intended: backops activity edit keynote --add accept=\"rule=person-overlap,with=interview,reason=…\""
      ],
      "others": [
        {
          "file": "activities/interview.yaml",
          "line": 2,
          "column": 8,
          "message": "the other is `interview`, 13:30–14:45"
        }
      ],
      "occurrences": [
        "keynote",
        "interview"
      ],
      "resource": "maya-lindt",
      "resources": [
        "maya-lindt"
      ],
      "minutes": 45
    }
  ]
}
[1]
$ backops check --only area-overlap curfew
0 errors, 0 warnings in 7 files
$ backops check --skip person-overlap
activities/line-check.yaml:6:14: warning: nobody of `northlight-events` comes to `line-check` on fri 12 jun, 14:00: 1 is at other work [nobody-comes]
  6 |   required: [northlight-events]
    |              ^^^^^^^^^^^^^^^^^
  hint: name who comes, or ask others, or record it as intended: backops activity edit line-check --add accept="rule=nobody-comes,with=northlight-events,reason=…"

0 errors, 1 warning in 7 files
$ backops check --day sat
0 errors, 0 warnings in 7 files
$ backops schedule conflicts --area main-stage
activities/keynote.yaml:2:8: error: `maya-lindt` is needed in two places on fri 12 jun, 14:00–14:45 [person-overlap]
  2 | start: 2026-06-12T14:00
    |        ^^^^^^^^^^^^^^^^
  activities/interview.yaml:2:8: the other is `interview`, 13:30–14:45
  hint: move one, or record it as intended: backops activity edit keynote --add accept="rule=person-overlap,with=interview,reason=…"

1 error, 0 warnings in 7 files
[1]
$ backops schedule conflicts --crew maya-lindt --day fri --format github
::error file=activities/keynote.yaml,line=2,col=8,endColumn=24,title=person-overlap::`maya-lindt` is needed in two places on fri 12 jun, 14:00–14:45%0Aactivities/interview.yaml:2:8: the other is `interview`, 13:30–14:45%0Ahint: move one, or record it as intended: backops activity edit keynote --add accept="rule=person-overlap,with=interview,reason=…"
1 error, 0 warnings in 7 files
[1]
$ backops activity edit interview --end 15:30 --strict
changed interview: fri 12 jun 2026 13:30–15:30 (day 3), Maya Lindt
$ backops crew edit maya-lindt --add unavailable="start=fri,end=fri,reason=exam" --strict
error: `maya-lindt` is unavailable on fri 12 jun, 13:30–15:30, and booked for `interview` [unavailable]
error: `maya-lindt` is unavailable on fri 12 jun, 14:00–15:00, and booked for `keynote` [unavailable]
error: that would break what was right
  nothing was changed
[1]
$ backops activity edit interview --add accept="rule=person-overlap,with=keynote,reason=Maya answers from the stage,until=2026-06-12"
changed interview: fri 12 jun 2026 13:30–15:30 (day 3), Maya Lindt
$ NOW=2026-06-12T20:00 backops check
activities/line-check.yaml:6:14: warning: nobody of `northlight-events` comes to `line-check` on fri 12 jun, 14:00: 1 is at other work [nobody-comes]
  6 |   required: [northlight-events]
    |              ^^^^^^^^^^^^^^^^^
  hint: name who comes, or ask others, or record it as intended: backops activity edit line-check --add accept="rule=nobody-comes,with=northlight-events,reason=…"

0 errors, 1 warning in 7 files (1 accepted)
$ NOW=2026-06-13T20:00 backops check
activities/interview.yaml:11:10: warning: `interview` accepts person-overlap with `keynote` until fri 12 jun 2026, which is over [unused-accept]
  11 |   until: 2026-06-12
     |          ^^^^^^^^^^
  hint: delete it, or write a later date

activities/keynote.yaml:2:8: error: `maya-lindt` is needed in two places on fri 12 jun, 14:00–15:00 [person-overlap]
  2 | start: 2026-06-12T14:00
    |        ^^^^^^^^^^^^^^^^
  activities/interview.yaml:2:8: the other is `interview`, 13:30–15:30
  hint: move one, or record it as intended: backops activity edit keynote --add accept="rule=person-overlap,with=interview,reason=…"

activities/line-check.yaml:6:14: warning: nobody of `northlight-events` comes to `line-check` on fri 12 jun, 14:00: 1 is at other work [nobody-comes]
  6 |   required: [northlight-events]
    |              ^^^^^^^^^^^^^^^^^
  hint: name who comes, or ask others, or record it as intended: backops activity edit line-check --add accept="rule=nobody-comes,with=northlight-events,reason=…"

1 error, 2 warnings in 7 files
[1]
$ NOW=2026-06-13T20:00 backops check --format sarif
{
  "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json",
  "version": "2.1.0",
  "runs": [
    {
      "tool": {
        "driver": {
          "name": "backops",
          "version": "0.3.0",
          "rules": [
            {
              "id": "nobody-comes",
              "shortDescription": {
                "text": "an activity that requires a company and takes nobody of it"
              },
              "fullDescription": {
                "text": "An activity requires a collaborator that has people, and none of them are taken: all are away, at work of their own for the whole time, called only later that day, or named as optional. Calls, meals, what lasts all day and needs alone are not asked. A company without crew records is not either."
              },
              "help": {
                "text": "An activity requires a collaborator that has people, and none of them are taken: all are away, at work of their own for the whole time, called only later that day, or named as optional. Calls, meals, what lasts all day and needs alone are not asked. A company without crew records is not either.\nName who comes, move their calls, or ask another company."
              }
            },
            {
              "id": "person-overlap",
              "shortDescription": {
                "text": "two activities at once that need one person"
              },
              "fullDescription": {
                "text": "A person is needed in two places at one time. Counted are the activities that name the person as a participant and the segments that name them (for their time only). What requires their collaborator counts where that one's `overlap` is `warn` or `forbid` (a band), and where the person is all the people that it has; any other company can send somebody else. Who only organizes is not counted."
              },
              "help": {
                "text": "A person is needed in two places at one time. Counted are the activities that name the person as a participant and the segments that name them (for their time only). What requires their collaborator counts where that one's `overlap` is `warn` or `forbid` (a band), and where the person is all the people that it has; any other company can send somebody else. Who only organizes is not counted.\nOnly what is busy can overlap: not moments, not what lasts all day, not the kinds `call` and `hold`, nothing with `busy: false`, nothing cancelled. Times are compared as instants, half-open: an activity may begin at the moment at which another ends. If one side is optional or tentative the finding is one level lower; if both are optional there is none. Two activities of the same pair are told of once, with the number of days.\nMove one, make the person optional in one, or accept the finding in one of the two activities."
              }
            },
            {
              "id": "unused-accept",
              "shortDescription": {
                "text": "an `accept` that matches nothing any more, or whose `until` has passed"
              },
              "fullDescription": {
                "text": "An activity accepts a finding that there is not: the conflict was solved, `rule` or `with` is not what is found, the rule is off, or the acceptance was good `until` a day that is over (then the finding is told again). An acceptance that stays behind would hide the next conflict of its kind."
              },
              "help": {
                "text": "An activity accepts a finding that there is not: the conflict was solved, `rule` or `with` is not what is found, the rule is off, or the acceptance was good `until` a day that is over (then the finding is told again). An acceptance that stays behind would hide the next conflict of its kind.\nDelete it, or give it a later `until`."
              }
            }
          ]
        }
      },
      "columnKind": "unicodeCodePoints",
      "results": [
        {
          "ruleId": "unused-accept",
          "ruleIndex": 2,
          "level": "warning",
          "message": {
            "text": "`interview` accepts person-overlap with `keynote` until fri 12 jun 2026, which is over\nhint: delete it, or write a later date"
          },
          "locations": [
            {
              "physicalLocation": {
                "artifactLocation": {
                  "uri": "activities/interview.yaml"
                },
                "region": {
                  "startLine": 11,
                  "startColumn": 10,
                  "endLine": 11,
                  "endColumn": 20
                }
              }
            }
          ],
          "partialFingerprints": {
            "finding/1": "activities/interview.yaml unused-accept interview"
          }
        },
        {
          "ruleId": "person-overlap",
          "ruleIndex": 1,
          "level": "error",
          "message": {
            "text": "`maya-lindt` is needed in two places on fri 12 jun, 14:00–15:00\nhint: move one, or record it as intended: backops activity edit keynote --add accept=\"rule=person-overlap,with=interview,reason=…\""
          },
          "locations": [
            {
              "physicalLocation": {
                "artifactLocation": {
                  "uri": "activities/keynote.yaml"
                },
                "region": {
                  "startLine": 2,
                  "startColumn": 8,
                  "endLine": 2,
                  "endColumn": 24
                }
              }
            }
          ],
          "relatedLocations": [
            {
              "physicalLocation": {
                "artifactLocation": {
                  "uri": "activities/interview.yaml"
                },
                "region": {
                  "startLine": 2,
                  "startColumn": 8,
                  "endLine": 2,
                  "endColumn": 24
                }
              },
              "id": 1,
              "message": {
                "text": "the other is `interview`, 13:30–15:30"
              }
            }
          ],
          "partialFingerprints": {
            "finding/1": "activities/keynote.yaml person-overlap keynote interview maya-lindt"
          }
        },
        {
          "ruleId": "nobody-comes",
          "ruleIndex": 0,
          "level": "warning",
          "message": {
            "text": "nobody of `northlight-events` comes to `line-check` on fri 12 jun, 14:00: 1 is at other work\nhint: name who comes, or ask others, or record it as intended: backops activity edit line-check --add accept=\"rule=nobody-comes,with=northlight-events,reason=…\""
          },
          "locations": [
            {
              "physicalLocation": {
                "artifactLocation": {
                  "uri": "activities/line-check.yaml"
                },
                "region": {
                  "startLine": 6,
                  "startColumn": 14,
                  "endLine": 6,
                  "endColumn": 31
                }
              }
            }
          ],
          "partialFingerprints": {
            "finding/1": "activities/line-check.yaml nobody-comes line-check northlight-events"
          }
        }
      ]
    }
  ]
}
[1]
$ backops activity shift interview --by -1h --no-check
shifted interview: fri 12 jun 2026 12:30–14:30 (day 3), Maya Lindt
$ backops check --explain area-overlap
area-overlap: two activities at once in one area
by default: by the area's `overlap`: a warning unless that is `forbid` or `allow`

Two activities are in one area at one time. An area's `overlap` says how grave
that is: `warn` unless its file says `forbid`, or `allow` for one in which
several things may happen, such as a warehouse. The kinds that share their area
by their nature (load-in, load-out, changeover: the event's `windows`) do not
count, unless they say `busy: true`. Nor do moments, calls and holds, all-day
and cancelled activities and those with `busy: false`. A tentative activity
makes it one level lower.

Move one, or accept the finding in one of the two activities.
$ backops check --rules | head -4
RULE                  FINDS
person-overlap        two activities at once that need one person
collaborator-overlap  two activities at once that need one collaborator
area-overlap          two activities at once in one area
$ backops check --only person-overlp
error: no rule is called `person-overlp`
  hint: did you mean `person-overlap`?
  hint: backops check --rules lists them
[2]
$ backops check --explain person-overlp
error: no rule is called `person-overlp`
  hint: did you mean `person-overlap`?
  hint: backops check --rules lists them
[2]
$ backops activity edit interview --end 14:45 --strict --no-check
error: `--strict` and `--no-check` are both given
  hint: keep one of them
[2]
$ backops check --only unused-accept
0 errors, 0 warnings in 7 files
$ backops check --only "unused-accept, curfew" --format json | grep warnings
  "warnings": 0,
$ backops activity add "Pre-party" --start "2027-06-12 20:00" --for 2h --kind shows
added pre-party: sat 12 jun 2027 20:00–22:00
warning: the kind `shows` is nearly `show`, which carries meaning [near-kind]
warning: `pre-party` is outside the event and all time frames on sat 12 jun 2027 [outside-event]
$ backops activity rm pre-party
removed pre-party: Pre-party
$ printf 'name: [\n' > activities/broken.yaml
$ backops crew list --free "fri 13:00"
no crew member is like that
activities/broken.yaml:1:7: error: this `[` is never closed [yaml-syntax]
  1 | name: [
    |       ^
  hint: put a `]` at the end of the list
who is listed may be wrong, since the event has errors
[1]
$ rm activities/broken.yaml
