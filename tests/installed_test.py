"""Installs what was built, and uses it from there: the program with its files, and the library in a program of ten lines, by pkg-config and by CMake."""
import os
import shutil
import subprocess
import sys
import tempfile

from running import HERE, environment, program

DAY = "2026-06-12"
PRESENT = ["bin/backops", "share/man/man1/backops.1", "share/man/man1/backops-completion.1", "share/man/man5/backops-event.5",
           "share/man/man7/backops-times.7", "share/backops/schemas/schedule.schema.json", "share/bash-completion/completions/backops",
           "share/zsh/site-functions/_backops", "share/fish/vendor_completions.d/backops.fish", "share/doc/backops/README.md",
           "share/doc/backops/CHANGELOG.md", "share/doc/backops/examples/summer-sound/event.yaml", "include/backops/event/load.h"]


def run(*command, cwd, **variables):
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, env=environment(**variables), timeout=300)
    if done.returncode != 0:
        sys.exit(f"{' '.join(command)}: exit status {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


def compiled(folder, prefix):
    """The program of ten lines, built in both ways."""
    packages = os.path.join(os.path.dirname(library(prefix)), "pkgconfig")
    flags = run("pkg-config", "--static", "--cflags", "--libs", "backops", cwd=folder, PKG_CONFIG_PATH=packages).split()
    run("c++", "-std=c++20", os.path.join(HERE, "installed", "ten_lines.cc"), "-o", "by-pkg-config", *flags, cwd=folder)
    yield os.path.join(folder, "by-pkg-config")
    build = os.path.join(folder, "by-cmake")
    run("cmake", "-S", os.path.join(HERE, "installed"), "-B", build, f"-DCMAKE_PREFIX_PATH={prefix}", cwd=folder)
    run("cmake", "--build", build, cwd=folder)
    yield os.path.join(build, "ten_lines")


def library(prefix):
    found = [os.path.join(path, name) for path, _, names in os.walk(prefix) for name in names if name == "libbackops.a"]
    return found[0] if found else sys.exit("no libbackops.a is installed")


def main():
    build = os.path.dirname(os.path.dirname(program()))
    with tempfile.TemporaryDirectory() as folder:
        prefix = os.path.join(folder, "there")
        run("cmake", "--install", build, "--prefix", prefix, cwd=folder)
        missing = [path for path in PRESENT if not os.path.exists(os.path.join(prefix, path))]
        if missing:
            sys.exit(f"not installed: {missing}")
        path = os.path.join(prefix, "bin") + ":/usr/bin:/bin"
        event = shutil.copytree(os.path.join(prefix, "share/doc/backops/examples/summer-sound"), os.path.join(folder, "summer-sound"))
        schedule = run("backops", "schedule", "--day", DAY, cwd=event, PATH=path)
        if "Crew breakfast" not in run("backops", "sheet", "call", "--day", DAY, cwd=event, PATH=path):
            sys.exit("the installed program made no call sheet")
        if not schedule:
            sys.exit("the installed program printed no schedule")
        printed = [run(ten_lines, event, DAY, cwd=folder) for ten_lines in compiled(folder, prefix)]
        if printed[0] != printed[1] or "Crew breakfast" not in printed[0]:
            sys.exit(f"the programs of ten lines disagree: {printed}")
    print(f"{len(PRESENT)} files, 2 programs of ten lines")
    return 0


if __name__ == "__main__":
    sys.exit(main())
