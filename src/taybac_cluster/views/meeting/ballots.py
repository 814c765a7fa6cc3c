"""A ballot and its votes in words."""

from collections.abc import Iterator

from taybac_cluster.decide.votes import Vote, count
from taybac_cluster.diagnostics import Words
from taybac_cluster.model.meeting import Ballot
from taybac_cluster.model.record import Language
from taybac_cluster.views.meeting.session import Session, by_source
from taybac_cluster.views.page import Block, Column, Lines, Phrase, Row, Table, Title
from taybac_cluster.views.words import all_said, number, percent, say, threshold

BALLOTS = {
    "nomination": Words("Bỏ phiếu: đề nghị khen thưởng", "Ballot: nomination"),
    "host": Words("Bỏ phiếu: đơn vị đăng cai", "Ballot: host"),
    "tie": Words("Bỏ phiếu: chọn trong số các đô thị có tổng điểm bằng nhau", "Ballot: the tie"),
    "theme": Words("Bỏ phiếu: chủ đề", "Ballot: the theme"),
}
_BALLOT = Words("Bỏ phiếu: {name}", "Ballot: {name}")
_RULE = Words("Quy tắc: {how} {threshold} của {base}{source}.", "Rule: {how} {threshold} of {base}{source}.")
_HOW = {True: Words("quá", "above"), False: Words("ít nhất", "at least")}
_BASES = {
    "members": Words("tổng số thành viên", "all members"),
    "present": Words("số thành viên có mặt", "the members present"),
    "valid": Words("số phiếu hợp lệ", "the valid votes"),
}
_NO_RULE = Words(
    "Không nêu quy tắc: chỉ ghi số phiếu, không kết luận là thông qua.",
    "No rule is stated: the votes are counted, and nothing is said to be carried.",
)
_PAPERS = Words(
    "Phiếu: phát ra {issued}, thu về {returned}, hợp lệ {valid}.",
    "Ballot papers: issued {issued}, returned {returned}, valid {valid}.",
)
_KIND = {True: Words("Bỏ phiếu kín.", "A secret ballot."), False: Words("Biểu quyết công khai.", "An open vote.")}
_OWN = Words("Đô thị không bỏ phiếu cho chính mình.", "A city does not vote on itself.")
_COLUMNS = (
    Words("Đô thị", "City"),
    Words("Tán thành", "For"),
    Words("Không tán thành", "Against"),
)
_ABSTAINED = {
    None: Words("Không biểu quyết, phiếu trắng", "Abstain"),
    False: Words("Không biểu quyết", "Abstain"),
    True: Words("Phiếu trắng", "Blank"),
}
_OF = {
    None: Words("Trên tổng số", "Of"),
    "members": Words("Trên tổng số thành viên", "Of all members"),
    "present": Words("Trên tổng số có mặt", "Of those present"),
    "valid": Words("Trên tổng số phiếu hợp lệ", "Of the valid votes"),
}
_AFTER = (Words("Tỷ lệ", "Share"), Words("Kết luận", "Verdict"))
_VERDICTS = {
    "carried": Words("thông qua", "carried"),
    "not_carried": Words("không thông qua", "not carried"),
    "counted": Words("đã kiểm phiếu", "counted"),
}


def ballot_blocks(session: Session, name: str, ballot: Ballot, lang: Language) -> Iterator[Block]:
    """Yield the rule of a ballot, and the votes for every candidate."""
    yield Title(say(BALLOTS[name], lang) if name in BALLOTS else say(_BALLOT, lang, name=name), 2)
    lines = []
    if ballot.rule is None:
        lines.append(Phrase(say(_NO_RULE, lang), "warn"))
    else:
        rule = ballot.rule
        lines.append(Phrase(say(
            _RULE, lang, how=say(_HOW[rule.above], lang), threshold=threshold(rule.threshold, lang),
            base=say(_BASES[rule.base], lang), source=by_source(rule.source, lang),
        )))  # fmt: skip
    if ballot.secret is not None:
        lines.append(Phrase(say(_KIND[ballot.secret], lang)))
    if not ballot.own_vote:
        lines.append(Phrase(say(_OWN, lang)))
    if any(each is not None for each in (ballot.issued, ballot.returned, ballot.valid)):
        papers = {key: number(getattr(ballot, key), lang) for key in ("issued", "returned", "valid")}
        lines.append(Phrase(say(_PAPERS, lang, **papers)))
    if ballot.note:
        lines.append(Phrase(ballot.note.to(lang)))
    yield Lines(tuple(lines))
    of = _OF[ballot.rule.base if ballot.rule else None]
    headings = all_said((*_COLUMNS, _ABSTAINED[ballot.secret], of, *_AFTER), lang)
    columns = tuple(Column(heading, right=0 < at < 6) for at, heading in enumerate(headings))  # noqa: PLR2004 - the numbers
    yield Table(columns, tuple(_vote(session, vote, lang) for vote in count(ballot, session.meeting, session.members)))


def _vote(session: Session, vote: Vote, lang: Language) -> Row:
    share = percent(100 * vote.share, lang, 1) if vote.share is not None else "–"
    cells = [session.name(vote.candidate, lang)]
    cells += [number(each, lang) for each in (vote.tally.for_, vote.tally.against, vote.tally.abstain, vote.base)]
    return Row(tuple(Phrase(cell) for cell in (*cells, share, say(_VERDICTS[vote.verdict], lang))))
