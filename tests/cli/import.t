$ backops event new summer-sound --name "Summer Sound 2026" --start 2026-06-10 --end 2026-06-14 --timezone Europe/Berlin --collab "Northlight Events"
made summer-sound: Summer Sound 2026, wed 10 – sun 14 jun 2026
next: cd summer-sound, then backops area add "Main Stage"
$ cd summer-sound
$ sed -i 's/^uid: .*/uid: 5f0c/' event.yaml
$ backops area add "Main Stage"
added main-stage: Main Stage
$ backops crew add "Maya Lindt" --email maya@acme.example
added maya-lindt: Maya Lindt, Northlight Events
$ printf '%s\n' BEGIN:VCALENDAR VERSION:2.0 BEGIN:VEVENT UID:get-in@house.example 'SUMMARY:House opens' 'DTSTART;TZID=W. Europe Standard Time:20260610T070000' 'DTEND;TZID=W. Europe Standard Time:20260610T080000' 'RRULE:FREQ=DAILY;UNTIL=20260614T050000Z' 'EXDATE;TZID=W. Europe Standard Time:20260612T070000' 'LOCATION:Loading dock' END:VEVENT BEGIN:VEVENT UID:get-in@house.example 'RECURRENCE-ID;TZID=W. Europe Standard Time:20260614T070000' 'SUMMARY:House opens late' DTSTART:20260614T060000Z DTEND:20260614T070000Z END:VEVENT BEGIN:VEVENT UID:tuning@house.example 'SUMMARY:Piano tuning' 'LOCATION:Main Stage — stage left' DTSTART:20260612T100000Z DURATION:PT1H30M CATEGORIES:Call,Piano STATUS:TENTATIVE 'ATTENDEE;ROLE=OPT-PARTICIPANT:mailto:Maya@acme.example' ATTENDEE:mailto:tuner@house.example END:VEVENT BEGIN:VEVENT UID:closed@house.example 'SUMMARY:Box office closed' 'DTSTART;VALUE=DATE:20260613' 'DTEND;VALUE=DATE:20260615' END:VEVENT END:VCALENDAR > house.ics
$ backops import ics house.ics --dry-run
house.ics:10:1: warning: no area is called `Loading dock`, so it is kept as the exact place [unknown-reference]
  10 | LOCATION:Loading dock
     | ^^^^^^^^^^^^^^^^^^^^^
  hint: to make what is missing: --create
diff --git a/activities/box-office-closed.yaml b/activities/box-office-closed.yaml
new file mode 100644
--- /dev/null
+++ b/activities/box-office-closed.yaml
@@ -0,0 +1,4 @@
+name: Box office closed
+start: 2026-06-13
+end: 2026-06-14
+uid: closed@house.example
diff --git a/activities/house-opens.yaml b/activities/house-opens.yaml
new file mode 100644
--- /dev/null
+++ b/activities/house-opens.yaml
@@ -0,0 +1,16 @@
+name: House opens
+start: 2026-06-10T07:00
+end: "08:00"
+location: Loading dock
+repeat:
+  every: day
+  until: 2026-06-14
+  skip:
+  - 2026-06-12
+  changes:
+    2026-06-14:
+      name: House opens late
+      start: "08:00"
+uid: get-in@house.example
+x-imported-changes:
+- 2026-06-14
diff --git a/activities/piano-tuning.yaml b/activities/piano-tuning.yaml
new file mode 100644
--- /dev/null
+++ b/activities/piano-tuning.yaml
@@ -0,0 +1,14 @@
+name: Piano tuning
+kind: call
+status: tentative
+start: 2026-06-12T12:00
+duration: 1h30m
+areas:
+- main-stage
+location: stage left
+participants:
+  optional:
+  - maya-lindt
+uid: tuning@house.example
+tags:
+- piano
4 events from house.ics: 3 activities added
added house-opens: wed 10 jun 2026 07:00–08:00 (day 1), every day until 2026-06-14
added piano-tuning: fri 12 jun 2026 12:00–13:30 (day 3)
added box-office-closed: sat 13 – sun 14 jun 2026 (day 4)
left out: 1 attendee whose address no crew member or collaborator has
nothing was written: this is what would be
$ backops import ics house.ics --create --no-check
4 events from house.ics: 3 activities added, 1 area made
added house-opens: wed 10 jun 2026 07:00–08:00 (day 1), every day until 2026-06-14
added piano-tuning: fri 12 jun 2026 12:00–13:30 (day 3)
added box-office-closed: sat 13 – sun 14 jun 2026 (day 4)
made areas: loading-dock
left out: 1 attendee whose address no crew member or collaborator has
$ backops schedule
Summer Sound 2026 — all activities                              Europe/Berlin

WED 10 JUN  day 1 of 5
  07:00  08:00    House opens        Loading dock

THU 11 JUN  day 2 of 5
  07:00  08:00    House opens        Loading dock

FRI 12 JUN  day 3 of 5
  12:00  13:30  ? Piano tuning       Main Stage, stage left  Maya Lindt (opt)

SAT 13 JUN  day 4 of 5
  to sun 14 jun   Box office closed
  07:00  08:00    House opens        Loading dock

SUN 14 JUN  day 5 of 5
  08:00  09:00    House opens late   Loading dock

6 activities · ? tentative
$ cat activities/house-opens.yaml
name: House opens
start: 2026-06-10T07:00
end: "08:00"
areas:
- loading-dock
repeat:
  every: day
  until: 2026-06-14
  skip:
  - 2026-06-12
  changes:
    2026-06-14:
      name: House opens late
      start: "08:00"
uid: get-in@house.example
x-imported-changes:
- 2026-06-14
$ cat activities/piano-tuning.yaml
name: Piano tuning
kind: call
status: tentative
start: 2026-06-12T12:00
duration: 1h30m
areas:
- main-stage
location: stage left
participants:
  optional:
  - maya-lindt
uid: tuning@house.example
tags:
- piano

# The same file again changes nothing, and another changes what it says otherwise.
$ backops import ics - < house.ics
4 events from standard input: 3 activities unchanged
left out: 1 attendee whose address no crew member or collaborator has
$ sed -i 's/^DTSTART:20260612T100000Z/DTSTART:20260612T110000Z/; s/^SUMMARY:Box.*/SUMMARY:Box office shut/' house.ics
$ sed -i 's/^start: .*/&  # the tuner has a key/' activities/piano-tuning.yaml
$ backops import ics house.ics
4 events from house.ics: 2 activities changed, 1 activity unchanged
changed piano-tuning: fri 12 jun 2026 13:00–14:30 (day 3)
changed box-office-closed: sat 13 – sun 14 jun 2026 (day 4)
left out: 1 attendee whose address no crew member or collaborator has
$ cat activities/piano-tuning.yaml
name: Piano tuning
kind: call
status: tentative
start: 2026-06-12T13:00  # the tuner has a key
duration: 1h30m
areas:
- main-stage
location: stage left
participants:
  optional:
  - maya-lindt
uid: tuning@house.example
tags:
- piano
$ backops import ics house.ics --format json
{
  "schema": "backops/change/1",
  "dry_run": false,
  "added": [],
  "changed": [],
  "removed": [],
  "files": [],
  "breaks": []
}

# What was exported comes back as what it is, as a calendar and as a spreadsheet.
$ backops export ics | backops import ics -
4 events from standard input: 3 activities unchanged
$ backops export csv | tr -d '\r'
id,name,start,end,duration,areas,organizers,required,optional,kind,status,location,description
house-opens,House opens,2026-06-10T07:00,2026-06-10T08:00,,loading-dock,,,,,confirmed,,
piano-tuning,Piano tuning,2026-06-12T13:00,,1h30m,main-stage,,,maya-lindt,call,tentative,stage left,
box-office-closed,Box office shut,2026-06-13,2026-06-14,,,,,,,confirmed,,
$ backops export csv -o plan.csv
wrote plan.csv: 3 activities
$ backops import csv plan.csv
3 rows from plan.csv: 3 activities unchanged
$ sed -i 's/,Box office shut,/,"=Box ""office"", shut",/' plan.csv
$ backops import csv plan.csv
3 rows from plan.csv: 1 activity changed, 2 activities unchanged
changed box-office-closed: sat 13 – sun 14 jun 2026 (day 4)
$ backops export csv --text shut --audience public | tr -d '\r'
id,name,start,end,duration,areas,location,description
$ backops export ics --day sat | sed 's/^SUMMARY:House opens.*/SUMMARY:House opens for all/' | backops import ics - --dry-run
diff --git a/activities/house-opens.yaml b/activities/house-opens.yaml
--- a/activities/house-opens.yaml
+++ b/activities/house-opens.yaml
@@ -12,6 +12,8 @@
     2026-06-14:
       name: House opens late
       start: "08:00"
+    2026-06-13:
+      name: House opens for all
 uid: get-in@house.example
 x-imported-changes:
 - 2026-06-14
2 events from standard input: 1 activity changed, 1 activity unchanged
changed house-opens: wed 10 jun 2026 07:00–08:00 (day 1), every day until 2026-06-14
nothing was written: this is what would be
