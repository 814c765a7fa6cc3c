"""Numbers that are not plain decimals. `number_slips` tells them apart."""

from taybac_cluster.diagnostics import Words
from taybac_cluster.rules.rule import Edit, Rule
from taybac_cluster.rules.sample import GREEN, PAPERS, REPORT

_TWO_READINGS = Words(
    "Trình soạn thảo và chương trình chấm điểm có thể đọc ra hai số khác nhau, mà không bên nào báo lỗi.",
    "An editor and the scoring program may read two different figures, and neither would say so.",
)

LEADING_ZERO = Rule(
    code="R103",
    name="leading-zero",
    title=Words("Số bắt đầu bằng 0", "A number that begins with 0"),
    why=Words(
        "Số bắt đầu bằng 0 có nơi đọc theo hệ tám: 010 thành 8. Nếu là mã thì chữ số 0 lại bị mất.",
        "A number that begins with 0 is read in base eight by some: 010 becomes 8. In a code, the 0 would be lost.",
    ),
    message=Words(
        "số “{word}” bắt đầu bằng 0 nên có nơi đọc ra số khác",
        "the number “{word}” begins with 0, which some programs read as another number",
    ),
    hint=Words(
        'nếu là số thì ghi {write}; nếu là mã thì đặt trong dấu nháy: "{word}"',
        'write {write} if it is a number; if it is a code, put it in quotes: "{word}"',
    ),
    bad=(Edit(REPORT, PAPERS, "  van-ban: 04"),),
)

UNDERSCORES = Rule(
    code="R105",
    name="underscores",
    title=Words("Dấu gạch dưới trong số", "Underscores in a number"),
    why=_TWO_READINGS,
    message=Words(
        "số “{word}” có dấu gạch dưới, có nơi đọc là số, có nơi coi là chữ",
        "“{word}” is a number to some programs and a text to others, for its underscores",
    ),
    hint=Words("gõ liền các chữ số: {write}", "type the digits without underscores: {write}"),
    bad=(Edit(REPORT, GREEN, "  cay-xanh: 1_0.5"),),
    fixable=True,
)

POWER_OF_TEN = Rule(
    code="R106",
    name="power-of-ten",
    title=Words("Số viết kèm chữ e", "A number with an e"),
    why=_TWO_READINGS,
    message=Words(
        "“{word}” là số viết tắt kiểu máy tính, có nơi đọc là số, có nơi coi là chữ",
        "“{word}” is a shortened number to some programs and a text to others",
    ),
    hint=Words(
        'gõ đủ các chữ số: {write}; nếu là chữ thì đặt trong dấu nháy: "{word}"',
        'type all its digits: {write}; if it is a text, put it in quotes: "{word}"',
    ),
    bad=(Edit(REPORT, GREEN, "  cay-xanh: 7e0"),),
)

OTHER_BASE = Rule(
    code="R108",
    name="other-base",
    title=Words("Số không viết theo hệ mười", "A number not in base ten"),
    why=Words(
        "Viết kiểu 0x1F hay 0b11 là cách của lập trình; người đọc báo cáo không thấy đó là bao nhiêu.",
        "0x1F or 0b11 is how programmers write; readers of a report cannot see how much that is.",
    ),
    message=Words(
        "“{word}” là số theo hệ đếm khác hệ mười",
        "“{word}” is a number in a base other than ten",
    ),
    hint=Words(
        'nếu là số thì ghi {write}; nếu là mã thì đặt trong dấu nháy: "{word}"',
        'write {write} if it is a number; if it is a code, put it in quotes: "{word}"',
    ),
    bad=(Edit(REPORT, PAPERS, "  van-ban: 0x4"),),
)

ODD_NUMBER = Rule(
    code="R109",
    name="odd-number",
    title=Words("Số viết không theo lệ thường", "A number in an unusual form"),
    why=Words(
        "Dấu cộng, dấu trừ kiểu in, dấu chấm đứng đầu hay đứng cuối có nơi đọc được, có nơi không.",
        "A plus, a printed minus, a point at the start or the end: some programs can read it, others cannot.",
    ),
    message=Words(
        "số “{word}” có dấu thừa, hoặc dấu chấm đứng đầu hay đứng cuối",
        "the number “{word}” has a needless sign, or a point at its start or end",
    ),
    hint=Words("ghi {write}", "write {write}"),
    bad=(Edit(REPORT, GREEN, "  cay-xanh: +7.2"),),
    fixable=True,
)

TOO_MANY_DIGITS = Rule(
    code="R112",
    name="too-many-digits",
    title=Words("Số có quá nhiều chữ số", "A number of too many digits"),
    why=Words(
        "Số dài hơn 30 chữ số không phải số liệu đo đếm được, và không máy nào giữ nguyên được hết.",
        "A number of over 30 digits was never measured, and hardly any machine keeps all of it.",
    ),
    message=Words(
        "số này có {digits} chữ số, nhiều hơn 30",
        "this number has {digits} digits, more than 30",
    ),
    hint=Words(
        "làm tròn tới mức đo được; nếu là mã thì đặt trong dấu nháy",
        "round it to what can be measured; if it is a code, put it in quotes",
    ),
    bad=(Edit(REPORT, GREEN, "  cay-xanh: 7.1999999999999999999999999999999"),),
)

DECIMAL_COMMA = Rule(
    code="R113",
    name="decimal-comma",
    title=Words("Dấu phẩy thập phân", "A decimal comma"),
    why=Words(
        "Trên giấy ta viết 12,5, nhưng trong tệp dấu phẩy biến cả số thành chữ; phần thập phân viết sau dấu chấm.",
        "On paper it is 12,5, but in the file the comma makes a text of it; decimals go after a point.",
    ),
    message=Words(
        "“{text}” viết phần thập phân sau dấu phẩy nên không phải số",
        "“{text}” has a comma for its decimals, so it is no number",
    ),
    hint=Words("dùng dấu chấm: {write}", "use a point: {write}"),
    bad=(Edit(REPORT, GREEN, "  cay-xanh: 7,2"),),
    fixable=True,
)

THOUSANDS_SEPARATOR = Rule(
    code="R114",
    name="thousands-separator",
    title=Words("Dấu ngăn hàng nghìn", "A thousands separator"),
    why=Words(
        "1.234 có người hiểu là một nghìn hai trăm ba mươi tư, có người hiểu là một phẩy hai: máy không được đoán.",
        "1,234 is over a thousand to one reader and little more than one to another: this is not to be guessed.",
    ),
    message=Words(
        "“{text}” có dấu ngăn giữa các chữ số, không rõ là hàng nghìn hay thập phân",
        "“{text}” has separators between its digits, for thousands or for decimals",
    ),
    hint=Words(
        "gõ liền các chữ số: {write}; phần thập phân, nếu có, viết sau dấu chấm như 12.5",
        "type the digits without separators: {write}; a decimal part goes after a point, as in 12.5",
    ),
    bad=(Edit(REPORT, PAPERS, "  van-ban: 1.234.567"),),
)

PERCENT_SIGN = Rule(
    code="R115",
    name="percent-sign",
    title=Words("Dấu % trong giá trị", "A % in a value"),
    why=Words(
        "Đơn vị đã ghi ở tiêu chí; kèm dấu % thì giá trị thành chữ và không chấm được.",
        "The criterion gives the unit; with a % the value is a text and gets no score.",
    ),
    message=Words(
        "“{text}” có dấu % nên không phải số",
        "“{text}” has a %, so it is no number",
    ),
    hint=Words("chỉ ghi số: {write}", "write the number alone: {write}"),
    bad=(Edit(REPORT, "  nuoc-thai: 45.5", "  nuoc-thai: 45,5%"),),
    fixable=True,
)

NUMBER_IN_QUOTES = Rule(
    code="R116",
    name="number-in-quotes",
    title=Words("Số nằm trong dấu nháy", "A number in quotes"),
    why=Words(
        "Trong dấu nháy, 7.2 là chữ chứ không phải số, nên không tính điểm được.",
        "In quotes, 7.2 is a text and not a number, and cannot be scored.",
    ),
    message=Words(
        "số “{text}” được viết như chữ (nằm trong dấu nháy)",
        "the number “{text}” is written as a text (in quotes)",
    ),
    hint=Words("bỏ dấu nháy: {write}", "take the quotes away: {write}"),
    bad=(Edit(REPORT, GREEN, '  cay-xanh: "7.2"'),),
    fixable=True,
)

UNIT_IN_VALUE = Rule(
    code="R119",
    name="unit-in-value",
    title=Words("Đơn vị ghi kèm số", "A unit beside the number"),
    why=Words(
        "Đơn vị đã ghi ở tiêu chí; kèm đơn vị thì giá trị thành chữ. Nếu đơn vị khác thì phải quy đổi, máy không đoán.",
        "The criterion gives the unit; with a unit the value is a text. Another unit must be converted, not guessed.",
    ),
    message=Words(
        "“{text}” có “{unit}” đi kèm nên không phải số",
        "“{text}” has “{unit}” beside it, so it is no number",
    ),
    hint=Words(
        "nếu “{unit}” đúng là đơn vị của tiêu chí thì chỉ ghi số: {write}; nếu không thì quy đổi trước",
        "if “{unit}” is the criterion’s own unit, write the number alone: {write}; otherwise convert it first",
    ),
    bad=(Edit(REPORT, GREEN, "  cay-xanh: 7.2 m2"),),
)

OTHER_DIGITS = Rule(
    code="R120",
    name="other-digits",
    title=Words("Chữ số khác với 0–9", "Digits other than 0–9"),
    why=Words(
        "Chữ số toàn khổ hay chữ số của bộ chữ khác trông như số, nhưng có chương trình chỉ coi là chữ.",
        "Full-width digits and those of other scripts look like numbers, but only some programs read them as such.",
    ),
    message=Words(
        "“{word}” không viết bằng các chữ số 0–9",
        "“{word}” is not written with the digits 0–9",
    ),
    hint=Words(
        'gõ lại bằng bàn phím thường: {write}; nếu là chữ thì đặt trong dấu nháy: "{word}"',
        'type it on an ordinary keyboard: {write}; if it is a text, put it in quotes: "{word}"',
    ),
    bad=(Edit(REPORT, GREEN, "  cay-xanh: ７.２"),),
    fixable=True,
)

RULES: tuple[Rule, ...] = (
    LEADING_ZERO,
    UNDERSCORES,
    POWER_OF_TEN,
    OTHER_BASE,
    ODD_NUMBER,
    TOO_MANY_DIGITS,
    DECIMAL_COMMA,
    THOUSANDS_SEPARATOR,
    PERCENT_SIGN,
    NUMBER_IN_QUOTES,
    UNIT_IN_VALUE,
    OTHER_DIGITS,
)
