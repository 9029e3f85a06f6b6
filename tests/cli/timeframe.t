$ backops event new summer-sound --name "Summer Sound 2026" --start 2026-06-10 --end 2026-06-14 --timezone Europe/Berlin --collab "Northlight Events"
made summer-sound: Summer Sound 2026, wed 10 – sun 14 jun 2026
next: cd summer-sound, then backops area add "Main Stage"
$ cd summer-sound
$ backops area add "Main Stage"
added main-stage: Main Stage
$ backops timeframe add "Load-in" --start "day 1" --end "day 2" --global --description "Trucks by the north gate."
added load-in: wed 10 – thu 11 jun 2026
$ backops timeframe add "Show days" --start fri --end sun --global
added show-days: fri 12 – sun 14 jun 2026
$ backops timeframe add "Quiet hours" --start "fri 23:00" --end "sat 07:00" --area main-stage --participant northlight
`northlight` is `northlight-events` (Northlight Events)
added quiet-hours: fri 12 jun 2026 23:00–07:00+1, Main Stage
$ cat timeframes/quiet-hours.yaml
name: Quiet hours
start: 2026-06-12T23:00
end: 2026-06-13T07:00
areas:
- main-stage
participants:
- northlight-events
$ backops timeframe list
ID           WHEN                           NAME
load-in      wed 10 – thu 11 jun 2026       Load-in
quiet-hours  fri 12 jun 2026 23:00–07:00+1  Quiet hours
show-days    fri 12 – sun 14 jun 2026       Show days
$ backops timeframe show load
`load` is `load-in` (Load-in)
Load-in  time frame load-in
  when         wed 10 – thu 11 jun 2026
  name         Load-in
  description  Trucks by the north gate.
  start        2026-06-10
  end          2026-06-11
  global       true
$ backops timeframe add "Load-out" --start sun
error: `--end` is missing: a time frame has a last day
  hint: such as --end "day 2"
[2]
$ backops timeframe add "Load-out" --start sun --end fri
error: `fri` is before the start, sun 14 jun 2026
  hint: write the last day, such as `2026-06-14`
[1]
$ backops timeframe edit load-in --end "day 3"
changed load-in: wed 10 – fri 12 jun 2026
$ backops timeframe edit load-in --start "wed"
nothing to change in load-in
$ backops activity add "Trucks" --start "load-in + 2h" --for 1h
added trucks: wed 10 jun 2026 06:00–07:00 (day 1)
$ backops activity add "Breakfast" --start "fri 07:00" --for 1h --repeat "day during show-days"
added breakfast: fri 12 jun 2026 07:00–08:00 (day 3), every day during show-days
$ backops timeframe rename show-days --id shows
renamed show-days to shows: Show days
1 file that named it changed too
$ grep during activities/breakfast.yaml
  during: shows
$ backops timeframe rm shows
error: `shows` is referred to in 1 place
  activities/breakfast.yaml: `repeat.during` (Breakfast)
  hint: to remove these references too: backops timeframe rm shows --cascade
  hint: to name another instead: backops timeframe rm shows --replace-by ID
[1]
$ backops timeframe rm shows --cascade
removed shows: Show days
1 file that named them changed too
$ cat activities/breakfast.yaml
name: Breakfast
start: 2026-06-12T07:00
duration: 1h
repeat:
  every: day
$ backops timeframe rm quiet-hours load-in
removed quiet-hours: Quiet hours
removed load-in: Load-in
$ backops check
0 errors, 0 warnings in 5 files
