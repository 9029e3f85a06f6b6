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
$ backops check --only curfew
error: `--only` is no option of `backops check`
  hint: all that it takes: backops check --help
[2]
$ backops check extra
error: `extra` is one word too many
  hint: usage: backops check
[2]
$ backops chek
error: `chek` is no command
  hint: did you mean `check`?
  hint: all of them: backops --help
[2]
