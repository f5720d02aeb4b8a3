"""The first start on a machine that never ran Streamlit."""

from __future__ import annotations

from explorer.theme import flags


def test_a_first_start_asks_nothing_and_stays_on_this_machine() -> None:
    given = flags()
    assert "--server.showEmailPrompt=false" in given
    assert "--browser.gatherUsageStats=false" in given
    assert "--server.address=127.0.0.1" in given
