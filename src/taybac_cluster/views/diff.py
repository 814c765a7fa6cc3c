"""What a change does, for a reviewer: the effect first, then the cities, their values, and the files."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction

from taybac_cluster.decide.diff import CityDiff, Diff, End, ItemDiff, YearDiff
from taybac_cluster.decide.owners import Touched
from taybac_cluster.decide.result import Result
from taybac_cluster.decide.sheet import Used
from taybac_cluster.diagnostics import Words
from taybac_cluster.model.record import Language
from taybac_cluster.views.diagnostics import findings, kinds
from taybac_cluster.views.named import names, title_of
from taybac_cluster.views.page import Block, Column, Lines, Page, Phrase, Role, Row, Table, Title
from taybac_cluster.views.visible import visible
from taybac_cluster.views.words import all_said, number, plural, say

_TITLE = Words("Thay đổi so với {ref} ({base})", "The change from {ref} ({base})")
_NO_EFFECT = Words("Không ảnh hưởng đến kết quả nào.", "No effect on any result.")
_EFFECT = Words("Có ảnh hưởng đến kết quả năm {years}.", "It changes the results of {years}.")
_BESIDE = Words(
    "{ref} có những thay đổi mà ở đây chưa có; chúng hiện ngược lại. Chỉ xem thay đổi của mình: {ref}...HEAD",
    "{ref} has changes that are not here; they show in reverse. For your own alone: {ref}...HEAD",
)
_FAULTY = Words(
    "Sau thay đổi dữ liệu có {count} lỗi: {kinds}; xem bằng: cluster validate",
    "After the change the data have {errors}: {kinds}; see: cluster validate",
)
_FORBIDDEN = Words(
    "{count} tệp không thuộc quyền sửa của người gửi.", "The author may not change {count} of these files."
)
_ALLOWED = Words("Mọi tệp đều thuộc quyền sửa của người gửi.", "The author may change all of these files.")
_EVERY_FILE = Words(
    "Người gửi thuộc bộ phận thư ký, được sửa mọi tệp.",
    "The author belongs to the secretariat and may change every file.",
)
_YEAR = Words("Năm {year}", "{year}")
_NOT_RANKED = Words("không xếp hạng được ({count} lỗi)", "cannot be ranked ({errors})")
_NO_RESULT = Words("chưa có kết quả", "no result")
_FACTS = {
    "result": Words("Kết quả: {before} → {after}", "Result: {before} → {after}"),
    "errors": Words("Số lỗi: {before} → {after}", "Errors: {before} → {after}"),
    "nominations": Words("Đề nghị khen thưởng: {before} → {after}", "Nominated: {before} → {after}"),
    "open_seats": Words("Số lượng còn để hội nghị quyết định: {before} → {after}", "Open seats: {before} → {after}"),
    "next": Words("Đơn vị đăng cai kỳ sau: {before} → {after}", "Next host: {before} → {after}"),
    "doubts": Words(
        "Nội dung có thể làm thay đổi danh sách: {before} → {after}",
        "Doubts that could change the nominations: {before} → {after}",
    ),
}
_RANKED = Words("có kết quả", "ranked")
_NOBODY = Words("không có", "none")
_NO_OWNER = Words("chưa khai báo", "not declared")
_CITIES = (
    Words("Đô thị", "City"),
    Words("Hạng", "Place"),
    Words("Tổng điểm", "Total"),
    Words("Đề nghị", "Nominated"),
)
_VALUES = (
    Words("Đô thị", "City"),
    Words("Nội dung", "What"),
    Words("Giá trị", "Value"),
    Words("Điểm", "Points"),
)
_FILES = (Words("Tệp", "File"), Words("Thay đổi", "Change"), Words("Thuộc về", "Owner"))
_ALLOWED_HEADING = Words("Được sửa", "Allowed")
_FILES_TITLE = Words("Tệp", "Files")
_CHANGE = {
    "added": Words("thêm", "added"),
    "modified": Words("sửa", "modified"),
    "deleted": Words("xóa", "deleted"),
    "renamed": Words("đổi tên từ {before}", "renamed from {before}"),
    "type": Words("đổi loại tệp", "type changed"),
    "mode": Words("đổi quyền tệp", "mode changed"),
}
_UNUSUAL = Words("{change} (liên kết, kho con hay quyền tệp)", "{change} (a link, submodule or mode)")
_COUNTS = {
    True: Words("có", "yes"),
    False: Words("không", "no"),
    "missing": Words("thiếu", "missing"),
    "na": Words("không áp dụng", "not applicable"),
    None: Words("–", "–"),
}


def page(found: Diff, ref: str, lang: Language) -> Page:
    """Return the change as a page."""
    blocks: list[Block] = [Title(say(_TITLE, lang, ref=visible(ref), base=found.base[:12]))]
    blocks.append(Lines(tuple(_first(found, ref, lang))))
    for year in found.years:
        blocks += _year(year, lang)
    if found.files:
        blocks += [Title(say(_FILES_TITLE, lang), 2), _files(found.files, lang)]
    return blocks


def _first(found: Diff, ref: str, lang: Language) -> Iterator[Phrase]:
    """Say first what a reviewer must know."""
    if found.effect:
        years = ", ".join(str(each.year) for each in found.years if each.effect)
        yield Phrase(say(_EFFECT, lang, years=years), "strong")
    else:
        yield Phrase(say(_NO_EFFECT, lang), "strong")
    if found.errors:
        count = len(found.errors)
        text = say(_FAULTY, lang, count=count, errors=_errors(count), kinds=kinds(findings(found.errors, lang)))
        yield Phrase(text, "bad")
    if found.forbidden:
        count = sum(each.allowed is False for each in found.files)
        yield Phrase(say(_FORBIDDEN, lang, count=count), "bad")
    elif any(each.allowed for each in found.files):
        yield Phrase(say(_ALLOWED, lang), "good")
    if found.every_file:
        yield Phrase(say(_EVERY_FILE, lang), "dim")
    if found.beside:
        yield Phrase(say(_BESIDE, lang, ref=visible(ref)), "warn")


def _year(year: YearDiff, lang: Language) -> Iterator[Block]:
    yield Title(say(_YEAR, lang, year=year.year), 2)
    facts = tuple(Phrase(text) for text in _facts(year, lang))
    if facts:
        yield Lines(facts, bullets=True)
    both = year.before.result is not None and year.after.result is not None
    placed = [each for each in year.cities if each.before != each.after] if both else []
    if placed:
        yield Table(_columns(_CITIES, lang, right=(1, 2)), tuple(_placed(each, year, lang) for each in placed))
    if any(each.replaced for each in year.cities):
        rows = tuple(_replaced(each, one, year, lang) for each in year.cities for one in each.replaced)
        yield Table(_columns(_VALUES, lang, right=(2, 3)), rows)


def _facts(year: YearDiff, lang: Language) -> Iterator[str]:
    said = {
        "result": [_state(end, lang) for end in (year.before, year.after)],
        "errors": [str(end.errors) for end in (year.before, year.after)],
        "nominations": [_cities(end, end.nominations, lang) for end in (year.before, year.after)],
        "open_seats": [_text(end.open_seats) for end in (year.before, year.after)],
        "next": [_cities(end, (end.next,) if end.next else (), lang) for end in (year.before, year.after)],
        "doubts": [_text(end.doubts) for end in (year.before, year.after)],
    }
    both = year.before.result is not None and year.after.result is not None
    for name, (before, after) in said.items():
        if before != after and (both or name in ("result", "errors", "nominations")):
            yield say(_FACTS[name], lang, before=before, after=after)


def _state(end: End, lang: Language) -> str:
    if end.result is not None:
        return say(_RANKED, lang)
    return say(_NOT_RANKED, lang, count=end.errors, errors=_errors(end.errors)) if end.errors else say(_NO_RESULT, lang)


def _errors(count: int) -> str:
    return plural(count, "error", "errors")


def _cities(end: End, members: tuple[str, ...] | None, lang: Language) -> str:
    if end.result is None or not members:
        return say(_NOBODY, lang) if end.result is not None else "–"
    return names(end.result, members, lang)


def _text(value: int | None) -> str:
    return "–" if value is None else str(value)


def _columns(headings: Iterable[Words], lang: Language, *, right: tuple[int, ...] = ()) -> tuple[Column, ...]:
    return tuple(Column(text, right=at in right) for at, text in enumerate(all_said(headings, lang)))


def _placed(each: CityDiff, year: YearDiff, lang: Language) -> Row:
    before, after = each.before, each.after
    role: Role = "plain" if before.nominated == after.nominated else "good" if after.nominated else "bad"
    return Row(
        (
            Phrase(_name(year, each.member, lang), "strong"),
            Phrase(_arrow(_text(before.rank), _text(after.rank))),
            Phrase(_arrow(number(before.total, lang), number(after.total, lang))),
            Phrase(_arrow(_yes(before.nominated, lang), _yes(after.nominated, lang)), role),
        )
    )


def _replaced(each: CityDiff, one: ItemDiff, year: YearDiff, lang: Language) -> Row:
    before, after = one.before, one.after
    return Row(
        (
            Phrase(_name(year, each.member, lang)),
            Phrase(_what(year, one.id, lang)),
            Phrase(_arrow(_counts(before.value, lang), _counts(after.value, lang))),
            Phrase(_arrow(number(before.points, lang), number(after.points, lang))),
        )
    )


def _arrow(before: str, after: str) -> str:
    return before if before == after else f"{before} → {after}"


def _yes(answer: bool, lang: Language) -> str:  # noqa: FBT001
    return say(_COUNTS[answer], lang)


def _counts(value: Used | None, lang: Language) -> str:
    if isinstance(value, Fraction):
        return number(value, lang, 2)
    if isinstance(value, Decimal):
        return number(value, lang)
    return say(_COUNTS[value], lang) if value in _COUNTS else visible(str(value))


def _result(year: YearDiff) -> Result | None:
    return year.after.result or year.before.result


def _name(year: YearDiff, member: str, lang: Language) -> str:
    result = _result(year)
    return visible(names(result, (member,), lang)) if result is not None else member


def _what(year: YearDiff, name: str, lang: Language) -> str:
    for result in (year.after.result, year.before.result):
        if result is not None and (title := title_of(result, name, lang)) != name:
            return visible(title)
    return name


def _files(files: tuple[Touched, ...], lang: Language) -> Table:
    asked = any(each.allowed is not None for each in files)
    headings = (*_FILES, _ALLOWED_HEADING) if asked else _FILES
    return Table(_columns(headings, lang), tuple(_file(each, lang) for each in files))


def _file(each: Touched, lang: Language) -> Row:
    change = say(_CHANGE[each.change], lang, before=visible(each.before or ""))
    if not each.ordinary:
        change = say(_UNUSUAL, lang, change=change)
    owners = visible(", ".join(each.owners)) or say(_NO_OWNER, lang)
    cells = [Phrase(visible(each.file)), Phrase(change), Phrase(owners)]
    if each.allowed is not None:
        cells.append(Phrase(say(_COUNTS[each.allowed], lang), "good" if each.allowed else "bad"))
    return Row(tuple(cells))


def record(found: Diff) -> dict[str, object]:
    """Return the change as the JSON object that is a contract."""
    return {
        "base": found.base,
        "effect": found.effect,
        "years": [_year_record(each) for each in found.years],
        "files": [_file_record(each) for each in found.files],
    }


def _year_record(year: YearDiff) -> dict[str, object]:
    ends = (year.before, year.after)
    return {
        "year": year.year,
        "faults": [end.errors for end in ends],
        "members": [_city_record(each) for each in year.cities],
        "nominations": [None if end.nominations is None else list(end.nominations) for end in ends],
        "open_seats": [end.open_seats for end in ends],
        "next": [end.next for end in ends],
        "doubts": [end.doubts for end in ends],
    }


def _city_record(each: CityDiff) -> dict[str, object]:
    ends = (each.before, each.after)
    return {
        "member": each.member,
        "rank": [end.rank for end in ends],
        "total": [end.total for end in ends],
        "eligible": [end.eligible for end in ends],
        "nominated": [end.nominated for end in ends],
        "changes": [
            {
                "id": one.id,
                "value": [one.before.value, one.after.value],
                "points": [one.before.points, one.after.points],
            }
            for one in each.replaced
        ],
    }


def _file_record(each: Touched) -> dict[str, object]:
    found: dict[str, object] = {"file": each.file, "change": each.change}
    if each.before is not None:
        found["from"] = each.before
    return found | {"owners": list(each.owners), "allowed": each.allowed}
