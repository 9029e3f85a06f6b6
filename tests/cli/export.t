$ backops event new summer-sound --name "Summer Sound 2026" --start 2026-06-10 --end 2026-06-14 --timezone Europe/Berlin --collab "Northlight Events"
made summer-sound: Summer Sound 2026, wed 10 – sun 14 jun 2026
next: cd summer-sound, then backops area add "Main Stage"
$ cd summer-sound
$ sed -i 's/^uid: .*/uid: 5f0c/' event.yaml
$ backops area add "Main Stage"
added main-stage: Main Stage
$ backops collab add "Acme Audio"
added acme-audio: Acme Audio
$ backops crew add "Maya Lindt" --collab acme-audio --email maya@acme.example
added maya-lindt: Maya Lindt, Acme Audio
$ backops activity add "Line check" --start "fri 14:00" --for 90m --area main-stage --required acme-audio --optional maya-lindt --description "Desk, stage box."
added line-check: fri 12 jun 2026 14:00–15:30 (day 3), Main Stage, Acme Audio, Maya Lindt (opt)
warning: nobody of `acme-audio` comes to `line-check` on fri 12 jun, 14:00–15:30 [nobody-comes]
$ backops activity add "Breakfast" --start "day 1 07:00" --for 1h --repeat day --kind meal --global --no-check
added breakfast: wed 10 jun 2026 07:00–08:00 (day 1), every day
$ backops activity edit breakfast@2026-06-14 --start 08:00
changed breakfast@2026-06-14: sun 14 jun 2026 08:00–09:00 (day 5)
$ backops activity skip breakfast@2026-06-12
skipped breakfast@2026-06-12: fri 12 jun 2026
$ backops activity add "Secret set" --start "sat 23:00" --for 1h --area main-stage --visibility private
added secret-set: sat 13 jun 2026 23:00–00:00+1 (day 4), Main Stage
# A person's calendar. Lines end in CRLF.
$ backops export ics --crew maya-lindt | tr -d '\r'
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//backops//backops//EN
CALSCALE:GREGORIAN
NAME:Summer Sound 2026 — Maya Lindt
X-WR-CALNAME:Summer Sound 2026 — Maya Lindt
X-WR-TIMEZONE:Europe/Berlin
BEGIN:VTIMEZONE
TZID:Europe/Berlin
BEGIN:STANDARD
DTSTART:20251026T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:20260329T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:20261025T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
UID:line-check.5f0c@backops
DTSTAMP:20260327T110000Z
LAST-MODIFIED:20260327T110000Z
SEQUENCE:3279540
DTSTART;TZID=Europe/Berlin:20260612T140000
DTEND;TZID=Europe/Berlin:20260612T153000
SUMMARY:Line check
LOCATION:Main Stage
DESCRIPTION:Desk\, stage box.\n\nRequired: Acme Audio\nOptional: Maya Lindt
 \nVia: Maya Lindt (optional)
STATUS:CONFIRMED
TRANSP:TRANSPARENT
CLASS:CONFIDENTIAL
END:VEVENT
END:VCALENDAR
# A series with a date left out and one changed.
$ backops export ics --event | tr -d '\r' | sed -n '/^BEGIN:VEVENT/,$p'
BEGIN:VEVENT
UID:breakfast.5f0c@backops
DTSTAMP:20260327T110000Z
LAST-MODIFIED:20260327T110000Z
SEQUENCE:3279540
DTSTART;TZID=Europe/Berlin:20260610T070000
DTEND;TZID=Europe/Berlin:20260610T080000
RRULE:FREQ=DAILY;UNTIL=20260614T050000Z
EXDATE;TZID=Europe/Berlin:20260612T070000
SUMMARY:Breakfast
CATEGORIES:meal
STATUS:CONFIRMED
TRANSP:OPAQUE
CLASS:CONFIDENTIAL
END:VEVENT
BEGIN:VEVENT
UID:breakfast.5f0c@backops
DTSTAMP:20260327T110000Z
LAST-MODIFIED:20260327T110000Z
SEQUENCE:3279540
RECURRENCE-ID;TZID=Europe/Berlin:20260614T070000
DTSTART;TZID=Europe/Berlin:20260614T080000
DTEND;TZID=Europe/Berlin:20260614T090000
SUMMARY:Breakfast
CATEGORIES:meal
STATUS:CONFIRMED
TRANSP:OPAQUE
CLASS:CONFIDENTIAL
END:VEVENT
END:VCALENDAR
# Private activities are for a private audience, and so are addresses.
$ backops export ics --area main-stage | grep -c SUMMARY
1
$ backops export ics --area main-stage --audience private --attendees | tr -d '\r' | grep -E '^(SUMMARY|CLASS|ATTENDEE)'
SUMMARY:Line check
CLASS:CONFIDENTIAL
ATTENDEE;CN=Maya Lindt;ROLE=OPT-PARTICIPANT:mailto:maya@acme.example
SUMMARY:Secret set
CLASS:PRIVATE
$ backops export ics --attendees
error: `--attendees` shows everybody's address, which only a private audience may see
  hint: add --audience private, or leave --attendees out
[2]
# To a file, and to standard output.
$ backops export ics -o all.ics && head -c 15 all.ics
wrote all.ics: 5 activities
BEGIN:VCALENDAR
$ backops export json --day fri -o - | grep -E '"(schema|occurrence|name)"'
  "schema": "backops/schedule/1",
    "name": "Summer Sound 2026",
      "occurrence": null,
      "name": "Line check",
$ backops schedule --day fri -o fri.ics && grep -c BEGIN:VEVENT fri.ics
wrote fri.ics: 1 activity
1
$ backops schedule --day fri --format ics --tz Europe/London
error: `--tz` is not for calendar files, which phones show on their own clocks
  hint: leave --tz out
[2]
# Cancelled activities stay in a calendar, and are in no other format.
$ backops activity edit line-check --status cancelled
changed line-check: fri 12 jun 2026 14:00–15:30 (day 3), cancelled, Main Stage, Acme Audio, Maya Lindt (opt)
$ backops schedule --area main-stage --format ics | grep STATUS | tr -d '\r'
STATUS:CANCELLED
STATUS:CONFIRMED
$ backops schedule --area main-stage --format csv | cut -d, -f1
id
secret-set
$ backops export ics --area main-stage --status confirmed | grep -c STATUS
0
[1]
# What cannot be read is not published.
$ echo 'start: now' >activities/broken.yaml
$ backops export ics -o all.ics
activities/broken.yaml:1:1: error: an activity needs a `name` [missing-key]
  1 | start: now
    | ^

activities/broken.yaml:1:8: error: `now` is no date and time [wrong-value]
  1 | start: now
    |        ^^^
  hint: write the date and the time as in `2026-06-12T14:00`
error: `all.ics` was not written, since the event has errors
  hint: mend them, or write it all the same with --force
[1]
$ backops export
usage: backops export VERB …

Schedules for other programs.

  ics       Writes a calendar that phones and other programs take
  csv       Writes activities as a spreadsheet that import csv reads back
  json      Writes the schedule as JSON (backops/schedule/1)

More of each: backops export VERB --help.
[2]
