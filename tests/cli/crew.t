$ backops event new summer-sound --name "Summer Sound 2026" --start 2026-06-10 --end 2026-06-14 --timezone Europe/Berlin --collab "Northlight Events"
made summer-sound: Summer Sound 2026, wed 10 – sun 14 jun 2026
next: cd summer-sound, then backops area add "Main Stage"
$ cd summer-sound
$ backops collab add "Acme Audio"
added acme-audio: Acme Audio

# Without a collaborator a person belongs to the event's own; one field is enough to be known by.
$ backops crew add "Iris Vale" --role "Production manager" --phone "+49 30 1234"
added iris-vale: Iris Vale, Northlight Events
$ backops crew add --email rigger@acme.example --collab acme
`acme` is `acme-audio` (Acme Audio)
added rigger-acme-example: rigger@acme.example, Acme Audio
$ backops crew add "Maya Lindt" --collab acme-audio --role "FOH engineer" --email maya@acme.example
added maya-lindt: Maya Lindt, Acme Audio
$ backops crew add "Maya Lindt" --collab northlight
`northlight` is `northlight-events` (Northlight Events)
warning: the crew member `maya-lindt` has this name already
added maya-lindt-2: Maya Lindt, Northlight Events
$ backops crew add
error: nothing says who it is
  hint: give a name, or one of --email, --phone, --radio and --role in its place
[2]
$ backops crew add "Jo Berg" --collab acme-video
error: no collaborator is called `acme-video`
  hint: did you mean `acme-audio`?
[1]
$ backops crew add "Jo Berg" --collab zz
error: no collaborator is called `zz`
  hint: all of them: backops collab list
[1]
$ backops crew list
ID                   NAME                 COLLABORATOR       ROLE                PHONE
iris-vale            Iris Vale            Northlight Events  Production manager  +49 30 1234
maya-lindt           Maya Lindt           Acme Audio         FOH engineer
maya-lindt-2         Maya Lindt           Northlight Events
rigger-acme-example  rigger@acme.example  Acme Audio
$ backops crew list --collab acme --format ids
`acme` is `acme-audio` (Acme Audio)
maya-lindt
rigger-acme-example
$ backops crew list --format json
{
  "schema": "backops/list/1",
  "noun": "crew",
  "rows": [
    {
      "id": "iris-vale",
      "name": "Iris Vale",
      "collaborator": "northlight-events",
      "role": "Production manager",
      "phone": "+49 30 1234"
    },
    {
      "id": "maya-lindt",
      "name": "Maya Lindt",
      "collaborator": "acme-audio",
      "role": "FOH engineer",
      "email": "maya@acme.example"
    },
    {
      "id": "maya-lindt-2",
      "name": "Maya Lindt",
      "collaborator": "northlight-events"
    },
    {
      "id": "rigger-acme-example",
      "name": "rigger@acme.example",
      "collaborator": "acme-audio",
      "email": "rigger@acme.example"
    }
  ]
}

# Two have one name.
$ backops crew show "Maya Lindt"
error: `Maya Lindt` could be more than one crew member
  `maya-lindt`: Maya Lindt, Acme Audio
  `maya-lindt-2`: Maya Lindt, Northlight Events
  hint: write the id
[1]
$ backops crew show maya
error: `maya` could be more than one crew member
  `maya-lindt`: Maya Lindt, Acme Audio
  `maya-lindt-2`: Maya Lindt, Northlight Events
  hint: write the id
[1]
$ backops crew show maya-lindt
Maya Lindt  crew member maya-lindt
  name          Maya Lindt
  collaborator  acme-audio (Acme Audio)
  role          FOH engineer
  email         maya@acme.example
$ backops crew show iris
`iris` is `iris-vale` (Iris Vale)
Iris Vale  crew member iris-vale
  name          Iris Vale
  collaborator  northlight-events (Northlight Events)
  role          Production manager
  phone         +49 30 1234
$ backops crew show Maja
error: no crew member is called `Maja`
  hint: all of them: backops crew list
[1]
$ backops crew rename maya-lindt-2 "Maja Lindt" --id maja-lindt
renamed maya-lindt-2 to maja-lindt: Maja Lindt
$ backops crew show "maja lindt"
`maja lindt` is `maja-lindt` (Maja Lindt)
Maja Lindt  crew member maja-lindt
  name          Maja Lindt
  collaborator  northlight-events (Northlight Events)

# Attributes are what the event declares.
$ backops crew edit iris-vale --attribute shirt=M
crew/iris-vale.yaml:6:3: error: the event declares no crew attribute `shirt` [unknown-attribute]
  6 |   shirt: M
    |   ^^^^^
  hint: declare it: backops event edit --set crew_attributes.shirt.type=text

error: nothing was changed
[1]
$ backops crew edit iris-vale --set crew_attributes.shirt.required=true
crew/iris-vale.yaml:6:3: error: the event declares no crew attribute `shirt` [unknown-attribute]
  6 |   shirt:
    |   ^^^^^
  hint: declare it: backops event edit --set crew_attributes.shirt.type=text

error: nothing was changed
[1]
$ backops event edit --set crew_attributes.shirt.type=text --set crew_attributes.pass.type=date
changed event: Summer Sound 2026, wed 10 – sun 14 jun 2026
$ backops crew edit iris-vale maya-lindt --attribute shirt=M --attribute pass=2026-07-01
changed iris-vale: Iris Vale, Northlight Events
changed maya-lindt: Maya Lindt, Acme Audio
$ cat crew/iris-vale.yaml
name: Iris Vale
collaborator: northlight-events
role: Production manager
phone: +49 30 1234
attributes:
  shirt: M
  pass: "2026-07-01"
$ backops crew edit iris-vale --attribute pass=soon
crew/iris-vale.yaml:7:9: error: `soon` is no value of `pass`: it is a date such as 2026-06-12 [wrong-value]
  7 |   pass: "soon"
    |         ^^^^^^

error: nothing was changed
[1]
$ backops crew edit iris-vale --attribute pass
error: --attribute `pass` is not KEY=VALUE
  hint: --attribute pass=VALUE
[2]
$ backops crew edit iris-vale --remove-attribute shirt
changed iris-vale: Iris Vale, Northlight Events
$ backops crew missing
nothing is missing

# Who is needed somewhere.
$ backops activity add "Line check" --start "fri 14:00" --for 90m --required acme-audio --optional maya-lindt --organizer maya-lindt
added line-check: fri 12 jun 2026 14:00–15:30 (day 3), Acme Audio, Maya Lindt (opt)
$ backops event edit --add contacts="role=Audio,crew=maya-lindt"
changed event: Summer Sound 2026, wed 10 – sun 14 jun 2026
$ backops crew rm maya-lindt
error: `maya-lindt` is referred to in 3 places
  event.yaml: `contacts.crew`
  activities/line-check.yaml: `organizers` (Line check)
  activities/line-check.yaml: `participants.optional` (Line check)
  hint: to remove these references too: backops crew rm maya-lindt --cascade
  hint: to name another instead: backops crew rm maya-lindt --replace-by ID
[1]
$ backops crew rm maya-lindt --cascade
removed maya-lindt: Maya Lindt
2 files that named them changed too
$ cat activities/line-check.yaml
name: Line check
start: 2026-06-12T14:00
duration: 1h30m
participants:
  required:
  - acme-audio
$ backops crew rm rigger
error: no crew member is called `rigger`, and what is removed must be named in full
  hint: did you mean `rigger-acme-example`?
[1]
$ backops crew rm maja-lindt iris-vale rigger@acme.example
`rigger@acme.example` is `rigger-acme-example` (rigger@acme.example)
removed maja-lindt: Maja Lindt
removed iris-vale: Iris Vale
removed rigger-acme-example: rigger@acme.example
$ backops crew list
there is no crew member yet: backops crew add

# Who is free, and who is on site.
$ backops crew add "Iris Vale"
added iris-vale: Iris Vale, Northlight Events
$ backops crew add "Jo Adler"
added jo-adler: Jo Adler, Northlight Events
$ backops activity add "Sound check" --start "fri 14:00" --end 15:00 --required iris-vale
added sound-check: fri 12 jun 2026 14:00–15:00 (day 3), Iris Vale
$ backops activity add "Night watch" --start "fri 23:00" --end 02:00 --required iris-vale
added night-watch: fri 12 jun 2026 23:00–02:00+1 (day 3), Iris Vale
$ backops crew list --free "fri 14:00..16:00" --format ids
jo-adler
$ backops crew list --free "fri 15:00" --format ids
iris-vale
jo-adler
$ backops crew list --free fri..sat --format ids
jo-adler
$ backops crew list --on-site "fri 18:00" --format ids
iris-vale
$ backops crew list --on-site "fri 02:00"
no crew member is like that
$ backops crew list --on-site fri
error: `--on-site` is a moment, not a whole day
  hint: write --on-site "fri 14:00"
[2]
