"""Compares every message with what the command prints now: one folder in tests/errors/ for each message.

A folder holds `event/` (files laid over tests/events/tiny), `command` (one line for a shell; without it, `backops check`) and `expected`:
all that is printed, standard output and error as one, and a line `[status]` when it is not 0. `--update` writes what was printed.
"""
import difflib
import glob
import os
import re
import shutil
import sys
import tempfile

from running import HERE, SOURCE
from transcripts_test import Stage

BASE = os.path.join(HERE, "events", "tiny")
# Where a problem's rule stands in the source: the first word in quotes behind one of the functions that make problems.
MAKES_PROBLEM = re.compile(r'\b(?:add|fail|report|refusal|problem_in|whole_file)\((?:[^;"]|"")*?"([a-z]+(?:-[a-z]+)*)",')
# The rules of lib/check stand first in what they find.
FINDS = re.compile(r'[{(]"([a-z]+(?:-[a-z]+)+)"')
SAYS = re.compile(r"(?:^|: )(error|warning|hint): (.*?)(?: \[[a-z-]+\])?$")


def printed(folder, backops=None):
    """What the folder's command prints in its event; of the command under test unless another is given."""
    with tempfile.TemporaryDirectory() as directory:
        stage = Stage(directory, backops)
        shutil.copytree(BASE, stage.here, dirs_exist_ok=True)
        fragment = os.path.join(folder, "event")
        if os.path.isdir(fragment):
            shutil.copytree(fragment, stage.here, dirs_exist_ok=True, symlinks=True)
        command = "backops check"
        if os.path.exists(os.path.join(folder, "command")):
            with open(os.path.join(folder, "command"), encoding="utf-8") as file:
                command = file.read().strip()
        return "".join(line + "\n" for line in stage.run(command))


def compare(folder, now):
    """Whether the folder expects something else; with --update it does no longer."""
    path = os.path.join(folder, "expected")
    expected = ""
    if os.path.exists(path):
        with open(path, encoding="utf-8", newline="") as file:
            expected = file.read()
    if now == expected:
        return False
    name = os.path.relpath(folder, SOURCE)
    if "--update" in sys.argv:
        with open(path, "w", encoding="utf-8", newline="") as file:
            file.write(now)
        print("updated", name)
        return False
    print(name, "differs:")
    sys.stdout.writelines(line + "\n" for line in difflib.unified_diff(expected.split("\n"), now.split("\n"), "expected", "now", lineterm=""))
    return True


def badly_worded(name, text):
    """Lines that break the rules of wording: lower case, no full stop, nothing that blames."""
    found = []
    for line in text.splitlines():
        said = SAYS.search(line)
        if not said:
            continue
        words = said.group(2)
        if words[:1].isupper() and not re.match(r"[A-Z]+\b", words):
            found.append(f"{name}: begins with a capital: {words}")
        if words.endswith((".", "!")):
            found.append(f"{name}: ends in a full stop: {words}")
        if re.search(r"\b(invalid|illegal|bad input|you must|please)\b", words, re.I):
            found.append(f"{name}: blames: {words}")
    return found


def rules_without_folder(texts):
    """Rules that the source names and no message here shows."""
    shown = set(re.findall(r"\[([a-z]+(?:-[a-z]+)*)\]", "\n".join(texts)))
    named = set()
    for room, names_rule in (("yaml", MAKES_PROBLEM), ("event", MAKES_PROBLEM), ("check", FINDS)):
        for path in glob.glob(os.path.join(SOURCE, "lib", room, "*.cc")):
            with open(path, encoding="utf-8") as file:
                named |= set(names_rule.findall(file.read()))
    return sorted(named - shown)


def main():
    folders = sorted(path for path in glob.glob(os.path.join(HERE, "errors", "*")) if os.path.isdir(path))
    texts = [printed(folder) for folder in folders]
    different = sum(compare(folder, now) for folder, now in zip(folders, texts))
    complaints = [line for folder, now in zip(folders, texts) for line in badly_worded(os.path.basename(folder), now)]
    complaints += [f"no folder shows the rule {rule}" for rule in rules_without_folder(texts)]
    print("\n".join(complaints + [f"{len(folders)} messages, {different} differ"]))
    return 1 if different or complaints else 0


if __name__ == "__main__":
    sys.exit(main())
