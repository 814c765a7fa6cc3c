"""What verifying the lock of a year found."""

from collections.abc import Iterator
from typing import Any

from taybac_cluster.decide.host import decided_next
from taybac_cluster.decide.lock import Moved, short_seal
from taybac_cluster.decide.proof import Paper, Proof
from taybac_cluster.decide.result import Result
from taybac_cluster.diagnostics import Words
from taybac_cluster.model.lock import Event, Lock, LockedPlace
from taybac_cluster.model.record import Language
from taybac_cluster.views.named import names
from taybac_cluster.views.page import Block, Column, Lines, Notice, Page, Phrase, Row, Table, Title
from taybac_cluster.views.proof import holds, notice
from taybac_cluster.views.words import all_said, day, number, say

_ALREADY = Words(
    "năm {year} đã chốt, dữ liệu không thay đổi", "{year} is already locked, and its data have not changed"
)
_DONE = Words(
    "đã chốt kết quả năm {year}{meeting}: {ranked} đô thị được xếp hạng; đề nghị khen thưởng: {who}; "
    "phiên bản {version}; mã đối chiếu {seal}",
    "locked the result of {year}{meeting}: {ranked} cities ranked; nominated: {who}; version {version}; seal {seal}",
)
_MEETING_OF = Words(" (hội nghị ngày {day})", " (meeting of {day})")
_PAPERS = {
    "current": Words(
        "Mã đối chiếu {seal} là của kết quả năm {year} đang chốt; kết quả này kiểm chứng đúng.",
        "Seal {seal} is that of the locked result of {year}, and that result is verified.",
    ),
    "drifted": Words(
        "Mã đối chiếu {seal} là của kết quả năm {year} đang chốt, nhưng kết quả này không còn đúng như đã chốt.",
        "Seal {seal} is that of the locked result of {year}, but that result is no longer what was locked.",
    ),
    "earlier": Words(
        "Mã đối chiếu {seal} là của kết quả năm {year} đã chốt trước đây, sau đó được mở lại{day}{reason}. "
        "Văn bản này không còn hiệu lực.",
        "Seal {seal} is that of an earlier result of {year}, which was opened again{day}{reason}. "
        "This paper is no longer valid.",
    ),
    "not_locked": Words(
        "Kết quả năm {year} chưa chốt; mã đối chiếu {seal} không phải của kết quả nào đã chốt.",
        "The result of {year} is not locked; no locked result has the seal {seal}.",
    ),
    "unknown": Words(
        "Mã đối chiếu {seal} không phải của kết quả nào đã chốt năm {year}.",
        "No result of {year} was ever locked with the seal {seal}.",
    ),
}
_ON = Words(" ngày {day}", " on {day}")
_BECAUSE = Words(", lý do: {reason}", ", reason: {reason}")
_TITLE = Words("Kiểm chứng kết quả năm {year}", "Verifying the result of {year}")
_BAD = Words("Không còn đúng như đã chốt.", "No longer what was locked.")
_SEAL = Words(
    "Tệp chốt {file} đã bị sửa: mã đối chiếu không khớp.",
    "The lock {file} was edited: its seal does not match.",
)
_NEWER = Words(
    "Không tệp đầu vào nào thay đổi, nhưng phiên bản {version} tính ra kết quả khác với phiên bản {old} đã chốt.",
    "No input changed, but version {version} gives another result than version {old}, which locked it.",
)
_SAME_RESULT = Words("Điểm, hạng và quyết định vẫn như đã chốt.", "Points, places and decisions are still as locked.")
_UPGRADED = Words(
    "Chốt bằng phiên bản {old}; phiên bản {version} vẫn cho cùng kết quả.",
    "Locked by version {old}; version {version} still gives the same.",
)
_KINDS = {
    "changed": Words("{file}: đã thay đổi", "{file}: changed"),
    "added": Words("{file}: thêm sau khi chốt", "{file}: added since"),
    "removed": Words("{file}: không còn", "{file}: gone"),
}
_SECTIONS = {
    "inputs": Words("Dữ liệu đã thay đổi", "Files that changed"),
    "moved": Words("Ảnh hưởng tới điểm và hạng", "What it does to points and places"),
    "decisions": Words("Quyết định thay đổi", "Decisions that differ"),
}
_HEADINGS = (
    Words("Đô thị", "City"),
    Words("Hạng đã chốt", "Place locked"),
    Words("Hạng nay", "Place now"),
    Words("Điểm đã chốt", "Points locked"),
    Words("Điểm nay", "Points now"),
    Words("Khác về", "Differs in"),
)
_LEAVES = Words("điểm tiêu chí", "criteria")
_ADJUSTED = Words("điểm cộng, điểm trừ", "bonuses, deductions")
_DECISIONS = {
    "nominated": Words(
        "đề nghị khen thưởng theo cách tính: {before} → {after}", "nominated by the criteria: {before} → {after}"
    ),
    "decided": Words("hội nghị quyết định: {before} → {after}", "decided by the meeting: {before} → {after}"),
    "next": Words("đơn vị đăng cai kỳ tới: {before} → {after}", "the next host: {before} → {after}"),
    "not_ranked": Words("các đô thị không xếp hạng: {before} → {after}", "who is not ranked: {before} → {after}"),
    "settled_by": Words(
        "cách chọn trong số các đô thị có tổng điểm bằng nhau: {before} → {after}",
        "how the tie was settled: {before} → {after}",
    ),
}
_SETTLED = {
    "ballots.tie": Words("bằng bỏ phiếu", "by a vote"),
    "decisions.nominated": Words("bằng quyết định của hội nghị", "by the meeting’s decision"),
}
_NOBODY = Words("không có", "nobody")
_HISTORY = Words("Lịch sử chốt: {events}", "History: {events}")
_ACTIONS = {"locked": Words("chốt", "locked"), "unlocked": Words("mở lại", "unlocked")}


def already(year: int, lang: Language) -> str:
    """Say that a year is locked already and that nothing changed."""
    return say(_ALREADY, lang, year=year)


def done(lock: Lock, result: Result, lang: Language) -> str:
    """Say what was locked, on which meeting's word and by which version, and the seal that stands on the papers."""
    meeting = result.round.meeting
    held = say(_MEETING_OF, lang, day=day(meeting.held_on, lang)) if meeting and meeting.held_on else ""
    who = names(result, lock.decided if lock.decided is not None else lock.nominated, lang) or say(_NOBODY, lang)
    return say(
        _DONE,
        lang,
        year=lock.year,
        meeting=held,
        ranked=len(lock.ranking),
        who=who,
        version=lock.history[-1].version,
        seal=short_seal(lock.seal),
    )


def _paper(found: Paper, year: int, code: str, lang: Language) -> Notice:
    """Say which result a paper with this seal shows."""
    opened = found.opened
    on = say(_ON, lang, day=day(opened.date, lang)) if opened and opened.date else ""
    because = say(_BECAUSE, lang, reason=opened.reason.to(lang)) if opened and opened.reason else ""
    text = say(_PAPERS[found.kind], lang, year=year, seal=short_seal(code), day=on, reason=because)
    return Notice(text, "good" if found.kind == "current" else "bad")


def pages(proofs: tuple[Proof, ...], lang: Language, paper: Paper | None = None, seal: str | None = None) -> Page:
    """Return what verifying several years found; and, of one year, what the seal of a paper belongs to."""
    blocks = [block for proof in proofs for block in page(proof, lang)]
    return [_paper(paper, proofs[0].lock.year, seal, lang), *blocks] if paper and seal else blocks


def page(proof: Proof, lang: Language) -> Page:
    """Return what verifying a year found."""
    blocks: list[Block] = [Title(say(_TITLE, lang, year=proof.lock.year))]
    if proof.drift.holds:
        blocks.append(holds(proof, lang))
        if proof.locker != proof.version:
            blocks.append(Lines((Phrase(say(_UPGRADED, lang, old=proof.locker, version=proof.version)),)))
    else:
        blocks.append(Notice(say(_BAD, lang), "bad"))
        blocks += list(_drifted(proof, lang))
    if proof.lock.state == "unlocked":
        blocks.append(notice(proof, lang))
    blocks.append(
        Lines(
            (Phrase(say(_HISTORY, lang, events="; ".join(_event(each, lang) for each in proof.lock.history)), "dim"),)
        )
    )
    return blocks


def _event(event: Event, lang: Language) -> str:
    text = f"{say(_ACTIONS[event.action], lang)} ({event.version})"
    text += f", {day(event.date, lang)}" if event.date else ""
    return text + (f": {event.reason.to(lang)}" if event.reason else "")


def _drifted(proof: Proof, lang: Language) -> Iterator[Block]:
    drift = proof.drift
    if drift.broken_seal:
        yield Lines((Phrase(say(_SEAL, lang, file=proof.lock.file), "bad"),))
    if drift.changes:
        yield Title(say(_SECTIONS["inputs"], lang), 2)
        yield Lines(tuple(Phrase(say(_KINDS[each.kind], lang, file=each.file)) for each in drift.changes), bullets=True)
        if not drift.moved and not drift.decisions:
            yield Lines((Phrase(say(_SAME_RESULT, lang)),))
    elif drift.moved or drift.decisions:
        yield Lines((Phrase(say(_NEWER, lang, version=proof.version, old=proof.locker), "bad"),))
    if drift.moved:
        yield Title(say(_SECTIONS["moved"], lang), 2)
        headings = all_said(_HEADINGS, lang)
        columns = tuple(Column(heading, right=0 < at < 5) for at, heading in enumerate(headings))  # noqa: PLR2004 - the numbers
        yield Table(columns, tuple(_moved(proof, each, lang) for each in drift.moved))
    if drift.decisions:
        yield Title(say(_SECTIONS["decisions"], lang), 2)
        yield Lines(tuple(Phrase(_decision(proof, name, lang)) for name in drift.decisions), bullets=True)


def _moved(proof: Proof, each: Moved, lang: Language) -> Row:
    before, after = each.before, each.after
    cells = [names(proof.result, (each.member,), lang)]
    cells += [str(place.rank) if place else "–" for place in (before, after)]
    cells += [number(place.total, lang) if place else "–" for place in (before, after)]
    return Row(tuple(Phrase(cell) for cell in (*cells, _parts(proof, before, after, lang))))


def _parts(proof: Proof, before: LockedPlace | None, after: LockedPlace | None, lang: Language) -> str:
    """Name the groups whose points differ; the criteria where only those do."""
    if before is None or after is None:
        return ""
    titles = {group.id: group.name.to(lang) for group in proof.result.round.criteria.groups}
    parts = [
        titles.get(name, name)
        for name in {**before.groups, **after.groups}
        if before.groups.get(name) != after.groups.get(name)
    ]
    if parts or before.leaves != after.leaves:
        return ", ".join(parts) or say(_LEAVES, lang)
    return say(_ADJUSTED, lang) if before.total != after.total else ""


def _decision(proof: Proof, name: str, lang: Language) -> str:
    lock, result = proof.lock, proof.result
    coming = decided_next(lock.year, result.on_record)
    now: Any = {
        "nominated": result.nominations.members,
        "decided": result.decided,
        "next": (coming[1].host,) if coming else (),
        "not_ranked": tuple(each.member for each in result.left_out),
        "settled_by": result.nominations.settled_by,
    }[name]
    then: Any = getattr(lock, name)
    if name == "next":
        then = (then.host,) if then else ()
    if name == "settled_by":
        return say(_DECISIONS[name], lang, before=_settled(then, lang), after=_settled(now, lang))
    texts = [names(result, tuple(each or ()), lang) or say(_NOBODY, lang) for each in (then, now)]
    return say(_DECISIONS[name], lang, before=texts[0], after=texts[1])


def _settled(by: str | None, lang: Language) -> str:
    return say(_SETTLED[by], lang) if by in _SETTLED else by or "–"


def record(proofs: tuple[Proof, ...], faulty: tuple[int, ...] = (), paper: Paper | None = None) -> dict[str, object]:
    """Return what verifying found as data; of the years that cannot be computed, that they are faulty."""
    return {
        "version": 1,
        "holds": not faulty and all(each.drift.holds for each in proofs),
        "faulty": list(faulty),
        "paper": paper.kind if paper else None,
        "years": [
            {
                "year": each.lock.year,
                "state": each.state,
                "holds": each.drift.holds,
                "locked_by": each.locker,
                "verified_by": each.version,
                "seal": "broken" if each.drift.broken_seal else "whole",
                "changes": [{"file": change.file, "change": change.kind} for change in each.drift.changes],
                "moved": [
                    {"member": moved.member, "before": _place_record(moved.before), "after": _place_record(moved.after)}
                    for moved in each.drift.moved
                ],
                "decisions": list(each.drift.decisions),
            }
            for each in proofs
        ],
    }


def _place_record(place: LockedPlace | None) -> dict[str, object] | None:
    if place is None:
        return None
    return {"rank": place.rank, "total": place.total, "groups": dict(place.groups), "nominated": place.nominated}
