$ backops event new summer-sound --name "Summer Sound 2026" --start 2026-06-10 --end 2026-06-14 --timezone Europe/Berlin --collab "Northlight Events"
made summer-sound: Summer Sound 2026, wed 10 – sun 14 jun 2026
next: cd summer-sound, then backops area add "Main Stage"
$ cd summer-sound
$ backops area list
there is no area yet: backops area add

# Several at once; the id is made from the name.
$ backops area add "Main Stage"
added main-stage: Main Stage
$ backops area add "FOH"
added foh: FOH
$ backops area add "Café Müller"
added cafe-muller: Café Müller
$ backops area add "主舞台"
added area-1: 主舞台
$ backops area add "Dock B" --location "north gate" --tag loading --tag plan-a
added dock-b: Dock B
$ backops area add "Main Stage"
warning: the area `main-stage` has this name already
added main-stage-2: Main Stage
$ backops area add "River Stage" --id river
added river: River Stage
$ backops area add "Other" --id river
error: `river` is taken by the area `River Stage`
[1]
$ backops area add "Other" --id "River Stage"
error: `River Stage` cannot be an id: use lower-case letters, digits and single hyphens
  hint: --id river-stage
[2]
$ backops area add
error: NAME is missing
  hint: usage: backops area add NAME
[2]
$ cat areas/dock-b.yaml
name: Dock B
location: north gate
tags:
- loading
- plan-a
$ backops area list
ID            NAME         LOCATION    TAGS
area-1        主舞台
cafe-muller   Café Müller
dock-b        Dock B       north gate  loading, plan-a
foh           FOH
main-stage    Main Stage
main-stage-2  Main Stage
river         River Stage
$ backops area list --tag loading --format ids
dock-b
$ backops area list --format json
{
  "schema": "backops/list/1",
  "noun": "area",
  "rows": [
    {
      "id": "area-1",
      "name": "主舞台"
    },
    {
      "id": "cafe-muller",
      "name": "Café Müller"
    },
    {
      "id": "dock-b",
      "name": "Dock B",
      "location": "north gate",
      "tags": [
        "loading",
        "plan-a"
      ]
    },
    {
      "id": "foh",
      "name": "FOH"
    },
    {
      "id": "main-stage",
      "name": "Main Stage"
    },
    {
      "id": "main-stage-2",
      "name": "Main Stage"
    },
    {
      "id": "river",
      "name": "River Stage"
    }
  ]
}
$ backops area list --tag nothing
no area is like that
$ backops area list --format yaml
error: `yaml` is no format here: there is text, ids and json
[2]

# Shown by id, by the beginning of one, by name; misses say what is near.
$ backops area show dock-b
Dock B  area dock-b
  name      Dock B
  location  north gate
  tags      loading, plan-a
$ backops area show dock
`dock` is `dock-b` (Dock B)
Dock B  area dock-b
  name      Dock B
  location  north gate
  tags      loading, plan-a
$ backops area show "café müller" --format yaml
`café müller` is `cafe-muller` (Café Müller)
name: Café Müller
$ backops area show dock-b foh --format json
{
  "schema": "backops/list/1",
  "noun": "area",
  "rows": [
    {
      "id": "dock-b",
      "name": "Dock B",
      "location": "north gate",
      "tags": [
        "loading",
        "plan-a"
      ]
    },
    {
      "id": "foh",
      "name": "FOH"
    }
  ]
}
$ backops area show main-stge
error: no area is called `main-stge`
  hint: did you mean `main-stage`?
[1]
$ backops area show main
error: `main` could be more than one area
  `main-stage`: Main Stage
  `main-stage-2`: Main Stage
  hint: write the id
[1]
$ backops area show "Main Stage"
error: `Main Stage` could be more than one area
  `main-stage`: Main Stage
  `main-stage-2`: Main Stage
  hint: write the id
[1]
$ backops area show wardrobe
error: no area is called `wardrobe`
  hint: all of them: backops area list
[1]
$ backops area show
error: ID… is missing
  hint: usage: backops area show ID…
[2]

# Only what is meant changes, and the comment stays.
$ sed -i '1i # the old ferry dock' areas/dock-b.yaml
$ git init -q . && git add . && git commit -qm start
$ backops area edit dock-b --location "south gate" --remove-tag plan-a --dry-run
diff --git a/areas/dock-b.yaml b/areas/dock-b.yaml
--- a/areas/dock-b.yaml
+++ b/areas/dock-b.yaml
@@ -1,6 +1,5 @@
 # the old ferry dock
 name: Dock B
-location: north gate
+location: south gate
 tags:
 - loading
-- plan-a
changed dock-b: Dock B
nothing was written: this is what would be
$ backops area edit dock-b --location "south gate" --remove-tag plan-a
changed dock-b: Dock B
$ git diff --stat
 areas/dock-b.yaml | 3 +--
 1 file changed, 1 insertion(+), 2 deletions(-)
$ git commit -qam edited
$ backops area edit dock-b --add unavailable="start=fri 10:00,end=fri 14:00,reason=rigging, and painting" --set site.entrance="Gate 4"
changed dock-b: Dock B
$ git diff --unified=0 | grep '^[-+]'
--- a/areas/dock-b.yaml
+++ b/areas/dock-b.yaml
+site:
+  entrance: Gate 4
+unavailable:
+- start: 2026-06-12T10:00
+  end: 2026-06-12T14:00
+  reason: rigging, and painting
$ backops area edit dock-b --unset unavailable.1.reason --clear location
changed dock-b: Dock B
$ cat areas/dock-b.yaml
# the old ferry dock
name: Dock B
site:
  entrance: Gate 4
unavailable:
- start: 2026-06-12T10:00
  end: 2026-06-12T14:00
tags:
- loading
$ backops area edit dock-b --add unavailable="from=fri"
error: `from=fri` is not `key=value`
  hint: the keys are start=…, end=… and reason=…
[2]
$ backops area edit dock-b --add location=there
error: `location` is no list, so nothing can be added to it
  hint: --set location=…
[2]
$ backops area edit dock-b --remove-tag plan-a
error: `plan-a` is not in `tags` of `dock-b`
  hint: see what is: backops area show dock-b
[1]
$ backops area edit dock-b --set overlap=never
error: `never` is no value of `overlap`: it is `allow`, `warn` or `forbid`
[1]
$ backops area edit dock-b --location ""
error: no value is given for `location`
  hint: to take it away: --unset location
[2]
$ backops area edit dock-b --locaton there
error: `--locaton` is no option of `backops area edit ID…`
  hint: did you mean `--location`?
  hint: all that it takes: backops area edit --help
[2]
$ backops area edit dock-b --location
error: `--location` needs a value
  hint: write `--location TEXT`
[2]
$ backops area edit dock-b
error: nothing says what to change
  hint: all that it takes: backops area edit --help
[2]

# Many at once, in one transaction, also from standard input.
$ backops area list --format ids | backops area edit - --tag outside
changed area-1: 主舞台
changed cafe-muller: Café Müller
changed dock-b: Dock B
changed foh: FOH
changed main-stage: Main Stage
changed main-stage-2: Main Stage
changed river: River Stage
$ backops area edit foh nowhere --tag lost
error: no area is called `nowhere`
  hint: all of them: backops area list
[1]
$ backops area list --tag lost
no area is like that
$ printf 'foh\nmain-stage\n' | backops area edit - --remove-tag outside --format json
{
  "schema": "backops/change/1",
  "dry_run": false,
  "added": [],
  "changed": [
    "foh",
    "main-stage"
  ],
  "removed": [],
  "files": [
    "areas/foh.yaml",
    "areas/main-stage.yaml"
  ],
  "breaks": []
}

# A name and an id are two things.
$ backops activity add "Line check" --start "fri 14:00" --for 90m --area foh --area main-stage
added line-check: fri 12 jun 2026 14:00–15:30 (day 3), FOH, Main Stage
$ backops area rename foh "Front of house"
renamed foh: Front of house
$ git add . && git commit -qm renamed
$ backops area rename foh --id front-of-house --dry-run
diff --git a/activities/line-check.yaml b/activities/line-check.yaml
--- a/activities/line-check.yaml
+++ b/activities/line-check.yaml
@@ -2,5 +2,5 @@
 start: 2026-06-12T14:00
 duration: 1h30m
 areas:
-- foh
+- front-of-house
 - main-stage
diff --git a/areas/foh.yaml b/areas/foh.yaml
deleted file mode 100644
--- a/areas/foh.yaml
+++ /dev/null
@@ -1 +0,0 @@
-name: Front of house
diff --git a/areas/front-of-house.yaml b/areas/front-of-house.yaml
new file mode 100644
--- /dev/null
+++ b/areas/front-of-house.yaml
@@ -0,0 +1 @@
+name: Front of house
renamed foh to front-of-house: Front of house
1 file that named it changed too
nothing was written: this is what would be
$ backops area rename foh --id front-of-house
renamed foh to front-of-house: Front of house
1 file that named it changed too
$ backops area rename foh
error: nothing to rename it to is given
  hint: usage: backops area rename ID [NAME] [--id NEW]
[2]
$ backops area rename front-of-house --id main-stage
error: `main-stage` is taken by the area `Main Stage`
[1]
$ cat activities/line-check.yaml
name: Line check
start: 2026-06-12T14:00
duration: 1h30m
areas:
- front-of-house
- main-stage

# What is referred to stays, unless it is said what shall happen.
$ backops area rm front-of-house
error: `front-of-house` is referred to in 1 place
  activities/line-check.yaml: `areas` (Line check)
  hint: to remove these references too: backops area rm front-of-house --cascade
  hint: to name another instead: backops area rm front-of-house --replace-by ID
[1]
$ backops area rm front-of-house --replace-by main-stage --dry-run
diff --git a/activities/line-check.yaml b/activities/line-check.yaml
--- a/activities/line-check.yaml
+++ b/activities/line-check.yaml
@@ -2,5 +2,4 @@
 start: 2026-06-12T14:00
 duration: 1h30m
 areas:
-- front-of-house
 - main-stage
diff --git a/areas/front-of-house.yaml b/areas/front-of-house.yaml
deleted file mode 100644
--- a/areas/front-of-house.yaml
+++ /dev/null
@@ -1 +0,0 @@
-name: Front of house
removed front-of-house: Front of house
1 file that named them changed too
nothing was written: this is what would be
$ backops area rm front-of-house --replace-by front-of-house
error: `front-of-house` is among those that go
[2]
$ backops area rm main-stage --cascade
removed main-stage: Main Stage
1 file that named them changed too
$ cat activities/line-check.yaml
name: Line check
start: 2026-06-12T14:00
duration: 1h30m
areas:
- front-of-house
$ backops area rm front-of-house --cascade --replace-by dock-b
error: `--cascade` and `--replace-by` are both given
  hint: keep one of them
[2]
$ backops area rm main-stage-2 river area-1
removed main-stage-2: Main Stage
removed river: River Stage
removed area-1: 主舞台
$ backops area list --format ids
cafe-muller
dock-b
front-of-house
$ backops check
0 errors, 0 warnings in 6 files
