"""Texts that need quotes, or whose quotes are wrong."""

from taybac_cluster.diagnostics import Words
from taybac_cluster.rules.rule import Edit, Rule
from taybac_cluster.rules.sample import HIGHLIGHTS, REPORT

UNCLOSED_QUOTE = Rule(
    code="R040",
    name="unclosed-quote",
    title=Words(
        "Dấu nháy không được đóng",
        "A quote that is not closed",
    ),
    why=Words(
        "Dấu nháy chưa đóng kéo luôn các dòng dưới vào đoạn văn, cho tới dấu nháy kế tiếp.",
        "An open quote takes in the lines below, up to the next quote.",
    ),
    message=Words(
        "dấu nháy {sign} mở ở đây nhưng không được đóng",
        "the quote {sign} opens here and is not closed",
    ),
    hint=Words(
        "gõ thêm {sign} ở cuối đoạn văn trên dòng này, hoặc xóa dấu {sign} này",
        "type another {sign} at the end of the text on this line, or delete this one",
    ),
    bad=(Edit(REPORT, HIGHLIGHTS, 'highlights: "Nội dung minh họa'),),
    good=(Edit(REPORT, HIGHLIGHTS, 'highlights: "Nội dung minh họa"'),),
)

LEADING_SIGN = Rule(
    code="R042",
    name="leading-sign",
    title=Words(
        "Giá trị bắt đầu bằng ký hiệu riêng của YAML",
        "A value that begins with a sign of YAML",
    ),
    why=Words(
        "Các dấu % @ ` * & ! | > [ ] ở đầu giá trị có nghĩa riêng trong YAML; trong dấu nháy chúng chỉ là chữ.",
        "The signs % @ ` * & ! | > [ ] have a meaning in YAML at the start of a value; in quotes they are text.",
    ),
    message=Words(
        "giá trị không được bắt đầu bằng dấu {sign} nếu không có dấu nháy",
        "a value may not begin with {sign} unless it is in quotes",
    ),
    hint=Words(
        "đặt cả giá trị trong dấu nháy: {write}{otherwise}",
        "put the whole value in quotes: {write}{otherwise}",
    ),
    bad=(Edit("criteria/2023.yaml", "        unit: m²/người", "        unit: %"),),
    good=(Edit("criteria/2023.yaml", "        unit: m²/người", '        unit: "%"'),),
    fixable=True,
)

COLON_IN_TEXT = Rule(
    code="R043",
    name="colon-in-text",
    title=Words(
        "Dấu hai chấm trong đoạn văn",
        "A colon inside a text",
    ),
    why=Words(
        "Dấu hai chấm kèm dấu cách ngăn tên mục với giá trị; nằm trong đoạn văn thì bị hiểu là thêm một mục.",
        "A colon and a space separate a key from its value; inside a text they look like another key.",
    ),
    message=Words(
        "đoạn văn có dấu hai chấm nên bị hiểu là thêm một mục: “{text}”",
        "the text has a colon, which looks like another key: “{text}”",
    ),
    hint=Words(
        "đặt cả đoạn trong dấu nháy: {write}; nếu là hai mục thì tách thành hai dòng",
        "put the whole text in quotes: {write}; if these are two entries, put each on a line of its own",
    ),
    bad=(Edit(REPORT, HIGHLIGHTS, "highlights: Chủ đề: đô thị xanh"),),
    good=(Edit(REPORT, HIGHLIGHTS, 'highlights: "Chủ đề: đô thị xanh"'),),
    fixable=True,
)

TEXT_AFTER_QUOTE = Rule(
    code="R047",
    name="text-after-quote",
    title=Words(
        "Còn chữ sau dấu nháy đóng",
        "Text after the closing quote",
    ),
    why=Words(
        "Dấu nháy ở đầu giá trị phải bao cả giá trị; chữ đứng ngoài nó không biết thuộc về đâu.",
        "A quote at the start of a value must enclose all of it; text outside belongs to nothing.",
    ),
    message=Words(
        "sau dấu {sign} đóng lại vẫn còn chữ",
        "there is text after the closing {sign}",
    ),
    hint=Words(
        "bao cả đoạn bằng loại dấu nháy kia: {write}; hoặc bỏ dấu nháy",
        "enclose all of it in the other kind of quotes: {write}; or remove the quotes",
    ),
    bad=(Edit(REPORT, HIGHLIGHTS, 'highlights: "Chợ phiên" mỗi chủ nhật'),),
    good=(Edit(REPORT, HIGHLIGHTS, "highlights: '\"Chợ phiên\" mỗi chủ nhật'"),),
)

BACKSLASH = Rule(
    code="R048",
    name="backslash",
    title=Words(
        "Dấu \\ trong dấu nháy kép",
        "A backslash in double quotes",
    ),
    why=Words(
        "Trong dấu nháy kép, dấu \\ cùng chữ sau nó thành một ký tự đặc biệt; trong dấu nháy đơn nó chỉ là chữ.",
        "In double quotes a backslash and the letter after it become a special character; in single quotes it is text.",
    ),
    message=Words(
        "trong dấu nháy kép, dấu \\ ở đây không đọc được",
        "in double quotes, this backslash cannot be read",
    ),
    hint=Words(
        "dùng dấu nháy đơn: {write}",
        "use single quotes: {write}",
    ),
    bad=(Edit(REPORT, HIGHLIGHTS, 'highlights: "D:\\Dulieu\\2023"'),),
    good=(Edit(REPORT, HIGHLIGHTS, "highlights: 'D:\\Dulieu\\2023'"),),
)

TEXT_CUT = Rule(
    code="R056",
    name="text-cut",
    title=Words("Đoạn văn bị cắt ở dấu #", "A text that is cut at a #"),
    why=Words(
        "Dấu # sau dấu cách mở đầu một ghi chú: phần từ đó đến cuối dòng không được đọc, mà không ai báo.",
        "A # after a space begins a comment: the rest of the line is not read, and nobody says so.",
    ),
    message=Words(
        "phần “{lost}” không được đọc, vì dấu # mở đầu một ghi chú", "“{lost}” is not read: the # begins a comment"
    ),
    hint=Words(
        "nếu phần ấy thuộc về đoạn văn thì đặt cả đoạn trong dấu nháy: {write}; nếu không thì gõ dấu cách sau #",
        "if it belongs to the text, put the whole text in quotes: {write}; if not, type a space after the #",
    ),
    bad=(Edit(REPORT, HIGHLIGHTS, "highlights: Quyết định #12 của thị xã"),),
    good=(Edit(REPORT, HIGHLIGHTS, 'highlights: "Quyết định #12 của thị xã"'),),
    severity="warning",
)

RULES: tuple[Rule, ...] = (
    UNCLOSED_QUOTE,
    LEADING_SIGN,
    COLON_IN_TEXT,
    TEXT_AFTER_QUOTE,
    BACKSLASH,
    TEXT_CUT,
)
