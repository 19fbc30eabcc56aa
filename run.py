"""Everything one can do with a fresh checkout, with nothing but Python 3.11 or newer.

    python run.py                 install what is missing, start Klantbeeld and open it in the browser
    python run.py test            install what is missing and check everything: style, types, layers, words, every test
    python run.py test --fast     the part that takes less than a minute
    python run.py words           gather and compile the translations

`python run.py --port 8600 --no-browser` starts it on another port, without opening a browser.
"""

import argparse
import contextlib
import glob
import hashlib
import json
import os
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
VENV = os.path.join(HERE, ".venv")
INSIDE = os.path.join(VENV, "Scripts", "python.exe") if os.name == "nt" else os.path.join(VENV, "bin", "python")
INSTALLED = os.path.join(VENV, "installed.json")
APP, DEV = "requirements.lock", "requirements-dev.lock"
OLDEST = (3, 11)
NEWEST = 14  # the last minor version the libraries are made for

CHROMIUM = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "msedge",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    os.path.expandvars(r"%LOCALAPPDATA%\Google\Chrome\Application\chrome.exe"),
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    r"C:\Program Files\Microsoft\Edge\Application\msedge.exe",
]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("task", nargs="?", default="app", choices=["app", "test", "words"])
    parser.add_argument("--fast", action="store_true", help="with test: the part that takes less than a minute")
    parser.add_argument("--port", type=int, help="with app: the port to use")
    parser.add_argument("--no-browser", action="store_true", help="with app: do not open a browser")
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # a console of an older Windows cannot write every letter
    chosen = parser.parse_args()
    os.chdir(HERE)
    fitting_python()
    if chosen.task == "app":
        sys.exit(app(chosen))
    if chosen.task == "words":
        install(DEV)
        sys.exit(python("-m", "segmentation.language.catalogue"))
    sys.exit(test(chosen.fast))


def fitting_python():
    """Go on with another Python when this one does not fit and there is one that does."""
    if OLDEST <= sys.version_info[:2] <= (3, NEWEST) and sys.maxsize > 2**32:
        return
    check = f"import sys; sys.exit(not ({OLDEST} <= sys.version_info[:2] <= (3, {NEWEST}) and sys.maxsize > 2**32))"
    for minor in range(NEWEST, OLDEST[1] - 1, -1):
        for other in ([f"python3.{minor}"], ["py", f"-3.{minor}"]):  # the second is how Windows names them
            if shutil.which(other[0]) and quietly(*other, "-c", check) == 0:
                sys.exit(subprocess.call([*other, *sys.argv]))
    bits = "" if sys.maxsize > 2**32 else ", for 32 bits"
    stop(
        f"Klantbeeld needs Python 3.11 to 3.{NEWEST} for 64 bits; this is {sys.version.split()[0]}{bits}.",
        "Install one from python.org and try again.",
    )


def app(chosen):
    install(APP)
    command = ["-m", "segmentation.cli", "serve"]
    if chosen.port:
        command += ["--port", str(chosen.port)]
    if chosen.no_browser:
        command += ["--no-browser"]
    with contextlib.suppress(KeyboardInterrupt):
        return python(*command)
    return 0


# what must be installed


def install(lock):
    """Make .venv hold what the lock says; nothing happens when it does already."""
    known = installed()
    if known.get(lock) == digest(lock) and known.get("python") == interpreter():
        return
    if not os.access(HERE, os.W_OK):
        stop("Nothing can be written in this folder: " + HERE, "Put Klantbeeld in a folder of your own and start it there.")
    if not usable(INSIDE):
        say("Making a place for the libraries (.venv)")
        shutil.rmtree(VENV, ignore_errors=True)
        if subprocess.call([sys.executable, "-m", "venv", VENV]):
            stop("Python cannot make a virtual environment.", "On Debian and Ubuntu: apt-get install python3-venv")
    say("Installing the libraries: a few minutes, once")
    with contextlib.suppress(OSError):
        os.remove(INSTALLED)  # whoever is interrupted from here on begins here again
    if not again_and_again(lambda: python("-m", "pip", "install", "-qq", "--disable-pip-version-check", "--require-hashes", "-r", lock)):
        stop(
            "The libraries could not be installed; the reason stands above.",
            "Check the internet connection (behind a proxy: set HTTPS_PROXY) and the space on the disk, then try again: it goes on where it stopped.",
        )
    say("Preparing the calculations: a minute, once")
    python("-m", "compileall", "-qq", "-j", "0", VENV, "segmentation")  # pip leaves this out where PYTHONDONTWRITEBYTECODE is set; every start pays for it
    if python("-m", "segmentation.jobs.worker", "--warm-up"):
        stop("The libraries are there, but the calculations do not start.", "Remove the folder .venv and try again.")
    locks = {APP, lock}  # the development lock holds everything the app's lock holds
    with open(INSTALLED, "w") as file:
        json.dump({"python": interpreter(), **{name: digest(name) for name in sorted(locks)}}, file)


def interpreter():
    """Which Python .venv really runs; another one after an upgrade of the computer, and None when it is gone."""
    return os.path.realpath(INSIDE) if os.path.exists(INSIDE) else None


def again_and_again(work, pause=10):
    """Whether something that needs the network worked, the third time at the latest."""
    for attempt in range(3):
        if attempt:
            say(f"That did not work; trying again in {pause} seconds")
            time.sleep(pause)
        if work() == 0:
            return True
    return False


def installed():
    try:
        with open(INSTALLED) as file:
            return json.load(file)
    except (OSError, ValueError):
        return {}


def digest(lock):
    with open(lock, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


def usable(program):
    """Whether this Python is there, new enough, and can install: a folder that was half made is made again."""
    check = "import sys, pip; sys.exit(sys.version_info < (3, 11))"
    return os.path.exists(program) and quietly(program, "-c", check) == 0


def find_chromium():
    """A Chromium for the tests; installed where that can be done without asking."""
    for _attempt in range(2):
        for name in CHROMIUM:
            found = shutil.which(name) or (name if os.path.isfile(name) else None)
            if found:
                return found
        if not debian_install("chromium"):
            break
    say("Getting a Chromium for the tests")
    if python("-m", "playwright", "install", "chromium"):
        stop("The tests need Chromium or Google Chrome.", "Install one of them. On Debian: apt-get install chromium")
    return ""  # the one that playwright keeps for itself


def find_postgres():
    """The folder with PostgreSQL's programs, or None."""
    for _attempt in range(2):
        folders = sorted(glob.glob("/usr/lib/postgresql/*/bin"), key=lambda path: int(path.split("/")[4]))
        on_path = shutil.which("initdb")
        folders += [os.path.dirname(on_path)] if on_path else []
        for folder in reversed(folders):
            if os.path.exists(os.path.join(folder, "initdb")) and os.path.exists(os.path.join(folder, "pg_ctl")):
                return folder
        if not debian_install("postgresql"):
            break
    return None


def debian_install(package):
    """True when this is Debian or a child of it, we may install, and it worked."""
    if not shutil.which("apt-get") or getattr(os, "geteuid", lambda: 1)() != 0:
        return False
    say(f"Installing {package} for the tests")
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    patient = ["-qq", "-o", "DPkg::Lock::Timeout=300", "-o", "Acquire::Retries=3"]  # a computer that has just been started often updates itself
    again_and_again(lambda: subprocess.call(["apt-get", "update", *patient], env=quiet))
    return again_and_again(lambda: subprocess.call(["apt-get", "install", "-y", "--no-install-recommends", *patient, package], env=quiet))


# the checks


def test(fast):
    install(DEV)
    started = time.time()
    failed = []
    types = subprocess.Popen([INSIDE, "-m", "mypy"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    check(failed, "style", "-m", "ruff", "check", ".")
    check(failed, "layers", "-c", "from importlinter.cli import lint_imports_command; lint_imports_command()")
    if fast:
        check(failed, "tests", "-m", "pytest", "-n", "2", "-m", "not slow and not browser")
    else:
        surroundings = {"KLANTBEELD_TEST_CHROMIUM": find_chromium()}
        with postgres() as address:
            if address:
                surroundings["KLANTBEELD_TEST_DATABASE_URL"] = address
            check(failed, "tests", "-m", "pytest", "-n", "2", "--dist", "worksteal", "--durations", "25", "-m", "not browser", **surroundings)
            check(failed, "tests in the browser", "-m", "pytest", "-n", "2", "--dist", "worksteal", "--durations", "10", "-m", "browser", **surroundings)
    said = types.communicate()[0].decode("utf-8", "replace")
    if types.returncode:
        print(said)
        failed.append("types")
    verdict = "Failed: " + ", ".join(failed) if failed else "Everything is in order"
    say(f"{verdict}, after {time.time() - started:.0f} seconds")
    return 1 if failed else 0


def check(failed, name, *command, **surroundings):
    say("Checking " + name)
    if python(*command, **surroundings):
        failed.append(name)


@contextlib.contextmanager
def postgres():
    """The address of a PostgreSQL that exists for these tests only, or None where there is none to be had."""
    programs = find_postgres()
    if programs is None:
        say("PostgreSQL is not installed here: its tests are left out")
        yield None
        return
    folder = tempfile.mkdtemp(prefix="klantbeeld-postgres-")
    who = {}
    if getattr(os, "geteuid", lambda: 1)() == 0:  # PostgreSQL refuses to run as root
        import pwd

        names = {entry.pw_name for entry in pwd.getpwall()}
        who = {"user": "postgres" if "postgres" in names else "nobody"}
        shutil.chown(folder, who["user"])
    password, data = secrets.token_hex(16), os.path.join(folder, "data")
    note = os.path.join(folder, "password")
    with open(note, "w") as file:
        file.write(password)
    if who:
        shutil.chown(note, who["user"])

    def run(*command):
        with open(os.path.join(folder, "said.txt"), "ab") as said:
            return subprocess.call(command, cwd=folder, stdout=said, stderr=said, stdin=subprocess.DEVNULL, **who)

    port = free_port()
    settings = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off -c max_connections=150"
    control = os.path.join(programs, "pg_ctl")
    try:
        access = ["-U", "klantbeeld", "-A", "scram-sha-256", "--pwfile", note]
        run(os.path.join(programs, "initdb"), "-D", data, "-E", "UTF8", *access)
        if run(control, "-D", data, "-w", "-o", settings, "start"):
            with open(os.path.join(folder, "said.txt"), errors="replace") as said:
                print(said.read())
            stop("PostgreSQL does not start.", "Its own words stand above.")
        yield f"postgresql://klantbeeld:{password}@127.0.0.1:{port}/postgres"
    finally:
        run(control, "-D", data, "-m", "immediate", "stop")
        shutil.rmtree(folder, ignore_errors=True)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


# small things


def python(*command, **surroundings):
    """Run the Python of .venv here; what it compiles it may keep, so that the next start is quicker."""
    return subprocess.call([INSIDE, *command], env={**os.environ, "PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "", **surroundings})


def quietly(*command):
    """Run something to see whether it works."""
    try:
        return subprocess.call(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    except OSError:
        return 1


def say(text):
    print("· " + text, flush=True)


def stop(what, hint):
    sys.exit(what + " " + hint)


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        stop("Stopped.", "The same command goes on where it was.")
