"""The greeting: makes sure of an environment, then hands over to factbound.

On the first run it makes .venv from the locked requirements, with whatever Python 3.11 or later it was started with,
and runs itself in it; later runs start straight away. `--no-bootstrap` uses the Python at hand.
"""

import signal

if __name__ == "__main__" and signal.getsignal(signal.SIGINT) is signal.default_int_handler:
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # while the rest is loaded, Ctrl-C ends this at once, without a word

import gc
import hashlib
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
OLDEST = (3, 11)
EXTRAS = {"archive": "archive", "check-links": "archive", "test": "test"}
"""Commands that need more than a build, and the locked requirements that have it."""


def main(arguments: list[str]) -> int:
    """Run a command in an environment that holds what it needs; the command's exit code."""
    if sys.version_info < OLDEST:
        print(f"Python {OLDEST[0]}.{OLDEST[1]} or later is needed; this is {sys.version.split()[0]}", file=sys.stderr)
        return 2
    locks = [
        "requirements/tools.txt",
        "requirements/build.txt",
        *(f"requirements/{lock}.txt" for name, lock in EXTRAS.items() if name == _command(arguments)),
    ]
    if "--no-bootstrap" not in arguments and not _at_home(locks):
        try:
            _bootstrap(locks)
        except (OSError, subprocess.CalledProcessError) as error:
            print(f"the environment could not be made: {error}", file=sys.stderr)
            print(
                "    hint: a network and Python's venv module are needed once (Debian: apt install python3-venv)",
                file=sys.stderr,
            )
            return 2
        sys.stdout.flush()
        command = [str(PYTHON), str(ROOT / "build.py"), "--no-bootstrap", *arguments]
        if os.name == "nt":  # whose exec takes arguments with blanks apart, and does not wait
            return subprocess.run(command, check=False).returncode
        os.execv(PYTHON, command)
    sys.path.insert(0, str(ROOT))
    gc.disable()  # loading the program leaves no garbage to look for
    from factbound.commands.cli import main as run  # once the environment is there

    code = run(arguments)
    if _command(arguments) != "test":  # whose libraries tell what is left of theirs
        gc.freeze()  # or Python, at its end, looks for garbage among all that a build holds
    return code


def _command(arguments: list[str]) -> str | None:
    """The command that is called: the first word that is no option, nor the folder of --project."""
    words = [word for before, word in zip(["", *arguments], arguments, strict=False) if before != "--project"]
    return next((word for word in words if not word.startswith("-")), None)


def _at_home(locks: list[str]) -> bool:
    """Whether this Python is the environment's own, made from these locks."""
    return Path(sys.prefix).resolve() == VENV.resolve() and all(_marker(lock).exists() for lock in locks)


def _marker(lock: str) -> Path:
    """A file that says: this lock, as it stands now, is installed."""
    digest = hashlib.sha256((ROOT / lock).read_bytes() + (ROOT / "pyproject.toml").read_bytes()).hexdigest()[:16]
    return VENV / f".{Path(lock).stem}-{digest}"


def _bootstrap(locks: list[str]) -> None:
    """Make the environment, or bring it up to its locks; a marker is written only after each step has succeeded."""
    missing = [lock for lock in locks if not _marker(lock).exists()]
    if not missing and PYTHON.exists():
        return
    print("first run: making .venv from the locked requirements, which takes a minute", file=sys.stderr)
    if not PYTHON.exists():
        subprocess.run([sys.executable, "-m", "venv", str(VENV)], check=True)
    pip = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    own = [
        "--no-build-isolation",
        "--use-pep517",
    ]  # what comes as source is built by the locked tools, which come first
    for lock in missing:
        subprocess.run([*pip, *own, "--require-hashes", "-r", str(ROOT / lock)], check=True)
        if lock == missing[-1]:
            subprocess.run([*pip, *own, "--no-deps", "-e", str(ROOT)], check=True)
    for lock in missing:
        _marker(lock).touch()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
