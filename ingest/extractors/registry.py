"""The extractors, in the order in which they run; a new kind of fact is one file and one line here."""

from __future__ import annotations

from ingest.extractors.appointments import appointments
from ingest.extractors.backups import backups
from ingest.extractors.base import Extractor
from ingest.extractors.documents import documents
from ingest.extractors.duties import duties
from ingest.extractors.group_changes import group_changes
from ingest.extractors.group_offices import group_offices
from ingest.extractors.oversight import oversights
from ingest.extractors.permits import permits
from ingest.extractors.roster_prose import roster_prose
from ingest.extractors.roster_tables import roster_tables
from ingest.extractors.rosters import rosters
from ingest.extractors.tasks import tasks

EXTRACTORS: tuple[Extractor, ...] = (
    documents,
    rosters,
    roster_tables,
    roster_prose,
    group_offices,
    tasks,
    permits,
    duties,
    appointments,
    oversights,
    backups,
    group_changes,
)
