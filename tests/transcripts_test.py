"""Compares every transcript with what the command prints now: tests/cli/*.t, and the examples of README.md and man/*.

A transcript is a text with lines `$ command`, each followed by exactly what it prints (standard output and error as one,
in their order) and, when the exit status is not 0, a line `[status]`. A line that begins with `#` at the margin is a remark, and
one that begins with `$` starts a shell command in an empty directory that all commands of the file share. `--update` writes what was printed.
"""
import glob
import os
import re
import subprocess
import sys
import tempfile

from running import HERE, SOURCE, environment, program


def steps(text):
    """Pairs of a command and its expected output; what comes before the first command is (None, text)."""
    command, output = None, []
    for line in text.splitlines():
        if line.startswith("$ "):
            yield command, output
            command, output = line[2:], []
        elif line.startswith("> ") and command is not None and not output:
            command += "\n" + line[2:]
        else:
            output.append(line)
    yield command, output


def run(command, directory, tools):
    done = subprocess.run(["bash", "-c", command], cwd=directory, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, timeout=120,
                          env=environment(PATH=tools + ":/usr/local/bin:/usr/bin:/bin", BACKOPS_SOURCE=SOURCE))
    lines = done.stdout.decode("utf-8", "replace").splitlines()
    if done.returncode:
        lines.append(f"[{done.returncode}]")
    return lines


def played(text, tools):
    """The transcript as it comes out now."""
    out = []
    with tempfile.TemporaryDirectory() as directory:
        for command, expected in steps(text):
            if command is None:
                out += expected
                continue
            first, *more = command.split("\n")
            out.append("$ " + first)
            out += ["> " + line for line in more]
            # `cd` lasts for the commands that follow.
            if re.fullmatch(r"cd [\w./-]+", command):
                directory_now = os.path.join(getattr(played, "at", directory), command[3:])
                played.at = os.path.normpath(directory_now)
            else:
                here = getattr(played, "at", directory)
                out += run(command, here, tools)
            # Blank lines and remarks between commands belong to the reader.
            remarks = []
            for line in reversed(expected):
                if line and not line.startswith("#"):
                    break
                remarks.append(line)
            printed_blank = 0
            for line in reversed(out):
                if line:
                    break
                printed_blank += 1
            out += list(reversed(remarks))[printed_blank:] if remarks else []
        if hasattr(played, "at"):
            del played.at
    return "\n".join(out) + "\n"


def main():
    update = "--update" in sys.argv
    tools = tempfile.mkdtemp()
    with open(os.path.join(tools, "backops"), "w") as wrapper:
        wrapper.write(f'#!/bin/sh\nexec {program()} --now "${{NOW:-2026-03-27T12:00}}" "$@"\n')
    os.chmod(os.path.join(tools, "backops"), 0o755)
    failed = 0
    paths = sorted(glob.glob(os.path.join(HERE, "cli", "*.t")))
    for path in paths:
        with open(path, encoding="utf-8") as file:
            expected = file.read()
        now = played(expected, tools)
        if now == expected:
            continue
        if update:
            with open(path, "w", encoding="utf-8") as file:
                file.write(now)
            print("updated", os.path.relpath(path, SOURCE))
            continue
        failed += 1
        print(f"{os.path.relpath(path, SOURCE)} differs:")
        import difflib
        sys.stdout.writelines(line + "\n" for line in difflib.unified_diff(expected.splitlines(), now.splitlines(), "expected", "now", lineterm=""))
    print(f"{len(paths)} transcripts, {failed} differ")
    return 1 if failed or not paths else 0


if __name__ == "__main__":
    sys.exit(main())
