"""Numbers that are not plain decimals. `mistyped_numbers` tells them apart."""

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
    title=Words(
        "Số bắt đầu bằng 0",
        "A number that begins with 0",
    ),
    why=Words(
        "Số bắt đầu bằng 0 có chương trình đọc theo hệ tám: 010 thành 8. Nếu là mã thì chữ số 0 lại bị mất.",
        "Some programs read a number that begins with 0 in base eight: 010 becomes 8. In a code, the 0 would be lost.",
    ),
    message=Words(
        "số “{word}” bắt đầu bằng 0 nên có chương trình đọc ra số khác",
        "“{word}” begins with 0, which some programs read as another number",
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
    title=Words(
        "Dấu gạch dưới trong số",
        "Underscores in a number",
    ),
    why=_TWO_READINGS,
    message=Words(
        "số “{word}” có dấu gạch dưới: có chương trình đọc là số, có chương trình coi là chữ",
        "“{word}” has underscores: some programs read it as a number, others as text",
    ),
    hint=Words(
        "gõ liền các chữ số: {write}",
        "type the digits without underscores: {write}",
    ),
    bad=(Edit(REPORT, GREEN, "  cay-xanh: 1_0.5"),),
    fixable=True,
)

POWER_OF_TEN = Rule(
    code="R106",
    name="power-of-ten",
    title=Words(
        "Số ghi kèm chữ e",
        "A number with an e",
    ),
    why=_TWO_READINGS,
    message=Words(
        "“{word}” là số viết tắt: có chương trình đọc là số, có chương trình coi là chữ",
        "“{word}” is a shortened number: some programs read it as a number, others as text",
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
    title=Words(
        "Số không ghi theo hệ mười",
        "A number not in base ten",
    ),
    why=Words(
        "0x1F hoặc 0b11 là cách ghi của lập trình; người đọc báo cáo không biết đó là bao nhiêu.",
        "0x1F or 0b11 is how programmers write; readers of a report cannot see how much that is.",
    ),
    message=Words(
        "“{word}” là số không theo hệ mười",
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
    title=Words(
        "Số ghi khác cách thông thường",
        "A number in an unusual form",
    ),
    why=Words(
        "Dấu cộng, dấu trừ kiểu in, dấu chấm ở đầu hoặc ở cuối: có chương trình đọc được, có chương trình không.",
        "A plus, a printed minus, a point at the start or the end: some programs can read it, others cannot.",
    ),
    message=Words(
        "số “{word}” có dấu thừa, hoặc dấu chấm ở đầu hay ở cuối",
        "the number “{word}” has a needless sign, or a point at its start or end",
    ),
    hint=Words(
        "ghi {write}",
        "write {write}",
    ),
    bad=(Edit(REPORT, GREEN, "  cay-xanh: +7.2"),),
    fixable=True,
)

TOO_MANY_DIGITS = Rule(
    code="R112",
    name="too-many-digits",
    title=Words(
        "Số có quá nhiều chữ số",
        "A number with too many digits",
    ),
    why=Words(
        "Số dài hơn 30 chữ số không thể là số liệu đo đếm được, và khó có máy nào giữ được nguyên vẹn.",
        "A number of more than 30 digits was never measured, and hardly any program keeps all of it.",
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
    title=Words(
        "Dấu phẩy thập phân",
        "A decimal comma",
    ),
    why=Words(
        "Trên giấy ta viết 12,5, nhưng trong tệp dấu phẩy làm cho số bị coi là chữ; phần thập phân phải ghi sau "
        "dấu chấm.",
        "On paper it is 12,5, but in a file the comma turns the number into text; decimals go after a point.",
    ),
    message=Words(
        "“{text}” ghi phần thập phân sau dấu phẩy nên không được coi là số",
        "“{text}” has a comma before its decimals, so it is not a number",
    ),
    hint=Words(
        "dùng dấu chấm: {write}",
        "use a point: {write}",
    ),
    bad=(Edit(REPORT, GREEN, "  cay-xanh: 7,2"),),
    fixable=True,
)

THOUSANDS_SEPARATOR = Rule(
    code="R114",
    name="thousands-separator",
    title=Words(
        "Dấu ngăn hàng nghìn",
        "A thousands separator",
    ),
    why=Words(
        "1.234 có người hiểu là một nghìn hai trăm ba mươi tư, có người hiểu là một phẩy hai: chương trình không "
        "được đoán.",
        "1,234 is more than a thousand to one reader and little more than one to another: the program must not guess.",
    ),
    message=Words(
        "“{text}” có dấu ngăn giữa các chữ số, không rõ là hàng nghìn hay thập phân",
        "“{text}” has separators between its digits, for thousands or for decimals",
    ),
    hint=Words(
        "gõ liền các chữ số: {write}; phần thập phân, nếu có, ghi sau dấu chấm như 12.5",
        "type the digits without separators: {write}; a decimal part goes after a point, as in 12.5",
    ),
    bad=(Edit(REPORT, PAPERS, "  van-ban: 1.234.567"),),
)

PERCENT_SIGN = Rule(
    code="R115",
    name="percent-sign",
    title=Words(
        "Dấu % trong giá trị",
        "A % in a value",
    ),
    why=Words(
        "Đơn vị đã ghi ở tiêu chí; kèm dấu % thì giá trị bị coi là chữ và không chấm được.",
        "The criterion gives the unit; with a % the value is text and cannot be scored.",
    ),
    message=Words(
        "“{text}” có dấu % nên không được coi là số",
        "“{text}” has a %, so it is not a number",
    ),
    hint=Words(
        "chỉ ghi số: {write}",
        "write the number alone: {write}",
    ),
    bad=(Edit(REPORT, "  nuoc-thai: 45.5", "  nuoc-thai: 45,5%"),),
    fixable=True,
)

NUMBER_IN_QUOTES = Rule(
    code="R116",
    name="number-in-quotes",
    title=Words(
        "Số nằm trong dấu nháy",
        "A number in quotes",
    ),
    why=Words(
        "Trong dấu nháy, 7.2 là chữ chứ không phải số, nên không tính điểm được.",
        "In quotes, 7.2 is text and not a number, so it cannot be scored.",
    ),
    message=Words(
        "số “{text}” nằm trong dấu nháy nên bị coi là chữ",
        "the number “{text}” is in quotes, which makes it text",
    ),
    hint=Words(
        "bỏ dấu nháy: {write}",
        "remove the quotes: {write}",
    ),
    bad=(Edit(REPORT, GREEN, '  cay-xanh: "7.2"'),),
    fixable=True,
)

UNIT_IN_VALUE = Rule(
    code="R119",
    name="unit-in-value",
    title=Words(
        "Đơn vị ghi kèm số",
        "A unit beside the number",
    ),
    why=Words(
        "Đơn vị đã ghi ở tiêu chí; kèm đơn vị thì giá trị bị coi là chữ. Nếu là đơn vị khác thì phải quy đổi, "
        "chương trình không đoán.",
        "The criterion gives the unit; with a unit the value is text. Another unit must be converted, not guessed.",
    ),
    message=Words(
        "“{text}” có “{unit}” đi kèm nên không được coi là số",
        "“{text}” has “{unit}” beside it, so it is not a number",
    ),
    hint=Words(
        "nếu “{unit}” đúng là đơn vị của tiêu chí thì chỉ ghi số: {write}; nếu không thì quy đổi trước",
        "if “{unit}” is the criterion’s own unit, write the number alone: {write}; otherwise convert it first",
    ),
    bad=(Edit(REPORT, GREEN, "  cay-xanh: 7.2 m2"),),
)

NOTE_IN_VALUE = Rule(
    code="R128",
    name="note-in-value",
    title=Words("Lời ghi chú đứng cùng dòng với số", "A note beside the number"),
    why=Words(
        "Có thêm lời thì giá trị thành chữ và không chấm được; lời ghi chú có mục riêng là note.",
        "With words beside it the value is a text and gets no score; words have a key of their own, note.",
    ),
    message=Words(
        "“{text}” vừa có số vừa có lời ghi chú nên không được coi là số",
        "“{text}” is a number with a note, so it is not read as a number",
    ),
    hint=Words(
        "tách thành ba dòng:\n{lines}",
        "make three lines of it:\n{lines}",
    ),
    bad=(Edit(REPORT, PAPERS, "  van-ban: 4 (kể cả 1 văn bản của tỉnh)"),),
    good=(Edit(REPORT, PAPERS, "  van-ban:\n    value: 4\n    note: kể cả 1 văn bản của tỉnh"),),
)

TWO_NUMBERS = Rule(
    code="R131",
    name="two-numbers",
    title=Words("Hai số ở chỗ của một số", "Two numbers in the place of one"),
    why=Words(
        "Một tiêu chí chỉ có một giá trị; ghi cả khoảng hay hai số thì không biết lấy số nào để chấm.",
        "A criterion has one value; of a range or of two numbers nobody knows which one to score.",
    ),
    message=Words(
        "“{text}” có hai số, ở đây chỉ ghi một",
        "“{text}” is two numbers; only one is written here",
    ),
    hint=Words(
        "chọn một số; lời giải thích ghi sau note:\n{lines}",
        "choose one of them; what explains it goes after note:\n{lines}",
    ),
    bad=(Edit(REPORT, GREEN, "  cay-xanh: 7–8"),),
    good=(Edit(REPORT, GREEN, "  cay-xanh:\n    value: 7\n    note: 7–8 tùy thời điểm"),),
)

LETTER_FOR_DIGIT = Rule(
    code="R129",
    name="letter-for-digit",
    title=Words("Chữ cái ở chỗ chữ số", "A letter in the place of a digit"),
    why=Words(
        "Chữ O trông như số 0, chữ l và chữ I trông như số 1, nhưng khi đọc chúng vẫn là chữ.",
        "The letter O looks like 0, and l and I look like 1, but they are read as letters.",
    ),
    message=Words(
        "“{text}” có chữ cái {letter} ở chỗ chữ số nên không được coi là số",
        "“{text}” has the letter {letter} in the place of a digit, so it is not read as a number",
    ),
    hint=Words(
        "nếu là số thì gõ: {write}; nếu “{letter}” là đơn vị thì xóa đi, chỉ ghi số",
        "if it is a number, type: {write}; if “{letter}” is a unit, delete it and write the number alone",
    ),
    bad=(Edit(REPORT, GREEN, "  cay-xanh: 5O"),),
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
    NOTE_IN_VALUE,
    TWO_NUMBERS,
    LETTER_FOR_DIGIT,
)
