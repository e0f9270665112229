"""People and delegations as words: the lines that read back to them, and what those lines mean."""

from __future__ import annotations

from collections.abc import Sequence

from db.entry.people import new_official
from db.forms.parts import grammar
from db.forms.parts.known import Known
from db.forms.parts.named import Post
from db.forms.parts.namesakes import shown
from db.forms.parts.people import NO_COUNTRY, Delegation, Person


def person_text(person: Person, known: Known, *, around: str | None = None) -> str:
    """The line of a person whose country is the stored one.

    Args:
        person: with what the row says; attendance "" where it is what the status says anyway.
        known: finds names that lead back.
        around: the country of the delegation, None in a meeting.
    """
    hint = person.country or ""
    group = grammar.keyed("group", person.group)
    office = shown(known.post_text(person.post, hint)) if person.post else ""
    service = shown(known.organisation_text(person.organisation, hint)) if person.organisation else ""
    if person.official:
        one = person.official
        called = known.official_text(one.number or 0, one.name, hint)
        name = grammar.opening(called.text)
        who = [f"{name} #{called.tail}" if called.tail else name]
    elif office:
        who, office = [f"post: {office}"], ""
    elif service:
        who, service = [f"organisation: {service}"], ""
    else:
        who, group = [group], ""
    return grammar.joined(
        *who,
        _country_text(person, around),
        person.role if person.role != person.usual_role else "",
        f"as {office}" if office else "",
        f"of {service}" if service else "",
        group,
        f"count {person.how_many}" if person.how_many is not None else "",
        grammar.keyed("for", person.behalf),
        person.attendance,
        grammar.keyed("printed", person.printed),
    )


def _country_text(person: Person, around: str | None) -> str:
    if around is not None:
        return "" if person.country == around else person.country or NO_COUNTRY
    return person.country or (NO_COUNTRY if person.own_country else "")


def delegation_text(one: Delegation, members: Sequence[str], known: Known) -> str:
    """The lines of a delegation."""
    service = shown(known.organisation_text(one.organisation, one.country)) if one.organisation else ""
    head = grammar.joined(
        f"delegation {one.country}",
        f"of {service}" if service else "",
        grammar.keyed("level", one.level),
        f"size {one.size}" if one.size is not None else "",
        "complete" if one.complete else "",
    )
    return "\n".join([head, *members])


def person_echo(person: Person, around: str) -> str:
    """Who that is, in words."""
    post = person.post
    if person.official:
        one = person.official
        names = [f"{new_official(one.name)}{one.asked}" if one.number is None else one.told]
        names += [f"as {post.told}{_new(post)}"] if post else []
    elif post:
        names = [f"{post.told} (not named){_new(post)}"]
    else:
        names = [] if person.organisation else [f"a group: {person.group}"]
    if person.organisation:
        one_service = person.organisation
        names.append(
            f"new organisation “{one_service.name}”" if one_service.number is None else one_service.name
        )
    country = person.country if person.country != "" else around or person.own_country
    return " · ".join(
        filter(
            None,
            (
                *names,
                country or NO_COUNTRY,
                person.role if person.role not in {"member", "group"} else "",
                f"{person.how_many} people" if person.how_many is not None and person.how_many > 1 else "",
                f"for {person.behalf}" if person.behalf else "",
                person.attendance,
                f"“{person.printed}”" if person.printed else "",
            ),
        )
    )


def _new(post: Post) -> str:
    if post.number is not None:
        return ""
    where = post.organisation
    return ", a new post" + (" in a new organisation" if where and where.number is None else "")


def delegation_echo(one: Delegation) -> str:
    """Which delegation a line begins, in words."""
    service = one.organisation
    return " · ".join(
        filter(
            None,
            (
                f"delegation of {one.country}" if one.country else "delegation of the visitors",
                f"new organisation “{service.name}”" if service and service.number is None else "",
                service.name if service and service.number is not None else "",
                one.level,
                f"{one.size} people" if one.size is not None else "",
                "all named" if one.complete else "not all named",
            ),
        )
    )
