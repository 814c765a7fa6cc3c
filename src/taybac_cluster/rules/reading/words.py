"""Words that the versions of YAML read differently, and missing values."""

from taybac_cluster.diagnostics import Words
from taybac_cluster.rules.rule import Edit, Rule
from taybac_cluster.rules.sample import GREEN, REPORT

NO_VALUE = Rule(
    code="R101",
    name="no-value",
    title=Words("Khóa chưa có giá trị", "A key without a value"),
    why=Words(
        "Để trống có thể là quên, là chưa có số liệu (ghi {missing: lý do}) hay là bằng không: ba điều được chấm "
        "khác nhau.",
        "Nothing may mean forgotten, not known (written {missing: reason}) or zero: three things that are scored "
        "differently.",
    ),
    message=Words("“{key}” chưa có giá trị", "“{key}” has no value"),
    hint=Words(
        "gõ giá trị sau “{key}: ”, hoặc xóa dòng; {otherwise}",
        "type a value after “{key}: ”, or delete the line; {otherwise}",
    ),
    bad=(Edit(REPORT, GREEN, "  cay-xanh:"),),
)

YES_NO_WORD = Rule(
    code="R102",
    name="yes-no-word",
    title=Words("Có, không viết bằng từ mà mỗi nơi hiểu một khác", "Yes or no in a word that is read in two ways"),
    why=Words(
        "Các từ yes, no, on, off, y, n có chương trình hiểu là có/không, có chương trình hiểu là chữ.",
        "Some programs take yes, no, on, off, y and n for yes or no, others for text.",
    ),
    message=Words(
        "“{word}” có nơi hiểu là có/không, có nơi hiểu là chữ",
        "“{word}” is yes or no to some programs and a text to others",
    ),
    hint=Words(
        'ở đây cần số thì ghi số; cần có/không thì ghi {write}; nếu là chữ thì đặt trong dấu nháy: "{word}"',
        'write a number where one is due, {write} for yes or no; if it is a text, put it in quotes: "{word}"',
    ),
    bad=(Edit(REPORT, "  khong-o-nhiem: true", "  khong-o-nhiem: yes"),),
    fixable=True,
)

WORD_AS_KEY = Rule(
    code="R110",
    name="word-as-key",
    title=Words("Khóa là từ mà mỗi nơi hiểu một khác", "A key that is read in two ways"),
    why=Words(
        "Khóa như no, on, 010 hay 12:30 có nơi đổi thành có/không hoặc số, nên không còn khớp với mã đã đặt.",
        "Keys such as no, on, 010 or 12:30 become yes, no or a number in some programs, and match their ids no more.",
    ),
    message=Words(
        "khóa “{word}” có nơi không hiểu là chữ",
        "the key “{word}” is not a word to every program",
    ),
    hint=Words(
        'đặt khóa trong dấu nháy: "{word}": …',
        'put the key in quotes: "{word}": …',
    ),
    bad=(Edit("criteria/2023.yaml", "            cấp huyện: 5", "            cấp huyện: 5\n            no: 0"),),
    good=(Edit("criteria/2023.yaml", "            cấp huyện: 5", '            cấp huyện: 5\n            "no": 0'),),
)

EMPTY_ITEM = Rule(
    code="R111",
    name="empty-item",
    title=Words("Mục trống trong danh sách", "An empty item of a list"),
    why=Words(
        "Mục trống không nói gì, mà vẫn chiếm một chỗ trong danh sách và trong các phép đếm.",
        "An empty item says nothing, yet takes a place in the list and in every count.",
    ),
    message=Words("mục này của danh sách không có gì", "this item of the list is empty"),
    hint=Words(
        "gõ giá trị sau “- ”, hoặc xóa dòng này",
        "type a value after “- ”, or delete the line",
    ),
    bad=(Edit("meetings/2023.yaml", "  - lao-cai\ndecisions:", "  - lao-cai\n  -\ndecisions:"),),
)

BASE_SIXTY = Rule(
    code="R104",
    name="base-sixty",
    title=Words("Số có dấu hai chấm", "A number with a colon"),
    why=Words(
        "Viết như 12:30 có nơi đọc thành 12 × 60 + 30 = 750, có nơi coi là chữ.",
        "Some programs read 12:30 as 12 × 60 + 30 = 750, others as a text.",
    ),
    message=Words(
        "“{word}” có nơi đọc thành một số khác hẳn, có nơi coi là chữ",
        "“{word}” is quite another number to some programs, and a text to others",
    ),
    hint=Words(
        'chỗ này cần số thì ghi lại bằng dấu chấm thập phân; là giờ hay chữ thì đặt trong dấu nháy: "{word}"',
        'where a number is due, write it with a decimal point; put a time or a text in quotes: "{word}"',
    ),
    bad=(Edit(REPORT, GREEN, "  cay-xanh: 7:20"),),
)

NOT_FINITE = Rule(
    code="R107",
    name="not-finite",
    title=Words("Không phải một số thật", "Not a real number"),
    why=Words(
        "“Không phải số” và “vô cùng” lọt qua mọi giới hạn nhỏ nhất, lớn nhất và làm hỏng cả bảng xếp hạng.",
        "“Not a number” and “infinite” slip through every minimum and maximum and spoil the whole ranking.",
    ),
    message=Words(
        "“{word}” không phải một số hữu hạn",
        "“{word}” is not a finite number",
    ),
    hint=Words(
        "ghi số thật; chưa có số liệu thì ghi {{missing: lý do}}",
        "write a real number; where it is not known, write {{missing: reason}}",
    ),
    bad=(Edit(REPORT, GREEN, "  cay-xanh: .nan"),),
)

RULES: tuple[Rule, ...] = (
    NO_VALUE,
    YES_NO_WORD,
    WORD_AS_KEY,
    EMPTY_ITEM,
    BASE_SIXTY,
    NOT_FINITE,
)
