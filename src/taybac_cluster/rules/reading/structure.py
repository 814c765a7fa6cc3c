"""YAML that is not used here (anchors, tags, merge keys, several documents), and keys that cannot be keys."""

from taybac_cluster.diagnostics import Words
from taybac_cluster.rules.rule import Edit, Rule
from taybac_cluster.rules.sample import HIGHLIGHTS, PAPERS, REPORT

TWO_DOCUMENTS = Rule(
    code="R021",
    name="two-documents",
    title=Words("Hai văn bản trong một tệp", "Two documents in one file"),
    why=Words(
        "Mỗi tệp là một báo cáo; phần sau dòng --- hay ... sẽ bị nhiều chương trình bỏ qua mà không báo.",
        "Each file is one report; what follows a line --- or ... is silently left out by many programs.",
    ),
    message=Words(
        "từ đây là văn bản thứ hai, mỗi tệp chỉ được có một",
        "a second document begins here, and a file may hold only one",
    ),
    hint=Words(
        "xóa dòng --- hoặc ... nếu phần dưới vẫn thuộc tệp này; không thì chuyển phần dưới sang tệp khác",
        "delete the line --- or ... where the rest belongs to this file; otherwise move the rest to another file",
    ),
    bad=(Edit(REPORT, HIGHLIGHTS, HIGHLIGHTS + "\n---\nmember: lao-cai"),),
)

ALIAS = Rule(
    code="R022",
    name="alias",
    title=Words("Dấu & hoặc * dùng để nhắc lại một đoạn", "A & or * that repeats a part"),
    why=Words(
        "Trong YAML, & đặt tên cho một đoạn và * chép lại đoạn ấy ở chỗ khác: người đọc không thấy giá trị "
        "tại chỗ, "
        "và vài dòng có thể phình ra làm treo máy.",
        "In YAML, & names a part and * repeats it elsewhere: readers do not see the value where it counts, "
        "and a few "
        "lines can swell until a machine hangs.",
    ),
    message=Words(
        "từ bắt đầu bằng & hoặc * là ký hiệu nhắc lại (anchor, alias), ở đây không dùng",
        "a word that begins with & or * is a mark of repetition (anchor, alias), which is not used here",
    ),
    hint=Words(
        "xóa từ ấy và gõ hẳn giá trị; nếu & hay * là chữ thì đặt cả đoạn trong dấu nháy",
        "delete that word and type the value itself; if the & or * is part of a text, put the text in quotes",
    ),
    bad=(Edit(REPORT, HIGHLIGHTS, "highlights: &chung Nội dung minh họa"),),
)

TAG = Rule(
    code="R023",
    name="tag",
    title=Words("Dấu ! ở đầu giá trị", "A ! where a value begins"),
    why=Words(
        "Trong YAML, ! ra lệnh cho chương trình cách hiểu giá trị, có chương trình còn chạy cả mã lệnh.",
        "In YAML, ! tells programs how to take a value; some even run code for it.",
    ),
    message=Words(
        "từ bắt đầu bằng ! là ký hiệu riêng của YAML (tag), ở đây không dùng",
        "a word that begins with ! is a mark of YAML’s own (tag), which is not used here",
    ),
    hint=Words(
        "bỏ từ bắt đầu bằng !; nếu ! là chữ, đặt cả đoạn trong dấu nháy kép",
        "take the word with ! away; if the ! is part of a text, put the text in double quotes",
    ),
    bad=(Edit(REPORT, HIGHLIGHTS, "highlights: !quan Nội dung minh họa"),),
    fixable=True,
)

MERGE_KEY = Rule(
    code="R024",
    name="merge-key",
    title=Words("Khóa <<", "The key <<"),
    why=Words(
        "<< trộn thêm giá trị từ chỗ khác vào đây, nên không ai thấy đủ những gì được tính.",
        "<< mixes in values from elsewhere, so that nobody sees all that counts.",
    ),
    message=Words(
        "khóa << (merge) chép giá trị từ chỗ khác, ở đây không dùng",
        "the key << (merge) copies values from elsewhere, which is not used here",
    ),
    hint=Words(
        "xóa dòng này và gõ hẳn các khóa, giá trị cần dùng",
        "delete this line and type the keys and values themselves",
    ),
    bad=(Edit(REPORT, HIGHLIGHTS, HIGHLIGHTS + "\n<<:\n  note: Trộn từ tệp khác"),),
)

TOO_DEEP = Rule(
    code="R025",
    name="too-deep",
    title=Words("Lồng nhau quá sâu", "Nested too deep"),
    why=Words(
        "Không tệp nào ở đây cần quá vài cấp; lồng hàng chục cấp là gõ nhầm, hoặc cố làm treo máy.",
        "No file here needs more than a few levels; dozens of them are a slip, or meant to hang a machine.",
    ),
    message=Words(
        "đến đây đã lồng nhau quá 32 cấp",
        "here it is nested more than 32 levels deep",
    ),
    hint=Words(
        "bỏ bớt các dấu ngoặc mở thừa, hoặc các lần thụt dòng thừa",
        "take out the opening brackets that are too many, or the lines set in too far",
    ),
    bad=(Edit(REPORT, HIGHLIGHTS, f"highlights: {'[' * 33}Nội dung minh họa{']' * 33}"),),
)

KEY_TWICE = Rule(
    code="R026",
    name="key-twice",
    title=Words("Một khóa ghi hai lần", "A key that stands twice"),
    why=Words(
        "Mỗi chương trình lấy một lần khác nhau, nên hai người đọc cùng một tệp có thể thấy hai số.",
        "Programs differ in which of the two they take, so two readers of one file may see two figures.",
    ),
    message=Words(
        "khóa “{key}” đã có ở dòng {line}",
        "the key “{key}” stands already on line {line}",
    ),
    hint=Words(
        "giữ lại một dòng; nếu đây là mục mới của một danh sách, gõ “- ” trước khóa đầu tiên của mục",
        "keep one of the lines; if a new item of a list begins here, type “- ” before its first key",
    ),
    bad=(Edit(REPORT, PAPERS, f"{PAPERS}\n  van-ban: 5"),),
)

COMPLEX_KEY = Rule(
    code="R027",
    name="complex-key",
    title=Words("Khóa không phải một từ", "A key that is no word"),
    why=Words(
        "Khóa là tên của giá trị; một danh sách, một nhóm dòng hay chỗ trống không làm tên được.",
        "A key is the name of a value; a list, a group of lines or nothing cannot be a name.",
    ),
    message=Words(
        "khóa ở đây không phải một từ (dấu ? hoặc dấu : đứng đầu, hoặc có ngoặc)",
        "the key here is no word (a ? or a : comes first, or there are brackets)",
    ),
    hint=Words(
        "gõ theo mẫu “khóa: giá trị”, khóa là một từ; bỏ dấu ? hoặc dấu ngoặc ở đầu dòng",
        "type “key: value” with one word for the key; take away the ? or the brackets before it",
    ),
    bad=(Edit(REPORT, HIGHLIGHTS, HIGHLIGHTS + "\n? [note, en]\n: Ghi chú"),),
)

NO_KEYS_AT_TOP = Rule(
    code="R028",
    name="no-keys-at-top",
    title=Words("Tệp không bắt đầu bằng các khóa", "The file does not begin with keys"),
    why=Words(
        "Tệp phải nói từng giá trị là gì; thiếu khóa thì không biết báo cáo của ai, năm nào.",
        "The file must say what each value is; without keys nobody knows whose report it is, and of which year.",
    ),
    message=Words(
        "cả tệp là {kind}, trong khi phải là các dòng “khóa: giá trị”",
        "the whole file is {kind}, where lines of “key: value” are expected",
    ),
    hint=Words(
        "viết mỗi khóa trên một dòng, sát lề trái, ví dụ “member: sa-pa”, không có “- ” ở đầu",
        "write each key on a line of its own at the left edge, such as “member: sa-pa”, with no “- ” before it",
    ),
    bad={REPORT: "- member: sa-pa\n- year: 2023\n"},
)

DIRECTIVE = Rule(
    code="R029",
    name="directive",
    title=Words("Dòng bắt đầu bằng %", "A line that begins with %"),
    why=Words(
        "Dòng % đổi cách hiểu cả tệp; ở đây mọi tệp được hiểu như nhau.",
        "A line with % changes how the whole file is read; here all files are read alike.",
    ),
    message=Words(
        "dòng bắt đầu bằng % là chỉ thị của YAML, ở đây không dùng",
        "a line that begins with % is an order to YAML, which is not used here",
    ),
    hint=Words(
        "xóa dòng này; nếu là lời ghi chú, thay % bằng #",
        "delete this line; if it is a comment, begin it with # instead",
    ),
    bad=(Edit(REPORT, "member: sa-pa", "%YAML 1.2\n---\nmember: sa-pa"),),
)

RULES: tuple[Rule, ...] = (
    TWO_DOCUMENTS,
    ALIAS,
    TAG,
    MERGE_KEY,
    TOO_DEEP,
    KEY_TWICE,
    COMPLEX_KEY,
    NO_KEYS_AT_TOP,
    DIRECTIVE,
)
