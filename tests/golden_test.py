"""Compares the schedules of the example events with what was read by eye and kept: tests/golden/, one file a line of cases.txt.

Every case is printed twice, the second time on a machine with another zone, language and place, and must come out the same to the
byte. `--update` writes what was printed; read the difference before it is committed.
"""
import difflib
import glob
import os
import shlex
import sys

from running import HERE, SOURCE, backops

GOLDEN = os.path.join(HERE, "golden")
ELSEWHERE = {"TZ": "Pacific/Auckland", "LC_ALL": "C", "LANG": "de_AT.UTF-8", "HOME": "/"}


def cases():
    """(file, event, columns, words) of each line of cases.txt that is neither blank nor a remark."""
    with open(os.path.join(GOLDEN, "cases.txt"), encoding="utf-8") as file:
        for line in file:
            if line.strip() and not line.startswith("#"):
                name, event, columns, words = line.split(None, 3)
                yield name, event, columns, shlex.split(words)


def printed(event, columns, words):
    """What a case prints, and what is wrong with how it does so."""
    directory = os.path.join(SOURCE, "examples", event)
    now = {"now": None} if "--now" in words else {}
    here = backops(*words, cwd=directory, **now, COLUMNS=columns)
    there = backops(*words, cwd=directory, **now, COLUMNS=columns, **ELSEWHERE)
    wrong = []
    if here.returncode or here.stderr:
        wrong.append(f"exit status {here.returncode}\n{here.stderr.decode()}")
    if (here.returncode, here.stdout, here.stderr) != (there.returncode, there.stdout, there.stderr):
        wrong.append("another zone and locale change it:\n" + difference(here.stdout.decode(), there.stdout.decode()))
    return here.stdout.decode(), wrong


def difference(expected, now):
    return "\n".join(difflib.unified_diff(expected.split("\n"), now.split("\n"), "expected", "now", lineterm=""))


def read(path):
    if not os.path.exists(path):
        return ""
    with open(path, encoding="utf-8", newline="") as file:
        return file.read()


def settle(name, now):
    """Writes a file that `--update` asks for, else says how it differs."""
    path = os.path.join(GOLDEN, name)
    expected = read(path)
    if now == expected:
        return []
    if "--update" not in sys.argv:
        return [difference(expected, now)]
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8", newline="") as file:
        file.write(now)
    print("updated", name)
    return []


def main():
    names, failed = [], 0
    for name, event, columns, words in cases():
        now, wrong = printed(event, columns, words)
        if name in names:
            wrong.append("a second case of this name")
        names.append(name)
        if not wrong:
            wrong += settle(name, now)
        for words in wrong:
            print(f"{name}: {words}")
        failed += bool(wrong)
    kept = {os.path.relpath(path, GOLDEN) for path in glob.glob(os.path.join(GOLDEN, "*", "*"))}
    for stray in sorted(kept - set(names)):
        print(f"{stray}: no case has this file")
        failed += 1
    print(f"{len(names)} golden outputs, {failed} differ")
    return 1 if failed or not names else 0


if __name__ == "__main__":
    sys.exit(main())
