"""The text that a fact stands on, with the fact and its neighbours marked: a spaCy Doc, drawn by displaCy.

    组长：王大明  县委副书记、县长
          ▲ here               ▲ near, if the post is a fact of its own

spaCy is imported nowhere else: no other step of reading is made faster or better by it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

AROUND = 320  # code points of context that a passage takes on either side, whole lines
LONGEST = 4000  # code points of a passage at most

# The text comes in escaped; the class and the label are ours.
MARK = (
    '<mark class="{cls}" style="border-color: {bg}" title="{label}">{text}'
    '<span class="gb-kind">{label}</span></mark>'
)

BLANK_LINES = re.compile(r"<br>(?:\s*<br>)+")


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the source's text to mark: code points, half open, and the words beside it."""

    start: int
    end: int
    label: str = ""
    here: bool = False


def passage(text: str, start: int, end: int) -> tuple[int, int]:
    """The range of whole lines round `start`..`end` that gives a reader enough to judge by.

    Out-of-range offsets are moved into the text.
    """
    start = min(max(start, 0), len(text))
    end = min(max(end, start), len(text))
    first = text.rfind("\n", 0, max(start - AROUND, 0)) + 1
    last = text.find("\n", min(end + AROUND, len(text)))
    last = len(text) if last < 0 else last
    return max(first, start - LONGEST // 2), min(last, end + LONGEST // 2)


@cache
def _pipeline() -> Language:
    import spacy
    from spacy.language import Language as SpacyLanguage

    @SpacyLanguage.component("gongbao_facts")
    def facts(doc: Doc) -> Doc:
        """Puts `doc.user_data["marks"]` onto the Doc as the span groups `here` and `near`."""
        groups: dict[str, list[Any]] = {"here": [], "near": []}
        for mark in doc.user_data.get("marks", ()):
            span = doc.char_span(mark.start, mark.end, label=mark.label, alignment_mode="expand")
            if span is not None:
                groups["here" if mark.here else "near"].append(span)
        for name, spans in groups.items():
            doc.spans[name] = spans
        return doc

    assert callable(facts)
    pipeline = spacy.blank("zh")
    pipeline.add_pipe("gongbao_facts")
    return pipeline


def read_marks(text: str, marks: Iterable[Mark]) -> Doc:
    """`text` as a Doc that carries `marks` (offsets into `text`) as its span groups `here` and `near`."""
    pipeline = _pipeline()
    doc = pipeline.make_doc(text)
    doc.user_data["marks"] = [mark for mark in marks if 0 <= mark.start < mark.end <= len(text)]
    return pipeline(doc)


def highlighted(doc: Doc, colours: Mapping[str, str], default: str = "#8a8578") -> str:
    """The Doc as HTML, its text escaped: `mark.gb-here` the fact, `mark.gb-near` what overlaps nothing else.

    `colours` gives a mark's colour by its label.
    """
    from spacy import displacy

    here = list(doc.spans["here"])
    taken = {token for span in here for token in range(span.start, span.end)}
    shown = [(span, "gb-here") for span in here]
    for span in sorted(doc.spans["near"], key=lambda span: (span.start, -span.end)):
        if taken.isdisjoint(range(span.start, span.end)):
            taken.update(range(span.start, span.end))
            shown.append((span, "gb-near"))
    ents = [
        {
            "start": span.start_char,
            "end": span.end_char,
            "label": span.label_,
            "params": {"cls": name, "bg": colours.get(span.label_, default)},
        }
        for span, name in sorted(shown, key=lambda pair: pair[0].start)
    ]
    drawn = {"text": doc.text, "ents": ents, "title": None}
    markup = displacy.render([drawn], style="ent", manual=True, jupyter=False, options={"template": MARK})
    return BLANK_LINES.sub('<span class="gb-gap"></span>', str(markup))
