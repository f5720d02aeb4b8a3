"""Chinese or English: which of the two a visitor reads, and the words of the ontology in it."""

from __future__ import annotations

import os
from functools import cache
from typing import Any

import streamlit as st

from graph.schema import EdgeType, NodeType, schema
from queries import catalogue

LANGUAGES = {"zh": "中文", "en": "English"}


def language() -> str:
    """`zh` or `en`: the address's `lang`, else what was chosen before in this session, else the browser's
    own."""
    asked = st.query_params.get("lang") or st.session_state.get("language")
    if asked not in LANGUAGES:
        asked = "zh" if (st.context.locale or os.environ.get("GONGBAO_LANG") or "zh").lower().startswith("zh") else "en"
    if st.session_state.get("language") != asked:
        st.session_state["language"] = asked
    return str(asked)


def say(zh: str, en: str) -> str:
    """The one of the two that the visitor reads."""
    return zh if language() == "zh" else en


@cache
def _ontology() -> dict[str, tuple[str, str]]:
    """Label of every node type, edge type and `Type.property` of the schema, as (Chinese, English)."""
    labels: dict[str, tuple[str, str]] = {}
    kinds: dict[str, NodeType | EdgeType] = {**schema().nodes, **schema().edges}
    for name, kind in kinds.items():
        labels[name] = (kind.zh, kind.en)
        labels |= {f"{name}.{key}": (prop.zh, prop.en) for key, prop in kind.properties.items()}
    return labels


def term(name: str) -> str:
    """The ontology's own word for a type (`Group` → 议事协调机构 / Group), or for `Group.since`."""
    if name not in _ontology():
        return name.rpartition(".")[2]
    zh, en = _ontology()[name]
    return say(zh, en[:1].upper() + en[1:])


def many(number: int, zh: str, en: str, plural: str | None = None) -> str:
    """A number with its noun: 12 人 / 12 people."""
    return say(f"{number:,} {zh}", f"{number:,} {en if number == 1 else plural or en + 's'}")


def day(value: Any) -> str:
    """A date as it is shown: ISO, empty for none."""
    return "" if value is None else str(value)[:10]


def code(kind: str, value: str) -> str:
    """A coded value in words, `kind` naming its list in queries/words.yaml: adjusts → 调整. Others stay as they are."""
    found = catalogue.words()[kind].get(value)
    return found.say(language()) if found else value


def reason(words: str) -> str:
    """Why text was not understood; extractors say it as "Chinese · English"."""
    zh, _, en = words.partition(" · ")
    return say(zh, en or zh)


UNIT_KINDS = {
    "department": ("政府部门", "government department"),
    "party": ("党委机构", "party organ"),
    "government": ("人民政府", "government"),
    "township": ("乡镇、街道", "township or subdistrict"),
    "collective": ("集合名称", "collective name"),
    "enterprise": ("企业", "enterprise"),
    "institution": ("事业单位", "public institution"),
    "people": ("群团组织", "people's organisation"),
    "military": ("军事机关", "military"),
    "bank": ("银行", "bank"),
    "insurance": ("保险机构", "insurer"),
    "inner": ("内设机构", "inner office"),
    "group": ("议事机构", "group"),
    "court": ("人民法院", "court"),
    "procuratorate": ("人民检察院", "procuratorate"),
    "congress": ("人大", "people's congress"),
    "consultative": ("政协", "consultative conference"),
    "supervision": ("监察机关", "supervision commission"),
    "officials": ("领导集体", "body of officials"),
    "fire": ("消防救援", "fire and rescue"),
    "zone": ("开发区、园区", "development zone"),
    "hospital": ("医院", "hospital"),
    "school": ("学校", "school"),
    "unknown": ("未归类", "not classed"),
}


def unit_kind(code: str | None) -> str:
    """A unit's kind in words; a code without any stays as it is."""
    return say(*UNIT_KINDS.get(code or "", (code or "", code or "")))
