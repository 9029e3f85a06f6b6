# Any key of a record is reached by its path; what cannot be is refused before anything is written.
$ backops event new summer-sound --name "Summer Sound 2026" --start 2026-06-10 --end 2026-06-14 --timezone Europe/Berlin --collab "Northlight Events"
made summer-sound: Summer Sound 2026, wed 10 – sun 14 jun 2026
next: cd summer-sound, then backops area add "Main Stage"
$ cd summer-sound
$ backops crew add "Maya Lindt"
added maya-lindt: Maya Lindt, Northlight Events
$ backops area add "Main Stage"
added main-stage: Main Stage
$ backops activity add "Opening" --start "fri 14:00" --for 90m --area main-stage
added opening: fri 12 jun 2026 14:00–15:30 (day 3), Main Stage
$ backops event edit --set comms.wifi.network="crew" --set comms.radio.4="stage" --set contacts.1.role="Producer"
error: `wifi` has nothing below it
[2]
$ backops event edit --set comms.wifi="crew / secret" --set comms.radio.4="stage" --add contacts="role=Producer,crew=maya"
`maya` is `maya-lindt` (Maya Lindt)
changed event: Summer Sound 2026, wed 10 – sun 14 jun 2026
$ backops event edit --set comms.radio.4.name="stage"
changed event: Summer Sound 2026, wed 10 – sun 14 jun 2026
$ backops event edit --add contacts="role=Producer"
error: `role=Producer` lacks `crew=`
  hint: the keys are role=… and crew=…
[2]
$ backops event edit --add contacts="role=Producer,role=Runner,crew=maya-lindt"
error: `role=` is given twice
  hint: keep one of the two
[2]
$ backops event edit --add contacts="Maya"
error: `Maya` is not `key=value`
  hint: the keys are role=… and crew=…
[2]
$ backops event edit --set contacts.first.role="Runner"
error: `first` is no place in `contacts`: items count from 1
[2]
$ backops event edit --set contacts.9.role="Runner"
error: `contacts` of the event has 1 item, so there is no item 9
  hint: to add one: --add contacts=…
[2]
$ backops event edit --set contacts.1.role="Runner"
changed event: Summer Sound 2026, wed 10 – sun 14 jun 2026
$ tail -7 event.yaml
  radio:
    4: stage
    4.name: stage
  wifi: crew / secret
contacts:
- role: Runner
  crew: maya-lindt

# The run of show, needs, changes and what is accepted.
$ backops activity edit opening --add segments="name=Doors,duration=5m,cue=1" --add segments="name=Speech,start=14:20,who=Maya Lindt, who=the mayor"
error: `who=` is given twice
  hint: keep one of the two
[2]
$ backops activity edit opening --add segments="name=Speech,start=14:20,who=maya-lindt"
changed opening: fri 12 jun 2026 14:00–15:30 (day 3), Main Stage
$ backops activity edit opening --set segments.2.who="maya-lindt, the mayor"
error: `segments` of `opening` has 1 item, so there is no item 2
  hint: to add one: --add segments=…
[2]
$ backops activity edit opening --set segments.2.duration=2:30
error: `2:30` can be read as hours and minutes or as minutes and seconds
  hint: write `2h30m` for hours and minutes
  hint: write `2m30s` for minutes and seconds
[1]
$ backops activity edit opening --need "2 usher" --need "usher 2"
error: `usher 2` is no need
  hint: write how many, as what and from whom, such as `4 stagehand` or `4 stagehand COLLABORATOR`
[2]
$ backops activity edit opening --need "2 usher"
changed opening: fri 12 jun 2026 14:00–15:30 (day 3), Main Stage, 2 × usher
$ backops activity edit opening --set repeat.every=day --set repeat.count=2 --set repeat.changes.2026-06-13.start=15:00
changed opening: fri 12 jun 2026 14:00–15:30 (day 3), every day count 2, Main Stage, 2 × usher
warning: segment 1 starts at 14:20+1, outside its activity on sat 13 jun, 15:00–16:30: `opening@2026-06-13` [segments]
$ backops activity edit opening --set repeat.changes.sat.start=15:00
error: `sat` is no date
  hint: write year, month and day, such as `2026-06-12`
[2]
$ backops activity edit opening --set repeat.evry=day
error: `evry` is no key of `repeat`
  hint: did you mean `every`?
[2]
$ backops activity edit opening --set name.first=Opening
error: `name` has nothing below it
[2]
$ backops activity edit opening --set x-colour.wall="dark red" --unset repeat
changed opening: fri 12 jun 2026 14:00–15:30 (day 3), Main Stage, 2 × usher
$ cat activities/opening.yaml
name: Opening
start: 2026-06-12T14:00
duration: 1h30m
areas:
- main-stage
needs:
- count: 2
  role: usher
segments:
- name: Speech
  start: "14:20"
  who:
  - maya-lindt
x-colour:
  wall: dark red

# Lengths, starts, flags and texts that are not.
$ backops activity edit opening --for 0m
error: a length must be more than nothing
  hint: a moment, such as doors, has no length; `--unset duration` takes one away
[1]
$ backops activity add Build --start 2026-06-10 --for 8h
error: what lasts all day has no length
  hint: give --start a clock time too, or the last day with --end
[1]
$ backops activity add Build --start 2026-06-10 --end 15:00
error: `15:00` has a clock time, and the start is a whole day
  hint: write the last day, such as `2026-06-10`
[1]
$ backops activity edit opening --set global=maybe
error: `maybe` is no value of `global`: it is `true` or `false`
[1]
$ backops activity edit opening --set status=
error: no value is given for `status`
  hint: to take it away: --unset status
[2]
$ backops activity edit opening --set description=$'two\nlines' --set location=$'two\nlines'
error: `location` must be one line
  hint: many lines belong in `description` or `notes`
[1]
$ backops activity edit opening --location $'\xe9'
error: `location` is given in an encoding that is not UTF-8
  hint: set the terminal, or the program that made the text, to UTF-8
[1]
$ backops activity edit opening --location $'\e[31mred'
error: `location` has a control character in it
  hint: delete it; nothing that people read needs it
[1]
$ printf 'name: "\\e]0;title\\a"\n' >collaborators/shown-safely.yaml; backops collab show shown 2>&1 | cat -v | head -1; rm collaborators/shown-safely.yaml
`shown` is `shown-safely` (M-oM-?M-=]0;titleM-oM-?M-=)
$ backops activity edit opening --tag "Plan A"
error: `Plan A` is no tag: these are lower-case letters, digits and single hyphens
  hint: write `plan-a`
[1]
$ backops activity edit opening --add tags="plan-a, plan-b" --remove-tag plan-a
error: `plan-a` is not in `tags` of `opening`
  hint: see what is: backops activity show opening
[1]
$ backops area add "$(printf 'long%.0s' {1..40})" --id "$(printf 'long%.0s' {1..40})"
error: `longlonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglon…` cannot be an id: use at most 64 characters
  hint: --id longlonglonglonglonglonglonglonglonglonglonglonglonglonglonglong
[2]
$ backops area add ""
error: no value is given for `name`
[2]
$ backops -C event.yaml area list
error: `event.yaml` is not a directory
[2]
$ git diff --no-index --stat /dev/null activities/opening.yaml | tail -1
 1 file changed, 15 insertions(+)
$ backops check
0 errors, 0 warnings in 5 files
