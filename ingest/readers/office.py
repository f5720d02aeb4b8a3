"""Old Word, OpenDocument and RTF files: LibreOffice makes a DOCX of them, and that is read.

    公报.doc  →  soffice --convert-to docx  →  read_docx
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from ingest.errors import BadInput
from ingest.readers.docx import read_docx
from ingest.readers.limits import ROOMY, damaged
from ingest.source import Source

_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
)


def find_soffice() -> str | None:
    """LibreOffice's program, None where it is not installed."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    return found or next((place for place in _PLACES if Path(place).exists()), None)


def read_office(path: Path) -> Source:
    """The document's text, as `read_docx` gives it. Raises BadInput without LibreOffice or when it fails."""
    if find_soffice() is None:
        raise BadInput(
            str(path),
            f"读 {path.suffix} 要用 LibreOffice：请安装它，或把文件另存为 DOCX",
            f"{path.suffix} files need LibreOffice: install it, or save the file as DOCX",
        )
    with tempfile.TemporaryDirectory(prefix="gongbao-") as folder:
        source = read_docx(convert(path, "docx", Path(folder)))
    return Source(path.name, source.text)


def convert(path: Path, kind: str, folder: Path) -> Path:
    """`path` as a file of another `kind` (docx, pdf, odt, …) in `folder`.

    A profile of its own lets several run at once and keeps the user's macros and extensions out.
    """
    soffice = find_soffice()
    assert soffice is not None
    target = folder / f"{path.stem}.{kind}"
    command = [
        soffice,
        f"-env:UserInstallation={(folder / 'profile').resolve().as_uri()}",
        "--headless",
        "--norestore",
        "--nolockcheck",
        "--convert-to",
        kind,
        "--outdir",
        str(folder),
        str(path.resolve()),
    ]
    subprocess.run(
        command,
        check=False,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        timeout=ROOMY.seconds,
    )
    if not target.exists():
        raise damaged(path)
    return target
