"""A file whose path and content name two years."""

from collections.abc import Iterator

from taybac_cluster.diagnostics import Diagnostic, Words
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.rules import walk
from taybac_cluster.rules.rule import Edit, Rule


def check(cluster: Cluster) -> Iterator[Diagnostic]:
    """Compare the year in a file with the one in its path."""
    for year, _, document in walk.city_files(cluster):
        if document.year != year:
            yield RULE.at(
                document.at("year"), year=document.year, path=year, right=_right(document.file, year, document.year)
            )
    for documents in (cluster.criteria, cluster.meetings, cluster.locks):
        for path, each in documents.items():
            if each.year is None and not each.partial:
                yield RULE.at(each.at(), year="–", path=path, right=each.file)
            elif each.year is not None and each.year != path:
                yield RULE.at(each.at("year"), year=each.year, path=path, right=_right(each.file, path, each.year))


def _right(file: str, path: int, year: int) -> str:
    """Return the path of a file in the year that it names."""
    return file.replace(f"/{path}", f"/{year}", 1)


RULE = Rule(
    code="R206",
    name="folder-and-year",
    title=Words(
        "Năm trong tệp và năm trong tên tệp hoặc thư mục không khớp",
        "The year inside and the year of the path do not match",
    ),
    why=Words(
        "Số liệu của năm này đặt vào năm khác sẽ bị chấm theo bộ tiêu chí của năm khác.",
        "Figures of one year in another year’s folder would be scored by the wrong criteria.",
    ),
    message=Words(
        "theo tên tệp hoặc thư mục là năm {path} nhưng bên trong ghi năm {year}",
        "by its path the file belongs to {path}, but inside it says {year}",
    ),
    hint=Words(
        "ghi “year: {path}”; nếu tệp đặt nhầm năm thì chuyển thành {right}",
        "write “year: {path}”; if the file stands in the wrong year, move it to {right}",
    ),
    bad=(Edit("submissions/2023/sa-pa.yaml", "year: 2023", "year: 2022"),),
    check=check,
)
