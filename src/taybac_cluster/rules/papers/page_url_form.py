"""An address of the result page that is not one of the web."""

import re
from collections.abc import Iterator

from taybac_cluster.diagnostics import Diagnostic, Words
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.rules.rule import Edit, Rule

_ADDRESS = re.compile(r"https?://[^\s/?#\\]+\.[^\s\\]+")
_LONGEST = 500


def check(cluster: Cluster) -> Iterator[Diagnostic]:
    """Look at the address of every issuer."""
    papers = cluster.papers
    for at, issuer in enumerate(papers.issuers) if papers else ():
        address = issuer.page_url
        if papers and address is not None and (len(address) > _LONGEST or not _ADDRESS.fullmatch(address)):
            yield RULE.at(papers.at("issuers", at, "page_url"), address=address[:60])


RULE = Rule(
    code="R753",
    name="page-url-form",
    title=Words(
        "Địa chỉ trang kết quả ghi không đúng dạng",
        "An address of the result page in another form",
    ),
    why=Words(
        "Địa chỉ này được in thành mã QR trên mọi văn bản; ghi sai thì quét mã không mở được trang.",
        "The address is printed as a QR code on every paper; a wrong one opens nothing.",
    ),
    message=Words(
        "“{address}” không phải là địa chỉ trang web",
        "“{address}” is not a web address",
    ),
    hint=Words(
        'ghi đủ cả https:// ở đầu, không có dấu cách, dài không quá 500 ký tự: "https://vi-du.vn/ket-qua.html"',
        'write all of it with https:// in front, no spaces, at most 500 characters: "https://example.org/ket-qua.html"',
    ),
    bad=(Edit("papers.yaml", "", "issuers:\n  - name: CỤM MẪU\n    page_url: vi-du.vn/ket-qua.html\n"),),
    good=(Edit("papers.yaml", "", "issuers:\n  - name: CỤM MẪU\n    page_url: https://vi-du.vn/ket-qua.html\n"),),
    check=check,
)
