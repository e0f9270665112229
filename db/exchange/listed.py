"""The rows of each list that can leave as a table, of all records or of those that are wanted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from db.commitments import AGREED, RUNGS
from db.dates import PartialDate
from db.exchange.choosing import Wanted, choose
from db.vocabulary import HELD_STATUSES

if TYPE_CHECKING:
    from db.reader import Reader
    from db.rows import Moment

_Rows = tuple[Sequence[str], list[tuple[Any, ...]]]
_DAYS = ("Date", "Earliest day", "Latest day")
MARKED = "Handling"
_QUARTER = 3  # months
_OWNER = "COALESCE(a.owner_country, NULLIF(oo.acronym, ''), oo.name, op.title, of.name, '')"


def visits(reader: Reader, wanted: Wanted, _: Moment) -> _Rows:
    """Visits, the newest first."""
    headers = (
        "Ref", "Sending", "Sending country", "Host", "Host country", *_DAYS, "Status", "Kind", "People", "Place",
        "Title", "Purpose", "Topics", "Agreed", "Watch", "Note", MARKED,
    )  # fmt: skip
    topics = _topics(reader, "visit")
    rows = _chosen(
        reader,
        wanted,
        "visit",
        "SELECT v.id, v.ref, v.sending, a.name, v.host, b.name, v.date_edtf, v.date_text, v.status, v.kind,"
        " e.people, v.place, v.title, v.purpose, e.agreed, e.watch, v.note, v.handling FROM event e"
        " JOIN visit v ON v.id = e.record_id JOIN country a ON a.code = v.sending JOIN country b ON b.code = v.host"
        " WHERE e.kind = 'visit' ORDER BY e.sort_day DESC, e.group_id DESC",
    )
    return headers, [
        (*row[1:6], *_dates(row[6], row[7]), *row[8:14], topics.get(row[0], ""), *row[14:])
        for row in rows
        if _of_pair(wanted, (row[2], row[4]))
    ]


def meetings(reader: Reader, wanted: Wanted, _: Moment) -> _Rows:
    """Meetings, the newest first, those inside visits too."""
    headers = (
        "Ref", "Parties", *_DAYS, "Status", "Format", "Mode", "People", "Place", "Title", "In visit", "Topics",
        "Agreed", "Watch", "Note", MARKED,
    )  # fmt: skip
    topics = _topics(reader, "meeting")
    rows = _chosen(
        reader,
        wanted,
        "meeting",
        "SELECT m.id, m.ref, e.parties, e.date_edtf, e.date_text, m.status, m.format, m.mode, e.people, e.place,"
        " m.title, COALESCE(v.ref, ''), e.agreed, e.watch, m.note, m.handling FROM event e"
        " JOIN meeting m ON m.id = e.record_id"
        " LEFT JOIN visit v ON v.id = m.visit_id"
        " WHERE e.kind = 'meeting' ORDER BY e.sort_day DESC, e.group_id DESC, e.rank DESC",
    )
    return headers, [
        (*row[1:3], *_dates(row[3], row[4]), *row[5:12], topics.get(row[0], ""), *row[12:])
        for row in rows
        if _of_pair(wanted, row[2].split())
    ]


def actions(reader: Reader, wanted: Wanted, moment: Moment) -> _Rows:
    """Outcomes at every rung of the ladder, the highest first."""
    headers = (
        "Ref", "Rung", "Text", "Verb", "Status", "Due", "Earliest due", "Latest due", "Overdue", "Owner", "Instrument",
        "On", "Date of event", "Deliverable", "Closed on", "Closed because", "Note", MARKED,
    )  # fmt: skip
    rows = _chosen(
        reader,
        wanted,
        "action",
        "SELECT a.id, a.ref, a.rung, a.text, a.verb, a.status, a.due_edtf, a.due_text, a.due_last,"
        f" {_OWNER}, COALESCE(i.label, ''), COALESCE(m.ref, v.ref, ''),"
        " COALESCE(NULLIF(m.date_edtf, ''), mv.date_edtf, v.date_edtf, ''), a.deliverable, a.closed_on,"
        " a.close_reason, a.note, a.handling FROM action a LEFT JOIN organisation oo ON oo.id = a.owner_organisation_id"
        " LEFT JOIN post op ON op.id = a.owner_post_id LEFT JOIN official of ON of.id = a.owner_official_id"
        " LEFT JOIN instrument i ON i.code = a.instrument LEFT JOIN meeting m ON m.id = a.meeting_id"
        " LEFT JOIN visit mv ON mv.id = m.visit_id LEFT JOIN visit v ON v.id = a.visit_id"
        " ORDER BY a.rung DESC, a.id DESC",
    )
    found = []
    for _number, ref, rung, text, verb, status, due, words, due_last, *rest in rows:
        late = (
            status in ("open", "in progress", "waiting")
            and bool(due_last)
            and due_last < moment.today.isoformat()
        )
        owner, instrument, on, day, deliverable, closed, why, note, handling = rest
        found.append(
            (
                ref, RUNGS[rung], text, verb, status, *_dates(due, words), "yes" if late else "", owner,
                instrument, on, _dates(day, "")[0], deliverable, _dates(closed, "")[0], why, note, handling,
            )
        )  # fmt: skip
    return headers, found


def followups(reader: Reader, wanted: Wanted, _: Moment) -> _Rows:
    """Our own next steps, the open ones first, by the day on which they are due."""
    headers = ("Ref", "Text", "Due", "Earliest due", "Latest due", "Ball", "Status", "Assignee", "On", MARKED)
    rows = _chosen(
        reader,
        wanted,
        "followup",
        "SELECT f.id, f.ref, f.text, f.due_edtf, f.due_text, f.ball, f.status, f.assignee,"
        " COALESCE(a.ref, m.ref, v.ref, o.name, ''), f.handling FROM followup f"
        " LEFT JOIN action a ON a.id = f.action_id"
        " LEFT JOIN meeting m ON m.id = f.meeting_id LEFT JOIN visit v ON v.id = f.visit_id"
        " LEFT JOIN official o ON o.id = f.official_id"
        " ORDER BY f.status NOT IN ('open', 'waiting'), COALESCE(f.due_last, '9999-12-31'), f.id",
    )
    return headers, [(*row[1:3], *_dates(row[3], row[4]), *row[5:]) for row in rows]


def officials(reader: Reader, wanted: Wanted, _: Moment) -> _Rows:
    """Officials by name."""
    headers = ("Name", "Sorted as", "Native name", "Country", "Post", "Last met", "Events", "Note", MARKED)
    rows = _chosen(
        reader,
        wanted,
        "official",
        "SELECT o.id, o.name, o.sort_name, o.native_name, s.country, s.post, s.last_edtf, s.last_text, s.events,"
        " o.note, o.handling FROM official_summary s JOIN official o ON o.id = s.official_id ORDER BY s.sort_key, o.id",
    )
    return headers, [(*row[1:6], _dates(row[6], row[7])[0], *row[8:]) for row in rows]


def pairs(reader: Reader, wanted: Wanted, moment: Moment) -> _Rows:
    """Country pairs, the desk's country first, the one that was met last on top; no period narrows them."""
    headers = (
        "From", "From country", "To", "To country", "Last event", "Next event", "Visits there", "Visits here",
        "Meetings", "Open", "Watch",
    )  # fmt: skip
    found = []
    for a, b, name_a, name_b, last, said, coming, words, forth, back, *rest in reader.all(
        "SELECT p.a, p.b, ca.name, cb.name, p.last_edtf, p.last_text, p.next_edtf, p.next_text, p.forth, p.back,"
        " p.meetings, p.open, p.watch FROM pair_summary p JOIN country ca ON ca.code = p.a"
        " JOIN country cb ON cb.code = p.b ORDER BY p.last_day DESC, p.a, p.b"
    ):
        if wanted.key is not None and wanted.key.id != f"{a}-{b}":
            continue
        days = (_dates(last, said)[0], _dates(coming, words)[0])
        sides = (b, name_b, a, name_a) if moment.desk == b else (a, name_a, b, name_b)
        ways = (back, forth) if moment.desk == b else (forth, back)
        found.append((*sides, *days, *ways, *rest))
    return headers, found


def quarters(reader: Reader, wanted: Wanted, moment: Moment) -> _Rows:
    """Held visits each way, meetings and agreements of each pair in each quarter, the newest first.

    An event that may lie in several quarters stands under its year, one without a year under no quarter. An outcome
    counts in the quarter of its visit or meeting, for every pair of its parties; where none are named, of theirs.
    """
    headers = (
        "Quarter", "From", "From country", "To", "To country", "Visits there", "Visits here", "Meetings", "Agreed",
        "Signed",
    )  # fmt: skip
    names = dict(reader.all("SELECT code, name FROM country"))
    counted: Counter[tuple[str, str, str, str]] = Counter()
    chosen = None if wanted.everything else choose(reader, wanted)
    its_parties: dict[int, set[str]] = {}
    for number, country in reader.all("SELECT action_id, country FROM action_party"):
        its_parties.setdefault(number, set()).add(country)
    outcomes: dict[tuple[str, int], list[tuple[int, set[str]]]] = {}
    for number, visit, meeting, rung in reader.all(
        f"SELECT id, visit_id, meeting_id, rung FROM action WHERE rung >= {AGREED}"
    ):
        about = ("meeting", meeting) if meeting else ("visit", visit)
        outcomes.setdefault(about, []).append((rung, its_parties.get(number, set())))
    for kind, number, edtf, sending, host, parties, status in reader.all(
        "SELECT kind, record_id, date_edtf, sending, host, parties, status FROM event"
    ):
        if status not in HELD_STATUSES or (chosen is not None and number not in chosen.get(kind, set())):
            continue
        if not _of_pair(wanted, parties.split()):
            continue
        quarter = quarter_of(PartialDate(edtf))
        for a, b in _ways(parties.split(), moment.desk):
            if kind == "visit":
                counted[quarter, a, b, "there" if (sending, host) == (a, b) else "here"] += 1
            else:
                counted[quarter, a, b, "meetings"] += 1
            for rung, named in outcomes.get((kind, number), ()):
                counted[quarter, a, b, RUNGS[rung]] += not named or {a, b} <= named
    lines = sorted({key[:3] for key in counted}, key=lambda key: (key[1], key[2]))
    lines.sort(key=lambda key: key[0], reverse=True)
    what = ("there", "here", "meetings", "agreed", "signed")
    return headers, [
        (quarter, a, names.get(a, a), b, names.get(b, b), *(counted[quarter, a, b, one] for one in what))
        for quarter, a, b in lines
    ]


def quarter_of(when: PartialDate) -> str:
    """As in "2026 Q3"; the year alone where the date may lie in several quarters, "" where it has none."""
    first, last = when.first, when.last
    if first is None:
        return ""
    there = f"{first.year:04} Q{(first.month - 1) // _QUARTER + 1}"
    # A visit over the turn of a quarter counts where it began; a date that is not certain in none.
    if last is not None and "/" not in when.edtf:
        same = (first.year, (first.month - 1) // _QUARTER) == (last.year, (last.month - 1) // _QUARTER)
        return there if same else f"{first.year:04}"
    return there


def _ways(parties: Sequence[str], desk: str) -> Iterable[tuple[str, str]]:
    """The pairs among some parties, each with the desk's country first; of others alphabetical."""
    ordered = sorted(set(parties))
    for at, a in enumerate(ordered):
        for b in ordered[at + 1 :]:
            yield (b, a) if b == desk else (a, b)


def _chosen(reader: Reader, wanted: Wanted, table: str, sql: str) -> list[tuple[Any, ...]]:
    """The rows of a question whose first column is a number, without those that nobody wants."""
    rows = reader.all(sql)
    if wanted.everything:
        return list(rows)
    numbers = choose(reader, wanted).get(table, set())
    return [row for row in rows if row[0] in numbers]


def _of_pair(wanted: Wanted, parties: Sequence[str]) -> bool:
    """Whether an event is one of the pair that is asked for; the others of its trip belong to a dossier only."""
    return wanted.key is None or wanted.key.kind != "pair" or set(wanted.key.id.split("-")) <= {*parties}


def _dates(edtf: str, words: str) -> tuple[date | str | None, date | None, date | None]:
    """A date as one cell, and its bounds: a day where it is exact, else in EDTF or in words."""
    when = PartialDate(edtf, words)
    if when.exact and when.first is not None:
        return when.first, when.first, when.first
    return edtf or words or None, when.first, when.last


def _topics(reader: Reader, kind: str) -> dict[int, str]:
    found: dict[int, list[str]] = {}
    for number, topic in reader.all(f"SELECT {kind}_id, topic FROM {kind}_topic ORDER BY {kind}_id, topic"):
        found.setdefault(number, []).append(topic)
    return {number: ", ".join(topics) for number, topics in found.items()}
