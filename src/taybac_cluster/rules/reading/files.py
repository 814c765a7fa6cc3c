"""Faults of a whole file: it cannot be read, is in the wrong place, is no text, or is empty."""

from taybac_cluster.diagnostics import Words
from taybac_cluster.rules.rule import Edit, Rule
from taybac_cluster.rules.sample import HIGHLIGHTS, REPORT, SA_PA

NOT_AN_ORDINARY_FILE = Rule(
    code="R001",
    name="not-an-ordinary-file",
    title=Words("Không phải tệp thường", "Not an ordinary file"),
    why=Words(
        "Ống dẫn hay thiết bị mang tên tệp có thể làm máy chờ mãi, nên chỉ tệp thường được mở. "
        "Thứ này không chép thành văn bản được nên không có ví dụ.",
        "A pipe or a device with a file’s name could keep the machine waiting for ever, so only ordinary files are "
        "opened. It cannot be copied as text, so there is no example.",
    ),
    message=Words(
        "đây không phải một tệp thường nên không được mở",
        "this is not an ordinary file, so it is not opened",
    ),
    hint=Words(
        "xóa mục này đi rồi tạo lại bằng một tệp văn bản mang đúng tên đó",
        "delete it and make a text file of that name in its place",
    ),
    bad={},
)

LINK = Rule(
    code="R002",
    name="link",
    title=Words("Đường dẫn tắt thay cho tệp hay thư mục", "A link in the place of a file or a folder"),
    why=Words(
        "Đường dẫn tắt có thể trỏ ra ngoài thư mục dữ liệu, tới tệp mà người khác không có hoặc không được xem. "
        "Thứ này không chép thành văn bản được nên không có ví dụ.",
        "A link can point outside the data folder, at a file that others do not have or must not see. "
        "It cannot be copied as text, so there is no example.",
    ),
    message=Words(
        "đây là một đường dẫn tắt (link), không được mở theo",
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
    title=Words("Thư mục ở chỗ của một tệp", "A folder in the place of a file"),
    why=Words(
        "Ở chỗ này chương trình chờ một tệp; những gì nằm trong thư mục sẽ không được đọc. "
        "Thứ này không chép thành văn bản được nên không có ví dụ.",
        "A file is expected here; nothing inside the folder would be read. "
        "It cannot be copied as text, so there is no example.",
    ),
    message=Words(
        "đây là một thư mục, trong khi ở chỗ này phải là một tệp",
        "this is a folder where a file is expected",
    ),
    hint=Words(
        "chuyển tệp .yaml ở bên trong ra ngoài và đặt đúng tên này, rồi xóa thư mục",
        "move the .yaml file inside it out, under this name, and delete the folder",
    ),
    bad={},
)

FILE_TOO_LARGE = Rule(
    code="R004",
    name="file-too-large",
    title=Words("Tệp quá lớn", "The file is too large"),
    why=Words(
        "Báo cáo của một đô thị chỉ dài vài trang; tệp lớn hơn 1 MiB thường là ảnh hay bảng tính bị đặt nhầm tên. "
        "Tệp như vậy quá dài nên không có ví dụ.",
        "A city’s report is a few pages long; a file of over 1 MiB is usually a picture or a spreadsheet with a "
        "wrong name. Such a file is too long to show, so there is no example.",
    ),
    message=Words(
        "tệp lớn {size} MiB, quá mức 1 MiB nên không được đọc",
        "the file has {size} MiB, more than the limit of 1 MiB, so it is not read",
    ),
    hint=Words(
        "chỉ giữ phần khai trong tệp này; ảnh, bảng biểu, văn bản thì chuyển vào thư mục evidence/",
        "keep only the entries in this file; move pictures, tables and papers to the folder evidence/",
    ),
    bad={},
)

UNREADABLE_FILE = Rule(
    code="R005",
    name="unreadable-file",
    title=Words("Không mở được tệp", "The file cannot be opened"),
    why=Words(
        "Tệp không có, bị khóa hoặc không được phép đọc thì không kiểm tra được, và không được coi là đã đạt. "
        "Lỗi nằm ở máy, không ở nội dung, nên không có ví dụ.",
        "A file that is not there, locked or not allowed to be read cannot be checked, and never counts as right. "
        "The fault is the machine’s and not the text’s, so there is no example.",
    ),
    message=Words("không mở được tệp: {reason}", "the file cannot be opened: {reason}"),
    hint=Words(
        "xem tệp có đúng ở chỗ này không, có đang mở ở chương trình khác hay bị hạn chế quyền đọc không",
        "see whether the file is here, open in another program, or closed to you by its permissions",
    ),
    bad={},
)

MISPLACED_FILE = Rule(
    code="R006",
    name="misplaced-file",
    title=Words("Tệp mà không lệnh nào đọc", "A file that no command reads"),
    why=Words(
        "Tệp đặt sai tên hay sai chỗ trông như đã nộp nhưng không được tính.",
        "A file of a wrong name or in a wrong place looks handed in, and does not count.",
    ),
    message=Words(
        "tên hoặc chỗ đặt không đúng nên tệp này không được đọc",
        "this is not read: its name or its place is not one of those expected",
    ),
    hint=Words(
        "đặt tên và chỗ theo mẫu: {expected}; nếu không phải dữ liệu thì chuyển ra khỏi thư mục này",
        "name and place it like: {expected}; what is no data belongs outside this folder",
    ),
    bad=(Edit("bao-cao-sa-pa.yaml", "", "member: sa-pa\nyear: 2023\nstatus: draft\n"),),
)

UTF_16 = Rule(
    code="R011",
    name="utf-16",
    title=Words("Tệp lưu theo bảng mã UTF-16", "The file is saved as UTF-16"),
    why=Words(
        "Notepad gọi bảng mã này là “Unicode”; các chương trình khác đọc ra chữ rời rạc, và GitHub không cho xem "
        "thay đổi của tệp.",
        "Notepad calls this encoding “Unicode”; other programs read it as scattered signs, and GitHub does not "
        "show what has changed in it.",
    ),
    message=Words("tệp được lưu theo bảng mã UTF-16", "the file is saved as UTF-16"),
    hint=Words(
        "mở tệp, chọn Lưu thành (Save as) và chọn bảng mã UTF-8",
        "open the file, choose Save as, and take the encoding UTF-8",
    ),
    bad={REPORT: SA_PA.encode("utf-16")},
)

NOT_UTF_8 = Rule(
    code="R012",
    name="not-utf-8",
    title=Words("Tệp không lưu theo bảng mã UTF-8", "The file is not saved as UTF-8"),
    why=Words(
        "Chữ có dấu lưu theo bảng mã cũ sẽ hiện thành chữ khác ở máy khác: tên riêng và lý do bị sai mà không ai hay.",
        "Letters with marks saved in an old encoding show as other letters on another machine: names and "
        "reasons go "
        "wrong unnoticed.",
    ),
    message=Words(
        "từ chỗ này chữ không đọc được theo UTF-8 (byte {byte}); {looks}",
        "from here on the text cannot be read as UTF-8 (byte {byte}); {looks}",
    ),
    hint=Words(
        "mở tệp ở máy vẫn đọc đúng chữ, chọn Lưu thành (Save as) với bảng mã UTF-8; chữ nào đã sai thì gõ lại",
        "open the file where it still reads right, choose Save as with the encoding UTF-8; retype what reads wrong",
    ),
    bad={REPORT: SA_PA.encode().replace(HIGHLIGHTS.encode(), b"highlights: \xd0\xe2\xec")},
)

ANOTHER_KIND_OF_FILE = Rule(
    code="R019",
    name="another-kind-of-file",
    title=Words("Không phải tệp chữ mà là tệp loại khác", "No text but a file of another kind"),
    why=Words(
        "Đổi đuôi tệp không đổi nội dung: bên trong vẫn là tệp Excel, Word hay PDF, máy không đọc được số liệu.",
        "Another ending does not change what is inside: of an Excel, Word or PDF file no figure can be read.",
    ),
    message=Words("bên trong là tệp {kind}, không phải tệp chữ", "inside is a file of the kind {kind}, no text"),
    hint=Words(
        "gõ số liệu vào tệp chữ (.yaml) theo mẫu; tệp này có thể để ở thư mục evidence làm minh chứng",
        "type the figures into a text file (.yaml) as in the samples; this file may go to evidence as a proof",
    ),
    bad={REPORT: b"%PDF-1.7 "},
)

EMPTY_FILE = Rule(
    code="R020",
    name="empty-file",
    title=Words("Tệp trống", "The file is empty"),
    why=Words(
        "Tệp trống không nói gì; không được coi là đã nộp hay đã đúng.",
        "An empty file says nothing; it counts neither as handed in nor as right.",
    ),
    message=Words("tệp không có nội dung nào", "there is nothing in the file"),
    hint=Words(
        "chép một tệp mẫu vào rồi điền (lệnh cluster new làm sẵn một tệp), hoặc xóa tệp này",
        "fill in a template (the command cluster new writes one), or delete the file",
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
