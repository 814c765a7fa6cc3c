"""How a result stands to its lock, in one line."""

from taybac_cluster.decide.proof import Proof, Unreadable
from taybac_cluster.diagnostics import Words
from taybac_cluster.model.record import Language
from taybac_cluster.views.page import Notice
from taybac_cluster.views.visible import visible
from taybac_cluster.views.words import say

_HOLDS = Words(
    "Kết quả đã chốt, kiểm chứng đúng: tính lại từ {files} tệp, không thay đổi.",
    "Locked and verified: recomputed from {files} files, unchanged.",
)
_DRIFTED = Words(
    "DỮ LIỆU ĐÃ THAY ĐỔI SO VỚI KẾT QUẢ ĐÃ CHỐT: xem cluster verify {year}.",
    "THE DATA HAVE CHANGED SINCE THE RESULT WAS LOCKED: see cluster verify {year}.",
)
_EDITED = Words(
    "TỆP CHỐT {file} ĐÃ BỊ SỬA TAY, mã đối chiếu không khớp: xem cluster verify.",
    "THE LOCK {file} WAS EDITED BY HAND, its seal does not match: see cluster verify.",
)
_UNREADABLE = Words(
    "TỆP CHỐT {file} CÓ LỖI, không đối chiếu được: xem cluster validate.",
    "THE LOCK {file} HAS FAULTS, nothing can be compared with it: see cluster validate.",
)
_OPENED = Words(
    "Kết quả đã được mở lại, chưa chốt; lý do: {reason}",
    "The result was unlocked and not locked again; reason: {reason}",
)


def notice(proof: Proof | Unreadable, lang: Language) -> Notice:
    """Say in one line how a result stands to its lock."""
    if isinstance(proof, Unreadable):
        return Notice(say(_UNREADABLE, lang, file=visible(proof.file)), "bad")
    if proof.state == "unlocked":
        reason = proof.lock.history[-1].reason if proof.lock.history else None
        return Notice(say(_OPENED, lang, reason=reason.to(lang) if reason else "–"))
    if proof.state == "verified":
        return holds(proof, lang)
    if proof.drift.broken_seal:
        return Notice(say(_EDITED, lang, file=proof.lock.file), "bad")
    return Notice(say(_DRIFTED, lang, year=proof.lock.year), "bad")


def holds(proof: Proof, lang: Language) -> Notice:
    """Say that the result still is what was locked."""
    return Notice(say(_HOLDS, lang, files=len(proof.lock.inputs)), "good")
