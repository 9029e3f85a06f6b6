"""Compares every transcript with what the command prints now: tests/cli/*.t, the `console` blocks of README.md, and the tutorial.

A transcript is a text with lines `$ command` (`> ` continues it), each followed by exactly what it prints (standard output and error
as one, in their order) and, when the exit status is not 0, a line `[status]`. Blank lines and lines that begin with `#` before a command
are the reader's. All commands of one file share a directory that is empty at first; `cd` lasts. `--update` writes what was printed.
"""
import difflib
import glob
import os
import re
import subprocess
import sys
import tempfile

from running import HERE, SOURCE, environment, program


class Stage:
    """A directory in which commands are played one after the other."""

    def __init__(self, directory, command=None, columns=100):
        self.columns = columns
        self.tools = os.path.join(directory, ".tools")
        os.mkdir(self.tools)
        wrapper = os.path.join(self.tools, "backops")
        with open(wrapper, "w", encoding="utf-8") as file:
            file.write(f'#!/bin/sh\ncase $1 in --now) ;; *) set -- --now "${{NOW:-2026-03-27T12:00}}" "$@" ;; esac\n'
                       f'exec {command or program()} "$@"\n')
        os.chmod(wrapper, 0o755)
        self.here = os.path.join(directory, "here")
        os.mkdir(self.here)

    def run(self, command):
        if re.fullmatch(r"cd [\w./-]+", command):
            self.here = os.path.normpath(os.path.join(self.here, command[3:]))
            return []
        settings = environment(PATH=self.tools + ":/usr/local/bin:/usr/bin:/bin", COLUMNS=str(self.columns), BACKOPS_SOURCE=SOURCE,
                               EXAMPLES=os.path.join(SOURCE, "examples"), GIT_CONFIG_GLOBAL="/dev/null", GIT_AUTHOR_NAME="A",
                               GIT_AUTHOR_EMAIL="a@example", GIT_COMMITTER_NAME="A", GIT_COMMITTER_EMAIL="a@example")
        done = subprocess.run(["bash", "-c", command], cwd=self.here, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, timeout=120, env=settings)
        lines = done.stdout.decode("utf-8", "replace").split("\n")
        if lines[-1] == "":
            lines.pop()
        return lines + ([f"[{done.returncode}]"] if done.returncode else [])


def steps(lines):
    """(command lines, expected output, remarks before the next command) in order; what comes first has no command."""
    found, command, output = [], [], []
    for line in lines:
        if line.startswith("$ "):
            found.append((command, output))
            command, output = [line], []
        elif line.startswith("> ") and command and not output:
            command.append(line)
        else:
            output.append(line)
    found.append((command, output))
    for command, output in found:
        end = len(output)
        while end and command and (not output[end - 1] or output[end - 1].startswith("#")):
            end -= 1
        yield command, output[end:] if command else output


def played(lines, stage):
    """The transcript as it comes out now."""
    out = []
    for command, remarks in steps(lines):
        out += command
        if command:
            printed = stage.run("\n".join(line[2:] for line in command))
            while printed and not printed[-1] and remarks and not remarks[0]:
                remarks = remarks[1:]
            out += printed
        out += remarks
    return out


def played_transcript(text):
    with tempfile.TemporaryDirectory() as directory:
        return "\n".join(played(text.split("\n")[:-1], Stage(directory))) + "\n"


def played_readme(text):
    """The text with every `console` block played, all of them in one directory."""
    with tempfile.TemporaryDirectory() as directory:
        stage = Stage(directory)
        play = lambda block: "```console\n" + "\n".join(played(block.group(1).split("\n")[:-1], stage)) + "\n```"
        return re.sub(r"```console\n(.*?)```", play, text, flags=re.S)


MDOC = [("\\e", "\\"), ("\\(ga", "`"), ("\\(aq", "'"), ("\\(ha", "^"), ("\\(ti", "~")]


def from_mdoc(line):
    line = line.removeprefix("\\&")
    for escape, plain in reversed(MDOC):
        line = line.replace(escape, plain)
    return line


def to_mdoc(line):
    for escape, plain in MDOC:
        line = line.replace(plain, escape)
    return "\\&" + line if line.startswith(".") else line


def played_page(text):
    """The text of a man page with every literal block that begins with a command played, all of them in one directory."""
    with tempfile.TemporaryDirectory() as directory:
        stage = Stage(directory, columns=72)
        play = lambda block: ".Bd -literal\n" + "".join(
            to_mdoc(line) + "\n" for line in played([from_mdoc(line) for line in block.group(1).split("\n")[:-1]], stage)) + ".Ed\n"
        return re.sub(r"\.Bd -literal\n(\$ .*?)\.Ed\n", play, text, flags=re.S)


def main():
    texts = [(path, played_transcript) for path in sorted(glob.glob(os.path.join(HERE, "cli", "*.t")))]
    texts.append((os.path.join(SOURCE, "README.md"), played_readme))
    texts.append((os.path.join(SOURCE, "man", "backops-tutorial.7"), played_page))
    different = 0
    for path, play in texts:
        name = os.path.relpath(path, SOURCE)
        with open(path, encoding="utf-8") as file:
            expected = file.read()
        now = play(expected)
        if now == expected:
            continue
        if "--update" in sys.argv:
            with open(path, "w", encoding="utf-8") as file:
                file.write(now)
            print("updated", name)
            continue
        different += 1
        print(name, "differs:")
        sys.stdout.writelines(line + "\n" for line in difflib.unified_diff(expected.split("\n"), now.split("\n"), "expected", "now", lineterm=""))
    print(f"{len(texts)} transcripts, {different} differ")
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main())
