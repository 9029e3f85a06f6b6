"""Runs the built command as a test wants it: nothing of the machine's settings reaches it but what is fixed here."""
import atexit
import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from concurrent.futures import ThreadPoolExecutor

HERE = os.path.dirname(os.path.abspath(__file__))
SOURCE = os.path.dirname(HERE)
SKIP = 77
# Where the commands of one test program keep what they have read; nothing of it is there at first.
CACHE = tempfile.mkdtemp(prefix="backops-test-")
atexit.register(shutil.rmtree, CACHE, ignore_errors=True)


def environment(**more):
    kept = {key: os.environ[key] for key in ("ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS") if key in os.environ}
    return {**kept, "PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": "/nonexistent", "XDG_CACHE_HOME": CACHE, "XDG_STATE_HOME": CACHE,
            "COLUMNS": "100", "TZ": "Europe/Berlin", "LC_ALL": "C.UTF-8", **more}


def program():
    """The command under test: the first argument of every test program."""
    return os.path.abspath(sys.argv[1])


def is_sanitized():
    """Whether the program is built to watch itself: it then takes many times as long."""
    with open(program(), "rb") as file:
        return b"__asan_init" in file.read()


def backops(*words, cwd, stdin=b"", now="2026-03-27T12:00", **more):
    """A finished process with bytes in stdout and stderr. The clock stands two days before a clock change."""
    if isinstance(stdin, str):
        stdin = stdin.encode()
    arguments = [program(), *([] if now is None else ["--now", now]), *words]
    return subprocess.run(arguments, cwd=cwd, input=stdin, capture_output=True, env=environment(**more), timeout=300)


def checked(*command, cwd, **variables):
    """What another program says on standard output; it must succeed."""
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, env=environment(**variables), timeout=300)
    if done.returncode != 0:
        sys.exit(f"{' '.join(command)}: exit status {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


def measured(*words, cwd, most_seconds):
    """(status, stdout, stderr, seconds of processor time, megabytes) of a command that is stopped when it goes on too long."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as error:
        process = subprocess.Popen([program(), "--now", "2026-03-27T12:00", *words], cwd=cwd, env=environment(), stdin=subprocess.DEVNULL,
                                   stdout=out, stderr=error)
        alarm = threading.Timer(most_seconds, process.kill)
        alarm.start()
        _, status, used = os.wait4(process.pid, 0)
        alarm.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        error.seek(0)
        return process.returncode, out.read(), error.read(), used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def in_all(work, make):
    """{one: what is made of it} for each tuple of the work, on all cores."""
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        return dict(zip(work, pool.map(lambda one: make(*one), work)))


def need_modules(*names):
    """Goes on with Debian's Python where CMake found another that lacks its packages; without any, the test is left out."""
    missing = [name for name in names if importlib.util.find_spec(name) is None]
    if not missing:
        return
    if sys.executable != "/usr/bin/python3" and os.path.exists("/usr/bin/python3"):
        os.execv("/usr/bin/python3", ["/usr/bin/python3", *sys.argv])
    print("skipped, these Python modules are missing:", *missing)
    sys.exit(SKIP)


def shared_data():
    """Real and hostile data that is no part of the project; None where it is not at hand."""
    path = os.path.join(SOURCE, "..", "shared", "data")
    return path if os.path.isdir(path) else None
