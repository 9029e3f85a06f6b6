# What is said to somebody who does not know the commands.
$ backops
usage: backops [-C DIR] NOUN [VERB] [WORDS] [OPTIONS]

Schedules of a live event, kept as a directory of small YAML files.

  event       the event itself
              · new show edit list
  area        the event's spaces
              · add list show edit rename rm
  collab      the organisations that take part
              · add list show edit rename rm
  crew        the people inside collaborators
              · add list show edit rename rm missing
  activity    what happens, when, where, with whom
              · add list show edit rename rm copy shift skip unskip segment
  timeframe   the event's phases and restrictions
              · add list show edit rename rm
  view        saved selections of schedules
              · add list show edit rename rm
  schedule    who is where, when: any calendars, merged
              · now next at free conflicts
  sheet       what people are handed: call sheets, day sheets, run sheets
              · call day run
  find        any record by name, id, tag or text
  check       whether anything is wrong: in the files, and in the plan
  import      activities from other programs' files
              · csv ics
  export      schedules for other programs
              · ics csv json
  completion  completes what is typed in a shell, ids of the event too
              · bash zsh fish words

  -C DIR                     look for the event from DIR instead of here
  --now TIME                 take this for the present time: "fri 20:30", 2026-06-12T14:00
  --color WHEN               colour: auto (the default), always or never
  --no-index                 read every file, whatever earlier commands have kept
  --help                     say what this command does
  --version                  say which version this is

More of each: backops NOUN --help, backops NOUN VERB --help.
[2]
$ backops help area
usage: backops area VERB …

The event's spaces.

  add       Adds areas
  list      Lists the areas
  show      Shows areas
  edit      Changes areas
  rename    Gives an area another name or id
  rm        Removes areas

More of each: backops area VERB --help.
$ backops area --help
usage: backops area VERB …

The event's spaces.

  add       Adds areas
  list      Lists the areas
  show      Shows areas
  edit      Changes areas
  rename    Gives an area another name or id
  rm        Removes areas

More of each: backops area VERB --help.
$ backops activity shift
error: `--by` is missing: how far?
  hint: later: --by 15m, earlier: --by -15m
[2]
$ backops activities list
error: `activities` is no command
  hint: did you mean `activity`?
  hint: all of them: backops --help
[2]
$ backops collaborator list
error: `collaborator` is no command
  hint: did you mean `collab`?
  hint: all of them: backops --help
[2]
$ backops sched
error: `sched` is no command
  hint: did you mean `schedule`?
  hint: all of them: backops --help
[2]
$ backops area ls
error: `ls` is no verb of `backops area`
  hint: did you mean `list`?
  hint: all of them: backops area --help
[2]
$ backops activity delete doors
error: `delete` is no verb of `backops activity`
  hint: did you mean `rm`?
  hint: all of them: backops activity --help
[2]
$ backops area ad Main
error: `ad` is no verb of `backops area`
  hint: did you mean `add`?
  hint: all of them: backops area --help
[2]
$ backops --version
backops 0.3.0
$ backops --verbose area list
error: `--verbose` is no option here
  hint: all of them: backops --help
[2]
$ backops area list --help
usage: backops area list [OPTIONS]

Lists the areas.

  --tag TAG                  only those with this tag; with several, any of them (repeats)
  --format FORMAT            text, ids (one a line) or json

  -C DIR                     look for the event from DIR instead of here
  --now TIME                 take this for the present time: "fri 20:30", 2026-06-12T14:00
  --color WHEN               colour: auto (the default), always or never
  --no-index                 read every file, whatever earlier commands have kept
  --help                     say what this command does
$ backops area list
error: there is no event here: no event.yaml in this directory or above it
  hint: make one: backops event new DIRECTORY --name NAME --start DATE --end DATE --timezone ZONE --collab NAME
  hint: or say where it is: backops -C DIRECTORY …
[1]
$ backops event new summer-sound --name "Summer Sound 2026" --start 2026-06-10 --end 2026-06-14 --timezone Europe/Berlin --collab "Northlight Events"
made summer-sound: Summer Sound 2026, wed 10 – sun 14 jun 2026
next: cd summer-sound, then backops area add "Main Stage"
$ cd summer-sound
$ backops area add Main Stage
error: `Stage` is one word too many
  hint: usage: backops area add NAME
  hint: put words that belong together in quotes
[2]
$ backops area add "Main Stage" "River Stage"
error: `River Stage` is one word too many
  hint: usage: backops area add NAME
[2]
$ backops area list --format=ids
$ backops area add -- --odd-name
added odd-name: --odd-name
$ backops area list --format
error: `--format` needs a value
  hint: write `--format FORMAT`
[2]
$ backops area list --format ids --format json
error: `--format` is given 2 times
  hint: all that it takes: backops area list --help
[2]
$ backops area add Roof --id
error: `--id` needs a value
  hint: write `--id ID`
[2]
$ backops area add Roof --dry-run=yes
error: `--dry-run` takes no value
[2]
$ backops area edit --tag
error: `--tag` needs a value
  hint: write `--tag TAG`
[2]

# A closed pipe is no error; a full disk is.
$ backops area list --format ids | head -1
odd-name
$ backops area list | true
$ backops area list > /dev/full
error: cannot write standard output: no space left on the device
[1]
$ backops schedule --format json > /dev/full
error: cannot write standard output: no space left on the device
[1]
$ backops area list >&-
error: cannot write standard output: it is closed
[1]
$ backops schedule -o /dev/full
error: cannot write `/dev/full`: no space left on the device
[1]
$ backops area add Gate >&-
error: cannot write standard output: it is closed
[1]
$ cat areas/gate.yaml
name: Gate
$ backops area list --format ids 2>&- <&-
gate
odd-name
$ backops area add Tower 2> /dev/full
added tower: Tower

# A folder that is a link is never followed.
$ git init -q . && git add . && git commit -qm start
$ mv areas real && ln -s real areas
$ backops area add Roof
areas: error: this is a symbolic link, and records are files in a folder [stray-file]

error: areas cannot be read
  nothing was changed
[1]
$ backops area list
areas: error: this is a symbolic link, and records are files in a folder [stray-file]
[1]
$ rm areas && mv real areas
$ git status --short
