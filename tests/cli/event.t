# An event is made, with its default collaborator and nothing else.
$ backops event new summer-sound --name "Summer Sound 2026" --start 2026-06-10 --end 2026-06-14 \
>     --timezone Europe/Berlin --collab "Northlight Events"
made summer-sound: Summer Sound 2026, wed 10 – sun 14 jun 2026
next: cd summer-sound, then backops area add "Main Stage"
$ find summer-sound -type f | sort
summer-sound/collaborators/northlight-events.yaml
summer-sound/event.yaml
$ sed 's/^uid: .*/uid: (random)/' summer-sound/event.yaml
format: 1
uid: (random)
name: Summer Sound 2026
timezone: Europe/Berlin
start: 2026-06-10
end: 2026-06-14
day_start: "04:00"
default_collaborator: northlight-events
$ cat summer-sound/collaborators/northlight-events.yaml
name: Northlight Events

# It is found from anywhere inside it, by -C, and by BACKOPS_EVENT.
$ backops event show
error: there is no event here: no event.yaml in this directory or above it
  hint: make one: backops event new DIRECTORY --name NAME --start DATE --end DATE --timezone ZONE --collab NAME
  hint: or say where it is: backops -C DIRECTORY …
[1]
$ backops -C summer-sound event show | grep -v uid
Summer Sound 2026  event
  format                1
  name                  Summer Sound 2026
  timezone              Europe/Berlin
  start                 2026-06-10
  end                   2026-06-14
  day_start             04:00
  default_collaborator  northlight-events (Northlight Events)
$ BACKOPS_EVENT=summer-sound backops event show --format yaml | head -1
format: 1
$ cd summer-sound/collaborators
$ backops event show | head -1
Summer Sound 2026  event
$ backops -C ../../summer-sound event show | head -1
Summer Sound 2026  event
$ backops -C nowhere event show
error: `nowhere` is not a directory
[2]
$ cd ../..

# What is missing or wrong is said before anything is made.
$ backops event new
error: DIRECTORY is missing
  hint: usage: backops event new DIRECTORY
[2]
$ backops event new other
error: `--start`, `--timezone` and `--collab` are missing
  hint: such as: backops event new other --name "Summer Sound" --start 2026-06-10 --end 2026-06-14 --timezone Europe/Berlin --collab "Northlight Events"
[2]
$ backops event new other --start 2026-06-10
error: `--timezone` and `--collab` are missing
  hint: such as: backops event new other --name "Summer Sound" --start 2026-06-10 --end 2026-06-14 --timezone Europe/Berlin --collab "Northlight Events"
[2]
$ backops event new other --start 10.06.2026 --timezone Europe/Berlin --collab A
error: --start: `10.06.2026` is no date
  hint: write year, month and day, such as 2026-06-10
[2]
$ backops event new other --start 2026-06-10 --end 2026-06-01 --timezone Europe/Berlin --collab A
error: the event would end before it starts
  hint: --end is the last day, and may be the first
[2]
$ backops event new other --start 2026-06-10 --timezone Berlin --collab A
error: --timezone: no time zone is called `Berlin`
  hint: did you mean `Europe/Berlin`?
[2]
$ backops event new other --start 2026-06-10 --timezone Europe/Berlin
error: `--collab` is missing
  hint: such as: backops event new other --name "Summer Sound" --start 2026-06-10 --end 2026-06-14 --timezone Europe/Berlin --collab "Northlight Events"
[2]
$ backops event new other --start 2026-06-10 --timezone Europe/Berlin --collab A --day-start noon
error: --day-start: `noon` is no clock time before noon
  hint: such as --day-start 04:00
[2]
$ backops event new summer-sound --start 2026-06-10 --timezone Europe/Berlin --collab A
error: `summer-sound` holds an event already
  hint: look at it: backops -C summer-sound event show
[1]
$ ls
summer-sound

# Another year, with the same areas, collaborators and crew.
$ backops -C summer-sound area add "Main Stage"
added main-stage: Main Stage
$ backops event new "my plan" --start 2026-06-10 --timezone Europe/Berlin --collab A
made my plan: my plan, wed 10 jun 2026
next: cd 'my plan', then backops area add "Main Stage"
$ backops event new "my plan" --start 2026-06-10 --timezone Europe/Berlin --collab A
error: `my plan` holds an event already
  hint: look at it: backops -C 'my plan' event show
[1]
$ rm -r "my plan"
$ backops event new winter-sound --like summer-sound --name "Winter Sound 2026" --start 2026-12-04 --end 2026-12-05
made winter-sound: Winter Sound 2026, fri 4 – sat 5 dec 2026
next: cd winter-sound, then backops activity add "Load-in" --start "day 1 08:00" --for 2h
$ find winter-sound -type f | sort
winter-sound/areas/main-stage.yaml
winter-sound/collaborators/northlight-events.yaml
winter-sound/event.yaml
$ backops event new other --like nowhere --start 2026-12-04
error: `nowhere` holds no event
[2]
$ backops event list
DIRECTORY     NAME               START       END         TIME ZONE
summer-sound  Summer Sound 2026  2026-06-10  2026-06-14  Europe/Berlin
winter-sound  Winter Sound 2026  2026-12-04  2026-12-05  Europe/Berlin
$ backops event list --format json | sed 's/"uid": ".*"/"uid": "…"/'
{
  "schema": "backops/events/1",
  "events": [
    {
      "directory": "summer-sound",
      "name": "Summer Sound 2026",
      "start": "2026-06-10",
      "end": "2026-06-14",
      "timezone": "Europe/Berlin",
      "uid": "…"
    },
    {
      "directory": "winter-sound",
      "name": "Winter Sound 2026",
      "start": "2026-12-04",
      "end": "2026-12-05",
      "timezone": "Europe/Berlin",
      "uid": "…"
    }
  ]
}
$ cp -r summer-sound copy
$ backops event list
error: `copy` and `summer-sound` have one uid [shared-uid]
  hint: the copy needs one of its own: backops event new --like
DIRECTORY     NAME               START       END         TIME ZONE
copy          Summer Sound 2026  2026-06-10  2026-06-14  Europe/Berlin
summer-sound  Summer Sound 2026  2026-06-10  2026-06-14  Europe/Berlin
winter-sound  Winter Sound 2026  2026-12-04  2026-12-05  Europe/Berlin
[1]
$ rm -r copy winter-sound

# Changes touch their own lines.
$ cd summer-sound
$ git init -q . && git add . && git commit -qm start
$ backops event edit --kind festival --set site.venue="Old Mill" --set site.parking="behind the mill" --column Audio --column Light
changed event: Summer Sound 2026, wed 10 – sun 14 jun 2026
$ git diff --unified=0 | grep '^[-+]'
--- a/event.yaml
+++ b/event.yaml
+kind: festival
+site:
+  venue: Old Mill
+  parking: behind the mill
+columns:
+- Audio
+- Light
$ git commit -qam edited
$ backops event edit --end 2026-06-15 --dry-run
diff --git a/event.yaml b/event.yaml
--- a/event.yaml
+++ b/event.yaml
@@ -4,7 +4,7 @@
 kind: festival
 timezone: Europe/Berlin
 start: 2026-06-10
-end: 2026-06-14
+end: 2026-06-15
 day_start: "04:00"
 default_collaborator: northlight-events
 site:
changed event: Summer Sound 2026, wed 10 – mon 15 jun 2026
nothing was written: this is what would be
$ backops event edit --unset site.parking --remove-column Audio
changed event: Summer Sound 2026, wed 10 – sun 14 jun 2026
$ git diff --unified=0 | grep '^[-+]'
--- a/event.yaml
+++ b/event.yaml
-  parking: behind the mill
-- Audio
$ backops event edit --kind festival
nothing to change in event
$ backops event show | grep -v uid
Summer Sound 2026  event
  format                1
  name                  Summer Sound 2026
  kind                  festival
  timezone              Europe/Berlin
  start                 2026-06-10
  end                   2026-06-14
  day_start             04:00
  default_collaborator  northlight-events (Northlight Events)
  site.venue            Old Mill
  columns               Light
$ backops event show --format json | sed 's/"uid": "[^"]*"/"uid": "(random)"/'
{
  "schema": "backops/list/1",
  "noun": "event",
  "rows": [
    {
      "format": 1,
      "uid": "(random)",
      "name": "Summer Sound 2026",
      "kind": "festival",
      "timezone": "Europe/Berlin",
      "start": "2026-06-10",
      "end": "2026-06-14",
      "day_start": "04:00",
      "default_collaborator": "northlight-events",
      "site": {
        "venue": "Old Mill"
      },
      "columns": [
        "Light"
      ]
    }
  ]
}

# What cannot be.
$ backops event edit --end 2026-06-01
error: `2026-06-01` is before the start, wed 10 jun 2026
  hint: write the last day, such as `2026-06-10`
[1]
$ backops event edit --start 2026-06-11
changed event: Summer Sound 2026, thu 11 – mon 15 jun 2026
$ backops event edit --set site.veneu=Mill
error: `veneu` is no key of `site`
  hint: did you mean `venue`?
[2]
$ backops event edit --set veneu=Mill
error: `veneu` is no key of an event
  hint: the keys here are format, uid, name, description, kind, timezone, start, end, day_start, default_collaborator, site, safety, comms, contacts, crew_attributes, columns, windows, rules, tags and notes; a key of your own begins with `x-`
[2]
$ backops event edit --set site
error: --set `site` is not KEY=VALUE
  hint: --set site=VALUE
[2]
$ backops event edit --collab nobody
error: no collaborator is called `nobody`
  hint: all of them: backops collab list
[1]
$ backops event edit --timezone CET+1
error: no time zone is called `CET+1`
  hint: write the IANA name of a place, such as `Europe/Berlin`; it knows when clocks change
[1]
$ backops event edit --unset name
event.yaml:1:1: error: an event needs a `name` [missing-key]
  1 | format: 1
    | ^

error: nothing was changed
[1]
$ backops event edit extra
error: `extra` is one word too many
  hint: usage: backops event edit
[2]
$ backops event remove
error: `remove` is no verb of `backops event`
  hint: all of them: backops event --help
[2]
$ backops event
usage: backops event VERB …

The event itself.

  new       Makes an event: its directory, event.yaml and its default collaborator
  show      Shows event.yaml
  edit      Changes event.yaml
  list      Lists the events in this directory and directly below it

More of each: backops event VERB --help.
[2]
