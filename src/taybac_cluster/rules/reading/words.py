"""Words that the versions of YAML read differently, and missing values."""

from taybac_cluster.diagnostics import Words
from taybac_cluster.rules.rule import Edit, Rule
from taybac_cluster.rules.sample import GREEN, REPORT

NO_VALUE = Rule(
    code="R101",
    name="no-value",
    title=Words(
        "Mục chưa có giá trị",
        "A key without a value",
    ),
    why=Words(
        "Để trống có thể là quên, là chưa có số liệu hoặc là bằng không: ba trường hợp được chấm khác nhau.",
        "Nothing may mean forgotten, not known or zero: three cases that are scored differently.",
    ),
    message=Words(
        "mục “{key}” chưa có giá trị",
        "“{key}” has no value",
    ),
    hint=Words(
        "gõ giá trị sau “{key}: ”, hoặc xóa dòng; {otherwise}",
        "type a value after “{key}: ”, or delete the line; {otherwise}",
    ),
    bad=(Edit(REPORT, GREEN, "  cay-xanh:"),),
)

YES_NO_WORD = Rule(
    code="R102",
    name="yes-no-word",
    title=Words(
        "Từ chỉ có hoặc không mà mỗi chương trình hiểu một khác",
        "A word for yes or no that programs read differently",
    ),
    why=Words(
        "Các từ yes, no, on, off, y, n có chương trình hiểu là có hoặc không, có chương trình hiểu là chữ.",
        "Some programs read yes, no, on, off, y and n as yes or no, others as text.",
    ),
    message=Words(
        "“{word}” có chương trình hiểu là có hoặc không, có chương trình hiểu là chữ",
        "some programs read “{word}” as yes or no, others as text",
    ),
    hint=Words(
        'nếu cần số thì ghi số; cần trả lời có hay không thì ghi {write}; nếu là chữ thì đặt trong dấu nháy: "{word}"',
        'write a number if one is expected, {write} for yes or no; if it is a text, put it in quotes: "{word}"',
    ),
    bad=(Edit(REPORT, "  khong-o-nhiem: true", "  khong-o-nhiem: yes"),),
    fixable=True,
)

WORD_AS_KEY = Rule(
    code="R110",
    name="word-as-key",
    title=Words(
        "Tên mục là từ mà mỗi chương trình hiểu một khác",
        "A key that programs read differently",
    ),
    why=Words(
        "Tên mục như no, on, 010 hoặc 12:30 có chương trình đổi thành có, không hoặc thành số, nên không còn khớp "
        "với mã đã đặt.",
        "Some programs turn keys such as no, on, 010 or 12:30 into yes, no or a number; they then match their ids "
        "no more.",
    ),
    message=Words(
        "tên mục “{word}” có chương trình không hiểu là chữ",
        "some programs do not read the key “{word}” as a word",
    ),
    hint=Words(
        'đặt tên mục trong dấu nháy: "{word}": …',
        'put the key in quotes: "{word}": …',
    ),
    bad=(Edit("criteria/2023.yaml", "            cấp huyện: 5", "            cấp huyện: 5\n            no: 0"),),
    good=(Edit("criteria/2023.yaml", "            cấp huyện: 5", '            cấp huyện: 5\n            "no": 0'),),
)

EMPTY_ITEM = Rule(
    code="R111",
    name="empty-item",
    title=Words(
        "Dòng trống trong danh sách",
        "An empty item of a list",
    ),
    why=Words(
        "Dòng trống không có thông tin gì mà vẫn được đếm là một phần của danh sách.",
        "An empty item says nothing, but it is counted.",
    ),
    message=Words(
        "dòng này của danh sách chưa có giá trị",
        "this item of the list is empty",
    ),
    hint=Words(
        "gõ giá trị sau “- ”, hoặc xóa dòng này",
        "type a value after “- ”, or delete the line",
    ),
    bad=(Edit("meetings/2023.yaml", "  - lao-cai\ndecisions:", "  - lao-cai\n  -\ndecisions:"),),
)

BASE_SIXTY = Rule(
    code="R104",
    name="base-sixty",
    title=Words(
        "Số có dấu hai chấm",
        "A number with a colon",
    ),
    why=Words(
        "Ghi như 12:30 thì có chương trình đọc thành 12 × 60 + 30 = 750, có chương trình coi là chữ.",
        "Some programs read 12:30 as 12 × 60 + 30 = 750, others as text.",
    ),
    message=Words(
        "“{word}” có chương trình đọc thành một số khác hẳn, có chương trình coi là chữ",
        "some programs read “{word}” as a quite different number, others as text",
    ),
    hint=Words(
        'nếu cần số thì ghi lại với dấu chấm thập phân; nếu là giờ hoặc chữ thì đặt trong dấu nháy: "{word}"',
        'if a number is expected, write it with a decimal point; put a time or a text in quotes: "{word}"',
    ),
    bad=(Edit(REPORT, GREEN, "  cay-xanh: 7:20"),),
)

NOT_FINITE = Rule(
    code="R107",
    name="not-finite",
    title=Words(
        "Không phải là một số",
        "Not a real number",
    ),
    why=Words(
        "“Không phải số” và “vô cùng” vượt qua mọi giới hạn và làm sai cả bảng xếp hạng.",
        "“Not a number” and “infinite” pass every minimum and maximum and spoil the whole ranking.",
    ),
    message=Words(
        "“{word}” không phải là một số dùng được",
        "“{word}” is not a number that can be used",
    ),
    hint=Words(
        "ghi số thật; nếu chưa có số liệu thì xuống dòng và ghi thụt vào “missing: lý do”",
        "write a real number; if there is none, write “missing: reason” on an indented line below",
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
