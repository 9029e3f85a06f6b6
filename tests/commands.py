"""The one list of all verbs of the program, and of what each lets out."""
import re

from running import backops

# Every verb of the program. SHOWN_TO: what is printed depends on an audience, and REPORTS runs it. FILES: it prints what is in the files, for
# who may read them, so it takes no audience and no view that has one. SAYS: it prints no more than what it has done, or help.
SHOWN_TO, FILES, SAYS = "shown to", "files", "says"
COMMANDS = {
    "schedule": SHOWN_TO, "schedule now": SHOWN_TO, "schedule next": SHOWN_TO, "schedule at": SHOWN_TO,
    "schedule free": FILES, "schedule conflicts": FILES,
    "sheet call": SHOWN_TO, "sheet day": SHOWN_TO, "sheet run": SHOWN_TO,
    "export ics": SHOWN_TO, "export csv": SHOWN_TO, "export json": SHOWN_TO,
    "find": FILES, "check": FILES, "crew missing": FILES, "activity segment list": FILES,
    "event show": FILES, "event list": FILES, "event new": SAYS, "event edit": SAYS,
    **{f"{noun} {verb}": FILES for noun in ("area", "collab", "crew", "activity", "timeframe", "view") for verb in ("list", "show")},
    **{f"{noun} {verb}": SAYS for noun in ("area", "collab", "crew", "activity", "timeframe", "view") for verb in ("add", "edit", "rename", "rm")},
    **{f"activity {verb}": SAYS for verb in ("copy", "shift", "skip", "unskip", "segment add", "segment edit", "segment rm")},
    "import csv": SAYS, "import ics": SAYS,
    **{f"completion {shell}": SAYS for shell in ("bash", "zsh", "fish", "words")},
}


def verbs_of_the_program(directory):
    """What its own help lists, each verb with its help."""
    def lines(text):
        return re.findall(r"^  ([a-z][a-z ]*?)(?:  | *$)", text, re.M)

    def help_of(*words):
        return backops(*words, "--help", cwd=directory).stdout.decode()
    found = {}
    for noun in lines(help_of()):
        text = help_of(noun)
        own = not text.startswith(f"usage: backops {noun} VERB")
        if own:
            found[noun] = text
        listed = text.rsplit("\n\n", 2)[-2] if own else text
        for verb in lines(listed):
            if verb != noun:
                found[f"{noun} {verb}"] = help_of(noun, *verb.split())
    return found
