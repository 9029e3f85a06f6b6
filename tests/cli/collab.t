$ backops event new summer-sound --name "Summer Sound 2026" --start 2026-06-10 --end 2026-06-14 --timezone Europe/Berlin --collab "Northlight Events"
made summer-sound: Summer Sound 2026, wed 10 – sun 14 jun 2026
next: cd summer-sound, then backops area add "Main Stage"
$ cd summer-sound
$ backops collab add "Acme Audio" --tag vendor --email office@acme.example
added acme-audio: Acme Audio
$ backops collab add "Red Kites" --tag band
added red-kites: Red Kites
$ backops crew add "Maya Lindt" --collab acme-audio --role "FOH engineer"
added maya-lindt: Maya Lindt, Acme Audio
$ backops collab edit acme-audio --contact maya
`maya` is `maya-lindt` (Maya Lindt)
changed acme-audio: Acme Audio
$ backops collab list
ID                 NAME               CONTACT     TAGS
acme-audio         Acme Audio         Maya Lindt  vendor
northlight-events  Northlight Events
red-kites          Red Kites                      band
$ backops collab show acme
`acme` is `acme-audio` (Acme Audio)
Acme Audio  collaborator acme-audio
  name     Acme Audio
  email    office@acme.example
  contact  maya-lindt (Maya Lindt)
  tags     vendor
$ backops collab list --tag band --format ids
red-kites

# Collaborators and people share their ids, since both can be participants.
$ backops collab add "Maya Lindt"
added maya-lindt-2: Maya Lindt
$ backops collab add "Maya" --id maya-lindt
error: `maya-lindt` is taken by the crew member `Maya Lindt`
[1]

# What its people must supply.
$ backops event edit --set crew_attributes.shirt.type=select --set crew_attributes.shirt.name="T-shirt" --set crew_attributes.shirt.options="S, M, L"
changed event: Summer Sound 2026, wed 10 – sun 14 jun 2026
$ backops collab edit acme-audio --set crew_attributes.shirt.required=yes
changed acme-audio: Acme Audio
warning: `maya-lindt` has no `shirt` (T-shirt) [missing-attribute]
$ backops crew missing
COLLABORATOR  NAME        MISSING  ASK
Acme Audio    Maya Lindt  T-shirt  the office
$ backops collab edit acme-audio --set crew_attributes.shrit.required=yes
collaborators/acme-audio.yaml:7:3: error: the event declares no crew attribute `shrit` [unknown-attribute]
  7 |   shrit:
    |   ^^^^^
  hint: did you mean `shirt`?

error: nothing was changed
[1]
$ cat collaborators/acme-audio.yaml
name: Acme Audio
email: office@acme.example
contact: maya-lindt
crew_attributes:
  shirt:
    required: true
tags:
- vendor

# One that has people goes with nobody left behind.
$ backops collab rm acme-audio
error: `acme-audio` is referred to in 1 place
  crew/maya-lindt.yaml: `collaborator` (Maya Lindt)
  hint: to name another instead: backops collab rm acme-audio --replace-by ID
[1]
$ backops collab rm acme-audio --cascade
error: `acme-audio` is needed in 1 place
  crew/maya-lindt.yaml: `collaborator` (Maya Lindt)
  hint: to name another instead: backops collab rm acme-audio --replace-by ID
[1]
$ backops collab rm acme-audio --replace-by red-kites
removed acme-audio: Acme Audio
1 file that named them changed too
$ cat crew/maya-lindt.yaml
name: Maya Lindt
collaborator: red-kites
role: FOH engineer
$ backops collab rm northlight-events
error: `northlight-events` is referred to in 1 place
  event.yaml: `default_collaborator`
  hint: to name another instead: backops collab rm northlight-events --replace-by ID
[1]
$ backops collab rename red-kites "The Red Kites" --id kites
renamed red-kites to kites: The Red Kites
1 file that named it changed too
$ cat crew/maya-lindt.yaml
name: Maya Lindt
collaborator: kites
role: FOH engineer
$ backops check
0 errors, 0 warnings in 5 files
