"""What the explorer writes: gazettes into the graph, judgements, saved views; and who may."""

from __future__ import annotations

import csv
import zipfile
from dataclasses import dataclass

import pytest

from explorer import ask, reading, saved
from explorer.add import STAGES
from graph.target import find_target
from tests.conftest import SAMPLES
from tests.explorer.conftest import build, shown


@dataclass
class Handed:
    name: str
    data: bytes

    def getbuffer(self) -> memoryview:
        return memoryview(self.data)


@pytest.fixture
def own_graph(tmp_path, monkeypatch):
    """An empty graph of this test's own."""
    folder = tmp_path / "own" / "graph"
    monkeypatch.setenv("GONGBAO_GRAPH", str(folder))
    yield find_target(str(folder))
    ask.store().close()
    ask._opened.clear()


def quiet(done: int, total: int, name: str, stage: str) -> None:
    assert 0 <= done <= max(total, 1)
    assert stage in STAGES


def test_bad_files_are_named_and_the_rest_is_read(own_graph):
    good = (SAMPLES / "huaichuan-2021-02.txt").read_bytes()
    batch = reading.read_uploads([Handed("a.txt", good), Handed("坏.docx", b"\0nonsense"), Handed("空.txt", b"")], quiet)
    assert [file.name for file in batch.found] == ["a.txt"]
    assert len(batch.problems) == 2
    for zh, en in batch.problems:
        assert "/" not in zh.split("：")[0]
        assert zh.startswith(("坏.docx", "空.txt"))
        assert en.startswith(("坏.docx", "空.txt"))


def test_a_name_that_climbs_stays_in_its_folder(own_graph, tmp_path):
    batch = reading.read_uploads([Handed("../../climbs.txt", (SAMPLES / "huaichuan-2021-02.txt").read_bytes())], quiet)
    assert [file.name for file in batch.found] == ["climbs.txt"]
    assert not list(tmp_path.rglob("climbs.txt"))


@pytest.mark.parametrize("name", ["..", "", "a/..", "名" * 200 + ".txt", "a\0b.txt"])
def test_a_name_that_is_none_is_told(own_graph, name):
    batch = reading.read_uploads([Handed(name, b"x"), Handed("a.txt", "云州县公报".encode())], quiet)
    assert [file.name for file in batch.found] == ["a.txt"]
    assert len(batch.problems) == 1


def test_a_file_handed_over_twice_is_told(own_graph):
    batch = reading.read_uploads([Handed("a.txt", "云州县公报".encode()), Handed("b/a.txt", "青禾县公报".encode())], quiet)
    assert [file.text for file in batch.found] == ["云州县公报"]
    assert batch.problems[0][0].startswith("a.txt：")


def test_every_file_is_told_with_its_stages(own_graph):
    told: list[tuple[str, str]] = []

    def tell(done: int, total: int, name: str, stage: str) -> None:
        told.append((name, stage))

    reading.store(reading.read_uploads([Handed("a.txt", "云州县公报".encode())], tell).found, tell)
    assert list(dict.fromkeys(stage for _, stage in told)) == ["read", "understand", "keep", "resolve", "write"]
    assert told[0][0] == "a.txt"


def test_an_archive_is_read_as_its_files(own_graph, tmp_path):
    with zipfile.ZipFile(tmp_path / "two.zip", "w") as archive:
        archive.write(SAMPLES / "huaichuan-2021-02.txt", "one.txt")
        archive.write(SAMPLES / "huaichuan-2021-05.txt", "two.txt")
        archive.writestr("three.exe", b"x")
    batch = reading.read_uploads([Handed("two.zip", (tmp_path / "two.zip").read_bytes())], quiet)
    assert sorted(file.name for file in batch.found) == ["one.txt", "two.txt"]
    assert [zh.split("：")[0] for zh, _ in batch.problems] == ["two.zip/three.exe"]


def test_storing_makes_the_graph_hold_it_and_twice_changes_nothing(own_graph):
    batch = reading.read_folder(SAMPLES, quiet)
    first = reading.store(batch.found, quiet)
    assert first.graph.node_count > 300
    assert ask.counts()["Issue"] == 4
    again = reading.store(batch.found, quiet)
    assert (again.loaded.written, again.loaded.deleted) == (0, 0)


def test_the_page_reads_the_samples_shows_and_stores(own_graph):
    app = shown("add", samples="1").app
    assert "add-batch" in app.session_state
    assert [button.label for button in app.button if button.label == "存入图中"]
    app.button(key="add-store").click().run()
    assert not app.exception
    assert any("已存入" in message.value for message in app.success)
    assert ask.counts()["Document"] == 27


def test_a_judgement_is_appended_and_its_pair_not_asked_again(sample_graph, own_home, monkeypatch):
    monkeypatch.setenv("GONGBAO_GRAPH", str(sample_graph.keep))
    app = shown("review").app
    asked = app.button(key="review-same")
    asked.click().run()
    assert not app.exception
    with (own_home / "judgements.csv").open(encoding="utf-8", newline="") as lines:
        written = list(csv.DictReader(lines))
    assert [row["judgement"] for row in written] == ["same"]
    assert "huaichuan-" in written[0]["left"]


def test_corrections_take_effect_when_applied(tmp_path, own_home, monkeypatch):
    from graph.resolve.judgements import Correction, append

    target = build(tmp_path / "mine")
    monkeypatch.setenv("GONGBAO_GRAPH", str(target.keep))
    before = ask.read(
        "MATCH (:Person {name: '孟庆云'})-[r:MEMBER_OF]->() RETURN r.source AS source, r.start AS start,"
        " r.end AS end, r.id AS id ORDER BY id"
    )
    place = before[0]
    append(
        own_home / "corrections.csv",
        Correction(place["source"], place["start"], place["end"], "membership", "reject"),
    )
    reading.apply(quiet)
    after = ask.read(
        "MATCH (:Person {name: '孟庆云'})-[r:MEMBER_OF]->() RETURN r.start AS start, r.source AS source ORDER BY start"
    )
    assert (place["start"], place["source"]) not in [(row["start"], row["source"]) for row in after]
    ask.store().close()
    ask._opened.clear()


def test_views_are_kept_by_name_newest_first(own_graph):
    saved.save("甲", {"ids": "a"}, {"a": {"x": 1, "y": 2}})
    saved.save("乙", {"ids": "b"}, {})
    newer = saved.save("甲", {"ids": "c"}, {"c": {"x": 3, "y": 4}})
    with saved._file().open("a", encoding="utf-8") as out:
        out.write("not a view\n")
    assert [view.name for view in saved.views()] == ["甲", "乙"]
    assert saved.view(newer.id) == newer
    assert saved.view("none") is None


@pytest.mark.parametrize("page", ["add", "review"])
def test_only_named_users_write_where_users_are_named(sample_graph, monkeypatch, page):
    monkeypatch.setenv("GONGBAO_GRAPH", str(sample_graph.keep))
    monkeypatch.setenv("GONGBAO_WRITERS", "li@example.org")
    found = shown(page)
    assert "只有列名的用户可以写入" in found.html
    assert [button.label for button in found.app.button] == ["登录"]
