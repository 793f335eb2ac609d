"""Hand-made summaries: what every format has to show, with texts that spreadsheets and pages must not obey."""

from __future__ import annotations

from handlers.summary_shape import Definition, Echo, Figure, Need, Overdue, Row, Summary, Table, Trend

QUARTER = "du 30 juin au 28 septembre 2026"
NASTY = '=HYPERLINK("http://exemple.org";"ici")'
SCRIPT = "<script>alert(1)</script>\x07 & « accents »"


def row(label: str, value: int | None, shown: str = "") -> Row:
    """A line of a table; one without a number is hidden."""
    return Row(label.lower(), label, value, shown or ("masqué" if value is None else str(value)))


def table(id: str, title: str, *rows: Row, total: int | None = None, note: str = "") -> Table:
    """A table of a closed quarter."""
    whole = row("Total", total) if total is not None else None
    return Table(id, title, QUARTER, rows, whole, note, f"{title}, comptés une fois.")


def summary(period: str = "2026-W47", *, empty: bool = False) -> Summary:
    """A week with something of everything, or with nothing."""
    said = "Semaine 47 : 6 personnes ont fini leur orientation. Au dernier trimestre clos, 18 personnes."
    definition = Definition(
        "orientations", "Orientations", "Parcours finis", "La semaine", "Avec un oui", "Chaque fois"
    )
    return Summary(
        period=period,
        title="Bilan de la semaine 47 de 2026" if period != "2026" else "Bilan de l’année 2026",
        window="du lundi 16 au dimanche 22 novembre 2026",
        territory="Exemple",
        revision="a1b2c3d4",
        headline="Semaine 47 : personne n’a commencé." if empty else said,
        message=("Bilan", said),
        figures=() if empty else _figures(),
        tables=() if empty else _tables(),
        funnel=None
        if empty
        else table(
            "funnel", "Du premier mot à la porte", row("Ont commencé", 40), row("Ont fini", 18), row("Reçus", None)
        ),
        trend=()
        if empty
        else (
            Trend("orientations", "Orientations", (row("T1 2026", 14), row("T2 2026", None), row("T3 2026", 18)), "."),
        ),
        gatherings=() if empty else (table("gatherings", "Rencontres", row("Annoncées", 7), row("Venues", 31)),),
        needs_without_answer=() if empty else (Need("local", "Un local", None, "1 à 4", QUARTER),),
        overdue=() if empty else (Overdue("scheme", "s", NASTY, "2026-05-31"),),
        definitions=() if empty else (definition, Definition("n", SCRIPT, SCRIPT, NASTY, "", "")),
        closed=("2026-W27--2026-W39",),
    )


def _figures() -> tuple[Figure, ...]:
    echo = Echo("porteurs reçus avec un autre service", "33 %", "121", "361", "2016-2020", "Bilan publié")
    return (
        Figure("orientations", "Orientations finies", 6, "6", "la semaine", "Parcours finis."),
        Figure("yes", "Ont dit oui aux statistiques", None, "1 à 4", "la semaine", "."),
        Figure("interservices", "Avec un autre service", 33, "33 %", QUARTER, ".", 6, 18, (echo,)),
        Figure("nasty", NASTY, None, "masqué", SCRIPT, "."),
    )


def _tables() -> tuple[Table, ...]:
    stages = (row("Une idée", 8), row("En préparation", None), row("Déjà en route", 7), row("Aucun projet", 0))
    schemes = (row("Un accompagnement très long à nommer en entier", 11), row(NASTY, 6), row(SCRIPT, None))
    return (
        table("etape", "Où en est le projet", *stages, note="Une personne peut compter deux fois."),
        table("scheme", "Première porte proposée", *schemes, total=21),
    )
