"""Lines that do not parse: a missing space, colon, dash or bracket, or a wrong indent."""

from taybac_cluster.diagnostics import Words
from taybac_cluster.rules.rule import Edit, Rule
from taybac_cluster.rules.sample import GREEN, HIGHLIGHTS, PAPERS, REPORT

MISSING_SPACE = Rule(
    code="R041",
    name="missing-space",
    title=Words("Thiếu dấu cách sau dấu hai chấm hay gạch đầu dòng", "No space after a colon or a dash"),
    why=Words(
        "Không có dấu cách thì “khóa:giá trị” bị hiểu là một chữ liền, và giá trị coi như không được khai.",
        "Without the space “key:value” is taken for one word, and the value counts as not given.",
    ),
    message=Words(
        "sau “{sign}” phải có một dấu cách thường: “{text}”",
        "a “{sign}” must be followed by an ordinary space: “{text}”",
    ),
    hint=Words("gõ lại: {write}", "type: {write}"),
    bad=(Edit(REPORT, "member: sa-pa", "member:sa-pa"),),
    fixable=True,
)

UNMATCHED_BRACKET = Rule(
    code="R044",
    name="unmatched-bracket",
    title=Words("Dấu ngoặc không đủ đôi", "A bracket without its other half"),
    why=Words(
        "Ngoặc còn mở nuốt luôn các dòng dưới; ngoặc đóng thừa làm máy dừng đọc.",
        "A bracket left open swallows the lines below; one too many stops the reading.",
    ),
    message=Words(
        "dấu {sign} ở đây không có dấu {close} đi cùng",
        "the {sign} here has no {close} to go with it",
    ),
    hint=Words(
        "gõ thêm {close} cho đủ đôi, hoặc xóa dấu {sign} nếu thừa",
        "type the missing {close}, or delete the {sign} if it is one too many",
    ),
    bad=(Edit(REPORT, GREEN, "  cay-xanh: {value: 7.2"),),
    good=(Edit(REPORT, GREEN, "  cay-xanh: {value: 7.2}"),),
)

MISSING_COLON = Rule(
    code="R045",
    name="missing-colon",
    title=Words("Thiếu dấu hai chấm sau khóa", "No colon after a key"),
    why=Words(
        "Dấu hai chấm cho biết đâu là khóa, đâu là giá trị; thiếu nó thì cả dòng không thuộc về đâu.",
        "The colon tells the key from the value; without it the line belongs to nothing.",
    ),
    message=Words(
        "dòng này không có dấu hai chấm sau khóa: “{text}”",
        "this line has no colon after its key: “{text}”",
    ),
    hint=Words(
        "gõ{indent} “{write}”; nếu là phần tiếp của đoạn văn dòng trên, nối vào dòng trên trong dấu nháy",
        "type{indent} “{write}”; if it goes on with the text above, join it to that line, in quotes",
    ),
    bad=(Edit(REPORT, PAPERS, "  van-ban 4"),),
)

WRONG_INDENT = Rule(
    code="R046",
    name="wrong-indent",
    title=Words("Dòng không thẳng hàng", "A line that is out of line"),
    why=Words(
        "Số dấu cách đầu dòng cho biết dòng thuộc về mục nào; lệch một dấu là máy không biết đặt vào đâu.",
        "The spaces before a line tell what it belongs to; one more or less and it belongs nowhere.",
    ),
    message=Words(
        "{lines} thụt vào {spaces} dấu cách, không thẳng hàng với các dòng cùng cấp",
        "{lines} set in by {spaces} spaces, out of line with those of the same level",
    ),
    hint=Words(
        "đầu mỗi dòng ấy phải có đúng {expected} dấu cách, như các dòng cùng cấp",
        "each must begin after exactly {expected} spaces, as the others of its level do",
    ),
    bad=(Edit(REPORT, PAPERS, "   van-ban: 4"),),
)

UNREADABLE_LINE = Rule(
    code="R049",
    name="unreadable-line",
    title=Words("Không đọc được từ chỗ này", "Unreadable from here on"),
    why=Words(
        "Máy dừng ở đây mà không rõ gõ sai gì; chỗ sai thường ở dòng này hoặc ngay dòng trên.",
        "The reading stops here and the slip is not known; it is usually on this line or the one above.",
    ),
    message=Words(
        "máy không đọc tiếp được từ chỗ này ({problem})",
        "nothing can be read from here on ({problem})",
    ),
    hint=Words(
        "so dòng này và dòng trên với một tệp mẫu: “khóa: giá trị” có dấu cách, dấu nháy và ngoặc đủ đôi, "
        "dòng thẳng hàng",
        "compare this line and the one above with a template: “key: value” with a space, quotes and brackets "
        "in pairs, "
        "lines in line",
    ),
    bad=(Edit(REPORT, HIGHLIGHTS, "highlights: [Nội dung, {minh họa: x"),),
    good=(Edit(REPORT, HIGHLIGHTS, 'highlights: "[Nội dung, {minh họa: x"'),),
)

DASH_BESIDE_KEY = Rule(
    code="R050",
    name="dash-beside-key",
    title=Words("Gạch đầu dòng nằm cùng dòng với khóa", "A dash on the line of a key"),
    why=Words(
        "Mỗi mục của danh sách chiếm một dòng riêng dưới khóa; cùng dòng với khóa thì máy không nhận ra danh sách.",
        "Each item of a list has a line of its own below the key; beside the key it is not taken for a list.",
    ),
    message=Words(
        "“{text}” nằm cùng dòng với khóa “{key}”",
        "“{text}” stands on the same line as the key “{key}”",
    ),
    hint=Words(
        "xuống dòng sau “{key}:” rồi gõ hai dấu cách và “{text}”; nếu là số âm, viết liền như -5",
        "break the line after “{key}:” and type two spaces and “{text}”; a negative number is written -5, "
        "without a space",
    ),
    bad=(Edit("meetings/2023.yaml", "present:\n  - sa-pa\n", "present: - sa-pa\n"),),
)

STRAY_SIGN = Rule(
    code="R051",
    name="stray-sign",
    title=Words("Thừa một dấu", "A sign too many"),
    why=Words(
        "Một dấu lạc ở đầu dòng, quanh dấu hai chấm hay cuối dòng làm máy không nhận ra khóa.",
        "A stray sign before a line, around its colon or at its end hides the key.",
    ),
    message=Words("dấu {sign} ở đây là thừa", "the {sign} here does not belong"),
    hint=Words(
        "xóa dấu {sign}, giữ nguyên phần còn lại của dòng",
        "delete the {sign} and leave the rest of the line as it is",
    ),
    bad=(Edit(REPORT, "status: illustrative", "@status: illustrative"),),
)

MISSING_DASH = Rule(
    code="R052",
    name="missing-dash",
    title=Words("Thiếu gạch đầu dòng", "No dash before an item"),
    why=Words(
        "Trong danh sách, mỗi mục bắt đầu bằng “- ”; thiếu nó thì mục này dính vào mục trên hoặc không thuộc về đâu.",
        "Each item of a list begins with “- ”; without it the item sticks to the one above, or belongs to nothing.",
    ),
    message=Words(
        "dòng này nằm trong một danh sách nhưng không bắt đầu bằng “- ”: “{text}”",
        "this line is in a list but does not begin with “- ”: “{text}”",
    ),
    hint=Words("gõ: {write}", "type: {write}"),
    bad=(Edit("meetings/2023.yaml", "  - lao-cai\ndecisions:", "  lao-cai\ndecisions:"),),
)

BLOCK_WITHOUT_BRACES = Rule(
    code="R053",
    name="block-without-braces",
    title=Words("Khóa con viết cùng dòng mà không có ngoặc", "A key of a block typed on the line of its parent"),
    why=Words(
        "Một dòng chỉ có một khóa và một dấu hai chấm; khóa con thì xuống dòng thụt vào, hoặc đặt trong { }.",
        "A line has one key and one colon; a key of its own block stands on an indented line, or within { }.",
    ),
    message=Words(
        "“{text}” là khóa con, cần đặt trong ngoặc {{ }} hoặc xuống dòng",
        "“{text}” is a key of its own, and belongs within {{ }} or on an indented line",
    ),
    hint=Words("gõ: {write}", "type: {write}"),
    bad=(Edit("submissions/2023/sa-pa.yaml", "  cay-xanh: 7.2", "  cay-xanh: missing: chưa có số liệu"),),
    fixable=True,
)

WIDE_BULLET = Rule(
    code="R054",
    name="wide-bullet",
    title=Words("Gạch đầu dòng không phải dấu trừ", "A bullet that is no minus sign"),
    why=Words(
        "Word tự đổi dấu trừ thành gạch dài hay chấm tròn; chỉ dấu trừ trên bàn phím mới mở một mục của danh sách.",
        "Word turns a minus sign into a long dash or a dot; only the minus sign of the keyboard begins an item.",
    ),
    message=Words(
        "“{sign}” ở đầu dòng không phải dấu trừ “-”, nên đây không thành danh sách",
        "the “{sign}” that begins a line is no minus sign “-”, so this is no list",
    ),
    hint=Words(
        "ở mỗi dòng của danh sách này, xóa “{sign}” và gõ dấu trừ của bàn phím: {write}",
        "on each line of this list delete the “{sign}” and type the minus sign of the keyboard: {write}",
    ),
    bad=(Edit("meetings/2023.yaml", "  nominated:\n    - sa-pa", "  nominated:\n    – sa-pa"),),
)

BLOCK_NOT_SET_IN = Rule(
    code="R055",
    name="block-not-set-in",
    title=Words("Cả khối không thụt vào dưới khóa của nó", "A block that is not set in below its key"),
    why=Words(
        "Không thụt vào thì các dòng ấy không thuộc về khóa ở trên, và không số liệu nào được chấm.",
        "Lines that are not set in do not belong to the key above them, and none of the figures would be scored.",
    ),
    message=Words(
        "{lines} không thụt vào, nên không thuộc về “{key}” ở trên",
        "no spaces before {lines}: not part of “{key}” above",
    ),
    hint=Words(
        "thêm 2 dấu cách vào đầu mỗi dòng của khối này",
        "put 2 spaces before each line of this block",
    ),
    bad=(Edit(REPORT, "gates:\n  khong-o-nhiem: true", "gates:\nkhong-o-nhiem: true"),),
)

RULES: tuple[Rule, ...] = (
    MISSING_SPACE,
    UNMATCHED_BRACKET,
    MISSING_COLON,
    WRONG_INDENT,
    UNREADABLE_LINE,
    DASH_BESIDE_KEY,
    STRAY_SIGN,
    MISSING_DASH,
    BLOCK_WITHOUT_BRACES,
    WIDE_BULLET,
    BLOCK_NOT_SET_IN,
)
