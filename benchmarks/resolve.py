"""How resolving grows with the mentions: `python benchmarks/resolve.py [MENTIONS...]`.

By default to 1,000,000. Facts are those of generated counties: more counties, not longer lists, so that names
and bodies recur as they do in real gazettes. Each size runs in a process of its own; the last column should
stay level.
"""

from __future__ import annotations

import multiprocessing
import resource
import sys
import time
from collections.abc import Iterator
from typing import Any

from graph.resolve import resolve

SIZES = (10_000, 100_000, 1_000_000)
PEOPLE_A_COUNTY, GROUPS_A_COUNTY, MONTHS = 400, 12, 36
MEMBERS = 24
_FIRST, _SECOND = "东南西北中上下前后左", "川山河原岭溪湖岗桥泉"
_BUREAUS = "财政局 教育局 水务局 民政局 司法局 审计局 住建局 人社局 卫健局 应急管理局 交通局 统计局"


def county(number: int) -> Iterator[dict[str, Any]]:
    """The facts of one county: each month some groups, each with its members, and tasks for its bureaus."""
    first, second = _FIRST[number % 10], _SECOND[number // 10 % 10]
    place = f"{first}{second}{chr(0x4E00 + number)}县"
    bureaus = _BUREAUS.split()
    for month in range(MONTHS):
        source = f"{number}-{month:02}.txt"
        day = f"{2019 + month // 12}-{month % 12 + 1:02}-15"
        base = {"source": source, "document": 1, "doc_no": f"政发〔{day[:4]}〕{month}号"}
        yield {
            **base,
            "kind": "document",
            "start": 1,
            "end": 9,
            "title": f"{place}人民政府关于调整领导小组的通知",
            "issuers": [f"{place}人民政府"],
            "date": day,
            "jurisdiction": place,
            "document": None,
        }
        at = 10
        for group in range(GROUPS_A_COUNTY):
            name = f"{place}第{chr(0x4E50 + group)}项工作领导小组"
            for member in range(MEMBERS):
                at += 10
                who = (group * 7 + member * 13 + month // 9) % PEOPLE_A_COUNTY
                post = f"县{bureaus[who % len(bureaus)]}{'局长' if who < len(bureaus) else '副局长'}"
                person = f"{'王李张刘陈杨赵黄周吴'[who % 10]}{chr(0x5000 + who)}{chr(0x6000 + number % 50)}"
                yield {
                    **base,
                    "kind": "membership",
                    "start": at,
                    "end": at + 3,
                    "group": name,
                    "role": "组长" if member == 0 else "成员",
                    "member_kind": "person",
                    "member": person,
                    "post": post,
                    "parent": None,
                    "by_post": False,
                }
        for task in range(24):
            at += 10
            yield {
                **base,
                "kind": "task",
                "start": at,
                "end": at + 3,
                "role": "责任单位",
                "task": "推进",
                "name": bureaus[task % len(bureaus)],
                "task_start": at - at % 40,
                "task_end": at,
            }


def measure(mentions: int) -> None:
    """Resolve so many mentions and print a line of the table."""
    rows: list[dict[str, Any]] = []
    number = found = 0
    while found < mentions:
        for row in county(number):
            rows.append(row)
            # A member with its post and unit, or a task's unit.
            found += {"membership": 2, "task": 1, "document": 1}[row["kind"]]
        number += 1
    before = time.process_time()
    entities = sum(row["kind"] == "entity" for row in resolve(rows).rows)
    seconds = time.process_time() - before
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    each = seconds / found * 1e6
    print(f"{found:>10,} {number:>9,} {entities:>9,} {seconds:>9.1f} {peak:>8,.0f} {each:>15.1f}")


def main() -> None:
    """One line a size."""
    sizes = [int(size) for size in sys.argv[1:]] or SIZES
    print("  mentions  counties  entities   CPU s        MB  µs per mention")
    for size in sizes:
        process = multiprocessing.get_context("spawn").Process(target=measure, args=(size,))
        process.start()
        process.join()


if __name__ == "__main__":
    main()
