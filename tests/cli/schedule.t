$ backops event new summer-sound --name "Summer Sound 2026" --start 2026-06-10 --end 2026-06-14 --timezone Europe/Berlin --collab "Northlight Events"
made summer-sound: Summer Sound 2026, wed 10 – sun 14 jun 2026
next: cd summer-sound, then backops area add "Main Stage"
$ cd summer-sound
$ backops schedule
Summer Sound 2026 — all activities  Europe/Berlin

nothing is scheduled yet
hint: backops activity add "Line check" --start 2026-06-10T09:00 --for 1h
$ backops area add "Main Stage"
added main-stage: Main Stage
$ backops area add FOH
added foh: FOH
$ backops area add "River Stage"
added river-stage: River Stage
$ backops collab add "Acme Audio"
added acme-audio: Acme Audio
$ backops collab add "Red Kites"
added red-kites: Red Kites
$ backops crew add "Maya Lindt" --collab acme-audio
added maya-lindt: Maya Lindt, Acme Audio
$ backops timeframe add "Show days" --start fri --end sun --global
added show-days: fri 12 – sun 14 jun 2026
$ backops activity add "Line check" --start "fri 14:00" --for 90m --area main-stage --required acme-audio --optional maya-lindt --organizer maya-lindt
added line-check: fri 12 jun 2026 14:00–15:30 (day 3), Main Stage, Acme Audio, Maya Lindt (opt)
warning: nobody of `acme-audio` comes to `line-check` on fri 12 jun, 14:00–15:30 [nobody-comes]
$ backops activity add "Doors" --start "fri 16:00" --global --kind doors
added doors: fri 12 jun 2026 16:00 (day 3)
$ backops activity add "Red Kites" --start "fri 22:30" --end 00:15 --area main-stage --required red-kites --kind show --status tentative
added red-kites: fri 12 jun 2026 22:30–00:15+1 (day 3), tentative, Main Stage, Red Kites
$ backops activity add "Night set" --start "fri 01:30" --for 1h --area river-stage --required red-kites
added night-set: fri 12 jun 2026 01:30+1–02:30+1 (day 3), River Stage, Red Kites
$ backops activity add "Build" --start 2026-06-10 --end 2026-06-11 --area main-stage
added build: wed 10 – thu 11 jun 2026 (day 1), Main Stage
$ backops activity add "Rained off" --start "sat 12:00" --for 1h --area foh --status cancelled
added rained-off: sat 13 jun 2026 12:00–13:00 (day 4), cancelled, FOH

# Everything, then the calendars of the day, each row with the reason that it is there.
$ backops schedule
Summer Sound 2026 — all activities                           Europe/Berlin

WED 10 JUN  day 1 of 5
  to thu 11 jun      Build       Main Stage

FRI 12 JUN  day 3 of 5 · Show days
  14:00    15:30     Line check  Main Stage   Acme Audio, Maya Lindt (opt)
  16:00            ◆ Doors                    all
  22:30    00:15+1 ? Red Kites   Main Stage   Red Kites
  01:30+1  02:30+1   Night set   River Stage  Red Kites

5 activities · ? tentative  ◆ moment
$ backops schedule --event --area main-stage --day fri
Summer Sound 2026 — event calendar + Main Stage                       Europe/Berlin

FRI 12 JUN  day 3 of 5 · Show days
  14:00  15:30     Line check  Main Stage  Acme Audio, Maya Lindt (opt)  main-stage
  16:00          ◆ Doors                   all                           event
  22:30  00:15+1 ? Red Kites   Main Stage  Red Kites                     main-stage

3 activities · ? tentative  ◆ moment
$ backops schedule --crew maya-lindt --day fri
Summer Sound 2026 — Maya Lindt       Europe/Berlin

FRI 12 JUN  day 3 of 5 · Show days
  14:00  15:30  Line check  Main Stage  Acme Audio

1 activity
$ backops schedule --crew maya-lindt --with-team --day fri
Summer Sound 2026 — Maya Lindt with team                                             Europe/Berlin

FRI 12 JUN  day 3 of 5 · Show days
  14:00  15:30  Line check  Main Stage  Acme Audio, Maya Lindt (opt)  maya-lindt (org), acme-audio

1 activity
$ backops schedule --collab red-kites --from "fri 23:00" --to "sat 03:00"
Summer Sound 2026 — Red Kites  Europe/Berlin

FRI 12 JUN  day 3 of 5 · Show days
  22:30    00:15+1 ? Red Kites  Main Stage
  01:30+1  02:30+1   Night set  River Stage

2 activities · ? tentative
$ backops schedule --area main-stage --collab red-kites --match all
Summer Sound 2026 — Main Stage & Red Kites                   Europe/Berlin

FRI 12 JUN  day 3 of 5 · Show days
  22:30  00:15+1 ? Red Kites  Main Stage  Red Kites  main-stage, red-kites

1 activity · ? tentative
$ backops schedule --match all
error: `--match all` is for calendars, and none is selected
  hint: name some, such as --area ID --collab ID, or leave --match out
[2]
$ backops schedule --area main-stage --with-team
error: `--with-team` is for people, and none is selected
  hint: name one: --crew ID --with-team
  hint: a collaborator's own calendar: --collab ID
[2]
$ backops activity list --with-team
error: `--with-team` is for people, and none is selected
  hint: name one: --crew ID --with-team
  hint: a collaborator's own calendar: --collab ID
[2]
$ backops schedule --area main-stage --without collab:red-kites --during show-days
Summer Sound 2026 — Main Stage without Red Kites  Europe/Berlin

FRI 12 JUN  day 3 of 5 · Show days
  14:00  15:30  Line check  Acme Audio, Maya Lindt (opt)

1 activity
$ backops schedule --area foh
Summer Sound 2026 — FOH  Europe/Berlin

nothing is scheduled for FOH
$ backops schedule --area foh --status cancelled
Summer Sound 2026 — FOH · cancelled  Europe/Berlin

SAT 13 JUN  day 4 of 5 · Show days
  12:00  13:00 ✕ Rained off

1 activity · ✕ cancelled
$ COLUMNS=60 backops schedule --day fri
Summer Sound 2026 — all activities             Europe/Berlin

FRI 12 JUN  day 3 of 5 · Show days
  14:00    15:30     Line check  Main Stage   Acme Audio, M…
  16:00            ◆ Doors                    all
  22:30    00:15+1 ? Red Kites   Main Stage   Red Kites
  01:30+1  02:30+1   Night set   River Stage  Red Kites

4 activities · ? tentative  ◆ moment
$ backops schedule --area river --day "day 3" --format json
`river` is `river-stage` (River Stage)
{
  "schema": "backops/schedule/1",
  "event": {
    "name": "Summer Sound 2026",
    "timezone": "Europe/Berlin",
    "start": "2026-06-10",
    "end": "2026-06-14",
    "day_start": "04:00"
  },
  "shown_in": null,
  "rows": [
    {
      "id": "night-set",
      "occurrence": null,
      "name": "Night set",
      "kind": "",
      "status": "confirmed",
      "day": "2026-06-12",
      "start": "2026-06-13T01:30",
      "end": "2026-06-13T02:30",
      "timezone": "Europe/Berlin",
      "start_instant": "2026-06-12T23:30:00Z",
      "end_instant": "2026-06-13T00:30:00Z",
      "all_day": false,
      "global": false,
      "areas": [
        "river-stage"
      ],
      "location": "",
      "organizers": [],
      "required": [
        "red-kites"
      ],
      "optional": [],
      "via": [
        "area:river-stage"
      ]
    }
  ],
  "timeframes": [
    {
      "id": "show-days",
      "name": "Show days",
      "start": "2026-06-12",
      "end": "2026-06-14"
    }
  ]
}

# When: what is on, what is next, and what is free.
$ NOW=2026-06-12T23:00 backops schedule now
Summer Sound 2026 — all activities    Europe/Berlin

FRI 12 JUN  day 3 of 5 · Show days
  22:30  00:15+1 ? Red Kites  Main Stage  Red Kites

1 activity · ? tentative
$ NOW="fri 23:30" backops schedule now --area main-stage
Summer Sound 2026 — Main Stage  Europe/Berlin

FRI 12 JUN  day 3 of 5 · Show days
  22:30  00:15+1 ? Red Kites  Red Kites

1 activity · ? tentative
$ NOW="doors + 1h" backops schedule next 1
Summer Sound 2026 — all activities    Europe/Berlin

FRI 12 JUN  day 3 of 5 · Show days
  22:30  00:15+1 ? Red Kites  Main Stage  Red Kites

1 activity · ? tentative
$ NOW=tomrrow backops schedule now
error: --now: `tomrrow` is no time, and no activity or time frame has that id
  hint: did you mean `tomorrow`?
[2]
$ NOW=2026-06-12T20:00 backops schedule now --area main-stage
Summer Sound 2026 — Main Stage  Europe/Berlin

nothing is scheduled for Main Stage at fri 12 jun 2026 20:00
next: Red Kites, fri 12 jun 2026 22:30
$ backops schedule at fri 14:00 --area main-stage
Summer Sound 2026 — Main Stage             Europe/Berlin

FRI 12 JUN  day 3 of 5 · Show days
  14:00  15:30  Line check  Acme Audio, Maya Lindt (opt)

1 activity
$ backops schedule at fri 15:30 --area main-stage
Summer Sound 2026 — Main Stage  Europe/Berlin

nothing is scheduled for Main Stage at fri 12 jun 2026 15:30
next: Red Kites, fri 12 jun 2026 22:30
$ backops schedule at fri
error: `fri` is a whole day, not a moment
  hint: write a time too: backops schedule at "fri 14:00"
  hint: the day: backops schedule --day "fri"
[2]
$ NOW=2026-06-12T15:00 backops schedule next 2
Summer Sound 2026 — all activities    Europe/Berlin

FRI 12 JUN  day 3 of 5 · Show days
  16:00          ◆ Doors                  all
  22:30  00:15+1 ? Red Kites  Main Stage  Red Kites

2 activities · ? tentative  ◆ moment
$ NOW=2026-06-12T15:00 backops schedule next 0
error: `0` is not how many: 1 to 1000
  hint: write `backops schedule next 3`
[2]
$ backops schedule free --area main-stage --area river-stage --day fri --min 6h
FREE         DAY         FROM   TO       FOR
Main Stage   fri 12 jun  04:00  14:00    10h
Main Stage   fri 12 jun  15:30  22:30    7h
River Stage  fri 12 jun  04:00  01:30+1  21h30m
$ backops schedule free --area main-stage --area river-stage --match all --day fri
FREE                      DAY         FROM     TO       FOR
Main Stage + River Stage  fri 12 jun  04:00    14:00    10h
Main Stage + River Stage  fri 12 jun  15:30    22:30    7h
Main Stage + River Stage  fri 12 jun  00:15+1  01:30+1  1h15m
Main Stage + River Stage  fri 12 jun  02:30+1  04:00+1  1h30m
$ backops schedule free --area main-stage --day fri --min 20h
there is no gap of 20h or more
$ backops schedule free --area main-stage --day fri --min 6h --format json
{
  "schema": "backops/free/1",
  "rows": [
    {
      "calendars": "area:main-stage",
      "day": "2026-06-12",
      "start": "2026-06-12T04:00",
      "end": "2026-06-12T14:00",
      "timezone": "Europe/Berlin",
      "start_instant": "2026-06-12T02:00:00Z",
      "end_instant": "2026-06-12T12:00:00Z"
    },
    {
      "calendars": "area:main-stage",
      "day": "2026-06-12",
      "start": "2026-06-12T15:30",
      "end": "2026-06-12T22:30",
      "timezone": "Europe/Berlin",
      "start_instant": "2026-06-12T13:30:00Z",
      "end_instant": "2026-06-12T20:30:00Z"
    }
  ]
}
$ backops schedule free
error: nothing says whose free time is wanted
  hint: write --area ID, --collab ID, --crew ID or --view ID
[2]

# To a file, and what is refused.
$ backops schedule -o plan.pdf
error: no format has the ending of `plan.pdf`
  hint: the endings are .txt, .md, .html, .json, .ndjson, .csv and .ics
  hint: or say which format it is: --format html
[2]
$ backops schedule --day fri -o fri.txt && wc -l < fri.txt
wrote fri.txt: 4 activities
9
$ backops schedule --day fri -o nowhere/fri.txt
error: cannot write `nowhere/fri.txt`: no such file or directory
[1]
$ backops schedule --day fri --format pdf
error: `pdf` is no format here: there is text, md, html, json, ndjson, csv and ics
[2]
$ NOW=2026-06-12T01:30 backops schedule --day today --format json | grep -m1 '"day"'
      "day": "2026-06-10",
$ backops schedule --day friday-ish
error: `friday-ish` is no time, and no activity or time frame has that id
  hint: write a day such as `wed`, `day 1` or `2026-06-10`
[1]
$ backops schedule --day "day 6"
error: `day 6` is none of the event's 5 days
  hint: did you mean `day 5`?
[1]
$ backops schedule --area main --collab kites
error: no collaborator is called `kites`
  hint: did you mean `red-kites`?
[1]
$ backops schedule --area main-stage --from sat --to fri
error: `--to` (fri 12 jun 2026 04:00) is not after `--from` (sat 13 jun 2026 04:00)
  hint: the end is not in the range: --from fri --to sat is friday
[2]
$ backops schedule --without foh
error: `foh` names no calendar
  hint: write --without area:ID, collab:ID, crew:ID or event
[2]
$ backops schedule --status done
error: `done` is no value of `--status`: it is `confirmed`, `tentative` or `cancelled`
[2]
$ backops schedule --as grid
Summer Sound 2026 — all activities                                                     Europe/Berlin

WED 10 JUN  day 1 of 5
to thu 11 jun  Build, Main Stage

FRI 12 JUN  day 3 of 5 · Show days
         everywhere                    Main Stage                    River Stage
14:00                                  ┌ Line check ───────────────┐
                                       │ Acme Audio, 1 more        │
                                       └───────────────────── 15:30┘
15:30
16:00    ◆ Doors
22:30                                  ┌ ? Red Kites ──────────────┐
                                       │ Red Kites                 │
                                       └─────────────────── 00:15+1┘
00:15+1
01:30+1                                                              ┌ Night set ────────────────┐
                                                                     │ Red Kites                 │
                                                                     └─────────────────── 02:30+1┘

5 activities · ? tentative  ◆ moment
$ backops schedule --are main-stage
error: `--are` is no option of `backops schedule`
  hint: did you mean `--area`?
  hint: all that it takes: backops schedule --help
[2]
$ backops schedule nwo
error: `nwo` is no verb of `backops schedule`
  hint: did you mean `now`?
  hint: all of them: backops schedule --help
[2]
$ backops schedule main-stage
error: `main-stage` is one word too many
  hint: usage: backops schedule
[2]
$ backops schedule --color sometimes
error: `sometimes` is no value of `--color`: it is auto, always or never
[2]
$ backops schedule --now 2026-06-12T10:00 --now 2026-06-12T11:00
error: `--now` is given 3 times
  hint: all that it takes: backops schedule --help
[2]

# The same rows in every format and on another clock.
$ backops schedule --day fri --tz America/New_York
Summer Sound 2026 — all activities                  times in America/New_York (event: Europe/Berlin)

FRI 12 JUN  day 3 of 5 · Show days
  08:00  09:30   Line check (14:00–15:30 Europe/Berlin)     Main Stage   Acme Audio, 1 more
  10:00        ◆ Doors (16:00 Europe/Berlin)                             all
  16:30  18:15 ? Red Kites (22:30–00:15+1 Europe/Berlin)    Main Stage   Red Kites
  19:30  20:30   Night set (01:30+1–02:30+1 Europe/Berlin)  River Stage  Red Kites

4 activities · ? tentative  ◆ moment
$ backops schedule --day fri --area main-stage --format md
# Summer Sound 2026 — Main Stage

Europe/Berlin

## FRI 12 JUN

day 3 of 5 · Show days

| Start | End     | Activity    | Who                          |
| ----- | ------- | ----------- | ---------------------------- |
| 14:00 | 15:30   | Line check  | Acme Audio, Maya Lindt (opt) |
| 22:30 | 00:15+1 | ? Red Kites | Red Kites                    |

2 activities · ? tentative
$ backops schedule --day fri --area main-stage --format csv | tr -d '\r'
id,occurrence,name,kind,status,day,start_date,start_time,end_date,end_time,timezone,start_instant,end_instant,all_day,global,areas,location,organizers,required,optional,via
line-check,,Line check,,confirmed,2026-06-12,2026-06-12,14:00,2026-06-12,15:30,Europe/Berlin,2026-06-12T12:00:00Z,2026-06-12T13:30:00Z,false,false,main-stage,,maya-lindt,acme-audio,maya-lindt,area:main-stage
red-kites,,Red Kites,show,tentative,2026-06-12,2026-06-12,22:30,2026-06-13,00:15,Europe/Berlin,2026-06-12T20:30:00Z,2026-06-12T22:15:00Z,false,false,main-stage,,,red-kites,,area:main-stage
$ backops schedule --day fri --area main-stage --as grid -o main-stage.html
wrote main-stage.html: 2 activities
$ backops schedule --tz Berlin
error: no time zone is called `Berlin`
  hint: did you mean `Europe/Berlin`?
[2]
$ backops schedule --as week --columns crew
error: `--columns` is for a grid, not for `week`
  hint: write --as grid, or leave --columns out
[2]
$ backops schedule --kind dors
Summer Sound 2026 — all activities · kind dors  Europe/Berlin

nothing that matches is scheduled
warning: no activity has the kind `dors`
  hint: did you mean `doors`?
