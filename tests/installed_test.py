"""Installs what was built, and uses it from there: the program with its files, the library in a program of ten lines, by pkg-config and by
CMake, and each header by itself."""
import concurrent.futures
import glob
import os
import re
import shutil
import subprocess
import sys
import tempfile

from running import HERE, SOURCE, checked, environment, program

DAY = "2026-06-12"
PRESENT = ["bin/backops", "share/man/man1/backops.1", "share/man/man1/backops-completion.1", "share/man/man5/backops-event.5",
           "share/man/man7/backops-times.7", "share/backops/schemas/schedule.schema.json", "share/bash-completion/completions/backops",
           "share/zsh/site-functions/_backops", "share/fish/vendor_completions.d/backops.fish", "share/doc/backops/README.md",
           "share/doc/backops/CHANGELOG.md", "share/doc/backops/examples/summer-sound/event.yaml", "include/backops/event/load.h"]


def compiled(folder, prefix):
    """The program of ten lines, built in both ways."""
    packages = os.path.join(os.path.dirname(library(prefix)), "pkgconfig")
    flags = checked("pkg-config", "--static", "--cflags", "--libs", "backops", cwd=folder, PKG_CONFIG_PATH=packages).split()
    checked("c++", "-std=c++20", os.path.join(HERE, "installed", "ten_lines.cc"), "-o", "by-pkg-config", *flags, cwd=folder)
    yield os.path.join(folder, "by-pkg-config")
    build = os.path.join(folder, "by-cmake")
    checked("cmake", "-S", os.path.join(HERE, "installed"), "-B", build, f"-DCMAKE_PREFIX_PATH={prefix}", cwd=folder)
    checked("cmake", "--build", build, cwd=folder)
    yield os.path.join(build, "ten_lines")


def first_include(path):
    with open(path, encoding="utf-8") as file:
        return re.search(r'^#include ["<](.*)[">]', file.read() + "\n#include <>", re.M)[1]


def unproven(headers):
    """Headers that come first in no file of the library: whether those compile by themselves, the build has not shown."""
    shown = {first_include(path) for path in glob.glob(os.path.join(SOURCE, "lib", "*", "*.cc"))}
    more = shown
    while more:
        more = {first_include(os.path.join(SOURCE, "lib", header)) for header in more & headers} - shown
        shown |= more
    return sorted(headers - shown)


def check_headers(prefix):
    """Compiles each header that nothing else has compiled by itself, and all of them together."""
    folder = os.path.join(prefix, "include", "backops")
    headers = {os.path.relpath(os.path.join(path, name), folder) for path, _, names in os.walk(folder) for name in names}
    alone = unproven(headers)

    def complaint(words):
        text = "".join(f"#include <{word}>\n" for word in words)
        return subprocess.run(["c++", "-std=c++20", "-fsyntax-only", "-I" + folder, "-x", "c++", "-"], input=text, text=True,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=environment(), timeout=300).stdout

    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        said = "".join(pool.map(complaint, [sorted(headers), *([header] for header in alone)]))
    if said:
        sys.exit(f"headers that do not compile by themselves:\n{said}")
    return len(headers), len(alone)


def library(prefix):
    found = [os.path.join(path, name) for path, _, names in os.walk(prefix) for name in names if name == "libbackops.a"]
    return found[0] if found else sys.exit("no libbackops.a is installed")


def main():
    build = os.path.dirname(os.path.dirname(program()))
    with tempfile.TemporaryDirectory() as folder:
        prefix = os.path.join(folder, "there")
        checked("cmake", "--install", build, "--prefix", prefix, cwd=folder)
        missing = [path for path in PRESENT if not os.path.exists(os.path.join(prefix, path))]
        if missing:
            sys.exit(f"not installed: {missing}")
        path = os.path.join(prefix, "bin") + ":/usr/bin:/bin"
        event = shutil.copytree(os.path.join(prefix, "share/doc/backops/examples/summer-sound"), os.path.join(folder, "summer-sound"))
        schedule = checked("backops", "schedule", "--day", DAY, cwd=event, PATH=path)
        if "Crew breakfast" not in checked("backops", "sheet", "call", "--day", DAY, cwd=event, PATH=path):
            sys.exit("the installed program made no call sheet")
        if not schedule:
            sys.exit("the installed program printed no schedule")
        printed = [checked(ten_lines, event, DAY, cwd=folder) for ten_lines in compiled(folder, prefix)]
        if printed[0] != printed[1] or "Crew breakfast" not in printed[0]:
            sys.exit(f"the programs of ten lines disagree: {printed}")
        headers, alone = check_headers(prefix)
    print(f"{len(PRESENT)} files, 2 programs of ten lines, {headers} headers of which {alone} compiled here by themselves")
    return 0


if __name__ == "__main__":
    sys.exit(main())
