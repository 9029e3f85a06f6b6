"""Makes the Debian packages, holds their files and what lintian says of them, installs them in a bare tree, uses the program from there,
and removes them: nothing is left."""
import concurrent.futures
import glob
import os
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile

from running import SKIP, SOURCE, checked, environment, program

DAY = "2026-06-12"
DOC = "usr/share/doc/"
PRESENT = {
    "backops": ["usr/bin/backops", "usr/share/bash-completion/completions/backops", "usr/share/zsh/vendor-completions/_backops",
                "usr/share/fish/vendor_completions.d/backops.fish", DOC + "backops/copyright", DOC + "backops/changelog.gz",
                DOC + "backops/README.md", DOC + "backops/CHANGELOG.md", DOC + "backops/examples/publish",
                DOC + "backops/examples/workflows/check.yml"],
    "libbackops-dev": [DOC + "libbackops-dev/copyright", DOC + "libbackops-dev/changelog.gz"]}
OURS = "^Package: (backops|libbackops-dev)$"
# Where in the source what is packaged whole lies, and where each file of it goes.
WHOLE = {
    "backops": [("man", "*.[157]", lambda path: f"usr/share/man/man{path[-1]}/{path}.gz"),
                ("schemas", "*.schema.json", lambda path: "usr/share/backops/schemas/" + path),
                ("examples", "**/*.yaml", lambda path: DOC + "backops/examples/" + path)],
    "libbackops-dev": [("lib", "**/*.h", lambda path: "usr/include/backops/" + path)]}
FOLDERS = {
    "backops": ["usr/bin/", "usr/share/backops/schemas/", "usr/share/bash-completion/completions/", DOC + "backops/",
                "usr/share/fish/vendor_completions.d/", "usr/share/lintian/overrides/", "usr/share/man/man1/", "usr/share/man/man5/",
                "usr/share/man/man7/", "usr/share/zsh/vendor-completions/"],
    "libbackops-dev": ["usr/include/backops/", "usr/lib/", DOC + "libbackops-dev/", "usr/share/lintian/overrides/"]}


def made(folder):
    """The path of each package, by its name. Nothing is built again."""
    configuration = os.path.join(os.path.dirname(os.path.dirname(program())), "CPackConfig.cmake")
    checked("cpack", "-G", "DEB", "--config", configuration, "-B", folder, cwd=folder)
    return {os.path.basename(path).split("_")[0]: path for path in glob.glob(os.path.join(folder, "*.deb"))}


def check_files(name, package):
    with subprocess.Popen(["dpkg-deb", "--fsys-tarfile", package], stdout=subprocess.PIPE) as process:
        with tarfile.open(fileobj=process.stdout, mode="r|") as archive:
            held = [entry.name.removeprefix("./") for entry in archive if not entry.isdir()]
    wanted = PRESENT[name] + [place(path) for folder, pattern, place in WHOLE[name]
                              for path in glob.glob(pattern, root_dir=os.path.join(SOURCE, folder), recursive=True)]
    missing = sorted(set(wanted) - set(held))
    elsewhere = sorted(path for path in held if not path.startswith(tuple(FOLDERS[name])))
    if missing or elsewhere:
        sys.exit(f"{name}: missing {missing}, in no place for it {elsewhere}")
    return len(held)


def said_by_lintian(package):
    """All that it finds but what the package's overrides state."""
    done = subprocess.run(["lintian", "--allow-root", "--no-cfg", "--profile", "debian", package], stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, text=True, env=environment(), timeout=600)
    return done.stdout + (f"lintian: exit status {done.returncode}\n" if done.returncode else "")


class Tree:
    """A bare tree that knows of this machine's packages, so that what ours need is held too, and holds none of their files."""

    def __init__(self, root):
        self.root = root
        self.records = os.path.join(root, "var/lib/dpkg")
        for folder in ("info", "updates", "triggers"):
            os.makedirs(os.path.join(self.records, folder))
        with open("/var/lib/dpkg/status", encoding="utf-8") as file:
            stanzas = file.read().split("\n\n")
        with open(os.path.join(self.records, "status"), "w", encoding="utf-8") as file:
            file.write("\n\n".join(stanza for stanza in stanzas if not re.search(OURS, stanza, re.M)))

    def dpkg(self, *words):
        return checked("fakeroot", "dpkg", "--root=" + self.root, "--log=/dev/null", "--path-include=*", "--force-unsafe-io", *words,
                       cwd=self.root, PATH="/usr/sbin:/usr/bin:/sbin:/bin")

    def left(self):
        """All that is in it but what dpkg keeps for itself."""
        held = [os.path.relpath(os.path.join(path, name), self.root) for path, folders, files in os.walk(self.root) for name in folders + files]
        return sorted(path for path in held if "backops" in path or not re.match("var($|/)", path))

    def knows_backops(self):
        with open(os.path.join(self.records, "status"), encoding="utf-8") as file:
            return re.search(OURS, file.read(), re.M) is not None


def check_use(root, folder):
    """An installed example, elsewhere, with the installed program: all of it comes from the package."""
    event = shutil.copytree(os.path.join(root, DOC, "backops/examples/summer-sound"), os.path.join(folder, "summer-sound"))
    for words, expected in ((["schedule", "--day", DAY], "Crew breakfast"), (["schedule", "--format", "ics"], "BEGIN:VEVENT"),
                            (["sheet", "call", "--day", DAY, "--format", "html"], "Crew breakfast"), (["check"], "")):
        said = checked("backops", *words, cwd=event, PATH=os.path.join(root, "usr/bin") + ":/usr/bin:/bin", HOME=folder,
                       XDG_CACHE_HOME=os.path.join(folder, "cache"))
        if expected not in said:
            sys.exit(f"the installed program says nothing of {expected} to: {' '.join(words)}")


def check_installed(packages, folder):
    tree = Tree(os.path.join(folder, "root"))
    tree.dpkg("--install", *packages.values())
    check_use(tree.root, folder)
    changed = tree.dpkg("--verify", *packages)
    if changed:
        sys.exit(f"the use of it changed what was installed:\n{changed}")
    tree.dpkg("--remove", *packages)
    if tree.left() or tree.knows_backops():
        sys.exit(f"left behind: {tree.left()}")


def main():
    missing = [tool for tool in ("cpack", "dpkg", "dpkg-deb", "dpkg-shlibdeps", "fakeroot") if not shutil.which(tool)]
    if missing:
        print("skipped, these programs are missing:", *missing)
        return SKIP
    asked = shutil.which("lintian") is not None
    with tempfile.TemporaryDirectory() as folder, concurrent.futures.ThreadPoolExecutor() as both:
        packages = made(folder)
        if sorted(packages) != sorted(PRESENT):
            sys.exit(f"packages: {sorted(packages)}")
        # Most of the time is lintian's, which reads every symbol of the library: it goes on while the packages are tried.
        said = both.map(said_by_lintian, packages.values() if asked else [])
        count = sum(check_files(name, package) for name, package in packages.items())
        check_installed(packages, folder)
        found = "".join(said)
    if found:
        sys.exit(found)
    print(f"{len(packages)} packages, {count} files" + ("" if asked else "; lintian is not here, its part is skipped"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
