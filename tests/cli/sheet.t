$ backops event new summer-sound --name "Summer Sound 2026" --start 2026-06-10 --end 2026-06-14 --timezone Europe/Berlin --collab "Northlight Events" > /dev/null
$ cd summer-sound
$ backops area add "Main Stage" --set site.entrance="Dock B, gate 4" > /dev/null && backops area add Catering > /dev/null
$ backops collab add "Acme Audio" > /dev/null && backops collab add "Red Kites" > /dev/null
$ backops crew add "Maya Lindt" --collab acme-audio --role "FOH engineer" --phone "+49 30 5550239" --radio 4 > /dev/null
$ backops crew add "Finn Joosten" --collab acme-audio --phone "+49 30 5550248" > /dev/null
$ backops crew add "Iris Vale" --role Producer --phone "+49 30 5550203" > /dev/null
$ backops collab edit acme-audio --contact maya-lindt > /dev/null
$ backops event edit --set safety.emergency="112, then channel 9" --add contacts="role=Producer,crew=iris-vale" --add columns=Audio --add columns=Lighting > /dev/null
$ backops activity add "Crew call" --kind call --start "fri 10:00" --for 15m --global --area catering > /dev/null
$ backops activity add Dinner --kind meal --start "fri 17:00" --for 90m --global --area catering > /dev/null
$ backops activity add "Line check" --start "fri 14:00" --for 90m --area main-stage --required acme-audio --required finn-joosten > /dev/null
$ backops activity add "Red Kites live" --kind show --start "fri 23:00" --end 00:15 --area main-stage --required red-kites --required maya-lindt > /dev/null
$ backops activity edit red-kites-live --visibility public > /dev/null
$ backops activity add "Load-out" --kind load-out --start "fri 24:30" --for 2h --area main-stage --need "4 stagehand acme-audio" --required maya-lindt > /dev/null
$ backops activity add "Rain cover" --kind hold --start "fri 20:00" --for 4h --area main-stage > /dev/null
$ backops activity add "Fee talk" --start "fri 16:00" --for 30m --required iris-vale --visibility private > /dev/null
$ backops activity add "Sound check" --start "sat 15:00" --for 1h --area main-stage --required maya-lindt > /dev/null
$ backops timeframe add "Show days" --start fri --end sun --global --description "Bring a rain jacket." > /dev/null
$ backops activity segment add red-kites-live "Walk on" --for 5m --column Audio="Playlist out" --column Lighting=Blackout > /dev/null
$ backops activity segment add red-kites-live "Ten songs" --for 75m --start 23:05 --who red-kites > /dev/null 2>&1
$ backops check
activities/red-kites-live.yaml:18:13: warning: segment 2 ends 5m after its activity on fri 12 jun, 23:00–00:15+1 [segments]
  18 |   duration: 1h15m
     |             ^^^^^
  activities/red-kites-live.yaml:4:6: `red-kites-live` ends at 00:15+1

0 errors, 1 warning in 18 files

# Everybody's day.
$ backops sheet call --day fri
Summer Sound 2026                                                        CALL SHEET  fri 12 jun 2026
Northlight Events                                                                         day 3 of 5

CALL 10:00  Crew call  Catering
first call 10:00 · last out 02:30+1
Show days
  Bring a rain jacket.

CALLS
                    CALL     OUT      REPORT TO           ROLE          RADIO  PHONE
 Acme Audio         14:00    02:30+1  ask for Maya Lindt                ch 4   +49 30 5550239
  Finn Joosten      10:00    15:30    Catering
  Maya Lindt        23:00    02:30+1  Main Stage          FOH engineer  ch 4   +49 30 5550239
  4 × stagehand     00:30+1  02:30+1  Main Stage          Load-out
 Northlight Events
  Iris Vale         16:00    16:30                        Producer             +49 30 5550203
 Red Kites          23:00    00:15+1

SCHEDULE
  10:00    10:15    Crew call       Catering    all
  14:00    15:30    Line check      Main Stage  Acme Audio, Finn Joosten
  17:00    18:30    Dinner          Catering    all
  23:00    00:15+1  Red Kites live  Main Stage  Red Kites, Maya Lindt
  00:30+1  02:30+1  Load-out        Main Stage  Maya Lindt, 4 × stagehand (Acme Audio)

STANDBY
  20:00  00:00+1  Rain cover  Main Stage

LOCATION  Main Stage
  entrance      Dock B, gate 4

SAFETY
  emergency     112, then channel 9

KEY CONTACTS
  Producer  Iris Vale  +49 30 5550203

OPEN WARNINGS
  segment 2 ends 5m after its activity on fri 12 jun, 23:00–00:15+1: Red Kites live [segments]

NEXT DAYS
  sat 13 jun  Show days

times in Europe/Berlin · the day runs from 04:00 · f646bfd6f6

# One person's, with what is everybody's.
$ backops sheet call --day fri --crew maya --issue "Rev B"
`maya` is `maya-lindt` (Maya Lindt)
Summer Sound 2026                                                        CALL SHEET  fri 12 jun 2026
Northlight Events                                                                 day 3 of 5 · Rev B
for Maya Lindt

CALL 23:00   OUT 02:30+1   NEXT CALL sat 13 jun 15:00   REST 12h30m
report to Main Stage · your radio: ch 4
Show days
  Bring a rain jacket.

SCHEDULE
  10:00    10:15    Crew call       Catering    all                                     everybody
  17:00    18:30    Dinner          Catering    all                                     everybody
  23:00    00:15+1  Red Kites live  Main Stage  Red Kites, Maya Lindt                   required
  00:30+1  02:30+1  Load-out        Main Stage  Maya Lindt, 4 × stagehand (Acme Audio)  required

LOCATION  Main Stage
  entrance      Dock B, gate 4

SAFETY
  emergency     112, then channel 9

KEY CONTACTS
  Producer  Iris Vale  +49 30 5550203

NEXT DAYS
  sat 13 jun  Show days

times in Europe/Berlin · the day runs from 04:00 · 1b60d7628f
$ backops sheet call --day sat --crew iris-vale
Summer Sound 2026                                                        CALL SHEET  sat 13 jun 2026
Northlight Events                                                                         day 4 of 5
for Iris Vale

NOT CALLED
Show days
  Bring a rain jacket.

nothing is scheduled

SAFETY
  emergency     112, then channel 9

KEY CONTACTS
  Producer  Iris Vale  +49 30 5550203

times in Europe/Berlin · the day runs from 04:00 · 0411b9d5f7

# A space, a company, and what the office alone sees.
$ backops sheet day --day fri --area main-stage
Summer Sound 2026                                                         DAY SHEET  fri 12 jun 2026
Northlight Events                                                                         day 3 of 5
for Main Stage

Show days
  Bring a rain jacket.

SCHEDULE
  14:00    15:30    Line check      Main Stage  Acme Audio, Finn Joosten                Main Stage
  23:00    00:15+1  Red Kites live  Main Stage  Red Kites, Maya Lindt                   Main Stage
  00:30+1  02:30+1  Load-out        Main Stage  Maya Lindt, 4 × stagehand (Acme Audio)  Main Stage

STANDBY
  20:00  00:00+1  Rain cover  Main Stage  Main Stage

LOCATION  Main Stage
  entrance      Dock B, gate 4

SAFETY
  emergency     112, then channel 9

KEY CONTACTS
  Producer  Iris Vale  +49 30 5550203

OPEN WARNINGS
  segment 2 ends 5m after its activity on fri 12 jun, 23:00–00:15+1: Red Kites live [segments]

NEXT DAYS
  sat 13 jun  Show days

times in Europe/Berlin · the day runs from 04:00 · d204005951
$ backops sheet call --day fri --collab acme-audio --format md
# Call sheet · fri 12 jun 2026

**Summer Sound 2026** · Northlight Events · day 3 of 5 · for **Acme Audio**

**10:00 Crew call**, Catering

first call **10:00** · last out 02:30+1

Show days

> Bring a rain jacket.

## Calls

| Name | Role | Call | Out | Meal | Report to | Radio | Phone |
| --- | --- | --- | --- | --- | --- | --- | --- |
| **Acme Audio** | Maya Lindt | 14:00 | 02:30+1 |  |  | ch 4 | \+49 30 5550239 |
| Finn Joosten |  | **10:00** | 15:30 |  | Catering |  |  |
| Maya Lindt | FOH engineer | **23:00** | 02:30+1 |  | Main Stage | ch 4 | \+49 30 5550239 |
| 4 × stagehand | Load-out | **00:30+1** | 02:30+1 |  | Main Stage |  |  |

## Schedule

| Time | Activity | Where | Who | Why here |
| --- | --- | --- | --- | --- |
| 14:00–15:30 | Line check | Main Stage | Acme Audio, Finn Joosten | with Acme Audio, required |
| 23:00–00:15+1 | **Red Kites live** | Main Stage | Red Kites, Maya Lindt | required |
| 00:30+1–02:30+1 | Load-out | Main Stage | Maya Lindt, 4 × stagehand (Acme Audio) | with Acme Audio, required |

## Location Main Stage

- Entrance: Dock B, gate 4

## Safety

- **Emergency: 112, then channel 9**

## Key contacts

| Function | Name | Phone | Radio |
| --- | --- | --- | --- |
| Producer | Iris Vale | \+49 30 5550203 |  |

## Open warnings

- segment 2 ends 5m after its activity on fri 12 jun, 23:00–00:15+1: Red Kites live (segments)

---

Times in Europe/Berlin, the day runs from 04:00 · `96e0d97343`
$ backops sheet call --day fri --crew iris-vale --audience private --text fee
Summer Sound 2026                                                        CALL SHEET  fri 12 jun 2026
Northlight Events                                                                         day 3 of 5
for Iris Vale

CALL 16:00   OUT 16:30
Show days
  Bring a rain jacket.

SCHEDULE
  16:00  16:30  Fee talk  Iris Vale  required

SAFETY
  emergency     112, then channel 9

KEY CONTACTS
  Producer  Iris Vale  +49 30 5550203

times in Europe/Berlin · the day runs from 04:00 · 5296b03b47
$ backops sheet day --day fri --audience public
Summer Sound 2026                                                         DAY SHEET  fri 12 jun 2026
                                                                                          day 3 of 5

SCHEDULE
  23:00  00:15+1  Red Kites live  Main Stage

times in Europe/Berlin · the day runs from 04:00 · 472d170341

# One for each of the crew; again, when only one of them has changed.
$ backops sheet call --day fri --each crew --format html -o sheets --issue "Rev B"
wrote 3 files and an index to sheets
$ ls sheets
finn-joosten.html
index.html
iris-vale.html
maya-lindt.html
$ touch -d 2026-01-01 sheets/*
$ backops activity edit line-check --start 14:30 > /dev/null
$ backops sheet call --day fri --each crew --format html -o sheets --issue "Rev B"
wrote 1 file and an index to sheets; 2 files unchanged
$ find sheets -type f -newermt 2026-02-01 | sort
sheets/finn-joosten.html
sheets/index.html
$ backops sheet call --day fri --each crew --collab acme-audio -o sheets
wrote 2 files and an index to sheets
$ cat sheets/index.txt
Summer Sound 2026 · Call sheets · fri 12 jun 2026

finn-joosten.txt  Finn Joosten: call 14:30, out 16:00
maya-lindt.txt  Maya Lindt: call 23:00, out 02:30+1

# The run of show, and one department's.
$ backops sheet run red-kites-live
Summer Sound 2026                                                         RUN SHEET  fri 12 jun 2026
Northlight Events                                                                         day 3 of 5

Red Kites live  23:00–00:15+1  Main Stage
runs 1:20:00 · slot 1:15:00 · 5m over

RUN OF SHOW
  CUE  START    LENGTH  ITEM       WHO        RUNS     LATEST
  1    23:00    5m      Walk on               5:00     22:55
       Audio: Playlist out · Lighting: Blackout
  2    23:05 ◆  1h15m   Ten songs  Red Kites  1:20:00  23:00

◆ starts at this very time · latest: when it must start so that nothing after it is late

times in Europe/Berlin · the day runs from 04:00 · 9fedd34af4
$ backops sheet run red-kites-live --department Lighting --format md
# Run sheet · fri 12 jun 2026

**Summer Sound 2026** · Northlight Events · day 3 of 5

**Red Kites live** 23:00–00:15+1, Main Stage

runs 1:20:00 · slot 1:15:00 · **5m over** · only Lighting

| Cue | Start | Length | Item | Who | Lighting | Runs | Latest |
| --- | --- | --- | --- | --- | --- | --- | --- |
| **1** | 23:00 | 5m | Walk on |  | Blackout | 5:00 | 22:55 |
| **2** | 23:05 ◆ | 1h15m | Ten songs | Red Kites |  | 1:20:00 | 23:00 |

◆ starts at this very time · latest: when it must start so that nothing after it is late

---

Times in Europe/Berlin, the day runs from 04:00 · `8b1baca948`

# Layouts of one's own.
$ mkdir templates
$ printf '{{#rows}}\n{{times}} {{title}}{{#place}}, {{place}}{{/place}}{{#x-truck}} [{{x-truck}}]{{/x-truck}}\n{{/rows}}\n{{^rows}}\nnothing\n{{/rows}}\n{{#has_standby}}\nstandby:{{#standby}} {{name}}{{/standby}}\n{{/has_standby}}\n' > templates/short.txt.mustache
$ backops activity edit load-out --set x-truck="7.5 t" > /dev/null
$ backops sheet day --day fri --template short
10:00–10:15 Crew call, Catering
14:30–16:00 Line check, Main Stage
17:00–18:30 Dinner, Catering
23:00–00:15+1 Red Kites live, Main Stage
00:30+1–02:30+1 Load-out, Main Stage [7.5 t]
standby: Rain cover
$ backops sheet day --day sun --template short
nothing
$ printf '*{{event.name}}*\n' > templates/head.md.mustache
$ printf '{{>head}}\n{{#teams}}\n- {{name}}:{{#people}} {{name}} {{call}}{{/people}}\n{{/teams}}\n{{>foot}}\n' > templates/call.md.mustache
$ backops sheet call --day fri --format md
*Summer Sound 2026*
- Acme Audio: Finn Joosten 14:30 Maya Lindt 23:00
- Northlight Events: Iris Vale 16:00
- Red Kites:
---

Times in Europe/Berlin, the day runs from 04:00 · `a2cf72f071`

# Somebody may be called as the page that lists them all.
$ backops area add Index
added index: Index
$ backops sheet day --day fri --each area -o areas
error: `areas/index.txt` is a place for the event's own records
  hint: name another file
[2]
$ backops sheet day --day fri --each area -o walls
wrote 3 files and an index to walls
$ ls walls
catering.txt
index.txt
index_.txt
main-stage.txt
$ backops sheet day --day fri --each area -o -
error: `--each` writes many files, and no folder is given for them
  hint: such as: -o sheets
[2]
