"""The letterheads, signers and numbers of the papers to fill in; what stays open is a dotted blank on the paper."""

from taybac_cluster.diagnostics import Words
from taybac_cluster.model.members import Roster
from taybac_cluster.model.record import Language
from taybac_cluster.views.starters.lines import BLANK, comment, off, quoted
from taybac_cluster.views.words import say

_HEAD = Words(
    """\
Văn bản của cụm: tên cơ quan, người ký, nơi nhận, số và ngày. Mỗi mục có hiệu lực từ ngày của nó.

Điều chưa ghi thì trên văn bản để dòng chấm; không có gì được tự đặt ra. Bỏ dấu # ở dòng cần dùng.
Xuất văn bản bằng lệnh: cluster export NĂM -o THU_MUC""",
    """\
The cluster’s papers: letterheads, signers, addressees, numbers and days. Each holds from its date.

What is not given is a dotted blank on the paper; nothing is invented. Take the # away where used.
Write the papers: cluster export YEAR -o FOLDER""",
)
_ISSUER = Words("Cơ quan ban hành, cơ quan chủ quản, địa danh", "The issuer, the superior body, the place")
_SIGNER = Words(
    "Người ký: proposal (tờ trình), hosting (công văn đăng cai), notice (thông báo)", "Who signs which papers"
)
_PAPERS = Words("Ký hiệu, nơi gửi, căn cứ, nơi nhận", "Symbol, addressees, grounds, copies")
_YEARS = Words("Số và ngày của từng văn bản, theo năm", "The number and day of each paper, by year")


def text(roster: Roster, year: int, lang: Language) -> str:
    """Return the file of papers with what the members file already says."""
    cluster, since = roster.cluster, f"{year:04d}-01-01"
    superior = cluster.association.vi.upper() if cluster.association else BLANK
    lines = [
        *comment(say(_HEAD, lang)),
        "",
        *comment(say(_ISSUER, lang)),
        "issuers:",
        f"  - from: {since}",
        f"    name: {quoted(cluster.name.vi.upper())}",
        *([f"    superior: {quoted(superior)}"] if cluster.association else []),
        *off([f"    place: {BLANK}", f"    page_url: {BLANK}"]),
        "",
        *comment(say(_SIGNER, lang)),
        *off(
            [
                "signers:",
                f"  - from: {since}",
                "    papers:",
                "      - proposal",
                "      - hosting",
                "      - notice",
                "    capacity: TM. CỤM",
                "    office: CỤM TRƯỞNG",
                f"    name: {BLANK}",
            ]
        ),
        "",
        *comment(say(_PAPERS, lang)),
        *off(
            [
                "papers:",
                "  proposal:",
                f"    symbol: {BLANK}",
                "    to:",
                f"      - {cluster.association.vi if cluster.association else BLANK}",
                "    copies:",
                "      - Như trên",
                '      - "Lưu: VT"',
            ]
        ),
        "",
        *comment(say(_YEARS, lang)),
        *off(
            [
                "years:",
                f"  {year}:",
                "    proposal:",
                f"      number: {BLANK}",
                f"      date: {year}-09-30",
            ]
        ),
    ]
    return "\n".join(lines) + "\n"
