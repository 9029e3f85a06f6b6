"""Plays the workflows of examples/workflows as GitHub and GitLab would, and holds what code scanning is given against what SARIF says.

The examples are made a repository, and every step but the installation runs in it in order: once as they are, once with a person in two
places. Another is published from its own repository. Then the SARIF of an event in which much is wrong is read as a viewer reads it.
Nothing touches the network.
"""
import html.parser
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
import urllib.parse

from running import SOURCE, backops, environment, need_modules, program

need_modules("jsonschema", "yaml")
import jsonschema
import yaml

WORKFLOWS = os.path.join(SOURCE, "examples", "workflows")
ONLINE = r"\b(curl|wget|apt-get|pip|npm|sudo)\b"
EVENTS = ["autumn-lights", "open-rails-day", "summer-sound"]
CLASH = """name: Second place
start: 2026-06-12T14:20
end: 14:50
participants:
  required: [maya-lindt]
"""


def workflow(name="check.yml"):
    """The workflow with every scalar as text, as it is written."""
    with open(os.path.join(WORKFLOWS, name), encoding="utf-8") as file:
        return yaml.load(file, yaml.BaseLoader)


def copy_events(root):
    for event in EVENTS:
        shutil.copytree(os.path.join(SOURCE, "examples", event), os.path.join(root, event))


def write(root, path, text):
    path = os.path.join(root, path)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as file:
        file.write(text.encode("utf-8"))


class Runner:
    """A repository, and the steps of jobs in it. What each step printed and its status are kept under its name."""

    def __init__(self, directory, is_main=True, fill=copy_events):
        self.root = os.path.join(directory, "repository")
        self.kept = directory
        self.truths = {"github.ref == 'refs/heads/main'": is_main, "!cancelled()": True,
                       "!cancelled() && github.event.pull_request.head.repo.fork != true": True}
        fill(self.root)
        write(directory, "bin/backops",
              f'#!/bin/sh\ncase $1 in --now) ;; *) set -- --now 2026-03-27T12:00 "$@" ;; esac\nexec {program()} "$@"\n')
        os.chmod(os.path.join(directory, "bin", "backops"), 0o755)

    def commit(self):
        for words in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "All"]):
            subprocess.run(["git", *words], cwd=self.root, env=self.environment(), check=True)

    def environment(self, **more):
        return environment(PATH=os.path.join(self.kept, "bin") + ":/usr/local/bin:/usr/bin:/bin", GIT_CONFIG_GLOBAL="/dev/null",
                           GIT_AUTHOR_NAME="A", GIT_AUTHOR_EMAIL="a@example", GIT_COMMITTER_NAME="A", GIT_COMMITTER_EMAIL="a@example",
                           GITHUB_OUTPUT=os.path.join(self.kept, "output"), GITHUB_STEP_SUMMARY=os.path.join(self.kept, "summary"), **more)

    def read(self, name):
        with open(os.path.join(self.kept, name), encoding="utf-8") as file:
            return file.read()

    def run(self, job, values, **environ):
        """The finished steps by name; `values` are those of the expressions in the job's environment, `environ` is the workflow's."""
        done, has_failed = {}, False
        settings = environ | {key: re.sub(r"\$\{\{ (.*?) \}\}", lambda at: values[at.group(1)], value) for key, value in job.get("env", {}).items()}
        for step in job["steps"]:
            condition = re.sub(r"^\$\{\{ (.*) \}\}$", r"\1", step.get("if", ""))
            is_left_out = (has_failed and "cancelled()" not in condition) or (condition and not self.truths[condition])
            if "run" not in step or "Install" in step["name"] or is_left_out:
                continue
            done[step["name"]] = self.play(step["run"], **settings)
            has_failed |= done[step["name"]].returncode != 0
        return done

    def play(self, script, **settings):
        return subprocess.run(["bash", "-e", "-o", "pipefail", "-c", script], cwd=self.root, capture_output=True, text=True,
                              env=self.environment(**settings), timeout=600, check=False)


class Workflow(unittest.TestCase):
    def setUp(self):
        directory = tempfile.TemporaryDirectory()
        self.addCleanup(directory.cleanup)
        self.directory = directory.name

    def test_each_has_the_shape_that_github_reads_and_may_do_no_more_than_it_needs(self):
        rights = {"events": None, "check": {"contents": "read", "actions": "read", "security-events": "write"}, "publish": None,
                  "pages": {"pages": "write", "id-token": "write"}}
        for name, triggers in {"check.yml": {"push", "pull_request"}, "publish.yml": {"push"}}.items():
            whole = workflow(name)
            self.assertEqual(set(whole) - {"env"}, {"name", "on", "permissions", "concurrency", "jobs"})
            self.assertEqual(set(whole["on"]), triggers)
            self.assertEqual(whole["permissions"], {"contents": "read"})
            self.assertEqual(set(whole["concurrency"]), {"group", "cancel-in-progress"})
            for key, job in whole["jobs"].items():
                self.assertEqual(job.get("permissions"), rights[key])
                self.check_job(job)

    def check_job(self, job):
        self.assertLessEqual(set(job), {"if", "needs", "runs-on", "outputs", "strategy", "permissions", "environment", "env", "steps"})
        if any("run" in step for step in job["steps"]):
            self.assertTrue(job["steps"][0]["uses"].startswith("actions/checkout@"))
        for step in job["steps"]:
            self.assertLessEqual(set(step), {"id", "name", "if", "env", "run", "uses", "with"})
            self.assertEqual(("run" in step) + ("uses" in step), 1, step)
            self.assertRegex(step.get("uses", "a/b@v1"), r"^[\w-]+/[\w/-]+@v\d+$")
            # What is put into a script by the runner would be run: names come in by the environment.
            self.assertNotIn("${{", step.get("run", ""))

    def test_only_the_installation_touches_the_network(self):
        for step in (step for name in ("check.yml", "publish.yml") for job in workflow(name)["jobs"].values() for step in job["steps"]):
            self.assertEqual(bool(re.search(ONLINE, step.get("run", ""))), step.get("name") == "Install backops", step)
        for job in workflow("gitlab-ci.yml").values():
            self.assertNotRegex("\n".join(job.get("script", [])), ONLINE)

    def found_events(self, runner):
        done = runner.run(workflow()["jobs"]["events"], {})["Find the events"]
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        key, _, value = runner.read("output").strip().partition("=")
        self.assertEqual(key, "directories")
        return json.loads(value)

    def test_clean_events_pass_every_step_without_an_annotation(self):
        runner = Runner(self.directory, is_main=True)
        runner.commit()
        self.assertEqual(sorted(self.found_events(runner)), EVENTS)
        for event in EVENTS:
            done = runner.run(workflow()["jobs"]["check"], {"matrix.event": event})
            self.assertEqual(list(done), ["Check", "Check, on main for warnings too", "Write SARIF", "Show the schedule"])
            for name, step in done.items():
                self.assertEqual((step.returncode, step.stderr), (0, ""), name)
            self.assertNotIn("::", done["Check"].stdout)
            with open(os.path.join(runner.root, "backops.sarif"), encoding="utf-8") as file:
                self.assertEqual(json.load(file)["runs"][0]["results"], [])
        summary = runner.read("summary")
        self.assertEqual(re.findall("^# (.*?) — ", summary, re.M), ["Autumn Lights 2026", "Open Rails Day", "Summer Sound 2026"])
        self.assertLess(len(summary.encode()), 1024 * 1024)

    def test_a_conflict_is_annotated_where_it_stands_in_the_repository(self):
        runner = Runner(self.directory, is_main=False)
        write(runner.root, "summer-sound/activities/second-place.yaml", CLASH)
        runner.commit()
        self.found_events(runner)
        done = runner.run(workflow()["jobs"]["check"], {"matrix.event": "summer-sound"})
        self.assertEqual({name: step.returncode for name, step in done.items()}, {"Check": 1, "Write SARIF": 0, "Show the schedule": 0})
        place = "file=summer-sound/activities/second-place.yaml,line=2,col=8,endColumn=24,title=person-overlap"
        self.assertRegex(done["Check"].stdout, rf"(?m)^::error {place}::`maya-lindt` is needed in two places on fri 12 jun, 14:20–14:50")
        self.assertEqual(len(re.findall("^::", done["Check"].stdout, re.M)), 1)
        with open(os.path.join(runner.root, "backops.sarif"), encoding="utf-8") as file:
            results = json.load(file)["runs"][0]["results"]
        self.assertEqual([result["ruleId"] for result in results], ["person-overlap"])
        location = results[0]["locations"][0]["physicalLocation"]
        self.assertEqual(location["artifactLocation"]["uri"], "summer-sound/activities/second-place.yaml")
        self.assertIn("Second place", runner.read("summary"))

    def test_events_are_found_whatever_their_directory_is_called_and_at_the_root(self):
        runner = Runner(self.directory, is_main=False)
        write(runner.root, "tours/-2026 \"ü\"/event.yaml", "x")
        write(runner.root, "event.yaml", "x")
        write(runner.root, "autumn-lights/activities/no-event.yaml", "x")
        runner.commit()
        self.assertEqual(sorted(self.found_events(runner)), sorted([".", "tours/-2026 \"ü\"", *EVENTS]))


class Links(html.parser.HTMLParser):
    """What a page links to, and all its text."""

    def __init__(self, path):
        super().__init__()
        self.links, self.text, self.tags = [], "", set()
        with open(path, encoding="utf-8") as file:
            self.feed(file.read())

    def handle_starttag(self, tag, attributes):
        self.tags.add(tag)
        self.links += [value for key, value in attributes if tag == "a" and key == "href"]

    def handle_data(self, data):
        self.text += data


def files_of(folder):
    """Path below the folder to content, of every file."""
    found = {}
    for at, _, names in os.walk(folder):
        for name in names:
            with open(os.path.join(at, name), "rb") as file:
                found[os.path.relpath(os.path.join(at, name), folder)] = file.read()
    return found


def reached(folder):
    """Every file below the folder to which links lead from its index. One that leads nowhere raises."""
    found, ahead = set(), ["index.html"]
    while ahead:
        path = ahead.pop()
        if path in found:
            continue
        found.add(path)
        if not os.path.isfile(os.path.join(folder, path)):
            raise FileNotFoundError(path)
        if path.endswith(".html"):
            links = [link for link in Links(os.path.join(folder, path)).links if not urllib.parse.urlsplit(link).scheme and link[0] != "#"]
            ahead += [os.path.normpath(os.path.join(os.path.dirname(path), urllib.parse.unquote(link))) for link in links]
    return found


def copy_conference(root):
    """The conference as a repository of its own, with the script that publishes it."""
    shutil.copytree(os.path.join(SOURCE, "examples", "open-rails-day"), root)
    shutil.copy(os.path.join(SOURCE, "examples", "publish"), root)


class Publishing(unittest.TestCase):
    DAYS = ["2026-10-07", "2026-10-08", "2026-10-09"]

    def setUp(self):
        directory = tempfile.TemporaryDirectory()
        self.addCleanup(directory.cleanup)
        self.runner = Runner(os.path.join(directory.name, "one"), fill=copy_conference)
        self.site = os.path.join(self.runner.root, "site")
        self.other = os.path.join(directory.name, "another place")

    def ids(self, folder):
        return sorted(name.removesuffix(".yaml") for name in os.listdir(os.path.join(self.runner.root, folder)))

    def publish(self):
        whole = workflow("publish.yml")
        return self.runner.run(whole["jobs"]["publish"], {}, **whole["env"])

    def stamps(self):
        return {path: os.stat(os.path.join(self.site, path)).st_mtime_ns for path in files_of(self.site)}

    def check_all_passed(self, done, names):
        self.assertEqual({name: (step.returncode, step.stderr) for name, step in done.items()}, {name: (0, "") for name in names})

    def test_the_folder_has_every_day_and_everybody_and_links_lead_to_all_of_it(self):
        self.runner.commit()
        self.check_all_passed(self.publish(), ["Check", "Publish"])
        files = files_of(self.site)
        self.assertEqual(reached(self.site), set(files) - {".published"})
        self.assertEqual(sorted(os.listdir(os.path.join(self.site, "days"))), self.DAYS)
        for day in self.DAYS:
            self.assertLessEqual({f"days/{day}/call.html", f"days/{day}/day.html"}, set(files))
        for kind, folder in (("crew", "crew"), ("collab", "collaborators"), ("area", "areas")):
            self.assertTrue(self.ids(folder))
            for name in self.ids(folder):
                self.assertTrue(files[f"feeds/{kind}/{name}.ics"].startswith(b"BEGIN:VCALENDAR"))
                if kind != "area":
                    self.assertLessEqual({f"days/{day}/{kind}/{name}.html" for day in self.DAYS}, set(files))
        self.assertEqual([path for path in files if path.startswith("run/")], ["run/opening-keynote.html"])
        self.assertEqual(json.loads(files["schedule.json"])["schema"], "backops/schedule/1")

    def test_what_everybody_may_see_has_public_activities_and_nobodys_address(self):
        self.runner.commit()
        self.check_all_passed(self.publish(), ["Check", "Publish"])
        public = files_of(os.path.join(self.site, "public"))
        self.assertEqual(set(public), {"index.html", "schedule.html", "grid.html", "schedule.json", "event.ics"})
        self.assertEqual(reached(os.path.join(self.site, "public")), set(public))
        shown = b"".join(public.values()).decode()
        self.assertIn("Opening keynote", shown)
        for folder in ("crew", "collaborators", "activities"):
            for name in self.ids(folder):
                with open(os.path.join(self.runner.root, folder, name + ".yaml"), encoding="utf-8") as file:
                    record = yaml.load(file, yaml.BaseLoader)
                secrets = [record[key] for key in ("email", "phone") if key in record]
                if folder == "activities" and record.get("visibility") != "public":
                    secrets.append(f"\"{name}\"")
                for secret in secrets:
                    self.assertNotIn(secret, shown)

    def test_one_commit_gives_the_same_bytes_in_every_clone(self):
        self.runner.commit()
        self.publish()
        clone = Runner(self.other, fill=lambda root: subprocess.run(["git", "clone", "-q", self.runner.root, root], check=True))
        done = clone.play("./publish -p -o 'the sheets' .")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        here, there = files_of(self.site), files_of(os.path.join(clone.root, "the sheets"))
        self.assertEqual(set(here), set(there))
        self.assertEqual([path for path in here if here[path] != there[path]], [])

    def test_nothing_is_written_twice_and_what_is_no_longer_published_goes(self):
        self.runner.commit()
        self.publish()
        write(self.site, "own/notes.txt", "ours")
        before = self.stamps()
        self.assertRegex(self.publish()["Publish"].stdout, r" files, 0 of them new or changed\n$")
        self.assertEqual(self.stamps(), before)
        self.assertEqual(self.runner.play("./publish -o site").returncode, 0)
        self.assertFalse(os.path.exists(os.path.join(self.site, "public")))
        self.assertEqual(reached(self.site), set(files_of(self.site)) - {".published", "own/notes.txt"})

    def test_a_planted_list_removes_nothing_and_is_refused(self):
        self.runner.commit()
        self.publish()
        write(self.runner.root, "victim.txt", "precious")
        write(self.site, "own/notes.txt", "ours")
        write(self.site, "victim.html", "ours")
        good = self.kept_list()
        for line in ("./../victim.txt", "./../../one/repository/victim.txt", "./days/../../victim.txt", "../victim.txt", os.path.join(self.runner.root, "victim.txt"),
                     "./", ".", "./own", "./own/notes.txt", "./days/2026-10-07/../../../victim.txt", "./../victim.html", "./days//x.html", "././x.html",
                     "./.git/config.json", "./x y.html", "-rf", "./days/*/call.html", "./\0../victim.html", "./\x1b[2J.html", "", "./.published"):
            write(self.site, ".published", f"{good}{line}\n")
            self.check_refused(f"line {good.count(chr(10)) + 1} of site/.published names a file that this script does not write: remove the line")
        self.assertEqual(files_of(self.runner.root)["victim.txt"], b"precious")

    def kept_list(self):
        with open(os.path.join(self.site, ".published"), encoding="utf-8") as file:
            return file.read()

    def check_refused(self, why):
        """The script says why, and changes nothing anywhere."""
        before = self.whole_tree()
        done = self.runner.play("./publish -o site")
        self.assertEqual((done.returncode, done.stderr), (1, f"publish: {why}\n"))
        self.assertEqual(self.whole_tree(), before)

    def whole_tree(self):
        paths = (os.path.join(at, name) for at, folders, names in os.walk(self.runner.kept) for name in folders + names)
        return {path: (os.lstat(path).st_mtime_ns, os.lstat(path).st_ino) for path in paths if "/.git" not in path}

    def test_a_planted_link_is_not_written_or_removed_through(self):
        self.runner.commit()
        self.publish()
        elsewhere = os.path.join(self.runner.kept, "elsewhere")
        # What of it is to be removed, what is to be written, and both.
        for planted in ("days", "days/2026-10-08/crew", "run/opening-keynote.html", "index.html", "public"):
            place = os.path.join(self.site, planted)
            os.rename(place, elsewhere)
            os.symlink(elsewhere, place)
            self.check_refused(f"site/{planted} is a symbolic link, and files are only written and removed in site itself: remove the link")
            os.remove(place)
            os.rename(elsewhere, place)

    def test_a_planted_link_is_not_written_through_by_a_first_run(self):
        self.runner.commit()
        os.makedirs(os.path.join(self.runner.kept, "elsewhere"))
        os.mkdir(self.site)
        for planted in ("feeds", "schedule.json"):
            place = os.path.join(self.site, planted)
            os.symlink(os.path.join(self.runner.kept, "elsewhere"), place)
            self.check_refused(f"site/{planted} is a symbolic link, and files are only written and removed in site itself: remove the link")
            os.remove(place)

    def test_a_list_that_is_no_file_is_refused(self):
        self.runner.commit()
        self.publish()
        path = os.path.join(self.site, ".published")
        os.rename(path, os.path.join(self.runner.kept, "list"))
        for plant in (lambda: os.symlink(os.path.join(self.runner.kept, "list"), path), lambda: os.symlink("nowhere", path), lambda: os.mkdir(path),
                      lambda: os.mkfifo(path)):
            plant()
            self.check_refused("site/.published must be a regular file: remove it")
            os.rmdir(path) if os.path.isdir(path) and not os.path.islink(path) else os.remove(path)

    def test_a_directory_in_the_place_of_a_page_is_refused(self):
        self.runner.commit()
        self.publish()
        os.remove(os.path.join(self.site, "index.html"))
        os.mkdir(os.path.join(self.site, "index.html"))
        self.check_refused("site/index.html is a directory where a file is to be: remove it")

    def test_a_folder_by_a_link_is_the_users_own(self):
        self.runner.commit()
        os.mkdir(os.path.join(self.runner.kept, "elsewhere"))
        os.symlink(os.path.join(self.runner.kept, "elsewhere"), self.site)
        self.check_all_passed(self.publish(), ["Check", "Publish"])
        self.assertIn("index.html", os.listdir(os.path.join(self.runner.kept, "elsewhere")))

    def test_an_event_with_errors_is_not_published(self):
        write(self.runner.root, "activities/lost.yaml", "name: Lost\nstart: 2026-10-08T10:00\nareas: [nowhere]\n")
        self.runner.commit()
        write(self.site, "index.html", "as before")
        done = self.publish()
        self.assertEqual({name: step.returncode for name, step in done.items()}, {"Check": 1})
        self.assertIn("file=activities/lost.yaml,line=3,", done["Check"].stdout)
        by_hand = self.runner.play("./publish -p -o site")
        self.assertEqual(by_hand.returncode, 1)
        self.assertIn("no area is called `nowhere`", by_hand.stdout)
        self.assertEqual(files_of(self.site), {"index.html": b"as before"})

    def test_gitlab_publishes_a_tagged_issue_and_names_are_text_in_its_pages(self):
        path = os.path.join(self.runner.root, "event.yaml")
        with open(path, encoding="utf-8") as file:
            text = file.read()
        name = "Rails & <script>x</script> \"day\""
        write(self.runner.root, "event.yaml", re.sub("(?m)^name: .*$", lambda _: f"name: {json.dumps(name)}", text))
        self.runner.commit()
        self.runner.play("git tag rev-b")
        whole = workflow("gitlab-ci.yml")
        self.assertEqual(set(whole), {"variables", "default", "check", "sheets", "pages"})
        self.assertEqual(whole["check"]["rules"], [{"if": '$CI_PIPELINE_SOURCE == "merge_request_event"'}])
        self.assertEqual(whole["pages"]["needs"], ["sheets"])
        for job in ("check", "sheets"):
            done = self.runner.play("\n".join(whole[job]["script"]), **whole["variables"])
            self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertEqual(whole["sheets"]["artifacts"]["paths"], ["site"])
        page = Links(os.path.join(self.site, "index.html"))
        self.assertIn(name, page.text)
        self.assertIn("Issue rev-b.", page.text)
        self.assertNotIn("script", page.tags)
        self.assertEqual(self.runner.play("\n".join(whole["pages"]["script"])).returncode, 0)
        self.assertEqual(whole["pages"]["artifacts"]["paths"], ["public"])
        self.assertIn("index.html", reached(os.path.join(self.runner.root, "public")))


def closed(**properties):
    """An object with these keys and no others; those that end in `_` may be missing."""
    return {"type": "object", "additionalProperties": False, "required": [key for key in properties if not key.endswith("_")],
            "properties": {key.rstrip("_"): value for key, value in properties.items()}}


TEXT = {"type": "string", "minLength": 1}
POSITION = {"type": "integer", "minimum": 1}
# No link and no placeholder: SARIF 2.1.0, sections 3.11.5 and 3.11.6.
MESSAGE = closed(text={"type": "string", "pattern": r"^(?:[^{}\]]|\{\{|\}\}|\](?!\()|\\\]\()+$"})
LOCATION = {"physicalLocation": closed(
    artifactLocation=closed(uri={"type": "string", "pattern": r"^(?:[A-Za-z0-9._~/-]|%[0-9A-F]{2})+$"}),
    region=closed(startLine=POSITION, startColumn=POSITION, endLine=POSITION, endColumn=POSITION))}
# What is printed of SARIF 2.1.0, which has far more.
SARIF = {"$schema": TEXT, "version": {"const": "2.1.0"}, "runs": {"type": "array", "minItems": 1, "maxItems": 1, "items": closed(
    tool=closed(driver=closed(name={"const": "backops"}, version=TEXT, rules={"type": "array", "uniqueItems": True, "items": closed(
        id=TEXT, shortDescription=MESSAGE, fullDescription=MESSAGE, help=MESSAGE)})),
    columnKind={"const": "unicodeCodePoints"},
    results={"type": "array", "items": closed(
        ruleId=TEXT, ruleIndex={"type": "integer", "minimum": 0}, level={"enum": ["error", "warning"]}, message=MESSAGE,
        locations={"type": "array", "minItems": 1, "maxItems": 1, "items": closed(**LOCATION)},
        relatedLocations_={"type": "array", "items": closed(**LOCATION, id=POSITION, message=MESSAGE)},
        partialFingerprints={"type": "object", "additionalProperties": TEXT, "minProperties": 1})})}}

WRONG = {
    "activities/two-places.yaml": CLASH,
    "activities/markup.yaml": "name: x\nkind: <script>\nstatus: \"[a](https://a.example)\"\nstart: 2026-06-12T11:00\ntags: [\"{0}\"]\n",
    "activities/skipped-hour.yaml": "name: Gap\nstart: 2026-03-20T02:30\nrepeat:\n  every: day\n  count: 20\n",
    "activities/same-twice.yaml": "name: Twice\nstart: 2026-06-12T11:00\nareas: [nowhere]\norganizers: [nowhere]\n"
                                  "participants:\n  required: [nowhere]\n  optional: [nowhere]\n",
    "activities/wide.yaml": "name: Wide\nstart: 2026-06-12T11:00\ndescription: \"日本語\U0001f3a4\" trailing\n",
    "activities/with-bom.yaml": "\ufeffname: Marked\r\nstrat: 2026-06-12\r\nstart: 2026-06-12\r\n",
    "activities/unfinished.yaml": "name: Unfinished\nstart: \"2026-06-12",
    "activities/control.yaml": "name: a\x01b\nstart: 2026-06-12T11:00\n",
    "activities/empty.yaml": "",
    "areas/notes.yml": "x",
    "areas/Ödd, name: 50% #1?[x](1)\x1b\u202e.yaml": "name: x\n",
    "crew/folder.yaml/inside": "x",
}


class Sarif(unittest.TestCase):
    def setUp(self):
        directory = tempfile.TemporaryDirectory()
        self.addCleanup(directory.cleanup)
        self.root = directory.name
        self.event = "our events/summer 2026 100%"
        shutil.copytree(os.path.join(SOURCE, "examples", "summer-sound"), os.path.join(self.root, self.event))
        for path, text in WRONG.items():
            write(self.root, os.path.join(self.event, path), text)

    def run_of(self):
        done = backops("-C", self.event, "check", "--format", "sarif", cwd=self.root)
        self.assertEqual((done.returncode, done.stderr), (1, b""))
        whole = json.loads(done.stdout)
        faults = jsonschema.Draft7Validator(closed(**SARIF)).iter_errors(whole)
        self.assertEqual([f"{list(fault.absolute_path)}: {fault.message[:300]}" for fault in faults], [])
        return whole["runs"][0]

    def test_it_is_what_sarif_says_and_all_that_is_wrong_is_in_it(self):
        run = self.run_of()
        found = {result["ruleId"] for result in run["results"]}
        self.assertLessEqual({"person-overlap", "nonexistent-time", "outside-event", "unknown-key", "unknown-reference", "wrong-value",
                              "stray-file", "encoding", "yaml-syntax"}, found)
        rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
        self.assertEqual(set(rules), found)
        self.assertEqual(len(rules), len(found))
        for result in run["results"]:
            self.assertEqual(rules[result["ruleIndex"]], result["ruleId"])

    def test_places_are_in_the_files_that_they_name_from_the_root_of_the_repository(self):
        for result in self.run_of()["results"]:
            for location in [*result["locations"], *result.get("relatedLocations", [])]:
                place = location["physicalLocation"]
                path = os.path.join(self.root, urllib.parse.unquote(place["artifactLocation"]["uri"]))
                self.assertTrue(os.path.exists(path), path)
                self.check_region(path, place["region"])

    def check_region(self, path, region):
        lines = [""]
        if os.path.isfile(path):
            with open(path, encoding="utf-8-sig", newline="") as file:
                lines = re.split("\r\n|\n", file.read())
        self.assertEqual(region["startLine"], region["endLine"])
        self.assertLessEqual(region["startLine"], len(lines), path)
        self.assertLessEqual(region["startColumn"], region["endColumn"], path)
        self.assertLessEqual(region["endColumn"], len(lines[region["startLine"] - 1]) + 1, path)

    def prints(self):
        return [result["partialFingerprints"]["finding/1"] for result in self.run_of()["results"]]

    def test_each_has_a_fingerprint_of_its_own_that_stays_when_lines_are_added_above(self):
        before = self.prints()
        self.assertEqual(len(set(before)), len(before))
        for folder in ("activities", "areas"):
            for entry in os.scandir(os.path.join(self.root, self.event, folder)):
                if entry.is_file() and entry.name.endswith(".yaml") and entry.name != "with-bom.yaml":
                    with open(entry.path, "rb+") as file:
                        text = file.read()
                        file.seek(0)
                        file.write(b"# one\n# two\n" + text)
        self.assertEqual(self.prints(), before)

    def test_the_annotations_say_the_same_of_the_same_places(self):
        done = backops("-C", self.event, "check", "--format", "github", cwd=self.root).stdout.decode()
        commands = re.findall(r"(?m)^::(error|warning) file=([^,:\n]+)(?:,line=(\d+),col=(\d+))?(?:,endColumn=\d+)?,title=([a-z-]+)::.+$", done)
        self.assertEqual(len(commands), len(re.findall("(?m)^::", done)))
        results = self.run_of()["results"]
        self.assertEqual([(kind, rule, int(line or 1), int(column or 1)) for kind, _, line, column, rule in commands],
                         [(result["level"], result["ruleId"], *(result["locations"][0]["physicalLocation"]["region"][key]
                                                                for key in ("startLine", "startColumn"))) for result in results])
        self.assertNotIn("\x1b", done)
        self.assertNotIn("\u202e", done)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
