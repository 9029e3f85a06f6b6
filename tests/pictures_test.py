"""Compares README's picture of the grid with what examples/pictures/draw draws of what the command prints now."""
import os
import subprocess
import sys
import tempfile

from running import SOURCE, environment, program


def main():
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, os.path.join(SOURCE, "examples", "pictures", "draw"), program(), folder, "grid.svg"], check=True,
                       env=environment(), timeout=60)
        pictures = []
        for path in (os.path.join(SOURCE, "examples", "pictures", "grid.svg"), os.path.join(folder, "grid.svg")):
            with open(path, encoding="utf-8") as file:
                pictures.append(file.read())
    if pictures[0] == pictures[1]:
        print("the picture of the grid is what is printed")
        return 0
    print("examples/pictures/grid.svg is not what is printed now; examples/pictures/draw draws it")
    return 1


if __name__ == "__main__":
    sys.exit(main())
