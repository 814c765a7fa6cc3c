"""What every paper has: head, number, day, seal, signer, recipients; and what is lacking for them."""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from taybac_cluster.decide.doubts import Doubts
from taybac_cluster.decide.lock import short_seal
from taybac_cluster.decide.proof import Proof, Unreadable
from taybac_cluster.decide.result import Result
from taybac_cluster.decide.would_take import Chance, chances
from taybac_cluster.diagnostics import Words
from taybac_cluster.model.meeting import last_day
from taybac_cluster.model.papers import Issuer, PaperKind, PaperNumber, Papers, PaperWords, Signer, filled
from taybac_cluster.model.record import Language, LocalText
from taybac_cluster.views.papers.blocks import (
    BLANK,
    Block,
    Letterhead,
    Paper,
    Paragraph,
    Signature,
    Signatures,
    Stamp,
)
from taybac_cluster.views.words import ILLUSTRATIVE, day, full_name, listed, number, say

NOT_LOCKED = Words("DỰ THẢO – CHƯA CHỐT KẾT QUẢ", "DRAFT – THE RESULT IS NOT LOCKED")
_SEALED = Words("Mã đối chiếu kết quả đã chốt: {seal}", "Seal of the locked result: {seal}")
WHAT_IF = Words("GIẢ ĐỊNH – KHÔNG PHẢI KẾT QUẢ CỦA NĂM", "WHAT-IF – NOT THE RESULT OF THE YEAR")

STEMS: dict[PaperKind, str] = {
    "proposal": "to-trinh",
    "minutes": "bien-ban",
    "scores": "bang-diem",
    "hosting": "dang-cai",
    "notice": "thong-bao",
    "doubts": "luu-y",
}
_ABBREVIATIONS: dict[PaperKind, str] = {
    "proposal": "TTr-",
    "minutes": "BB-",
    "hosting": "",
    "notice": "TB-",
    "doubts": "BC-",
    "scores": "",
}
"""By the decree; a letter has none."""
_FROM = {
    "association": ("hiệp hội", "members.yaml: cluster.association"),
    "held_on": ("ngày họp", "meetings/{year}.yaml: held_on"),
    "place": ("nơi họp", "meetings/{year}.yaml: place"),
    "host": ("đơn vị đăng cai", "meetings/{year}.yaml: host"),
    "head": ("cụm trưởng", "meetings/{year}.yaml: head"),
    "theme": ("chủ đề năm", "meetings/{year}.yaml: theme"),
    "seminar": ("chủ đề hội thảo", "meetings/{year}.yaml: seminar"),
    "next_host": ("đơn vị đăng cai kỳ tới", "meetings/{year}.yaml: decisions.next.host"),
    "next_theme": ("chủ đề kỳ tới", "meetings/{year}.yaml: decisions.next.theme"),
}
"""What a blank in the wording stands for, and where it is to be written."""
_EARLY_MONTHS = 2


@dataclass(frozen=True)
class Source:
    """What the papers are written from."""

    result: Result
    papers: Papers
    lock: Proof | Unreadable | None = None
    doubts: Doubts = field(default_factory=Doubts)

    @cached_property
    def _chances(self) -> dict[str, tuple[Chance, ...]]:
        return {}

    def chances(self, member: str) -> tuple[Chance, ...]:
        """Return what moving one criterion would gain a member; worked out once for all papers."""
        if member not in self._chances:
            self._chances[member] = chances(self.result, member)
        return self._chances[member]

    @property
    def what_if(self) -> bool:
        """Whether the result is of a year as it was not."""
        return self.result.what_if is not None

    @property
    def year(self) -> int:
        """The year of the dossier."""
        return self.result.round.year

    @property
    def seal(self) -> str | None:
        """The seal's short form; None while the year is not locked, or no longer follows from its files."""
        return seal_of(self.lock) if not self.what_if else None

    @property
    def meeting_day(self) -> datetime.date:
        """The day of the meeting, else that of the criteria set."""
        meeting = self.result.round.meeting
        return (meeting.held_on if meeting else None) or self.result.round.criteria.as_of


def seal_of(lock: Proof | Unreadable | None) -> str | None:
    """Return the short form of a lock's seal, where the lock holds."""
    return short_seal(lock.lock.seal) if isinstance(lock, Proof) and lock.state == "verified" else None


def status(source: Source, lang: Language) -> Iterator[str]:
    """Yield what every paper, sheet and page says in its body."""
    if source.result.round.illustrative:
        yield say(ILLUSTRATIVE, lang)
    if source.what_if:
        yield say(WHAT_IF, lang)
    yield say(NOT_LOCKED, lang) if source.seal is None else say(_SEALED, lang, seal=source.seal)


def counted(count: int) -> str:
    """Write a count as papers do: 05."""
    return f"{count:02d}" if count else "0"


def long_day(date: datetime.date | None) -> str:
    """Write a day in full, as under a letterhead; of the months only 1 and 2 get a zero."""
    if date is None:
        return "ngày …… tháng …… năm ………"
    month = f"{date.month:02d}" if date.month <= _EARLY_MONTHS else str(date.month)
    return f"ngày {date.day:02d} tháng {month} năm {date.year}"


@dataclass
class Desk:
    """One paper in the making: what it takes from papers.yaml, and what it found lacking there."""

    source: Source
    kind: PaperKind
    member: str | None = None
    lacks: list[str] = field(default_factory=list)

    @property
    def result(self) -> Result:
        """The result of the year."""
        return self.source.result

    @property
    def words(self) -> PaperWords:
        """What this kind of paper says every year."""
        return self.source.papers.words(self.kind)

    @property
    def numbered(self) -> PaperNumber:
        """The paper's number and day."""
        return self.source.papers.number(self.source.year, self.kind)

    @property
    def day(self) -> datetime.date:
        """The day on which issuer and signer are read."""
        return self.numbered.date or self.source.meeting_day

    @property
    def issuer(self) -> Issuer | None:
        """Who issues the paper."""
        return self.source.papers.issuer(self.day)

    def lack(self, what: str, key: str) -> str:
        """Note that something is not known, and return the blank that stands for it."""
        text = f"{what} ({key})"
        if text not in self.lacks:
            self.lacks.append(text)
        return BLANK

    def known(self, value: object, what: str, key: str) -> str:
        """Return a value as text, or a blank."""
        if value is None or value == "":
            return self.lack(what, f"papers.yaml: {key}")
        return value.to("vi") if isinstance(value, LocalText) else str(value)

    def recorded(self, value: object, what: str, key: str) -> str:
        """Return what the record of the meeting says, or a blank."""
        if value is None or value == "":
            return self.lack(what, f"meetings/{self.source.year}.yaml: {key}")
        return value.to("vi") if isinstance(value, LocalText) else str(value)

    def number(self) -> str:
        """Write number and symbol: Số: 05/TTr-CĐT."""
        numbered, at = self.numbered, f"years.{self.source.year}.{self.kind}"
        given = numbered.numbers.get(self.member or "", numbered.number)
        if given is None:
            key = f"{at}.numbers" if self.kind == "notice" else f"{at}.number"
            self.known(None, "số văn bản", key)
        symbol = self.words.symbol
        if symbol is None:
            self.known(None, "ký hiệu văn bản", f"papers.{self.kind}.symbol")
        count = counted(given) if given is not None else "………"
        return f"Số: {count}/{symbol or _ABBREVIATIONS[self.kind] + '………'}"

    def letterhead(self, *, dated: bool = True, about: str | None = None) -> Letterhead:
        """Return the head of the paper."""
        issuer = self.issuer
        superior = self.known(issuer.superior if issuer else None, "cơ quan chủ quản", "issuers[].superior")
        name = self.known(issuer.name if issuer else None, "cơ quan ban hành", "issuers[].name")
        place_and_day = None
        if dated:
            place = self.known(issuer.place if issuer else None, "địa danh", "issuers[].place")
            if self.numbered.date is None:
                self.known(None, "ngày văn bản", f"years.{self.source.year}.{self.kind}.date")
            place_and_day = f"{place}, {long_day(self.numbered.date)}"
        return Letterhead(superior, name, self.number(), place_and_day, about)

    def subject(self, default: str) -> str:
        """Return what the paper is about: the wording of papers.yaml, else ours."""
        given = self.words.subject
        return self._filled(given.to("vi") if given else default)

    def body(self, *default: str) -> list[Paragraph]:
        """Return the opening: the wording of papers.yaml, else ours."""
        given = self.words.body
        lines = given.to("vi").splitlines() if given else default
        return [Paragraph(self._filled(line.strip())) for line in lines if line.strip()]

    def _filled(self, text: str) -> str:
        """Fill the braces of a text; what is not known is a blank, and noted."""
        words = self.placeholders()
        for name, (what, key) in _FROM.items():
            if f"{{{name}}}" in text and words[name] == BLANK:
                self.lack(what, key.format(year=self.source.year))
        return filled(text, words)

    def grounds(self) -> list[Paragraph]:
        """Return the grounds, each with its mark; a blank where none are known."""
        texts = [each.to("vi") for each in self.words.grounds]
        if not texts:
            texts = ["Căn cứ " + self.known(None, "căn cứ ban hành", f"papers.{self.kind}.grounds")]
        return [Paragraph(text, "ground") for text in closed(texts)]

    def addressees(self) -> tuple[str, ...]:
        """Return whom the paper is addressed to."""
        given = tuple(each.to("vi") for each in self.words.to)
        return given or (self.known(None, "nơi nhận ghi ở “Kính gửi”", f"papers.{self.kind}.to"),)

    def copies(self) -> tuple[str, ...]:
        """Return who receives copies."""
        given = tuple(each.to("vi") for each in self.words.copies)
        return given or (self.known(None, "danh sách nơi nhận", f"papers.{self.kind}.copies"),)

    def signatures(self) -> Signatures:
        """Return the end of the paper."""
        return Signatures(self.signature(), None, self.copies())

    def signature(self) -> Signature:
        """Return who signs."""
        signer = self.source.papers.signer(self.kind, self.day) or Signer()
        office = self.known(signer.office, "chức vụ người ký", "signers[].office")
        lines = [signer.capacity.to("vi")] if signer.capacity else []
        return Signature((*lines, office), self.known(signer.name, "họ tên người ký", "signers[].name"))

    def status(self) -> list[Paragraph]:
        """Return what every paper says in its body."""
        return [Paragraph(text, "notice") for text in status(self.source, "vi")]

    def stamp(self) -> list[Block]:
        """Return the address of the result page, for whoever holds the paper, where there is one."""
        address = self.issuer.page_url if self.issuer else None
        seal = self.source.seal
        parts = [f"Mã đối chiếu: {seal}"] if seal else []
        parts += [f"Trang kết quả: {address}"] if address else []
        return [Stamp(". ".join(parts) + ".", address)] if parts else []

    def paper(self, title: str, blocks: Iterable[Block], stem: str | None = None, *, landscape: bool = False) -> Paper:
        """Return the finished paper."""
        made = tuple(blocks)
        return Paper(self.kind, stem or STEMS[self.kind], title, self.day, made, landscape, tuple(self.lacks))

    def city(self, member: str, on: datetime.date | None = None) -> str:
        """Name a city with its type: thị xã Sa Pa."""
        standing = self.result.round.standings.get(member)
        if standing is not None and on is None:
            return full_name(standing, "vi")
        known = self.result.round.roster.by_id.get(member)
        return full_name(known.on(on or self.source.meeting_day), "vi") if known else member

    def cities(self, members: Iterable[str]) -> str:
        """Name several cities."""
        return listed([self.city(each) for each in members], "vi")

    def placeholders(self) -> dict[str, str]:
        """Return what fills the braces of the wording."""
        the_round, coming = self.result.round, self.result.next
        meeting, cluster = the_round.meeting, the_round.roster.cluster
        chosen = put_forward(self.result)
        placed = self.result.places.get(self.member or "")
        return {
            "year": str(self.source.year),
            "cluster": cluster.name.to("vi"),
            "association": cluster.association.to("vi") if cluster.association else BLANK,
            "criteria": the_round.criteria.name.to("vi"),
            "held_on": day(meeting.held_on, "vi") if meeting and meeting.held_on else BLANK,
            "place": meeting.place.to("vi") if meeting and meeting.place else BLANK,
            "host": self.city(meeting.host) if meeting and meeting.host else BLANK,
            "head": self.city(meeting.head) if meeting and meeting.head else BLANK,
            "theme": meeting.theme.to("vi") if meeting and meeting.theme else BLANK,
            "seminar": meeting.seminar.to("vi") if meeting and meeting.seminar else BLANK,
            "ranked": counted(len(self.result.placed)),
            "count": counted(len(chosen)),
            "nominated": self.cities(chosen) or BLANK,
            "next_year": str(coming.year),
            "next_host": self.city(coming.host, last_day(coming.year)) if coming.host else BLANK,
            "next_theme": coming.theme.to("vi") if coming.theme else BLANK,
            "member": self.city(self.member) if self.member else BLANK,
            "rank": place_of(placed.rank, tied=placed.tied) if placed else BLANK,
            "total": number(placed.total, "vi") if placed else BLANK,
        }


def place_of(rank: int, *, tied: bool) -> str:
    """Write a place on a paper; a shared one is said to be shared."""
    return f"{rank} (đồng hạng)" if tied else str(rank)


def capital(text: str) -> str:
    """Begin a sentence."""
    return text[:1].upper() + text[1:]


def put_forward(result: Result) -> tuple[str, ...]:
    """Return whom the cluster puts forward: as the meeting decided, else as computed."""
    return result.decided if result.decided is not None else result.nominations.members


def closed(texts: list[str]) -> list[str]:
    """End each text of a list with a semicolon, the last with a full stop."""
    bare = [text.rstrip(" ;.") for text in texts]
    return [f"{text}{'.' if at == len(bare) - 1 else ';'}" for at, text in enumerate(bare)]
