"""The package: a wheel holds everything that a site needs, and works where nothing else of this repository is."""

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from places import ROOT

PIP = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet"]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """factbound, built from a copy of its sources and installed into a folder of its own."""
    folder = tmp_path_factory.mktemp("wheel")
    source = folder / "source"
    source.mkdir()
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copyfile(ROOT / name, source / name)
    shutil.copytree(ROOT / "factbound", source / "factbound", ignore=shutil.ignore_patterns("__pycache__"))
    subprocess.run(
        [*PIP, "wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", str(folder), str(source)], check=True
    )
    (wheel,) = folder.glob("factbound-*.whl")
    subprocess.run(
        [*PIP, "install", "--no-deps", "--no-index", "--target", str(folder / "lib"), str(wheel)], check=True
    )
    shutil.rmtree(source)
    return folder / "lib"


def test_the_wheel_holds_every_file_of_the_package(installed: Path) -> None:
    (wheel,) = installed.parent.glob("factbound-*.whl")
    with zipfile.ZipFile(wheel) as archive:
        packed = {name for name in archive.namelist() if name.startswith("factbound/")}
    files = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "factbound").rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    }
    assert packed == files


@pytest.mark.parametrize("example", ["mkdocs", "readthedocs", "material"])
def test_an_example_is_built_by_the_installed_package_alone(installed: Path, example: str, tmp_path: Path) -> None:
    site = tmp_path / example
    shutil.copytree(ROOT / "examples" / example, site, ignore=shutil.ignore_patterns(".cache", "site"))
    environment = {
        **os.environ,
        "PYTHONPATH": str(installed),
        "PYTHONWARNINGS": "ignore",
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    where = [sys.executable, "-c", "import factbound; print(factbound.__file__)"]
    told = subprocess.run(where, cwd=site, env=environment, capture_output=True, text=True, check=True)
    assert Path(told.stdout.strip()).is_relative_to(installed)
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"],
        cwd=site,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert list((site / "site").glob("*/factbound.css"))
    checked = subprocess.run(
        [sys.executable, "-m", "factbound", "check"],
        cwd=site,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert checked.returncode == 0, checked.stderr
    assert checked.stdout.endswith(", 0 problems\n")
