"""The people of a laureate project: who is in, a code for a colleague, and access taken back at once."""

from __future__ import annotations

from handlers.context import Context
from handlers.conversation import Turn
from handlers.dialogue import Dialogue, asking
from handlers.effects import TellPerson
from handlers.effects_projects import Admit, TakeBack
from handlers.messages import Choice, Reply, number_of
from handlers.projects import COLLEAGUE_LIVES, Colleague, Team
from handlers.roles import code_in, drawn_code
from handlers.understand import Option, key, match

NAME, REMOVE = "team", "remove"
YES, NO = "oui", "non"
_MEMO = "colleague"


def mine(context: Context, argument: str = "") -> Turn | None:
    """« mes collègues ». Said inside a sentence by who has no project, it is a word as any other."""
    teams = context.world.projects.mine()
    if teams:
        return context.turn(_shown(context, teams))
    said = key(context.inbound.text)
    whole = said in {key(word) for word in context.guide.wording.parts("words-projet")}
    return context.turn(Reply(context.say("team-none"))) if whole else None


def colleague(context: Context, argument: str = "") -> Turn:
    """« inviter un collègue »."""
    teams = context.world.projects.mine()
    if not teams:
        return context.turn(Reply(context.say("team-none")))
    led = [each for each in teams if each.led]
    return invite(context, led[0].project.id) if len(led) == 1 else context.turn(_shown(context, teams))


def invite(context: Context, project: int) -> Turn:
    """A code for one more colleague, while there is a place; the project is locked."""
    team = context.world.projects.claim_team(project)
    if team is None:
        return context.turn(Reply(context.say("team-none")))
    if not team.led:
        return context.turn(Reply(context.say("team-not-led")))
    if team.left == 0:
        return context.turn(_shown(context, (team,)))
    code = drawn_code(context.world.draw)
    said = context.say("team-code", project=team.project.name, code=code, days=COLLEAGUE_LIVES.days)
    return context.turn(Reply(said, (_see(context),)), Admit(project, code_in(code) or ""))


def _see(context: Context) -> Choice:
    return context.choice(f"{NAME}/show:all", "team-show")


def _shown(context: Context, teams: tuple[Team, ...], *first: str) -> Reply:
    """Each project, its people by number, and what who leads it may do."""
    lines = [*first]
    choices: list[Choice] = []
    for team in teams:
        lines.append("\n".join(_lines(context, team)))
        choices += _choices(context, team, named=len(teams) > 1)
    return Reply("\n\n".join(lines), tuple(choices))


def _lines(context: Context, team: Team) -> list[str]:
    project = team.project
    lines = [context.say("team-title", project=project.name, call=project.call, year=str(project.year))]
    lines += [_line(context, number, each) for number, each in enumerate(team.others, 1)]
    if not team.led:
        return [*lines, context.say("team-not-led")]
    return [*lines, context.say("team-left", count=team.left) if team.left else context.say("team-full")]


def _line(context: Context, number: int, each: Colleague) -> str:
    if each.since is None:
        return context.say("team-waiting", number=str(number), day=_day(context, each))
    name = "team-named" if each.name else "team-person"
    return context.say(name, number=str(number), name=each.name, day=_day(context, each))


def _day(context: Context, each: Colleague) -> str:
    return context.day(each.since or each.expires_at)


def _choices(context: Context, team: Team, *, named: bool) -> list[Choice]:
    if not team.led:
        return []
    of = {"project": team.project.name} if named else {}
    suffix = "-for" if named else ""
    choices = [context.choice(f"{NAME}/invite:{team.project.id}", f"team-invite{suffix}", **of)] if team.left else []
    for number, each in enumerate(team.others, 1):
        name = f"team-{'cancel' if each.since is None else 'remove'}{suffix}"
        choices.append(context.choice(f"{NAME}/{REMOVE}:{each.entry}", name, number=str(number), **of))
    return choices


def _found(context: Context, entry: str) -> tuple[Team, int, Colleague] | None:
    """The colleague behind a button, in a project that this person leads now, locked."""
    for known in context.world.projects.mine():
        if not any(str(each.entry) == entry for each in known.others):
            continue
        team = context.world.projects.claim_team(known.project.id)
        if team is not None and team.led:
            numbered = enumerate(team.others, 1)
            return next(((team, number, each) for number, each in numbered if str(each.entry) == entry), None)
    return None


def remove(context: Context, entry: str) -> Turn:
    """Asked once more: someone loses their access."""
    if _found(context, entry) is None:
        return context.turn(_shown(context, context.world.projects.mine(), context.say("team-gone")))
    return show(context.leaving_for(NAME, REMOVE).remembering(**{_MEMO: entry}))


def show(context: Context, *first: str) -> Turn:
    """The question whether to take the access back."""
    found = _found(context, context.memo(_MEMO))
    if found is None:
        left = context.returned().remembering(**{_MEMO: ""})
        return left.turn(_shown(left, left.world.projects.mine(), left.say("team-gone")))
    _, number, each = found
    ask = context.say("team-ask-cancel" if each.since is None else "team-ask-remove", number=str(number))
    lines = (*first, _line(context, number, each), ask)
    yes = "team-cancel-yes" if each.since is None else "team-remove-yes"
    choices = ((YES, yes), (NO, "team-remove-no"))
    buttons = tuple(context.choice(f"{NAME}/removed:{value}", label) for value, label in choices)
    return context.turn(Reply("\n\n".join(lines), buttons))


def _removed(context: Context, value: str) -> Turn | None:
    if not asks(context.conversation):
        return None
    found = _found(context, context.memo(_MEMO))
    left = context.returned().remembering(**{_MEMO: ""})
    if value == NO:
        return left.turn(Reply(left.say("team-kept"), (_see(left),)))
    if found is None:
        return left.turn(_shown(left, left.world.projects.mine(), left.say("team-gone")))
    team, number, each = found
    done = "team-cancelled" if each.since is None else "team-removed"
    said = Reply(left.say(done, number=str(number)), (_see(left),))
    return left.turn(said, TakeBack(each.entry), *_told(left, team, each))


def _told(context: Context, team: Team, each: Colleague) -> tuple[TellPerson, ...]:
    """Who loses their access reads it, in their language and in the day."""
    if not each.person:
        return ()
    said = context.guide.wording.say(each.language, "team-removed-you", project=team.project.name)
    return (TellPerson(each.person, Reply(said), due=context.world.morning),)


asks = asking(NAME, REMOVE)


def answer(context: Context) -> Turn | None:
    """A typed yes or no."""
    wording = context.guide.wording
    values = ((YES, "team-remove-yes"), (YES, "team-cancel-yes"), (NO, "team-remove-no"))
    options = tuple(Option(value, context.say(name), wording.parts(f"says-{value}")) for value, name in values)
    found = match(context.inbound.text, options, context.guide.lexicon)
    return _removed(context, found.values[0]) if found.found else None


def _choose(context: Context, step: str, value: str) -> Turn | None:
    if step == "show":
        return mine(context) or context.turn(Reply(context.say("team-none")))
    if step == "invite" and (number := number_of(value)) is not None:
        return invite(context, number)
    if step == REMOVE:
        return remove(context, value)
    return _removed(context, value) if step == "removed" and value in (YES, NO) else None


DIALOGUE = Dialogue(
    name=NAME,
    choose=_choose,
    commands={"projet": mine, "collegue": colleague},
    asks=asks,
    answer=answer,
    show=show,
    moves=dict.fromkeys(("retour", "annuler", "arreter", "passer"), lambda context, _: _removed(context, NO)),
)
