"""`--require neo4j,browser`: a run that skipped what it was to test has failed.

A test belongs to a requirement when its word stands in the test's id or markers (`test_roster[neo4j]`,
`test_browser.py`); a skip belongs to it also when the word stands in the skip's reason. At least one such
test must have passed and none may have been skipped.
"""

from __future__ import annotations

from collections.abc import Iterable

import pytest

Report = pytest.TestReport | pytest.CollectReport


class Required:
    """Watches the reports of a run, those of xdist's workers included."""

    def __init__(self, words: Iterable[str]) -> None:
        self.passed = dict.fromkeys(words, 0)
        self.skipped: dict[str, list[str]] = {word: [] for word in self.passed}

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self._note(report)

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        self._note(report)

    def _note(self, report: Report) -> None:
        reason = str(report.longrepr[2]) if isinstance(report.longrepr, tuple) else ""
        about = " ".join([report.nodeid, *getattr(report, "keywords", ())]).casefold()
        for word in self.passed:
            if report.skipped and word in f"{about} {reason.casefold()}":
                self.skipped[word].append(f"{report.nodeid}: {reason}")
            elif report.passed and report.when == "call" and word in about:
                self.passed[word] += 1

    def failures(self) -> list[str]:
        """What is missing, a line each."""
        missing = [f"required {word}: no test ran" for word, count in self.passed.items() if not count]
        skips = [f"required {word}: skipped {skip}" for word, skips in self.skipped.items() for skip in skips]
        return missing + skips

    @pytest.hookimpl(trylast=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        if session.exitstatus == pytest.ExitCode.OK and self.failures():
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        for line in self.failures():
            terminalreporter.write_line(line, red=True)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--require", default="", metavar="WORDS", help="fail when tests of these were skipped")


def pytest_configure(config: pytest.Config) -> None:
    words = [word.strip().casefold() for word in config.getoption("--require").split(",") if word.strip()]
    if words and not hasattr(config, "workerinput"):  # the controller sees the reports of all workers
        config.pluginmanager.register(Required(words), "required")
