"""YAML that is not used here (anchors, tags, merge keys, several documents), and keys that cannot be keys."""

from taybac_cluster.diagnostics import Words
from taybac_cluster.rules.rule import Edit, Rule
from taybac_cluster.rules.sample import HIGHLIGHTS, PAPERS, REPORT

TWO_DOCUMENTS = Rule(
    code="R021",
    name="two-documents",
    title=Words(
        "Hai văn bản trong một tệp",
        "Two documents in one file",
    ),
    why=Words(
        "Mỗi tệp là một báo cáo; phần sau dòng --- hoặc ... bị nhiều chương trình bỏ qua mà không báo.",
        "Each file is one report; many programs silently ignore what follows a line --- or ... .",
    ),
    message=Words(
        "từ đây là văn bản thứ hai; mỗi tệp chỉ được có một",
        "a second document begins here; a file may hold only one",
    ),
    hint=Words(
        "nếu phần dưới vẫn thuộc tệp này thì xóa dòng --- hoặc ...; nếu không thì chuyển phần dưới sang tệp khác",
        "if the rest belongs to this file, delete the line --- or ...; otherwise move the rest to another file",
    ),
    bad=(Edit(REPORT, HIGHLIGHTS, HIGHLIGHTS + "\n---\nmember: lao-cai"),),
)

ALIAS = Rule(
    code="R022",
    name="alias",
    title=Words(
        "Dấu & hoặc * dùng để lặp lại một đoạn",
        "A & or * that repeats a part",
    ),
    why=Words(
        "Trong YAML, & đặt tên cho một đoạn và * chép lại đoạn ấy ở chỗ khác: người đọc không thấy giá trị tại "
        "chỗ, và vài dòng có thể phình ra làm treo máy.",
        "In YAML, & names a part and * repeats it elsewhere: readers do not see the value in its place, and a few "
        "lines can grow until the computer hangs.",
    ),
    message=Words(
        "từ bắt đầu bằng & hoặc * là ký hiệu lặp lại của YAML (anchor, alias), ở đây không dùng",
        "a word that begins with & or * repeats a part (anchor, alias); this is not used here",
    ),
    hint=Words(
        "xóa từ ấy và gõ hẳn giá trị; nếu & hoặc * thuộc về đoạn văn thì đặt cả đoạn trong dấu nháy",
        "delete that word and type the value itself; if the & or * belongs to a text, put the whole text in quotes",
    ),
    bad=(Edit(REPORT, HIGHLIGHTS, "highlights: &chung Nội dung minh họa"),),
)

TAG = Rule(
    code="R023",
    name="tag",
    title=Words(
        "Dấu ! ở đầu giá trị",
        "A ! at the start of a value",
    ),
    why=Words(
        "Trong YAML, ! cho chương trình biết cách hiểu giá trị; có chương trình còn chạy mã lệnh theo nó.",
        "In YAML, ! tells programs how to read a value; some even run code because of it.",
    ),
    message=Words(
        "từ bắt đầu bằng ! là ký hiệu riêng của YAML (tag), ở đây không dùng",
        "a word that begins with ! is a YAML tag; tags are not used here",
    ),
    hint=Words(
        "xóa từ bắt đầu bằng !; nếu ! thuộc về đoạn văn thì đặt cả đoạn trong dấu nháy kép",
        "delete the word with the !; if it belongs to a text, put the whole text in double quotes",
    ),
    bad=(Edit(REPORT, HIGHLIGHTS, "highlights: !quan Nội dung minh họa"),),
    fixable=True,
)

MERGE_KEY = Rule(
    code="R024",
    name="merge-key",
    title=Words(
        "Mục <<",
        "The key <<",
    ),
    why=Words(
        "<< trộn thêm giá trị từ chỗ khác vào đây, nên không ai thấy đủ những gì được tính.",
        "<< mixes in values from elsewhere, so nobody sees everything that counts.",
    ),
    message=Words(
        "mục << (merge) chép giá trị từ chỗ khác, ở đây không dùng",
        "the key << (merge) copies values from elsewhere; it is not used here",
    ),
    hint=Words(
        "xóa dòng này và gõ hẳn các mục, giá trị cần dùng",
        "delete this line and type the keys and values themselves",
    ),
    bad=(Edit(REPORT, HIGHLIGHTS, HIGHLIGHTS + "\n<<:\n  note: Trộn từ tệp khác"),),
)

TOO_DEEP = Rule(
    code="R025",
    name="too-deep",
    title=Words(
        "Quá nhiều cấp lồng nhau",
        "Nested too deep",
    ),
    why=Words(
        "Không tệp nào ở đây cần quá vài cấp; hàng chục cấp là do gõ nhầm, hoặc do cố ý làm treo máy.",
        "No file here needs more than a few levels; dozens of levels are a mistake, or an attempt to hang the "
        "computer.",
    ),
    message=Words(
        "đến chỗ này đã quá 32 cấp lồng nhau",
        "more than 32 levels are nested here",
    ),
    hint=Words(
        "bỏ bớt dấu ngoặc mở thừa, hoặc bớt dấu cách ở đầu các dòng thụt vào quá sâu",
        "remove opening brackets that are too many, or spaces before lines that are indented too far",
    ),
    bad=(Edit(REPORT, HIGHLIGHTS, f"highlights: {'[' * 33}Nội dung minh họa{']' * 33}"),),
)

KEY_TWICE = Rule(
    code="R026",
    name="key-twice",
    title=Words(
        "Một mục được ghi hai lần",
        "A key that is given twice",
    ),
    why=Words(
        "Mỗi chương trình lấy một lần khác nhau, nên hai người đọc cùng một tệp có thể thấy hai số.",
        "Programs differ in which of the two they take, so two readers of one file may see two figures.",
    ),
    message=Words(
        "mục “{key}” đã có ở dòng {line}",
        "the key “{key}” is already given on line {line}",
    ),
    hint=Words(
        "chỉ giữ lại một dòng; nếu đây là phần mới của một danh sách thì gõ “- ” trước dòng đầu tiên của phần ấy",
        "keep only one of the lines; if a new item of a list begins here, type “- ” before its first line",
    ),
    bad=(Edit(REPORT, PAPERS, f"{PAPERS}\n  van-ban: 5"),),
)

COMPLEX_KEY = Rule(
    code="R027",
    name="complex-key",
    title=Words(
        "Tên mục không phải là một từ",
        "A key that is not a word",
    ),
    why=Words(
        "Tên mục cho biết giá trị là gì; một danh sách, một nhóm dòng hoặc chỗ trống không làm tên mục được.",
        "A key says what a value is; a list, a group of lines or nothing cannot be a key.",
    ),
    message=Words(
        "tên mục ở đây không phải là một từ (dấu ? hoặc dấu : đứng đầu, hoặc có ngoặc)",
        "the key here is not a word (a ? or a : comes first, or there are brackets)",
    ),
    hint=Words(
        "gõ theo mẫu “tên mục: giá trị”, tên mục là một từ; bỏ dấu ? hoặc dấu ngoặc ở đầu dòng",
        "type “key: value” with one word as the key; remove the ? or the brackets at the start of the line",
    ),
    bad=(Edit(REPORT, HIGHLIGHTS, HIGHLIGHTS + "\n? [note, en]\n: Ghi chú"),),
)

NO_KEYS_AT_TOP = Rule(
    code="R028",
    name="no-keys-at-top",
    title=Words(
        "Tệp không gồm các dòng “tên mục: giá trị”",
        "The file does not consist of lines “key: value”",
    ),
    why=Words(
        "Tệp phải cho biết từng giá trị là gì; thiếu tên mục thì không biết báo cáo của ai, năm nào.",
        "The file must say what each value is; without keys nobody knows whose report it is, and of which year.",
    ),
    message=Words(
        "cả tệp là {kind}, trong khi phải gồm các dòng “tên mục: giá trị”",
        "the whole file is {kind}; lines of “key: value” are expected",
    ),
    hint=Words(
        "ghi mỗi mục trên một dòng, sát lề trái, không có “- ” ở đầu, ví dụ “year: 2024”",
        "write each key on a line of its own at the left edge, without “- ” before it, such as “year: 2024”",
    ),
    bad={REPORT: "- member: sa-pa\n- year: 2023\n"},
)

DIRECTIVE = Rule(
    code="R029",
    name="directive",
    title=Words(
        "Dòng bắt đầu bằng %",
        "A line that begins with %",
    ),
    why=Words(
        "Dòng bắt đầu bằng % làm đổi cách đọc cả tệp; ở đây mọi tệp được đọc như nhau.",
        "A line with % changes how the whole file is read; here all files are read alike.",
    ),
    message=Words(
        "dòng bắt đầu bằng % là chỉ thị của YAML, ở đây không dùng",
        "a line that begins with % is a YAML directive; it is not used here",
    ),
    hint=Words(
        "xóa dòng này; nếu là ghi chú thì thay % bằng #",
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
