"""Keys that are unknown or missing, and values of the wrong kind."""

from taybac_cluster.diagnostics import Words
from taybac_cluster.rules.rule import Edit, Rule
from taybac_cluster.rules.sample import REPORT

UNKNOWN_KEY = Rule(
    code="R121",
    name="unknown-key",
    title=Words("Khóa không có trong mẫu", "A key that does not exist here"),
    why=Words(
        "Khóa gõ sai thì giá trị dưới nó không được đọc, trông như đã khai mà không được tính.",
        "What stands under a misspelt key is not read: it looks given, and does not count.",
    ),
    message=Words("ở đây không có khóa “{key}”", "there is no key “{key}” here"),
    hint=Words("{suggestion}", "{suggestion}"),
    bad=(Edit(REPORT, "highlights: Nội dung minh họa", "higlights: Nội dung minh họa"),),
)

MISSING_KEY = Rule(
    code="R122",
    name="missing-key",
    title=Words("Thiếu một khóa bắt buộc", "A key that must be there is missing"),
    why=Words(
        "Không có khóa này thì không biết tệp nói về ai, năm nào hay tính theo cách nào.",
        "Without it nobody knows whom the file is about, which year, or how to reckon.",
    ),
    message=Words("thiếu khóa “{key}”", "the key “{key}” is missing"),
    hint=Words(
        "thêm một dòng “{key}: …”, thẳng hàng với các khóa cùng cấp",
        "add a line “{key}: …”, in line with the keys of its level",
    ),
    bad=(Edit(REPORT, "status: illustrative\n", ""),),
)

WRONG_KIND = Rule(
    code="R123",
    name="wrong-kind",
    title=Words("Giá trị không đúng kiểu", "A value of the wrong kind"),
    why=Words(
        "Mỗi chỗ chỉ nhận một kiểu giá trị (số, true/false, chữ, danh sách); ghi kiểu khác thì không tính được.",
        "Each place takes one kind of value: a number, true or false, a text, a list; no other can be used.",
    ),
    message=Words(
        "ở đây cần {expected}, nhưng lại ghi “{text}”",
        "this must be {expected}, and not “{text}”",
    ),
    hint=Words("viết lại thành {expected}", "write {expected}"),
    bad=(Edit(REPORT, "  khong-o-nhiem: true", "  khong-o-nhiem: đạt"),),
)

TEXT_WITHOUT_QUOTES = Rule(
    code="R124",
    name="text-without-quotes",
    title=Words(
        "Chữ trông như số hay có/không mà không có dấu nháy", "A text that looks like a number, without quotes"
    ),
    why=Words(
        "Mã và tên chỉ gồm chữ số bị máy hiểu là số: mất số 0 ở đầu, thêm bớt phần thập phân.",
        "Codes and names of digits alone are taken for numbers: zeros get lost, decimals come and go.",
    ),
    message=Words(
        "ở đây cần chữ, nhưng “{text}” không có dấu nháy nên máy hiểu là số hoặc có/không",
        "this must be a text, and without quotes “{text}” is a number or yes or no",
    ),
    hint=Words('đặt trong dấu nháy: "{text}"', 'put it in quotes: "{text}"'),
    bad=(Edit(REPORT, "highlights: Nội dung minh họa", "highlights: 2023"),),
    good=(Edit(REPORT, "highlights: Nội dung minh họa", 'highlights: "2023"'),),
    fixable=True,
)

NOT_AMONG = Rule(
    code="R125",
    name="not-among",
    title=Words("Giá trị không nằm trong các lựa chọn", "A value that is none of the choices"),
    why=Words(
        "Ở đây chỉ có vài giá trị được dùng; giá trị khác không ai biết phải hiểu thế nào.",
        "Only a few values are used here; nobody knows how to take another.",
    ),
    message=Words(
        "“{text}” không phải một trong các giá trị dùng được ở đây",
        "“{text}” is none of the values that may stand here",
    ),
    hint=Words("{suggestion}", "{suggestion}"),
    bad=(Edit(REPORT, "status: illustrative", "status: minh họa"),),
)

NOT_AN_ID = Rule(
    code="R126",
    name="not-an-id",
    title=Words("Mã viết không đúng cách", "An id in another form"),
    why=Words(
        "Mã nối các tệp với nhau và làm tên tệp, nên phải viết giống nhau ở mọi máy, mọi bộ gõ.",
        "Ids tie the files together and name them, so they must be the same on every machine and keyboard.",
    ),
    message=Words("“{text}” không dùng làm mã được", "“{text}” cannot be an id"),
    hint=Words(
        "chỉ dùng chữ thường không dấu, chữ số và gạch nối, nhiều nhất 64 ký tự: {write}",
        "use only small letters a–z, digits and hyphens, at most 64 of them: {write}",
    ),
    bad=(Edit("members.yaml", "  - id: yen-bai", "  - id: Yên Bái"),),
)

ANSWER_IN_QUOTES = Rule(
    code="R127",
    name="answer-in-quotes",
    title=Words("true, false nằm trong dấu nháy", "True or false in quotes"),
    why=Words(
        "Trong dấu nháy, true và false là chữ, không còn là câu trả lời có hay không.",
        "In quotes, true and false are texts and no longer an answer.",
    ),
    message=Words(
        "“{text}” nằm trong dấu nháy nên là chữ, không phải câu trả lời có hay không",
        "“{text}” is in quotes, which makes it a text and no answer",
    ),
    hint=Words("bỏ dấu nháy: {write}", "take the quotes away: {write}"),
    bad=(Edit(REPORT, "  khong-o-nhiem: true", '  khong-o-nhiem: "true"'),),
    fixable=True,
)

RULES: tuple[Rule, ...] = (
    UNKNOWN_KEY,
    MISSING_KEY,
    WRONG_KIND,
    TEXT_WITHOUT_QUOTES,
    NOT_AMONG,
    NOT_AN_ID,
    ANSWER_IN_QUOTES,
)
