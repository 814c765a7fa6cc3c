"""Lines that do not parse: a missing space, colon, dash or bracket, or a wrong indent."""

from taybac_cluster.diagnostics import Words
from taybac_cluster.rules.rule import Edit, Rule
from taybac_cluster.rules.sample import GREEN, HIGHLIGHTS, PAPERS, REPORT

MISSING_SPACE = Rule(
    code="R041",
    name="missing-space",
    title=Words(
        "Thiếu dấu cách sau dấu hai chấm hoặc sau gạch đầu dòng",
        "No space after a colon or a dash",
    ),
    why=Words(
        "Không có dấu cách thì “mục:giá trị” bị hiểu là một từ liền, và giá trị coi như chưa ghi.",
        "Without the space “key:value” is one word, and the value counts as not given.",
    ),
    message=Words(
        "sau “{sign}” phải có một dấu cách thường: “{text}”",
        "“{sign}” must be followed by an ordinary space: “{text}”",
    ),
    hint=Words(
        "gõ lại: {write}",
        "type: {write}",
    ),
    bad=(Edit(REPORT, "member: sa-pa", "member:sa-pa"),),
    fixable=True,
)

UNMATCHED_BRACKET = Rule(
    code="R044",
    name="unmatched-bracket",
    title=Words(
        "Dấu ngoặc không đủ đôi",
        "A bracket without its partner",
    ),
    why=Words(
        "Ngoặc chưa đóng kéo luôn các dòng dưới vào; ngoặc đóng thừa làm chương trình dừng đọc.",
        "An open bracket takes in the lines below; one too many stops the reading.",
    ),
    message=Words(
        "dấu {sign} ở đây không có dấu {close} đi cùng",
        "this {sign} has no {close} to go with it",
    ),
    hint=Words(
        "gõ thêm {close} cho đủ đôi, hoặc xóa dấu {sign} nếu thừa",
        "type the missing {close}, or delete the {sign} if it should not be here",
    ),
    bad=(Edit(REPORT, GREEN, "  cay-xanh: {value: 7.2"),),
    good=(Edit(REPORT, GREEN, "  cay-xanh: {value: 7.2}"),),
)

MISSING_COLON = Rule(
    code="R045",
    name="missing-colon",
    title=Words(
        "Thiếu dấu hai chấm sau tên mục",
        "No colon after a key",
    ),
    why=Words(
        "Dấu hai chấm cho biết đâu là tên mục, đâu là giá trị; thiếu nó thì không biết dòng này thuộc về đâu.",
        "The colon separates the key from the value; without it the line belongs to nothing.",
    ),
    message=Words(
        "dòng này không có dấu hai chấm sau tên mục: “{text}”",
        "this line has no colon after its key: “{text}”",
    ),
    hint=Words(
        "gõ{indent} “{write}”; nếu là phần tiếp của đoạn văn ở dòng trên thì nối vào dòng trên, trong dấu nháy",
        "type{indent} “{write}”; if it continues the text above, join it to that line, in quotes",
    ),
    bad=(Edit(REPORT, PAPERS, "  van-ban 4"),),
)

WRONG_INDENT = Rule(
    code="R046",
    name="wrong-indent",
    title=Words(
        "Dòng không thẳng hàng",
        "A line that is not aligned",
    ),
    why=Words(
        "Số dấu cách ở đầu dòng cho biết dòng thuộc về mục nào; lệch một dấu là không biết đặt vào đâu.",
        "The spaces before a line say what it belongs to; with one more or less it belongs to nothing.",
    ),
    message=Words(
        "{lines} thụt vào {spaces} dấu cách, không thẳng hàng với các dòng cùng cấp",
        "{lines} indented by {spaces} spaces, not in line with those of the same level",
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
    title=Words(
        "Không đọc được từ chỗ này",
        "Unreadable from here on",
    ),
    why=Words(
        "Chương trình dừng đọc ở đây mà không rõ nguyên nhân; chỗ sai thường ở dòng này hoặc ngay dòng trên.",
        "The reading stops here for an unknown reason; the mistake is usually on this line or the one above.",
    ),
    message=Words(
        "không đọc tiếp được từ chỗ này ({problem})",
        "nothing can be read from here on ({problem})",
    ),
    hint=Words(
        "so dòng này và dòng trên với một tệp đúng: sau dấu hai chấm có dấu cách, dấu nháy và ngoặc đủ đôi, các "
        "dòng cùng cấp thẳng hàng",
        "compare this line and the one above with a correct file: a space after each colon, quotes and brackets "
        "in pairs, lines of one level aligned",
    ),
    bad=(Edit(REPORT, HIGHLIGHTS, "highlights: [Nội dung, {minh họa: x"),),
    good=(Edit(REPORT, HIGHLIGHTS, 'highlights: "[Nội dung, {minh họa: x"'),),
)

DASH_BESIDE_KEY = Rule(
    code="R050",
    name="dash-beside-key",
    title=Words(
        "Gạch đầu dòng nằm cùng dòng với tên mục",
        "A dash on the line of a key",
    ),
    why=Words(
        "Mỗi phần của danh sách chiếm một dòng riêng dưới tên mục; nằm cùng dòng thì không được nhận ra là danh sách.",
        "Each item of a list has a line of its own below the key; on the same line it is not a list.",
    ),
    message=Words(
        "“{text}” nằm cùng dòng với mục “{key}”",
        "“{text}” is on the same line as the key “{key}”",
    ),
    hint=Words(
        "xuống dòng sau “{key}:” rồi gõ hai dấu cách và “{text}”; nếu là số âm thì ghi liền, như -5",
        "start a new line after “{key}:” and type two spaces and “{text}”; a negative number is written without a "
        "space, as -5",
    ),
    bad=(Edit("meetings/2023.yaml", "present:\n  - sa-pa\n", "present: - sa-pa\n"),),
)

STRAY_SIGN = Rule(
    code="R051",
    name="stray-sign",
    title=Words(
        "Thừa một dấu",
        "A sign that does not belong here",
    ),
    why=Words(
        "Một dấu thừa ở đầu dòng, quanh dấu hai chấm hoặc ở cuối dòng làm chương trình không nhận ra tên mục.",
        "A stray sign before a line, around its colon or at its end hides the key.",
    ),
    message=Words(
        "dấu {sign} ở đây là thừa",
        "the {sign} does not belong here",
    ),
    hint=Words(
        "xóa dấu {sign}, giữ nguyên phần còn lại của dòng",
        "delete the {sign} and leave the rest of the line as it is",
    ),
    bad=(Edit(REPORT, "status: illustrative", "@status: illustrative"),),
)

MISSING_DASH = Rule(
    code="R052",
    name="missing-dash",
    title=Words(
        "Thiếu gạch đầu dòng",
        "No dash before an item",
    ),
    why=Words(
        "Trong danh sách, mỗi phần bắt đầu bằng “- ”; thiếu nó thì phần này dính vào phần trên, hoặc không thuộc "
        "về đâu.",
        "Each item of a list begins with “- ”; without it the item joins the one above, or belongs to nothing.",
    ),
    message=Words(
        "dòng này nằm trong một danh sách nhưng không bắt đầu bằng “- ”: “{text}”",
        "this line is in a list but does not begin with “- ”: “{text}”",
    ),
    hint=Words(
        "gõ: {write}",
        "type: {write}",
    ),
    bad=(Edit("meetings/2023.yaml", "  - lao-cai\ndecisions:", "  lao-cai\ndecisions:"),),
)

BLOCK_WITHOUT_BRACES = Rule(
    code="R053",
    name="block-without-braces",
    title=Words(
        "Mục con ghi cùng dòng với mục lớn",
        "A key on the line of another key",
    ),
    why=Words(
        "Một dòng chỉ có một tên mục và một dấu hai chấm; mục con phải xuống dòng và thụt vào.",
        "A line has one key and one colon; the key of a block goes on an indented line of its own.",
    ),
    message=Words(
        "“{text}” là mục con, phải xuống dòng và thụt vào",
        "“{text}” is a key of its own and belongs on an indented line",
    ),
    hint=Words(
        "gõ thành các dòng:\n{lines}",
        "type it as lines:\n{lines}",
    ),
    bad=(Edit("submissions/2023/sa-pa.yaml", "  cay-xanh: 7.2", "  cay-xanh: missing: chưa có số liệu"),),
    fixable=True,
)

WIDE_BULLET = Rule(
    code="R054",
    name="wide-bullet",
    title=Words(
        "Gạch đầu dòng không phải là dấu trừ",
        "A bullet that is not a minus sign",
    ),
    why=Words(
        "Word tự đổi dấu trừ thành gạch dài hoặc chấm tròn; chỉ dấu trừ trên bàn phím mới mở một dòng của danh sách.",
        "Word turns a minus sign into a long dash or a dot; only the minus sign of the keyboard begins an item of "
        "a list.",
    ),
    message=Words(
        "“{sign}” ở đầu dòng không phải là dấu trừ “-”, nên đây không thành danh sách",
        "the “{sign}” before this line is not a minus sign “-”, so this is not a list",
    ),
    hint=Words(
        "ở mỗi dòng của danh sách này, xóa “{sign}” và gõ dấu trừ trên bàn phím: {write}",
        "on each line of this list delete the “{sign}” and type the minus sign of the keyboard: {write}",
    ),
    bad=(Edit("meetings/2023.yaml", "  nominated:\n    - sa-pa", "  nominated:\n    – sa-pa"),),
)

BLOCK_NOT_SET_IN = Rule(
    code="R055",
    name="block-not-set-in",
    title=Words(
        "Cả khối không thụt vào dưới mục của nó",
        "A block that is not indented below its key",
    ),
    why=Words(
        "Các dòng không thụt vào thì không thuộc về mục ở trên, và không số liệu nào được chấm.",
        "Lines that are not indented do not belong to the key above, and none of the figures is scored.",
    ),
    message=Words(
        "{lines} không thụt vào nên không thuộc về mục “{key}” ở trên",
        "indent {lines} so that they belong to “{key}” above",
    ),
    hint=Words(
        "thêm 2 dấu cách vào đầu mỗi dòng của khối này",
        "type 2 spaces before each line of this block",
    ),
    bad=(Edit(REPORT, "gates:\n  khong-o-nhiem: true", "gates:\nkhong-o-nhiem: true"),),
)

STRAY_TEXT = Rule(
    code="R057",
    name="stray-text",
    title=Words("Lời nhắn lẫn trong tệp", "A message among the entries"),
    why=Words(
        "Lời nhắn, đoạn chat dán nhầm vào tệp không phải số liệu và làm hỏng cách đọc những dòng còn lại.",
        "A message or a chat pasted into the file is not an entry, and keeps the other lines from being read.",
    ),
    message=Words(
        "dòng này không phải một mục của tệp: “{text}”",
        "this line is not an entry of the file: “{text}”",
    ),
    hint=Words(
        "xóa đi; muốn giữ làm ghi chú thì gõ dấu # và dấu cách ở đầu mỗi dòng; nếu là phần tiếp của đoạn văn ở dòng "
        "trên thì thụt vào 2 dấu cách",
        "delete it; to keep it as a comment, begin each line with # and a space; if it goes on with the text above, "
        "indent it by 2 spaces",
    ),
    bad=(Edit(REPORT, "gates:", "Em đã sửa số liệu, anh xem lại nhé!\ngates:"),),
    good=(Edit(REPORT, "gates:", "# Em đã sửa số liệu, anh xem lại nhé!\ngates:"),),
)

MISSING_PARENT = Rule(
    code="R058",
    name="missing-parent",
    title=Words("Thiếu dòng mở đầu của một khối", "The line above a block is missing"),
    why=Words(
        "Không có dòng “values:” ở trên thì các dòng thụt vào không thuộc mục nào và không được chấm.",
        "Without a line “values:” above them the indented lines belong to nothing and get no score.",
    ),
    message=Words(
        "{lines} không thuộc mục nào: thiếu dòng “{key}:” ở trên",
        "{lines} no key: the line “{key}:” above is missing",
    ),
    hint=Words(
        "gõ thêm một dòng, sát lề trái, ở trên dòng {line}, các dòng của khối thụt vào 2 dấu cách:\n{key}:\n  {first}",
        "type a line at the left edge above line {line}, with the lines of the block indented by 2 spaces:\n"
        "{key}:\n  {first}",
    ),
    bad=(Edit(REPORT, "values:\n", ""),),
)

ENTRIES_ON_ONE_LINE = Rule(
    code="R059",
    name="entries-on-one-line",
    title=Words("Nhiều mục trên một dòng", "Several entries on one line"),
    why=Words(
        "Mỗi dòng chỉ có một mục; những mục đứng sau trên cùng dòng bị coi là phần tiếp của giá trị.",
        "A line holds one entry; what follows on the same line is taken for the rest of its value.",
    ),
    message=Words("có hơn một mục trên dòng này: “{text}”", "there is more than one entry on this line: “{text}”"),
    hint=Words(
        "gõ mỗi mục trên một dòng, mục con thụt vào 2 dấu cách:\n{lines}",
        "type each entry on a line of its own, indented by 2 spaces where it belongs to the key above:\n{lines}",
    ),
    bad=(Edit(REPORT, GREEN + "\n" + PAPERS, "  cay-xanh: 7.2 van-ban: 4"),),
)

DASH_BEFORE_KEY = Rule(
    code="R060",
    name="dash-before-key",
    title=Words("Gạch đầu dòng trước tên mục", "A dash before a key"),
    why=Words(
        "Gạch đầu dòng mở một phần của danh sách; ở đây là các mục “tên mục: giá trị”, mỗi mục có tên riêng.",
        "A dash begins an item of a list; here stand entries of “key: value”, each with a key of its own.",
    ),
    message=Words(
        "ở đây không phải là danh sách: dòng không được bắt đầu bằng “- ”",
        "this is not a list: its lines must not begin with “- ”",
    ),
    hint=Words(
        "bỏ “- ” ở đầu mỗi dòng, thẳng hàng với các dòng cùng cấp; dòng này gõ là:\n{lines}",
        "delete the “- ” before each line and align it with the lines of its level; type this line as:\n{lines}",
    ),
    bad=(Edit(REPORT, "gates:\n  khong-o-nhiem: true", "gates:\n  - khong-o-nhiem: true"),),
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
    STRAY_TEXT,
    MISSING_PARENT,
    ENTRIES_ON_ONE_LINE,
    DASH_BEFORE_KEY,
)
