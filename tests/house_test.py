"""Holds the source to the rules of CONTRIBUTING.md: rooms, third-party headers, a silent library, sizes, every test run."""
import glob
import os
import re
import subprocess
import sys

from running import HERE, SOURCE

# Lowest first: a room includes only rooms before it.
ROOMS = ["text", "time", "model", "files", "yaml", "event", "schedule", "edits", "check", "sheet", "render", "exchange"]
# The room, or the file, that alone includes a third-party header.
OWNERS = {"yaml-cpp/": "lib/yaml/", "date/": "lib/time/", "utf8proc.h": "lib/text/", "nlohmann/": "lib/render/",
          "csv.h": "lib/exchange/", "libical/": "lib/exchange/",
          "CLI/": "cmd/command_line.cc"}
# What a silent library does not touch: output, environment, clock, current directory, terminal.
NOISE = re.compile(r"\b(std::cout|std::cerr|std::clog|printf|puts|fputs|getenv|system_clock|steady_clock|time\(nullptr\)|current_path|getcwd|chdir|isatty|ioctl)\b")
# What a build may parse once for all files, and names that need it: there, a file that forgets to include it compiles all the same.
PRECOMPILED = {"algorithm": r"std::(ranges::)?(sort|stable_sort|find|find_if|any_of|all_of|none_of|min|max|min_element|max_element|count_if|copy|transform"
                            r"|unique|lower_bound|upper_bound|clamp|reverse|remove_if|equal|rotate|adjacent_find|mismatch|equal_range)",
               "array": "std::array", "functional": "std::function", "map": "std::(multi)?map",
               "memory": "std::(unique_ptr|shared_ptr|weak_ptr|make_unique|make_shared)", "optional": "std::(optional|nullopt)",
               "set": "std::(multi)?set", "span": "std::span", "string": "std::(string|to_string)", "string_view": "std::string_view",
               "vector": "std::vector", "fmt/format.h": "fmt::",
               # All of the others bring it.
               "utility": "(?!)"}
LONGEST_FILE, LONGEST_FUNCTION, MEDIAN_FILE = 600, 60, 150

complaints = []


def complain(path, line, words):
    complaints.append(f"{path}:{line}: {words}")


def sources(*folders):
    for folder in folders:
        for path in sorted(glob.glob(os.path.join(SOURCE, folder, "**", "*"), recursive=True)):
            if path.endswith((".cc", ".h")):
                with open(path, encoding="utf-8") as file:
                    yield os.path.relpath(path, SOURCE), file.read().splitlines()


def room_of(path):
    parts = path.split("/")
    return parts[1] if parts[0] == "lib" and len(parts) > 2 else None


def check_includes():
    for path, lines in sources("lib", "cmd"):
        for number, line in enumerate(lines, 1):
            found = re.match(r'#include ([<"])([^>"]+)', line)
            if not found:
                continue
            kind, header = found.groups()
            if kind == '"' and room_of(path):
                there = header.split("/")[0]
                if there not in ROOMS:
                    complain(path, number, f"lib includes {header}")
                elif ROOMS.index(there) > ROOMS.index(room_of(path)):
                    complain(path, number, f"{room_of(path)} stands before {there}")
            for prefix, owner in OWNERS.items():
                if kind == "<" and header.startswith(prefix) and not path.startswith(owner):
                    complain(path, number, f"{header} belongs to {owner} alone")


def check_forgotten_includes():
    files = {path: "\n".join(lines) for path, lines in sources("lib", "cmd")}
    included = {path: re.findall(r'^#include ["<]([^">]+)', text, re.M) for path, text in files.items()}

    def reached(path, seen):
        for header in included.get(path, ()):
            if header not in seen:
                seen.add(header)
                reached("lib/" + header if "lib/" + header in files else header, seen)
        return seen

    with open(os.path.join(SOURCE, "CMakeLists.txt"), encoding="utf-8") as file:
        recipe = re.search(r"target_precompile_headers\(([^)]*)", file.read())[1]
    for header in set(re.findall("<([^>]+)>", recipe)) ^ set(PRECOMPILED):
        complain("CMakeLists.txt", 1, f"<{header}> is precompiled, or named here, alone")
    for path, text in files.items():
        code = re.sub(r'//.*|"(\\.|[^"\\\n])*"', "", text)
        for header, names in PRECOMPILED.items():
            found = re.search(rf"\b({names})\b", code)
            if found and header not in reached(path, set()):
                complain(path, code.count("\n", 0, found.start()) + 1, f"{found[0]} without <{header}>")


def check_silence():
    for path, lines in sources("lib"):
        for number, line in enumerate(lines, 1):
            if NOISE.search(line.split("//")[0]):
                complain(path, number, "the library is silent: " + line.strip())


def check_sizes():
    sizes = []
    for path, lines in sources("lib", "cmd"):
        sizes.append(len(lines))
        if len(lines) > LONGEST_FILE:
            complain(path, 1, f"{len(lines)} lines: split it")
        opened = None
        for number, line in enumerate(lines, 1):
            indent = len(line) - len(line.lstrip())
            text = line.strip()
            if opened is None and indent <= 4 and text.endswith("{") and ")" in text and not re.match(r"(namespace|class|struct|enum|if|for|while|switch|\}|else|constexpr)", text):
                opened = (number, indent)
            elif opened and text.startswith("}") and indent == opened[1]:
                if number - opened[0] > LONGEST_FUNCTION:
                    complain(path, opened[0], f"a function of {number - opened[0]} lines")
                opened = None
    if sorted(sizes)[len(sizes) // 2] > MEDIAN_FILE:
        complain("lib", 0, f"the median file has {sorted(sizes)[len(sizes) // 2]} lines")


def check_words():
    """Names that say nothing, and marks of unfinished work."""
    empty = {"util", "utils", "helper", "helpers", "misc", "common", "manager", "handler", "base", "impl", "info", "data"}
    for path, lines in sources("lib", "cmd"):
        stem = os.path.splitext(os.path.basename(path))[0]
        if empty & set(stem.split("_")):
            complain(path, 1, "the name says nothing")
        for number, line in enumerate(lines, 1):
            if re.search(r"\b(TODO|FIXME|XXX|HACK)\b", line):
                complain(path, number, line.strip())


def check_tests_run():
    """Every test file in the tree is run: C++ by its room's folder, programs by their name, transcripts and messages by their runners."""
    with open(os.path.join(HERE, "CMakeLists.txt"), encoding="utf-8") as file:
        recipe = file.read()
    for needed in ("${room}/*.cc", "*_test.py"):
        if needed not in recipe:
            complain("tests/CMakeLists.txt", 1, f"does not collect {needed}")
    known = {
        "extremes.py", "running.py", "oracle.py", "commands.py", "filled.py", "trial_event.py", "days_judge.py", "random_days.py",
        "calendar_file.py",
    }
    for path in glob.glob(os.path.join(HERE, "*.py")):
        name = os.path.basename(path)
        if not name.endswith("_test.py") and name not in known:
            complain("tests/" + name, 1, "is neither run nor known")
    for path in glob.glob(os.path.join(HERE, "cli", "*")):
        if not path.endswith(".t"):
            complain(os.path.relpath(path, SOURCE), 1, "is no transcript")
    for path in glob.glob(os.path.join(HERE, "errors", "*")):
        if os.path.isdir(path) and not os.path.exists(os.path.join(path, "expected")):
            complain(os.path.relpath(path, SOURCE), 1, "expects nothing")


def check_machine_paths():
    listed = subprocess.run(["git", "ls-files"], cwd=SOURCE, capture_output=True, text=True)
    for path in listed.stdout.splitlines():
        full = os.path.join(SOURCE, path)
        if path == "tests/house_test.py" or not os.path.isfile(full):
            continue
        with open(full, "rb") as file:
            text = file.read()
        if re.search(rb"(?<![\w.$])/(work|root|farm)/", text):
            complain(path, 1, "holds a path of one machine")


def main():
    for check in (check_includes, check_forgotten_includes, check_silence, check_sizes, check_words, check_tests_run, check_machine_paths):
        check()
    print("\n".join(complaints) or "the house is in order")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
