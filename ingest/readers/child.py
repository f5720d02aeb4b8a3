"""The child's side of `limits.read_in_child`: one file in, one JSON object out.

    python -m ingest.readers.child pdf gazette.pdf 3221225472  →  {"text": "…", "pages": [0, 812]}
"""

from __future__ import annotations

import json
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

from ingest.errors import BadInput
from ingest.readers.limits import Reader, damaged, empty, limit_memory

READERS = {
    "html": "ingest.readers.html:read_html",
    "docx": "ingest.readers.docx:read_docx",
    "pdf": "ingest.readers.pdf:read_pdf",
    "office": "ingest.readers.office:read_office",
    "image": "ingest.readers.ocr:read_image",
}


def answer(kind: str, path: Path) -> dict[str, Any]:
    """What the reader for `kind` says of `path`: text and pages, or the problem in both languages."""
    module, _, function = READERS[kind].partition(":")
    reader: Reader = getattr(import_module(module), function)
    try:
        try:
            source = reader(path)
        except BadInput:
            raise
        except MemoryError as error:
            raise BadInput(
                str(path),
                "读这个文件所需内存超过限额，请拆分文件",
                "needs more memory than a file may use: split it",
            ) from error
        except Exception as error:
            raise damaged(path) from error
        if not source.text.strip():
            raise empty(path)
    except BadInput as problem:
        prefix = f"{problem.path}："
        return {
            "zh": problem.zh.removeprefix(prefix),
            "en": problem.en.removeprefix(f"{problem.path}: "),
        }
    return {"text": source.text, "pages": source.pages}


def main() -> None:
    """Reads the file named by the arguments; what libraries print must not get into the answer."""
    kind, path, memory = sys.argv[1:]
    out, sys.stdout = sys.stdout, sys.stderr
    limit_memory(int(memory))
    json.dump(answer(kind, Path(path)), out)
    out.flush()


if __name__ == "__main__":
    main()
