"""What is wrong with a form that came back, in words: which file, which cell, what stands there, what to type."""

from collections.abc import Mapping
from decimal import Decimal

from taybac_cluster.decide.form import CellFault, Field
from taybac_cluster.diagnostics import Words, shortened
from taybac_cluster.model.record import Language
from taybac_cluster.views.visible import visible
from taybac_cluster.views.words import number, say

_MOST = 80

_CELLS: Mapping[str, Words] = {
    "no_cell": Words(
        "biểu mẫu thiếu ô “{name}”: dòng của ô đã bị xóa; tạo lại biểu mẫu",
        "the form has no cell “{name}”: its row was deleted; make the form anew",
    ),
    "no_stored_value": Words(
        "ô có công thức chưa được tính; mở bằng Excel rồi lưu lại, hoặc gõ thẳng kết quả",
        "the formula was never worked out; open the file in Excel and save it, or type the result",
    ),
    "excel_error": Words("công thức báo lỗi {text}; gõ thẳng số", "the formula ends in {text}; type the number"),
    "not_a_number": Words(
        "“{text}” không phải một số; chỉ gõ số, không kèm chữ hay đơn vị",
        "“{text}” is not a number; type a number alone, without words or unit",
    ),
    "ambiguous_number": Words(
        "“{text}” có thể là một nghìn hoặc một phẩy; gõ lại không có dấu ngăn hàng nghìn",
        "“{text}” could be thousands or decimals; type it without a thousands separator",
    ),
    "date_for_number": Words(
        "Excel đã đổi số thành ngày {text}; gõ lại số với dấu phẩy thập phân",
        "Excel turned the number into the day {text}; type the number again",
    ),
    "percent_cell": Words(
        "ô đang ở định dạng phần trăm ({text}) nhưng tiêu chí này không tính bằng %; gõ lại số",
        "the cell is a percentage ({text}) but this criterion is not in per cent; type the number again",
    ),
    "negative": Words("số không thể âm", "the number cannot be negative"),
    "not_positive": Words("số phải lớn hơn 0", "the number must be above 0"),
    "not_whole": Words("{text} không phải số nguyên", "{text} is not a whole number"),
    "no_evidence": Words(
        "không có tệp {text} trong evidence/{folder}/; chép tệp minh chứng vào đó trước",
        "there is no file {text} in evidence/{folder}/; put the evidence there first",
    ),
    "above_100": Words(
        "{text} % lớn hơn 100 %; kiểm tra dấu phẩy. Nếu đúng, nhập lại với --accept-implausible",
        "{text} % is above 100 %; check the decimals. If it is right, import with --accept-implausible",
    ),
    "implausible": Words(
        "{text} nằm ngoài khoảng thường gặp ({low} đến {high}); kiểm tra số và đơn vị. "
        "Nếu đúng, nhập lại với --accept-implausible",
        "{text} is outside the usual range ({low} to {high}); check the number and its unit. "
        "If it is right, import with --accept-implausible",
    ),
    "not_a_level": Words("không có mức “{text}”; chọn: {choices}", "there is no level “{text}”; choose: {choices}"),
    "not_yes_no": Words("“{text}” không phải có hay không", "“{text}” is neither yes (có) nor no (không)"),
    "not_a_date": Words(
        "“{text}” không phải ngày; viết ngày/tháng/năm, ví dụ 05/9/2024",
        "“{text}” is not a day; write day/month/year, as 05/9/2024",
    ),
    "not_a_ratio": Words(
        "“{text}” không phải hai số; viết tử số/mẫu số, ví dụ 812/930",
        "“{text}” is not two numbers; write numerator/denominator, as 812/930",
    ),
    "mark_out_of_range": Words("điểm {text} nằm ngoài thang 0 đến {most}", "the mark {text} is not from 0 to {most}"),
    "half_ratio": Words("thiếu số này: tử số và mẫu số phải đi cùng nhau", "this number is missing: both are needed"),
    "value_and_missing": Words(
        "đã có giá trị lại có lý do không có số liệu; xóa một trong hai ô",
        "there is a value and a reason for none; empty one of the two cells",
    ),
    "values_and_not_competing": Words(
        "đã ghi lý do không tham gia thì xóa các giá trị", "with a reason for not competing, empty the values"
    ),
    "reason_alone": Words("có lý do nhưng không thay đổi gì", "there is a reason, but nothing is changed"),
    "no_reason": Words("thiếu lý do của thay đổi này", "the reason for this change is missing"),
}
_WHOLE: Mapping[str, Words] = {
    "no_file": Words("không phải tệp thường", "no ordinary file"),
    "closed": Words("không đọc được: {reason}", "cannot be read: {reason}"),
    "no_workbook": Words("không phải tệp Excel (.xlsx)", "no Excel workbook (.xlsx)"),
    "torn": Words("tệp Excel bị hỏng ({reason})", "the workbook is damaged ({reason})"),
    "locked": Words("tệp có mật khẩu; bỏ mật khẩu rồi lưu lại", "the workbook has a password; save it without"),
    "too_big": Words("lớn hơn {most} MB; không mở", "larger than {most} MB; not opened"),
    "unpacks_too_big": Words("giải nén ra hơn {most} MB; không mở", "unpacks to more than {most} MB; not opened"),
    "too_many_parts": Words("có hơn {most} phần; không mở", "has more than {most} parts; not opened"),
    "too_long": Words(
        "ô {ref} dài hơn {most} ký tự; không mở", "cell {ref} has more than {most} characters; not opened"
    ),
    "hidden": Words("có ô trả lời nằm trên trang ẩn; không mở", "has answers on a hidden sheet; not opened"),
    "too_much": Words(
        "chứa nhiều nội dung bất thường (hơn {most} thẻ XML); không mở",
        "holds unusually much (more than {most} XML tags); not opened",
    ),
    "macros": Words(
        "có macro; không mở. Lưu lại dạng .xlsx không có macro", "has macros; not opened. Save it as a plain .xlsx"
    ),
    "outside": Words("có liên kết hoặc đối tượng bên ngoài; không mở", "has links or objects from outside; not opened"),
    "entities": Words("có khai báo XML không được phép; không mở", "has XML declarations that are refused; not opened"),
    "not_ours": Words(
        "không phải biểu mẫu do “cluster form” tạo, hoặc trang ẩn đã bị xóa",
        "not a form made by “cluster form”, or its hidden sheet is gone",
    ),
    "other_year": Words(
        "biểu mẫu của năm {year}, ở đây không có bộ tiêu chí năm đó", "a form of {year}, which has no criteria set here"
    ),
    "other_member": Words("biểu mẫu của “{member}”, ở đây không có đô thị đó", "a form of “{member}”, no member here"),
    "other_set": Words(
        "biểu mẫu lập theo bộ tiêu chí khác với bộ tiêu chí năm {year} hiện nay; tạo lại biểu mẫu",
        "the form was made for other criteria than those of {year} now; make it anew",
    ),
    "other_name": Words(
        "tệp mang tên “{name}” nhưng bên trong là biểu mẫu của “{member}”",
        "the file is called “{name}”, but it is the form of “{member}”",
    ),
    "twice": Words("“{member}” có hai biểu mẫu: {other}", "“{member}” has two forms: {other}"),
    "locked_year": Words(
        'kết quả năm {year} đã chốt; muốn sửa thì mở lại: cluster unlock {year} --reason "lý do"',
        '{year} is locked; to change it, open it first: cluster unlock {year} --reason "why"',
    ),
    "faulty_file": Words(
        "tệp {file} đang có lỗi; sửa tệp trước: cluster validate", "{file} has faults; fix them first: cluster validate"
    ),
}
_CELL = Words("{file}: ô {ref}{about}: {text}", "{file}: cell {ref}{about}: {text}")
_FILE = Words("{file}: {text}", "{file}: {text}")


def cell_fault(file: str, fault: CellFault, lang: Language) -> str:
    """Say what is wrong with a cell."""
    text = say(_CELLS[fault.kind], lang, **{key: _shown(value, lang) for key, value in fault.params.items()})
    words = _CELL if fault.ref else _FILE
    return visible(say(words, lang, file=file, ref=fault.ref, about=_about(fault.field, lang), text=text))


def _about(field: Field | None, lang: Language) -> str:
    """Return in brackets what a cell is about."""
    if field is None:
        return ""
    name = field.criterion.name.to(lang) if field.criterion is not None and not field.member else field.id
    named = ", ".join(each for each in (field.judge, field.member, shortened(name, _MOST)) if each)
    return f" ({named})" if named else ""


def file_fault(file: str, kind: str, params: Mapping[str, object], lang: Language) -> str:
    """Say what is wrong with a whole file."""
    return visible(say(_FILE, lang, file=file, text=say(_WHOLE[kind], lang, **params)))


def refused_line(file: str, ref: str, message: str, lang: Language) -> str:
    """Say that a file would have a fault, with the cell that it comes from, if that is known."""
    words = _CELL if ref else _FILE
    return visible(say(words, lang, file=file, ref=ref, about="", text=message))


def _shown(value: object, lang: Language) -> str:
    if isinstance(value, Decimal):
        return number(value, lang)
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    return "…" if value is None else shortened(str(value), _MOST)
