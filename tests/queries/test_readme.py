"""The README's tables are level with the code; both languages show the same commands."""

from __future__ import annotations

import re
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]
PAGES = [*sorted(ROOT.glob("docs/*.md")), *sorted(ROOT.glob("README*.md"))]


@pytest.fixture(scope="module")
def tables() -> ModuleType:
    spec = spec_from_file_location("tables", ROOT / "docs" / "tables.py")
    assert spec and spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(("lang", "name"), [("en", "README.md"), ("zh", "README.zh.md")])
def test_the_tables_are_level_with_the_code(tables: ModuleType, lang: str, name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert tables.filled(text, lang) == text, "run `make docs`"


def test_both_languages_show_the_same_commands() -> None:
    first, second = (
        re.findall(r"^    (?:gongbao|make) \S+", (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE)
        for name in ("README.md", "README.zh.md")
    )
    assert first == second


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target


def test_commands_of_the_docs_exist() -> None:
    from commands.main import COMMANDS
    from queries.catalogue import load

    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        assert set(re.findall(r"^    gongbao (\w+)", text, re.MULTILINE)) <= COMMANDS.keys()
        assert set(re.findall(r"gongbao query ([a-z][a-z-]+)", text)) <= load().keys()
