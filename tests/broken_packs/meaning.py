"""Changes that load but that the proof refuses, each with the line and the words of its defect."""

from __future__ import annotations

from tests.broken_packs.mutations import ONE_MORE_CARD, ONE_MORE_RULE, Broken, S, T, W, before_sujet

MEANING = (
    Broken(
        "empty result",
        T,
        "  when: {secteur: dedans}\n  reason:",
        "  when: {secteur: hauts}\n  reason:",
        "rien n’est proposé",
    ),
    Broken(
        "unreachable question",
        T,
        "    when: {avancement: avant, secteur: dedans}",
        "    when: {avancement: avant, secteur: dehors, ville: haute-brume}",
        "jamais posée",
        -6,
    ),
    Broken(
        "useless question",
        T,
        "  - fact: sujet\n",
        before_sujet("{avancement: projet, secteur: dedans}"),
        "ne change rien",
    ),
    Broken("too many questions", T, "most_questions: 4", "most_questions: 3", "4 questions"),
    Broken(
        "answers alike",
        T,
        "      - {value: rencontre,",
        "      - {value: divers, label: Divers, says: []}\n"
        "      - {value: reste, label: Le reste, says: []}\n      - {value: rencontre,",
        "toujours le même",
        1,
    ),
    Broken(
        "unreachable rule",
        T,
        "  - id: R1\n    scheme: atelier_brume\n    points: 80\n    to_confirm: no\n"
        "    when: {avancement: reve, secteur: dedans}",
        "  - id: R1\n    scheme: atelier_brume\n    points: 80\n"
        "    to_confirm: no\n    when: {avancement: reve, statut: asso}",
        "jamais s’appliquer",
    ),
    Broken(
        "hidden rule",
        T,
        "  - id: R2\n    scheme: atelier_brume\n    points: 90\n    to_confirm: no\n    when: {avancement: chantier,",
        "  - id: R2\n    scheme: atelier_brume\n    points: 9\n    to_confirm: no\n    when: {avancement: reve,",
        "passe toujours devant",
    ),
    Broken(
        "unreachable note",
        T,
        "when: {avancement: reve, secteur: dedans, any_need: [argent]}",
        "when: {avancement: curieux, any_need: [argent]}",
        "jamais montrée",
        -2,
    ),
    Broken(
        "guard that guards nothing",
        T,
        "when: {avancement: [reve, curieux]}",
        "when: {avancement: curieux, statut: asso}",
        "ne protège de rien",
        -2,
    ),
    Broken(
        "broken guard",
        T,
        "when: {avancement: chantier, secteur: dedans, equipe: groupe, any_need: [argent]}",
        "when: {avancement: avant, secteur: dedans, equipe: groupe, any_need: [argent]}",
        "malgré la garde",
        -4,
    ),
    Broken(
        "value that never counts",
        T,
        "when: {avancement: [chantier, ouvert], secteur: cote, any_need: [lieu]}",
        "when: {avancement: [chantier, curieux], secteur: cote, any_need: [lieu]}",
        "avec la valeur « curieux »",
    ),
    Broken("persona with another result", W, "rule: R1, points: 80", "rule: R1, points: 70", "attend"),
    Broken(
        "persona with a line too many",
        W,
        "    - {scheme: cercle_mains, rule: FB, points: 20, to_confirm: no}\n",
        "",
        "reçoit",
        -2,
    ),
    Broken("persona with other notes", W, "notes: [N1]", "notes: []", "les notes"),
    Broken(
        "forbidden door",
        W,
        "    - {scheme: cercle_mains, rule: FB, points: 20, to_confirm: no}\n  must_not: [coffre_embruns]",
        "  must_not: [cercle_mains]",
        "interdit",
    ),
    Broken("persona in no known place", W, "ville: Haute-Brume", "ville: Atlantide", "pas reconnu"),
    Broken(
        "persona who answers what is not asked",
        W,
        "ville: Sable-le-Haut}",
        "ville: Sable-le-Haut, equipe: seul}",
        "pas posée",
    ),
    Broken("rule that no persona shows", T, "  - id: R13\n", ONE_MORE_RULE + "  - id: R13\n", "aucun persona"),
    Broken(
        "sentence of sixteen words",
        S,
        "Deux rendez-vous pour préciser un projet, puis un suivi.",
        "un " * 15 + "suivi.",
        "16 mots",
    ),
    Broken(
        "sentence of twenty-one words",
        S,
        "Deux rendez-vous pour préciser un projet, puis un suivi.",
        "un " * 20 + "suivi.",
        "21 mots",
    ),
    Broken(
        "acronym without an entry", S, "Des ateliers et des bureaux", "Des ateliers de la ZAC et des bureaux", "« ZAC »"
    ),
    Broken("mailbox", S, "Remplissez le formulaire en ligne.", "Écrivez à prenom@coffre.example.", "courriel"),
    Broken("telephone", S, "Remplissez le formulaire en ligne.", "Appelez le 01 99 00 00 00.", "téléphone"),
    Broken("overdue fact", S, "review_by: 2027-05-31", "review_by: 2026-11-02", "revu avant"),
    Broken("card that nothing leads to", S, "- id: cercle_mains", ONE_MORE_CARD + "- id: cercle_mains", "ne mène"),
)
