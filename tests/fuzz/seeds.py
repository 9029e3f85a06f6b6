"""Collects what a target begins with from the tests and the examples: `seeds.py TARGET FOLDER`."""
import glob
import hashlib
import os
import re
import sys

SOURCE = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
LARGEST = 4096
# Literals that stand side by side are one text.
LITERALS = re.compile(r'(?<![\'\w])"(?:[^"\\\n]|\\.)*"(?:\s*"(?:[^"\\\n]|\\.)*")*')
ESCAPE = re.compile(r"\\(x[0-9a-fA-F]{2}|.)")
MEANT = {"n": "\n", "r": "\r", "t": "\t", "0": "\0"}


def unescaped(literal):
    return ESCAPE.sub(lambda found: chr(int(found[1][1:], 16)) if len(found[1]) == 3 else MEANT.get(found[1], found[1]), literal)


def paths(*patterns):
    found = (path for pattern in patterns for path in glob.glob(os.path.join(SOURCE, pattern), recursive=True))
    return sorted(path for path in found if os.path.isfile(path))


def contents(*patterns):
    for path in paths(*patterns):
        with open(path, "rb") as file:
            yield file.read()


def texts(*patterns):
    """Every text in the sources, and in what the commands of transcripts are given."""
    for path in paths(*patterns):
        with open(path, encoding="utf-8") as file:
            for found in LITERALS.finditer(file.read()):
                yield "".join(unescaped(part) for part in re.findall(r'"((?:[^"\\\n]|\\.)*)"', found[0])).encode()


def records():
    return contents("tests/errors/**/*.yaml", "tests/events/**/*.yaml", "tests/golden/**/*.yaml", "examples/**/*.yaml")


def with_choices(text):
    for salt in (b"one", b"two"):
        yield text + b"\0" + hashlib.sha256(salt + text).digest()


def edits():
    for text in records():
        if b"\0" not in text:
            yield from with_choices(text)


def times():
    lines = [line for line in texts("tests/time/*.cc") if b"\n" not in line]
    for start, end in zip(lines, lines[1:] + lines[:1]):
        yield start + b"\n" + end


def rules():
    for text in texts("tests/time/repeat.cc", "tests/event/*.cc", "tests/exchange/rrule.cc", "tests/cli/activity*.t"):
        if re.match(rb"(day|week|month|on|\d+ (days|weeks|months))\b", text):
            yield from with_choices(text)


def tables():
    yield from contents("tests/**/*.csv")
    yield from (text for text in texts("tests/exchange/csv*.cc") if b"," in text and b"\n" in text)


def calendars():
    yield from contents("tests/**/*.ics")
    for text in texts("tests/exchange/ics*.cc", "tests/exchange/rrule.cc"):
        if text.startswith(b"FREQ="):
            text = b"RRULE:" + text
        if re.match(rb"(?!BEGIN)[A-Z-]+[;:]", text):
            start = b"" if b"DTSTART" in text else b"DTSTART;TZID=Europe/Berlin:20260612T140000\n"
            yield b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a@house\nSUMMARY:A\n" + start + text + b"\nEND:VEVENT\nEND:VCALENDAR\n"


def templates():
    parts = list(contents("lib/render/templates/*.mustache", "tests/errors/*/event/templates/*.mustache"))
    parts += [text for text in texts("tests/render/template.cc", "tests/cli/sheet.t") if b"{{" in text]
    for text, part in zip(parts, parts[1:] + parts[:1]):
        yield text
        if b"\0" not in text:
            yield text + b"{{>part}}\0" + part


def words():
    """Options of commands in transcripts, as edits of each record."""
    options = {"--set": b"s", "--add": b"+", "--remove": b"-", "--unset": b"!"}
    keys = ("start", "end", "duration", "areas", "participants.required", "participants.optional", "needs", "kind", "tags", "repeat.every", "repeat.on",
            "repeat.skip", "repeat.until", "unavailable", "attributes", "site.venue", "notes", "during", "visibility", "x-own", "segments", "accept", "timezone")
    lines = []
    for text in texts("tests/cli/*.t", "tests/event/*.cc"):
        if len(text) < 60 and b"\n" not in text:
            lines += [mark + key.encode() + b"=" + text for key in keys[len(lines) % 7::7] for mark in (b"s", b"+")]
    for path in paths("tests/cli/*.t"):
        with open(path, encoding="utf-8") as file:
            lines += [options[option] + word.encode() for option, word in re.findall(r"(--(?:set|add|remove|unset)) '?([^ '\n]+)", file.read())]
    for number in range(0, len(lines), 7):
        yield bytes([number % 8]) + b"\n".join(lines[number:number + 7])


def choices():
    for path in (b"areas/hall.yaml", b"../outside.txt", b"areas/\xc2\x9b31m.yaml", b".git/config", b"/etc/passwd"):
        for number in range(40):
            yield path + b"\0" + hashlib.sha512(path + bytes([number])).digest()


def views():
    yield from contents("tests/errors/**/views/*.yaml", "tests/events/**/views/*.yaml", "examples/**/views/*.yaml")
    for key in ("event: true", "areas: [foh]", "collaborators: [acme-audio]", "crew: [noor]", "match: all", "kinds: [show]", "tags: [vip]", "statuses: [cancelled, tentative]",
                "roles: [required]", "text: open", "during: show", "audience: public", "audience: crew", "with_team: true", "as: grid", "columns: [who]"):
        yield f"name: V\n{key}\n".encode()
        yield f"name: V\naudience: public\n{key}\n".encode()


def names():
    lines = [bytes([65 + number % 7, 65 + number % 5]) + os.path.basename(path).encode() for number, path in enumerate(paths("examples/summer-sound/*/*.yaml"))]
    lines += [bytes([65 + number % 7, 65]) + name for number, name in enumerate((b"\x1b[31m.yaml", b"doors.yml", b"Doors.yaml", b"doors (conflicted copy).yaml", b"doors - Copy.yaml",
              b"doors_BACKUP_12.yaml", b"\xff.yaml", b"a b.yaml", b".doors.yaml.swp", b"doors.yaml~", "\u202e.yaml".encode(), b"%0A::error::.yaml", b"-rf.yaml", b"a" * 255))]
    for number in range(0, len(lines), 5):
        yield b"\n".join(lines[number:number + 5]) + b"\0doors"


SEEDS = {"yaml": records, "edit": edits, "times": times, "repeat": rules, "csv": tables, "ics": calendars,
         "index": records, "template": templates, "words": words, "recovery": choices, "view": views, "names": names}


def main():
    target, folder = sys.argv[1:]
    os.makedirs(folder, exist_ok=True)
    seeds = {text for text in SEEDS[target]() if text and len(text) <= LARGEST}
    for text in seeds:
        with open(os.path.join(folder, hashlib.sha1(text).hexdigest()), "wb") as file:
            file.write(text)
    print(f"{target}: {len(seeds)} seeds")
    return 0 if seeds else 1


if __name__ == "__main__":
    sys.exit(main())
