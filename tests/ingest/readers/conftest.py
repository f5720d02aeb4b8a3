"""The programs that make the readers' test files."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from ingest.readers.office import find_soffice
from tests.ingest.readers.renderings import CHROMIUM


@pytest.fixture(scope="session")
def chromium() -> str:
    """Chromium's program; skips the test without one."""
    found = next(filter(None, map(shutil.which, CHROMIUM)), None)
    if found is None:
        pytest.skip("no browser: Chromium prints the PDFs of this test")
    return found


@pytest.fixture(scope="session")
def soffice() -> str:
    """LibreOffice's program; skips the test without one."""
    found = find_soffice()
    if found is None:
        pytest.skip("no LibreOffice: it makes and reads the files of this test")
    return found


@pytest.fixture(scope="session")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for the rendered files of this test process."""
    return tmp_path_factory.mktemp("renderings")
