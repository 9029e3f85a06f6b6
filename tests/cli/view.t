$ backops event new summer-sound --name "Summer Sound 2026" --start 2026-06-10 --end 2026-06-14 --timezone Europe/Berlin --collab "Northlight Events"
made summer-sound: Summer Sound 2026, wed 10 – sun 14 jun 2026
next: cd summer-sound, then backops area add "Main Stage"
$ cd summer-sound
$ backops area add "Main Stage"
added main-stage: Main Stage
$ backops area add FOH
added foh: FOH
$ backops collab add "Acme Audio"
added acme-audio: Acme Audio
$ backops timeframe add "Show days" --start fri --end sun
added show-days: fri 12 – sun 14 jun 2026
$ backops view add "Stage audio" --area main-stage --collab acme --kind rehearsal --match all --during show-days
`acme` is `acme-audio` (Acme Audio)
added stage-audio: Stage audio, Main Stage
$ cat views/stage-audio.yaml
name: Stage audio
areas:
- main-stage
collaborators:
- acme-audio
match: all
kinds:
- rehearsal
during: show-days
$ backops view list
ID           NAME
stage-audio  Stage audio
$ backops view show stage
`stage` is `stage-audio` (Stage audio)
Stage audio  view stage-audio
  name           Stage audio
  areas          main-stage (Main Stage)
  collaborators  acme-audio (Acme Audio)
  match          all
  kinds          rehearsal
  during         show-days (Show days)
$ backops view edit stage-audio --remove-area main-stage --area foh --clear kind --match any
changed stage-audio: Stage audio, FOH
$ backops view edit stage-audio --match most
error: `most` is no value of `match`: it is `any` or `all`
[1]
$ backops view edit stage-audio --audience everyone
error: `everyone` is no value of `audience`: it is `public`, `crew` or `private`
[1]
$ backops activity add "Line check" --start "fri 14:00" --for 90m --area foh
added line-check: fri 12 jun 2026 14:00–15:30 (day 3), FOH
$ backops schedule --view stage-audio
Summer Sound 2026 — FOH + Acme Audio  Europe/Berlin

FRI 12 JUN  day 3 of 5
  14:00  15:30  Line check  FOH  foh

1 activity

# A filter that is given too stands in the place of the view's; calendars add.
$ backops view add Firm --area foh --status confirmed --kind load-in
added firm: Firm, FOH
$ backops activity edit line-check --status tentative --kind rehearsal
changed line-check: fri 12 jun 2026 14:00–15:30 (day 3), tentative, FOH
$ backops schedule --view firm
Summer Sound 2026 — FOH · kind load-in · confirmed  Europe/Berlin

nothing that matches is scheduled for FOH
warning: no activity has the kind `load-in`
$ backops schedule --view firm --status tentative --kind rehearsal
Summer Sound 2026 — FOH · kind rehearsal · tentative  Europe/Berlin

FRI 12 JUN  day 3 of 5
  14:00  15:30 ? Line check

1 activity · ? tentative
$ backops schedule --view firm --collab acme --status tentative --kind rehearsal
`acme` is `acme-audio` (Acme Audio)
Summer Sound 2026 — FOH + Acme Audio · kind rehearsal · tentative  Europe/Berlin

FRI 12 JUN  day 3 of 5
  14:00  15:30 ? Line check  FOH  foh

1 activity · ? tentative
$ backops view rm firm
removed firm: Firm
$ backops schedule --view stage-lights
error: no view is called `stage-lights`
  hint: all of them: backops view list
[1]
$ backops area rm foh
error: `foh` is referred to in 2 places
  activities/line-check.yaml: `areas` (Line check)
  views/stage-audio.yaml: `areas` (Stage audio)
  hint: to remove these references too: backops area rm foh --cascade
  hint: to name another instead: backops area rm foh --replace-by ID
[1]
$ backops area rename foh --id front
renamed foh to front: FOH
2 files that named it changed too
$ cat views/stage-audio.yaml
name: Stage audio
areas:
- front
collaborators:
- acme-audio
match: any
during: show-days
$ backops view rename stage-audio "Stage and audio"
renamed stage-audio: Stage and audio
$ backops view rm stage-audio
removed stage-audio: Stage and audio
$ backops view list
there is no view yet: backops view add
