"""What goes wrong in a way that a user can mend, said in both languages."""

from __future__ import annotations


class Problem(Exception):
    """A failure with a remedy: one line in Chinese, one in English; never shown as a traceback.

    Both lines name the thing (file, place, address) and what to do about it.
    """

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(en)
        self.zh = zh
        self.en = en


class BadInput(Problem):
    """A file that can't be read; the rest of its batch goes on. `path` is the file as the user named it."""

    def __init__(self, path: str, zh: str, en: str) -> None:
        super().__init__(f"{path}：{zh}", f"{path}: {en}")
        self.path = path
