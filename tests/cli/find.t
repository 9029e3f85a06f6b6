$ backops event new summer-sound --name "Summer Sound 2026" --start 2026-06-10 --end 2026-06-14 --timezone Europe/Berlin --collab "Northlight Events"
made summer-sound: Summer Sound 2026, wed 10 – sun 14 jun 2026
next: cd summer-sound, then backops area add "Main Stage"
$ cd summer-sound
$ backops area add "Main Stage" --tag outside
added main-stage: Main Stage
$ backops collab add "Acme Audio" --notes "rents the desk"
added acme-audio: Acme Audio
$ backops activity add "Line check" --start "fri 14:00" --for 90m --area main-stage --required acme-audio --description "Desk and stage box."
added line-check: fri 12 jun 2026 14:00–15:30 (day 3), Main Stage, Acme Audio
$ backops find stage
NOUN      ID          NAME        FOUND IN
area      main-stage  Main Stage
activity  line-check  Line check  description: Desk and stage box.
$ backops find DESK stage
NOUN      ID          NAME        FOUND IN
activity  line-check  Line check  description: Desk and stage box.
$ backops find outside
NOUN  ID          NAME        FOUND IN
area  main-stage  Main Stage  tags: outside
$ backops find acme --format ids
acme-audio
line-check
$ backops find acme --format json
{
  "schema": "backops/find/1",
  "rows": [
    {
      "noun": "collab",
      "id": "acme-audio",
      "name": "Acme Audio",
      "key": "id",
      "text": "acme-audio"
    },
    {
      "noun": "activity",
      "id": "line-check",
      "name": "Line check",
      "key": "participants.required",
      "text": "acme-audio"
    }
  ]
}
$ backops find nothing-of-the-kind
nothing has all of these words
[1]
$ backops find
error: WORDS is missing
  hint: usage: backops find WORDS
[2]
$ backops find " "
error: WORDS are blank
[2]
$ backops find desk --format xml
error: `xml` is no format here: there is text, ids and json
[2]
