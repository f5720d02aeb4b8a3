"""`gongbao diff`: who joined, left or changed role in a group between two days."""

from __future__ import annotations

import click

from commands.frame import command, option, out_option, reading
from commands.output import check_writable
from commands.query import FORMATS, write_answer

QUESTION = "group-changes"


@command(
    "diff",
    zh="小组 GROUP（名称或编号）在两日之间：谁加入、退出、改变角色。不给日期时，从它最早的名单到最近的变动。",
    en="Who joined, left or changed role in GROUP (name or id) between two days: "
    "by default from its first list to its latest change.",
)
@click.argument("group")
@option("--from", "start", metavar="DAY", zh="自何日，如 2020-03-01", en="from this day, such as 2020-03-01")
@option("--to", "end", metavar="DAY", zh="至何日", en="to this day")
@option("--format", "form", type=click.Choice(FORMATS), default="table", zh="输出格式", en="output format")
@out_option()
def diff_command(group: str, start: str | None, end: str | None, form: str, out: str | None) -> None:
    """Asks the canned question of two days."""
    from queries.catalogue import find, run
    from queries.params import named

    check_writable(out)
    given = {"group": group, **{name: day for name, day in (("from", start), ("to", end)) if day}}
    question = find(QUESTION)
    with reading() as store:
        answer = run(store, question, given)
        names = named(store, question, answer.params)
    write_answer(question, answer, names, form, out)
