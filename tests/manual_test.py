"""Holds man/ to the program: its syntax, its options and keys, both ways, and its examples, which are run.

How a page says what it documents: a heading `.Ss Options of add and edit` is followed by items `.It Fl -area Ar id`, which are options of
those verbs (`.Ss Options` without verbs: of all, with `, not of add and edit` of all others); a heading of a record kind or of a key by `.It Cm key Pq type`. In EXAMPLES, a literal
line that begins with `$ ` is a command.
"""
import glob
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import textwrap

from running import SOURCE, environment, program

MAN = os.path.join(SOURCE, "man")
SCHEMAS = os.path.join(SOURCE, "schemas")
EVERYWHERE = {"-C": True, "--now": True, "--color": True, "--no-index": False, "--help": False}
KINDS = ["event", "area", "collaborator", "crew", "activity", "timeframe", "view"]
SHARED_KEYS = "Keys of every record"
ESCAPES = {"\\e": "\\", "\\&": "", "\\(dq": '"', "\\-": "-", "\\(en": "–"}

problems = []


def wrong(page, message):
    problems.append(f"{page}: {message}")


def read(name):
    with open(os.path.join(MAN, name), encoding="utf-8") as file:
        return file.read()


def said(*words):
    done = subprocess.run([program(), *words], capture_output=True, text=True, env=environment(), timeout=60)
    if done.returncode != 0:
        wrong("backops " + " ".join(words), f"exit status {done.returncode}")
    return done.stdout


def plain(line):
    for escape, text in ESCAPES.items():
        line = line.replace(escape, text)
    return line


def check_syntax(pages):
    if not shutil.which("mandoc"):
        print("mandoc is not here: syntax is not checked")
        return
    for page in pages:
        done = subprocess.run(["mandoc", "-Tlint", "-W", "warning", page], cwd=MAN, capture_output=True, text=True, timeout=60)
        if done.stdout or done.returncode:
            wrong(page, "mandoc -Tlint says\n" + done.stdout)


# What the program says of itself.

def tree():
    """Each noun with its verbs, as its help lists them (some in two words); no verbs: the noun is its own."""
    nouns, listed = {}, []
    for line in said("--help").splitlines():
        if found := re.match(r"  ([a-z]+) +\S", line):
            noun = found[1]
            nouns[noun] = [verb[1] for line in said(noun, "--help").splitlines() if (verb := re.match(r"  ([a-z]+(?: [a-z]+)?)  +\S", line))]
        elif found := re.match(r"  +· (.+)", line):
            listed.append(noun)
            if found[1].split() != list(dict.fromkeys(verb.split()[0] for verb in nouns[noun])):
                wrong("backops --help", f"lists other verbs of {noun} than its own help")
            if not said(noun, "--help").startswith(f"usage: backops {noun} VERB"):
                nouns[noun].insert(0, "")
    if other := {noun for noun in nouns if nouns[noun]} ^ set(listed):
        wrong("backops --help", f"lists no verbs of {other}")
    return nouns


def helped_options(noun, verb):
    """Option, then whether it takes a value; what all commands take is left out."""
    options = {}
    for line in said(noun, *verb.split(), "--help").splitlines():
        if found := re.match(r"  (-[\w-]+)( \S)?", line):
            options[found[1]] = bool(found[2])
    if missing := set(EVERYWHERE) - set(options):
        wrong(f"backops {noun} {verb} --help", f"lacks {missing}")
    return {name: value for name, value in options.items() if name not in EVERYWHERE}


# What the pages say.

def sections(text):
    """Pairs of a heading (`.Sh` or `.Ss`) and its lines."""
    heading, lines = None, []
    for line in text.splitlines():
        if found := re.match(r"\.S[hs] (.+)", line):
            yield heading, lines
            heading, lines = found[1], []
        else:
            lines.append(line)
    yield heading, lines


def written_options(lines):
    options = {}
    for line in lines:
        if found := re.match(r"\.It Fl (-?[\w-]+)(.*)", line):
            options["-" + found[1]] = bool(found[2])
    return options


def documented_options(page, text, verbs):
    documented = {verb: {} for verb in verbs}
    for heading, lines in sections(text):
        if not heading or not heading.startswith("Options"):
            continue
        words = re.split(r", | and ", heading.removeprefix("Options").removeprefix(" of").strip())
        named = [word for word in words if word in documented] if heading.startswith("Options of ") else verbs
        if ", not of " in heading:
            named = [verb for verb in verbs if verb not in re.split(r", | and ", heading.split(", not of ")[1])]
        if unknown := set(words) - set(verbs) if heading.startswith("Options of ") else None:
            wrong(page, f"the heading `{heading}` names {unknown}, which is no verb")
        for verb in named:
            for name, value in written_options(lines).items():
                if name in documented[verb]:
                    wrong(page, f"{name} of {verb or 'it'} is there twice")
                documented[verb][name] = value
    return documented


def check_options(noun, verbs):
    page = f"backops-{noun}.1"
    if not os.path.exists(os.path.join(MAN, page)):
        return wrong(page, "there is no such page")
    text = read(page)
    synopsis = dict(sections(text)).get("SYNOPSIS", [])
    shown = [found[1] or "" for line in synopsis if (found := re.match(rf"\.Nm backops {noun}(?: Cm ([a-z-]+(?: [a-z-]+)?)(?= [A-Z.]|$))?", line))]
    if sorted(shown) != sorted(verbs or [""]):
        wrong(page, f"the synopsis has the verbs {shown}, the program {verbs}")
    documented = documented_options(page, text, verbs or [""])
    for verb, options in documented.items():
        helped = helped_options(noun, verb)
        place = f"backops {noun} {verb}".strip()
        for name in sorted(helped.keys() - options.keys()):
            wrong(page, f"{name} of `{place}` is not documented")
        for name in sorted(options.keys() - helped.keys()):
            wrong(page, f"{name} is documented, and `{place}` has no such option")
        for name in sorted(options.keys() & helped.keys()):
            if options[name] != helped[name]:
                wrong(page, f"{name} of `{place}`: one says that it takes a value, the other that it does not")


def check_program_page(nouns):
    page = "backops.1"
    text = read(page)
    common = written_options(dict(sections(text))["Options of every command"])
    if common != EVERYWHERE:
        wrong(page, f"documents {sorted(common)} as common options; they are {sorted(EVERYWHERE)}")
    listed = re.findall(r"\.It Xr backops-(\w+) 1 Ta", text)
    if sorted(listed) != sorted(nouns):
        wrong(page, f"lists the nouns {listed}, the program {sorted(nouns)}")


# The keys of the files.

def without_wrapping(schema):
    """The record in what a key may hold: in a list, a map, or beside `false`."""
    if schema.get("properties"):
        return schema
    for part in schema.get("oneOf", []) + schema.get("anyOf", []):
        if found := without_wrapping(part):
            return found
    for key in ("items", "additionalProperties"):
        if isinstance(schema.get(key), dict) and (found := without_wrapping(schema[key])):
            return found
    for part in schema.get("patternProperties", {}).values():
        if isinstance(part, dict) and (found := without_wrapping(part)):
            return found
    return None


def inner_records(schema, found):
    """Key, then the keys of its record with whether each is required, over all kinds."""
    for key, value in schema["properties"].items():
        if record := without_wrapping(value):
            keys = found.setdefault(key, {})
            for inner in record["properties"]:
                keys[inner] = keys.get(inner, False) or inner in record.get("required", [])
            inner_records(record, found)


def written_keys(lines):
    """`.It Cm start Pq time, required`: the key, then whether it is required."""
    keys = {}
    for line in lines:
        if found := re.match(r"\.It Cm ([\w-]+) Pq (.*)", line):
            keys[found[1]] = found[2].endswith(", required")
    return keys


def compare_keys(page, heading, written, actual):
    for key in sorted(actual.keys() - written.keys()):
        wrong(page, f"`{key}` is not documented in `{heading}`")
    for key in sorted(written.keys() - actual.keys()):
        wrong(page, f"`{key}` is documented in `{heading}`, and there is no such key")
    for key in sorted(written.keys() & actual.keys()):
        if written[key] != actual[key]:
            wrong(page, f"`{key}` in `{heading}` is{'' if actual[key] else ' not'} required")


def check_keys():
    page = "backops-event.5"
    found = {heading: written_keys(lines) for heading, lines in sections(read(page)) if heading}
    shared = found.pop(SHARED_KEYS)
    inner = {}
    for kind in KINDS:
        with open(os.path.join(SCHEMAS, f"{kind}.schema.json"), encoding="utf-8") as file:
            schema = json.load(file)
        schema = without_wrapping(schema)
        inner_records(schema, inner)
        headings = [heading for heading in found if re.search(rf": ({kind}|{kind}s|{kind[:-1]}ies)(/id)?\.yaml$", heading)]
        if len(headings) != 1:
            wrong(page, f"there are {len(headings)} headings for {kind}")
            continue
        actual = {key: key in schema.get("required", []) for key in schema["properties"]}
        compare_keys(page, headings[0], {**shared, **found.pop(headings[0])}, actual)
    for key, actual in inner.items():
        if key not in found:
            wrong(page, f"nothing says what is in `{key}`")
        else:
            compare_keys(page, key, found.pop(key), actual)
    for heading, keys in found.items():
        if keys:
            wrong(page, f"`{heading}` documents {sorted(keys)}, and no schema has such a record")


# The rules of the check.

def explained(rule):
    """A rule as its man page has it: summary, level and paragraphs from the program, a sentence a line."""
    head, level, *paragraphs = said("check", "--explain", rule).split("\n")
    text = "\n".join([level, *paragraphs])
    lines = [f".It Cm {rule}", head.split(": ", 1)[1][:1].upper() + head.split(": ", 1)[1][1:] + "."]
    for number, paragraph in enumerate(re.split(r"\n\n+", text.strip())):
        words = " ".join(paragraph.split())
        if number == 0:
            words = words[:1].upper() + words[1:] + "."
        else:
            lines.append(".Pp")
        for sentence in re.split(r"(?<=[.:]) (?=[A-Z`])", words):
            lines += textwrap.wrap(sentence.replace("\\", "\\e").replace("`", "\\(ga").replace('"', "\\(dq"), 79, break_long_words=False,
                                   break_on_hyphens=False)
    return lines


def check_rules():
    """The page has of each rule of the schedule what `--explain` says, and the names of the others."""
    page = "backops-check.1"
    rules = [line.split()[0] for line in said("check", "--rules").splitlines()[1:]]
    of_form = rules[rules.index("yaml-syntax"):]
    lines = [".Bl -tag -width Ds"]
    for rule in rules[:rules.index("yaml-syntax")]:
        lines += explained(rule)
    lines += [".El", ".Pp", "Those of the form, each explained by", ".Fl -explain :"]
    lines += textwrap.wrap(", ".join(of_form) + ".", 79, break_on_hyphens=False)
    text = read(page)
    written = text[text.index(".Sh RULES\n"):text.index(".Sh EXIT STATUS")]
    wanted = ".Sh RULES\n" + "\n".join(lines) + "\n"
    if written == wanted:
        return
    if "--update" in sys.argv:
        with open(os.path.join(MAN, page), "w", encoding="utf-8") as file:
            file.write(text.replace(written, wanted))
        print("updated", page)
    else:
        wrong(page, "RULES is not what the program explains; --update writes it")


# The examples.

def commands(page):
    command = None
    for line in map(plain, dict(sections(read(page))).get("EXAMPLES", [])):
        if line.startswith("$ "):
            if command:
                yield command
            command = line[2:]
        elif command and (command.endswith("\\") or "<<" in command and "\nEND" not in command):
            command += "\n" + line
        elif command:
            yield command
            command = None
    if command:
        yield command


def run_examples(page, tools):
    """In a copy of the festival, or in an empty directory when the page begins with an event of its own; `cd` lasts."""
    listed = list(commands(page))
    with tempfile.TemporaryDirectory() as directory:
        if not listed[0].startswith("backops event new"):
            directory = shutil.copytree(os.path.join(SOURCE, "examples", "summer-sound"), os.path.join(directory, "summer-sound"))
        for command in listed:
            if found := re.fullmatch(r"cd (\S+)", command):
                directory = os.path.normpath(os.path.join(directory, found[1]))
                continue
            done = subprocess.run(["bash", "-c", "set -o pipefail; " + command], cwd=directory, stdin=subprocess.DEVNULL,
                                  stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=60,
                                  env=environment(PATH=tools + ":/usr/local/bin:/usr/bin:/bin"))
            if done.returncode:
                wrong(page, f"exit status {done.returncode} of an example:\n$ {command}\n{done.stdout}")
    return len(listed)


def check_examples(pages):
    count = 0
    with tempfile.TemporaryDirectory() as tools:
        with open(os.path.join(tools, "backops"), "w") as wrapper:
            wrapper.write(f'#!/bin/sh\nexec {program()} --now 2026-03-27T12:00 "$@"\n')
        os.chmod(os.path.join(tools, "backops"), 0o755)
        for page in pages:
            if any(commands(page)):
                count += run_examples(page, tools)
            elif page.endswith(".1"):
                wrong(page, "there is no example")
    return count


def main():
    pages = sorted(os.path.basename(path) for path in glob.glob(os.path.join(MAN, "*.[1-9]")))
    nouns = tree()
    check_syntax(pages)
    check_program_page(nouns)
    for noun, verbs in nouns.items():
        check_options(noun, verbs)
    for page in pages:
        if (found := re.fullmatch(r"backops-(\w+)\.1", page)) and found[1] not in nouns:
            wrong(page, f"there is no noun `{found[1]}`")
    check_keys()
    check_rules()
    count = check_examples(pages)
    for problem in problems:
        print(problem)
    print(f"{len(pages)} pages, {len(nouns)} nouns, {count} examples, {len(problems)} problems")
    return 1 if problems or not pages or not nouns else 0


if __name__ == "__main__":
    sys.exit(main())
