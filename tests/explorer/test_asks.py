"""What the pages ask is answered alike by the embedded graph and by Neo4j."""

from __future__ import annotations

from datetime import date

import pytest

from explorer import ask, ask_entity, ask_topic
from explorer.surroundings import Surroundings
from graph.store import open_store

DAYS = (None, date(2021, 6, 1), date(2022, 6, 1))


def answers() -> dict[str, object]:
    """Every question of the pages, on the busiest node of each type."""
    group, person = ask.largest_groups(1)[0]["id"], ask.busiest_people(1)[0]["id"]
    unit, document = ask.busiest_units(1)[0]["id"], ask.all_of("Document", 5)[0]["id"]
    said: dict[str, object] = {
        "counts": ask.counts(), "counties": ask.counties(), "years": ask.documents_by_year(), "days": ask.days(),
        "groups": ask.largest_groups(), "people": ask.busiest_people(), "units": ask.busiest_units(), "names": ask.names(),
        "search": [ask.search(words) for words in ("財政", "乡村振兴小组", "养老 服务", "〔2021〕9号", "')//")],
        "node": ask.node("Group", group), "nodes": ask.nodes([group, person, unit]),
    }  # fmt: skip
    for name in ("tasks_of", "kin_of", "ties_of"):
        said[name] = getattr(ask_entity, name)("Organisation", unit)
    for name in ("stands_in", "legal_posts"):
        said[name] = getattr(ask_entity, name)(person)
    for name in ("permits_of", "hosted_by", "duties_of", "legal_head_of", "issued_by"):
        said[name] = getattr(ask_entity, name)(unit)
    for name in ("hosts_of", "subgroups_of", "changes_of"):
        said[name] = getattr(ask_entity, name)(group)
    said["stated_by"] = ask_entity.stated_by(document)
    for when in DAYS:
        said[f"memberships {when}"] = ask_entity.memberships_of("Person", person, when)
        for name in ("posts_of", "sits_with", "portfolio_of"):
            said[f"{name} {when}"] = getattr(ask_entity, name)(person, when)
        for name in ("leaders_of", "overseers_of"):
            said[f"{name} {when}"] = getattr(ask_entity, name)(unit, when)
        said[f"roster {when}"] = ask_entity.roster_of(group, when)
        for name in ("officials", "groups", "tasks", "duties"):
            said[f"{name} {when}"] = getattr(ask_topic, name)("养老 防汛", when)
        said[f"heads {when}"] = ask_topic.heads([group], when)
        nodes, edges = Surroundings(when).neighbours([group, person])
        said[f"around {when}"] = (sorted(nodes), sorted(edges), sorted(Surroundings(when).among(nodes)[1]))
    said["seats"] = ask_topic.hosts([group])
    return said


@pytest.mark.parametrize("sample_store", ["neo4j"], indirect=True)
def test_both_stores_answer_the_pages_alike(sample_store, sample_graph, monkeypatch):
    monkeypatch.setattr(ask, "store", lambda: sample_store)
    there = answers()
    with open_store(sample_graph) as embedded:
        monkeypatch.setattr(ask, "store", lambda: embedded)
        here = answers()
    assert here["roster None"]
    for question, answer in here.items():
        assert there[question] == answer, question
