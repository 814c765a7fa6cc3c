"""Faults of a whole file: it cannot be read, is in the wrong place, is no text, or is empty."""

from taybac_cluster.diagnostics import Words
from taybac_cluster.rules.rule import Edit, Rule
from taybac_cluster.rules.sample import HIGHLIGHTS, REPORT, SA_PA

NOT_AN_ORDINARY_FILE = Rule(
    code="R001",
    name="not-an-ordinary-file",
    title=Words(
        "Không phải tệp thông thường",
        "Not an ordinary file",
    ),
    why=Words(
        "Một đường ống hay thiết bị mang tên tệp có thể làm chương trình chờ mãi, nên chỉ mở tệp thông thường. "
        "Không chép được thành văn bản nên không có ví dụ.",
        "A pipe or a device with the name of a file could keep the program waiting for ever, so only ordinary "
        "files are opened. It cannot be shown as text, so there is no example.",
    ),
    message=Words(
        "đây không phải là tệp thông thường nên không được mở",
        "this is not an ordinary file, so it is not opened",
    ),
    hint=Words(
        "xóa rồi tạo lại một tệp văn bản mang đúng tên này",
        "delete it and make a text file with the same name",
    ),
    bad={},
)

LINK = Rule(
    code="R002",
    name="link",
    title=Words(
        "Đường dẫn tắt thay cho tệp hoặc thư mục",
        "A link instead of a file or a folder",
    ),
    why=Words(
        "Đường dẫn tắt có thể trỏ ra ngoài thư mục dữ liệu, tới tệp mà người khác không có hoặc không được xem. "
        "Không chép được thành văn bản nên không có ví dụ.",
        "A link can point outside the data folder, to a file that others do not have or must not see. It cannot "
        "be shown as text, so there is no example.",
    ),
    message=Words(
        "đây là đường dẫn tắt (link) nên không được đọc",
        "this is a link, and links are not followed",
    ),
    hint=Words(
        "xóa đường dẫn tắt rồi chép tệp thật vào đúng chỗ này",
        "delete the link and copy the real file to this place",
    ),
    bad={},
)

FOLDER_INSTEAD = Rule(
    code="R003",
    name="folder-instead",
    title=Words(
        "Thư mục ở chỗ của tệp",
        "A folder instead of a file",
    ),
    why=Words(
        "Ở chỗ này phải là một tệp; nội dung trong thư mục không được đọc. Không chép được thành văn bản nên "
        "không có ví dụ.",
        "A file is expected here; nothing inside the folder is read. It cannot be shown as text, so there is no "
        "example.",
    ),
    message=Words(
        "đây là thư mục, trong khi ở chỗ này phải là một tệp",
        "this is a folder, but a file is expected here",
    ),
    hint=Words(
        "đưa tệp .yaml ở bên trong ra ngoài, đặt đúng tên này, rồi xóa thư mục",
        "move the .yaml file out of the folder, give it this name, and delete the folder",
    ),
    bad={},
)

FILE_TOO_LARGE = Rule(
    code="R004",
    name="file-too-large",
    title=Words(
        "Tệp quá lớn",
        "The file is too large",
    ),
    why=Words(
        "Báo cáo của một đô thị chỉ dài vài trang; tệp lớn hơn 1 MiB thường là ảnh hoặc bảng tính bị đặt nhầm "
        "tên. Tệp như vậy quá dài nên không có ví dụ.",
        "A city’s report is a few pages long; a file of more than 1 MiB is usually a picture or a spreadsheet "
        "with a wrong name. Such a file is too long to show, so there is no example.",
    ),
    message=Words(
        "tệp lớn {size} MiB, quá mức 1 MiB nên không được đọc",
        "the file has {size} MiB, more than the limit of 1 MiB, so it is not read",
    ),
    hint=Words(
        "chỉ giữ số liệu trong tệp này; chuyển ảnh, bảng biểu, văn bản vào thư mục evidence/",
        "keep only the figures in this file; move pictures, tables and papers to the folder evidence/",
    ),
    bad={},
)

UNREADABLE_FILE = Rule(
    code="R005",
    name="unreadable-file",
    title=Words(
        "Không mở được tệp",
        "The file cannot be opened",
    ),
    why=Words(
        "Tệp không có, đang bị khóa hoặc không được phép đọc thì không kiểm tra được và không được coi là đạt. "
        "Lỗi ở máy tính, không ở nội dung, nên không có ví dụ.",
        "A file that is missing, locked or not readable cannot be checked, and never counts as correct. The fault "
        "is not in the text, so there is no example.",
    ),
    message=Words(
        "không mở được tệp: {reason}",
        "the file cannot be opened: {reason}",
    ),
    hint=Words(
        "kiểm tra tệp có ở đúng chỗ này không, có đang mở ở chương trình khác hoặc bị hạn chế quyền đọc không",
        "check that the file is here, that no other program has it open, and that you may read it",
    ),
    bad={},
)

MISPLACED_FILE = Rule(
    code="R006",
    name="misplaced-file",
    title=Words(
        "Tệp không được đọc vì sai tên hoặc sai chỗ",
        "A file that is not read: wrong name or wrong folder",
    ),
    why=Words(
        "Tệp đặt sai tên hoặc sai chỗ trông như đã nộp nhưng không được tính.",
        "A file with a wrong name, or in a wrong folder, looks submitted but does not count.",
    ),
    message=Words(
        "tên hoặc chỗ đặt không đúng nên tệp này không được đọc",
        "this file is not read: its name or its folder is not an expected one",
    ),
    hint=Words(
        "{write}; nếu không phải là dữ liệu thì chuyển ra khỏi thư mục này",
        "{write}; if it is not data, move it out of this folder",
    ),
    bad=(Edit("bao-cao-sa-pa.yaml", "", "member: sa-pa\nyear: 2023\nstatus: draft\n"),),
)

UTF_16 = Rule(
    code="R011",
    name="utf-16",
    title=Words(
        "Tệp được lưu theo bảng mã UTF-16",
        "The file is saved as UTF-16",
    ),
    why=Words(
        "Notepad gọi bảng mã này là “Unicode”; nhiều chương trình đọc ra các ký tự rời rạc, và GitHub không cho "
        "xem thay đổi của tệp.",
        "Notepad calls this encoding “Unicode”; many programs read it as scattered characters, and GitHub cannot "
        "show what changed in it.",
    ),
    message=Words(
        "tệp được lưu theo bảng mã UTF-16",
        "the file is saved as UTF-16",
    ),
    hint=Words(
        "mở tệp, chọn Lưu thành (Save as) với bảng mã UTF-8",
        "open the file, choose Save as, and select the encoding UTF-8",
    ),
    bad={REPORT: SA_PA.encode("utf-16")},
)

NOT_UTF_8 = Rule(
    code="R012",
    name="not-utf-8",
    title=Words(
        "Tệp không được lưu theo bảng mã UTF-8",
        "The file is not saved as UTF-8",
    ),
    why=Words(
        "Chữ có dấu lưu theo bảng mã cũ hiện thành chữ khác trên máy khác: tên riêng và lý do bị sai mà không ai biết.",
        "Accented letters saved in an old encoding look different on another computer: names and reasons go wrong "
        "unnoticed.",
    ),
    message=Words(
        "từ chỗ này, nội dung không đọc được theo UTF-8 (byte {byte}); {looks}",
        "from here on the text cannot be read as UTF-8 (byte {byte}); {looks}",
    ),
    hint=Words(
        "mở tệp ở máy vẫn đọc đúng chữ, chọn Lưu thành (Save as) với bảng mã UTF-8; chữ nào đã sai thì gõ lại",
        "open the file where it still reads correctly, choose Save as with the encoding UTF-8, and retype what is "
        "wrong",
    ),
    bad={REPORT: SA_PA.encode().replace(HIGHLIGHTS.encode(), b"highlights: \xd0\xe2\xec")},
)

ANOTHER_KIND_OF_FILE = Rule(
    code="R019",
    name="another-kind-of-file",
    title=Words(
        "Không phải tệp văn bản",
        "Not a text file",
    ),
    why=Words(
        "Đổi đuôi tên tệp không làm đổi nội dung: bên trong vẫn là tệp Excel, Word hoặc PDF, không đọc được số liệu.",
        "Renaming a file does not change its content: an Excel, Word or PDF file cannot be read as text.",
    ),
    message=Words(
        "bên trong là tệp {kind}, không phải tệp văn bản",
        "the content is that of another kind of file ({kind}), not text",
    ),
    hint=Words(
        "gõ số liệu vào tệp văn bản (.yaml) theo mẫu; tệp này có thể để ở thư mục evidence làm minh chứng",
        "type the figures into a text file (.yaml) as in the samples; this file may go to the folder evidence as proof",
    ),
    bad={REPORT: b"%PDF-1.7 "},
)

EMPTY_FILE = Rule(
    code="R020",
    name="empty-file",
    title=Words(
        "Tệp trống",
        "The file is empty",
    ),
    why=Words(
        "Tệp trống không có thông tin gì, nên không được coi là đã nộp.",
        "An empty file says nothing, so it does not count as submitted.",
    ),
    message=Words(
        "tệp chưa có nội dung",
        "the file has no content",
    ),
    hint=Words(
        "chép nội dung một tệp cùng loại làm mẫu rồi điền; nếu chưa dùng đến thì xóa tệp này",
        "copy a file of the same kind as a template and fill it in; if it is not needed yet, delete it",
    ),
    bad={REPORT: "# Chưa điền\n"},
)

RULES: tuple[Rule, ...] = (
    NOT_AN_ORDINARY_FILE,
    LINK,
    FOLDER_INSTEAD,
    FILE_TOO_LARGE,
    UNREADABLE_FILE,
    MISPLACED_FILE,
    UTF_16,
    NOT_UTF_8,
    ANOTHER_KIND_OF_FILE,
    EMPTY_FILE,
)
