"""Keys that are unknown or missing, and values of the wrong kind."""

from taybac_cluster.diagnostics import Words
from taybac_cluster.rules.rule import Edit, Rule
from taybac_cluster.rules.sample import REPORT

UNKNOWN_KEY = Rule(
    code="R121",
    name="unknown-key",
    title=Words(
        "Mục không có trong mẫu",
        "An unknown key",
    ),
    why=Words(
        "Tên mục gõ sai thì giá trị dưới nó không được đọc: trông như đã ghi mà không được tính.",
        "What stands under a misspelt key is not read: it looks given but does not count.",
    ),
    message=Words(
        "ở đây không có mục “{key}”",
        "there is no key “{key}” here",
    ),
    hint=Words("{suggestion}", "{suggestion}"),
    bad=(Edit(REPORT, "highlights: Nội dung minh họa", "higlights: Nội dung minh họa"),),
)

MISSING_KEY = Rule(
    code="R122",
    name="missing-key",
    title=Words(
        "Thiếu một mục bắt buộc",
        "A required key is missing",
    ),
    why=Words(
        "Mỗi loại tệp có những mục không thể thiếu; thiếu thì nội dung của nó không dùng được. Tài liệu "
        "docs/data.vi.md giải thích từng mục.",
        "Every kind of file has keys that it cannot do without; docs/data.md explains each of them.",
    ),
    message=Words(
        "thiếu mục “{key}”",
        "the key “{key}” is missing",
    ),
    hint=Words(
        "thêm một dòng “{key}: …”, thẳng hàng với các mục cùng cấp",
        "add a line “{key}: …”, in line with the keys of its level",
    ),
    bad=(Edit(REPORT, "status: illustrative\n", ""),),
)

WRONG_KIND = Rule(
    code="R123",
    name="wrong-kind",
    title=Words(
        "Giá trị không đúng kiểu",
        "A value of the wrong kind",
    ),
    why=Words(
        "Mỗi chỗ chỉ nhận một kiểu giá trị (số, true hoặc false, chữ, danh sách); ghi kiểu khác thì không tính được.",
        "Each place takes one kind of value: a number, true or false, a text, a list; another kind cannot be used.",
    ),
    message=Words(
        "ở đây cần {expected}, nhưng tệp ghi “{text}”",
        "this must be {expected}, not “{text}”",
    ),
    hint=Words("{write}", "{write}"),
    bad=(Edit(REPORT, "  khong-o-nhiem: true", "  khong-o-nhiem: đạt"),),
)

TEXT_WITHOUT_QUOTES = Rule(
    code="R124",
    name="text-without-quotes",
    title=Words(
        "Chữ trông như số, không có dấu nháy",
        "A text that looks like a number, without quotes",
    ),
    why=Words(
        "Mã và tên chỉ gồm chữ số bị hiểu là số: mất số 0 ở đầu, thêm bớt phần thập phân.",
        "Codes and names made of digits are read as numbers: zeros get lost, decimals change.",
    ),
    message=Words(
        "ở đây cần chữ, nhưng “{text}” không có dấu nháy nên bị hiểu là số, hoặc là có hay không",
        "this must be a text, but without quotes “{text}” is a number, or yes or no",
    ),
    hint=Words(
        'đặt trong dấu nháy: "{text}"',
        'put it in quotes: "{text}"',
    ),
    bad=(Edit(REPORT, "highlights: Nội dung minh họa", "highlights: 2023"),),
    good=(Edit(REPORT, "highlights: Nội dung minh họa", 'highlights: "2023"'),),
    fixable=True,
)

NOT_AMONG = Rule(
    code="R125",
    name="not-among",
    title=Words(
        "Giá trị không nằm trong các lựa chọn",
        "A value that is not one of the choices",
    ),
    why=Words(
        "Ở đây chỉ dùng một số giá trị nhất định; giá trị khác không biết phải hiểu thế nào.",
        "Only certain values are used here; no other has a meaning.",
    ),
    message=Words(
        "“{text}” không phải là một trong các giá trị dùng được ở đây",
        "“{text}” is not one of the values that may be used here",
    ),
    hint=Words("{suggestion}", "{suggestion}"),
    bad=(Edit(REPORT, "status: illustrative", "status: minh họa"),),
)

NOT_AN_ID = Rule(
    code="R126",
    name="not-an-id",
    title=Words(
        "Mã ghi không đúng cách",
        "An id in another form",
    ),
    why=Words(
        "Mã nối các tệp với nhau và làm tên tệp, nên phải giống nhau ở mọi máy, mọi bộ gõ.",
        "Ids connect the files and name them, so they must be the same on every computer and keyboard.",
    ),
    message=Words(
        "“{text}” không dùng làm mã được",
        "“{text}” cannot be an id",
    ),
    hint=Words(
        "chỉ dùng chữ thường không dấu, chữ số và gạch nối, nhiều nhất 64 ký tự: {write}",
        "use only small letters a–z, digits and hyphens, at most 64 of them: {write}",
    ),
    bad=(Edit("members.yaml", "  - id: yen-bai", "  - id: Yên Bái"),),
)

ANSWER_IN_QUOTES = Rule(
    code="R127",
    name="answer-in-quotes",
    title=Words(
        "true, false nằm trong dấu nháy",
        "True or false in quotes",
    ),
    why=Words(
        "Trong dấu nháy, true và false là chữ, không còn là câu trả lời có hay không.",
        "In quotes, true and false are text and no longer an answer.",
    ),
    message=Words(
        "“{text}” nằm trong dấu nháy nên là chữ, không phải là câu trả lời có hay không",
        "“{text}” is in quotes, which makes it text and not an answer",
    ),
    hint=Words(
        "bỏ dấu nháy: {write}",
        "remove the quotes: {write}",
    ),
    bad=(Edit(REPORT, "  khong-o-nhiem: true", '  khong-o-nhiem: "true"'),),
    fixable=True,
)

MARK_IN_REPORT = Rule(
    code="R130",
    name="mark-in-report",
    title=Words(
        "Điểm giám khảo ghi trong báo cáo của đô thị",
        "A judge’s mark in a city’s report",
    ),
    why=Words(
        "Báo cáo là số liệu của đô thị; điểm của giám khảo do tổ thẩm định ghi, ở tệp khác.",
        "The report holds the city’s own figures; the panel writes the marks of the judges, in another file.",
    ),
    message=Words(
        "điểm giám khảo của “{key}” không ghi trong báo cáo của đô thị",
        "the judges’ marks for “{key}” do not belong in a city’s report",
    ),
    hint=Words(
        "xóa khỏi tệp này và ghi trong tệp {file}:\n{lines}",
        "delete them here and write them in the file {file}:\n{lines}",
    ),
    bad=(Edit(REPORT, "  quy-hoach: cấp tỉnh", "  quy-hoach: cấp tỉnh\n  my-quan:\n    giam-khao-1: 8"),),
)

GROUP_IN_VALUES = Rule(
    code="R132",
    name="group-in-values",
    title=Words(
        "Tiêu chí nằm dưới tên nhóm",
        "Criteria below the name of their group",
    ),
    why=Words(
        "Trong báo cáo mọi tiêu chí đứng thẳng dưới “values:”; thuộc nhóm nào thì bộ tiêu chí đã ghi.",
        "In a report every criterion stands directly below “values:”; the criteria set says which group it is of.",
    ),
    message=Words(
        "dưới “{key}” có các tiêu chí khác; ở đây không ghi tên nhóm",
        "there are other criteria below “{key}”; the names of groups are not written here",
    ),
    hint=Words(
        "xóa dòng “{key}:” và bớt 2 dấu cách ở đầu các dòng của nhóm, để “{first}” thẳng hàng với các tiêu chí khác",
        "delete the line “{key}:” and indent the lines of the group by 2 spaces less, so that “{first}” is in line "
        "with the other criteria",
    ),
    bad=(Edit(REPORT, "  cay-xanh: 7.2", "  xanh:\n    cay-xanh: 7.2"),),
)

RULES: tuple[Rule, ...] = (
    UNKNOWN_KEY,
    MISSING_KEY,
    WRONG_KIND,
    TEXT_WITHOUT_QUOTES,
    NOT_AMONG,
    NOT_AN_ID,
    ANSWER_IN_QUOTES,
    MARK_IN_REPORT,
    GROUP_IN_VALUES,
)
