"""Add gazettes: hand files over, watch them read, see what was found and what was not understood, then
store."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from explorer import reading
from explorer.access import writing_page
from explorer.address import asked, place, put
from explorer.show import Column, Line, facts, failed, heading, literal, note, table, text, title
from explorer.theme import OPTIONS
from explorer.words import reason, say
from ingest.errors import Problem
from ingest.readers.choose import IMAGES, OFFICE, TEXTS, WEB

SUFFIXES = sorted(suffix.lstrip(".") for suffix in {*TEXTS, *WEB, *OFFICE, *IMAGES, ".docx", ".pdf", ".zip"})
FILES = 200
STAGES = {
    "read": ("读取文字", "reading its text"),
    "understand": ("找出事实", "finding facts"),
    "keep": ("保存原文", "keeping its text"),
    "resolve": ("归并同一人、同一机构…", "Telling who is who…"),
    "write": ("写入图…", "Writing the graph…"),
}
COUNTED = (
    ("document", "文件", "Documents"),
    ("membership", "成员", "Members"),
    ("task", "任务责任", "Tasks"),
    ("oversight", "分工", "Portfolios"),
    ("duty", "职责", "Duties"),
    ("permit", "执法", "Permits"),
    ("appointment", "任免", "Appointments"),
)


def page() -> None:
    """The page in its three states: nothing handed over, read, stored."""
    title(say("添加公报", "Add gazettes"))
    if not writing_page():
        return
    if done := st.session_state.pop("add-done", None):
        st.success(done)
        facts(
            "done",
            [
                (
                    say("接着", "Next"),
                    [
                        text(say("首页", "Start"), place("start")),
                        text(say("关系网", "Network"), place("network")),
                    ],
                )
            ],
        )
    note(
        say(
            "先读、再看、后存：读取只在本机进行，存入之前图不会改变。同名文件会替换先前读入的那一份。",
            "Read, look, then store: reading happens on this machine only, and the graph does not change"
            " before you store. "
            "A file replaces the one of the same name that was read before.",
        )
    )
    # Streamlit says its own words there, in English and with every suffix; ours stand in the label.
    choose = say("选择文件", "Choose files")
    button = '[data-testid="stFileUploaderDropzone"] [data-testid="stBaseButton-secondary"]'
    st.html(f'<style>{button}::after {{ content: "{choose}"; }}</style>')
    uploads = st.file_uploader(
        say(
            f"公报文件（TXT、Markdown、HTML、DOCX、PDF、ZIP 等；每个不超过 {OPTIONS['server.maxUploadSize']} MB）",
            f"Gazettes (TXT, Markdown, HTML, DOCX, PDF, ZIP and others; up to {OPTIONS['server.maxUploadSize']} MB each)",
        ),
        type=SUFFIXES,
        accept_multiple_files=True,
        key="add-files",
    )
    with st.container(horizontal=True):
        wanted = st.button(say("读取", "Read"), type="primary", disabled=not uploads, key="add-read")
        samples = st.button(say("改读示例公报", "Read the samples instead"), key="add-samples")
    if wanted and len(uploads) > FILES:
        note(
            say(
                f"一次最多 {FILES} 个文件；更多请用 gongbao build。",
                f"At most {FILES} files at a time; for more use gongbao build.",
            )
        )
    elif wanted:
        _read(lambda tell: reading.read_uploads(uploads, tell))
    if samples or asked("samples") == "1":
        import data

        put(samples=None)
        _read(lambda tell: reading.read_folder(Path(str(data.__file__)).parent / "samples", tell))
    batch = st.session_state.get("add-batch")
    if batch:
        _look(batch)


def _read(read: Callable[[reading.Tell], reading.Batch]) -> None:
    """Read with a bar that names file and stage."""
    bar, tell = progress()
    try:
        st.session_state["add-batch"] = read(tell)
    finally:
        bar.empty()


def progress() -> tuple[DeltaGenerator, reading.Tell]:
    """A bar that names file and stage, and how to tell it."""
    bar = st.progress(0.0, say("开始…", "Beginning…"))

    def tell(done: int, total: int, name: str, stage: str) -> None:
        words = say(*STAGES[stage])
        if name:
            words = say(f"第 {done + 1}/{total} 个文件，{words}：{name}", f"File {done + 1} of {total}, {words}: {name}")
        bar.progress(min(done / max(total, 1), 1.0), literal(words))

    return bar, tell


def _look(batch: reading.Batch) -> None:
    """What was found in each file, what was left, and the way to store it."""
    for zh, en in batch.problems:
        st.warning(literal(say(zh, en)), icon=":material/block:")
    if not batch.found:
        note(say("没有可存的内容。", "Nothing to store."))
        return
    columns = (
        Column("文件名", "File", size="wide"),
        *(Column(zh, en, "right") for _, zh, en in COUNTED),
        Column("未理解", "Not understood", "right"),
    )
    table(
        "found",
        columns,
        ([file.name, *(file.count(kind) for kind, _, _ in COUNTED), len(file.remainder)] for file in batch.found),
        title=say("读到的内容", "What was found"),
    )
    with st.container(horizontal=True):
        if st.button(say("存入图中", "Store in the graph"), type="primary", key="add-store"):
            _store(batch)
        if st.button(say("放弃", "Discard"), key="add-discard"):
            del st.session_state["add-batch"]
            st.rerun()
    _documents(batch)
    rest = [(file.name, left) for file in batch.found for left in file.remainder]
    if rest:
        heading("未理解的文字", "Text not understood")
        table(
            "remainder",
            (Column("文件名", "File"), Column("原因", "Reason"), Column("文字", "Text", size="wide")),
            ((name, reason(left["reason"]), str(left["text"])[:200]) for name, left in rest),
            limit=20,
        )


def _documents(batch: reading.Batch) -> None:
    rows = [
        Line((fact["doc_no"] or "—", fact["title"], fact["date"] or "", file.name))
        for file in batch.found
        for fact in file.facts
        if fact["kind"] == "document"
    ]
    table(
        "documents",
        (
            Column("文号", "Number", size="short"),
            Column("标题", "Title", size="wide"),
            Column("日期", "Date", size="short"),
            Column("文件名", "File"),
        ),
        rows,
        title=say("其中的文件", "Documents in them"),
        limit=40,
    )


def _store(batch: reading.Batch) -> None:
    bar, tell = progress()
    try:
        updated = reading.store(batch.found, tell)
    except Problem as problem:
        failed(problem)
        return
    finally:
        bar.empty()
    del st.session_state["add-batch"]
    nodes, edges = updated.graph.node_count, updated.graph.edge_count
    st.session_state["add-done"] = say(
        f"已存入。图中现有 {nodes:,} 个节点、{edges:,} 条关系。",
        f"Stored. The graph now holds {nodes:,} nodes and {edges:,} relations.",
    )
    st.rerun()
