"""The letterheads, signers and numbers of the papers to fill in; what stays open is a dotted blank on the paper."""

from taybac_cluster.model.members import Roster
from taybac_cluster.model.record import Language
from taybac_cluster.views.starters.lines import BLANK, quoted

_VI = """\
# Văn bản của cụm: tên cơ quan, người ký, nơi nhận, số và ngày. Mỗi mục có hiệu lực từ ngày của nó.
#
# Điều chưa ghi thì trên văn bản để dòng chấm; không có gì được tự đặt ra. Bỏ dấu # ở dòng cần dùng.
# Các loại: proposal (tờ trình), minutes (biên bản), scores (bảng điểm), hosting (công văn đăng cai),
# notice (thông báo), doubts (nội dung cần lưu ý).
# Xuất văn bản bằng lệnh: cluster export {year} -o ho-so

# Cơ quan ban hành, cơ quan chủ quản, địa danh, địa chỉ trang kết quả
issuers:
{issuer}
#     place: {blank}
#     page_url: "https://vi-du.vn/ket-qua.html"

# Người ký; không ghi papers thì ký mọi loại
# signers:
#   - from: {year}-01-01
#     papers:
#       - proposal
#       - hosting
#       - notice
#     capacity: TM. CỤM
#     office: CỤM TRƯỞNG
#     name: {blank}

# Ký hiệu, nơi gửi, căn cứ, nơi nhận; body thay lời văn có sẵn
# papers:
#   proposal:
#     symbol: {blank}
#     to:
#       - {to}
#     grounds:
#       - Căn cứ Quy chế hoạt động của cụm
#     copies:
#       - Như trên
#       - "Lưu: VT"

# Số và ngày của từng văn bản, theo năm
# years:
#   {year}:
#     proposal:
#       number: 1
#       date: {year}-09-30
"""
_EN = """\
# The cluster’s papers: letterheads, signers, addressees, numbers and days. Each holds from its date.
#
# What is not given is a dotted blank on the paper; nothing is invented. Take the # away where used.
# The kinds: proposal, minutes, scores, hosting (the letter on the next host), notice, doubts. Papers
# are in Vietnamese.
# Write them: cluster export {year} -o dossier

# The issuer, the superior body, the place, the address of the page of results
issuers:
{issuer}
#     place: {blank}
#     page_url: "https://vi-du.vn/ket-qua.html"

# Who signs; without papers, all of them
# signers:
#   - from: {year}-01-01
#     papers:
#       - proposal
#       - hosting
#       - notice
#     capacity: TM. CỤM
#     office: CỤM TRƯỞNG
#     name: {blank}

# Symbol, addressees, grounds, copies; body takes the place of the wording that is there
# papers:
#   proposal:
#     symbol: {blank}
#     to:
#       - {to}
#     grounds:
#       - Căn cứ Quy chế hoạt động của cụm
#     copies:
#       - Như trên
#       - "Lưu: VT"

# The number and day of each paper, by year
# years:
#   {year}:
#     proposal:
#       number: 1
#       date: {year}-09-30
"""


def text(roster: Roster, year: int, lang: Language) -> str:
    """Return the file of papers with what the members file already says."""
    cluster = roster.cluster
    issuer = [f"  - from: {year:04d}-01-01", f"    name: {quoted(cluster.name.vi.upper())}"]
    to = BLANK
    if cluster.association is not None:
        issuer.append(f"    superior: {quoted(cluster.association.vi.upper())}")
        to = quoted(cluster.association.vi)
    words = _EN if lang == "en" else _VI
    return words.format(year=f"{year:04d}", issuer="\n".join(issuer), to=to, blank=BLANK)
