"""Evidence named by a path that leaves the city's folder of evidence."""

import re
from collections.abc import Iterator

from taybac_cluster.diagnostics import Diagnostic, Words
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.rules import walk
from taybac_cluster.rules.rule import Edit, Rule

_DRIVE = re.compile(r"[A-Za-z]:")
_MAX_ECHO = 60


def check(cluster: Cluster) -> Iterator[Diagnostic]:
    """Look at the form of every path of evidence."""
    for year in walk.years(cluster):
        for citation in year.citations:
            if leaves(citation.name):
                folder = f"evidence/{year.round.year}/{citation.city.id}/"
                name = re.split(r"[\\/]", citation.name.rstrip("\\/"))[-1]
                yield RULE.at(citation.location, path=citation.name[:_MAX_ECHO], folder=folder, name=name[:_MAX_ECHO])


def leaves(path: str) -> bool:
    """Whether a path is anything but names below the folder: absolute, with .. or a drive, or not printable."""
    parts = path.split("/")
    return (
        "\\" in path
        or not path.isprintable()
        or bool(_DRIVE.match(path))
        or any(each in ("", ".", "..") for each in parts)
    )


RULE = Rule(
    code="R902",
    name="evidence-outside",
    title=Words(
        "Minh chứng nằm ngoài thư mục của đô thị",
        "Evidence outside the city’s folder",
    ),
    why=Words(
        "Minh chứng phải nằm cùng dữ liệu để ai cũng mở được, không được trỏ tới tệp ở nơi khác.",
        "Evidence is kept with the data so that anyone can open it; it never points to files elsewhere.",
    ),
    message=Words(
        "“{path}” không phải là tên một tệp trong {folder}",
        "“{path}” is not the name of a file in {folder}",
    ),
    hint=Words(
        "chép tệp vào {folder} và chỉ ghi tên tệp: {name}",
        "copy the file into {folder} and write only its name: {name}",
    ),
    bad=(
        Edit(
            "submissions/2023/sa-pa.yaml",
            "  cay-xanh: 7.2\n",
            "  cay-xanh:\n    value: 7.2\n    evidence:\n      - ../lao-cai/kiem-ke.pdf\n",
        ),
    ),
    check=check,
)
