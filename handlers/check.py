"""Proves a pack: every defect of its meaning at once, each at its line, in French."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from handlers.check_closed import check_closed
from handlers.check_facts import check_facts
from handlers.check_personas import check_personas
from handlers.check_table import check_table
from handlers.check_translations import check_translations
from handlers.check_words import check_words
from handlers.defects import Defect, Report
from handlers.guide import Guide
from handlers.load import sheets
from handlers.prove import Progress, prove


def check(
    guide: Guide,
    files: Mapping[str, str],
    common: Mapping[str, str],
    today: date,
    *,
    strict: bool = False,
    progress: Progress | None = None,
) -> tuple[Defect, ...]:
    """Every defect of a pack that `load` accepted; only errors refuse it. `strict` makes an overdue fact
    an error; `progress` is told (done, total) while the table is followed."""
    report, read = Report(common), sheets(files)
    check_table(guide.table, prove(guide.table, progress), read["orientation.yaml"], report)
    check_closed(guide, read, report)
    check_personas(guide, read, report)
    check_facts(guide.pack, read, today, report, strict=strict)
    check_words(guide.pack, read, files, common, report)
    check_translations(guide.pack, files, common, report)
    return report.defects()
