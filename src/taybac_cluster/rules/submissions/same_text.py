"""The same long text in the files of several cities."""

from collections.abc import Iterator

from taybac_cluster.diagnostics import Diagnostic, Words
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.model.record import Location
from taybac_cluster.rules import walk
from taybac_cluster.rules.rule import Edit, Rule
from taybac_cluster.rules.walk import City

_FEWEST = 40
"""Shorter texts may well be the same by chance."""

_SHOWN = 5


def check(cluster: Cluster) -> Iterator[Diagnostic]:
    """Compare the highlights and notes of a year's cities; a text is reported once, at its second place."""
    for year in walk.years(cluster):
        texts: dict[str, list[tuple[City, str]]] = {}
        for city in year.cities:
            submission = city.submission
            if submission.highlights is not None and len(submission.highlights.vi) >= _FEWEST:
                texts.setdefault(submission.highlights.vi.strip(), []).append((city, "highlights"))
            if submission.note is not None and len(submission.note.vi) >= _FEWEST:
                texts.setdefault(submission.note.vi.strip(), []).append((city, "note"))
        for found in texts.values():
            if len(found) > 1:
                yield from _of_several(found)


def _of_several(found: list[tuple[City, str]]) -> Iterator[Diagnostic]:
    """Report a text that stands in the files of several cities; twice in one city's is nothing."""
    places = _by_city(found)
    if len(places) > 1:
        first, second, *rest = places
        others = [first, *rest[: _SHOWN - 1]]
        listed = ", ".join(others) + (", …" if len(places) > _SHOWN + 1 else "")
        yield RULE.at(places[second], *(places[each] for each in others), count=len(places), others=listed)


def _by_city(found: list[tuple[City, str]]) -> dict[str, Location]:
    return {city.id: city.submission.at(part) for city, part in found}


RULE = Rule(
    code="R420",
    name="same-text",
    title=Words(
        "Cùng một đoạn văn trong báo cáo của nhiều đô thị",
        "The same text in several cities’ files",
    ),
    why=Words(
        "Kết quả nổi bật là của riêng từng đô thị; đoạn văn giống hệt nhau thường do chép lại hoặc quên thay nội "
        "dung mẫu.",
        "Highlights are a city’s own; an identical text is usually copied, or a sample that nobody replaced.",
    ),
    message=Words(
        "đoạn này giống hệt nhau trong báo cáo của {count} đô thị (cùng với: {others})",
        "this text is the same in the files of {count} cities (with: {others})",
    ),
    hint=Words(
        "viết lại theo việc đô thị đã làm, hoặc xóa mục này",
        "say what this city has done, or delete the entry",
    ),
    bad=(
        Edit(
            "submissions/2023/sa-pa.yaml",
            "highlights: Nội dung minh họa",
            "highlights: Trồng mới hàng cây dọc các tuyến phố chính trong nội thị",
        ),
        Edit(
            "submissions/2023/lao-cai.yaml",
            "submitted_on: 2023-09-09",
            "submitted_on: 2023-09-09\nhighlights: Trồng mới hàng cây dọc các tuyến phố chính trong nội thị",
        ),
    ),
    severity="warning",
    check=check,
)
