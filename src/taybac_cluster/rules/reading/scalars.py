"""The words of what is said of single values: words that YAML's versions read differently, numbers and days as typed.

These faults are found by the loader and by the rules that look at values; `number_slips` tells the numbers apart.
"""

from taybac_cluster.diagnostics import Words
from taybac_cluster.rules.rule import Edit, Rule

_FILE = "submissions/2023/sa-pa.yaml"
_TEXT = "highlights: Nội dung minh họa"
_FIRST = "  cay-xanh: 7.2"
_SECOND = "  van-ban: 4"

_TWO_READINGS = Words(
    "Trình soạn thảo và chương trình chấm điểm có thể đọc ra hai số khác nhau, mà không bên nào báo lỗi.",
    "An editor and the scoring program may read two different figures, and neither would say so.",
)

SCALARS: tuple[Rule, ...] = (
    Rule(
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
        bad=(Edit(_FILE, _FIRST, "  cay-xanh:"),),
    ),
    Rule(
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
        bad=(Edit(_FILE, "  khong-o-nhiem: true", "  khong-o-nhiem: yes"),),
        fixable=True,
    ),
    Rule(
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
        bad=(Edit(_FILE, _SECOND, "  van-ban: 04"),),
    ),
    Rule(
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
        bad=(Edit(_FILE, _FIRST, "  cay-xanh: 7:20"),),
    ),
    Rule(
        code="R105",
        name="underscores",
        title=Words("Dấu gạch dưới trong số", "Underscores in a number"),
        why=_TWO_READINGS,
        message=Words(
            "số “{word}” có dấu gạch dưới, có nơi đọc là số, có nơi coi là chữ",
            "“{word}” is a number to some programs and a text to others, for its underscores",
        ),
        hint=Words("gõ liền các chữ số: {write}", "type the digits without underscores: {write}"),
        bad=(Edit(_FILE, _FIRST, "  cay-xanh: 1_0.5"),),
        fixable=True,
    ),
    Rule(
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
        bad=(Edit(_FILE, _FIRST, "  cay-xanh: 7e0"),),
    ),
    Rule(
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
        bad=(Edit(_FILE, _FIRST, "  cay-xanh: .nan"),),
    ),
    Rule(
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
        bad=(Edit(_FILE, _SECOND, "  van-ban: 0x4"),),
    ),
    Rule(
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
        bad=(Edit(_FILE, _FIRST, "  cay-xanh: +7.2"),),
        fixable=True,
    ),
    Rule(
        code="R110",
        name="word-as-key",
        title=Words("Khóa là từ mà mỗi nơi hiểu một khác", "A key that is read in two ways"),
        why=Words(
            "Khóa như no, on, 010 hay 12:30 có nơi đổi thành có/không hoặc số, nên không còn khớp với mã đã đặt.",
            "Keys such as no, on, 010 or 12:30 become yes, no or a number in some programs, and match their ids "
            "no more.",
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
    ),
    Rule(
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
    ),
    Rule(
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
        bad=(Edit(_FILE, _FIRST, "  cay-xanh: 7.1999999999999999999999999999999"),),
    ),
    Rule(
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
        bad=(Edit(_FILE, _FIRST, "  cay-xanh: 7,2"),),
        fixable=True,
    ),
    Rule(
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
        bad=(Edit(_FILE, _SECOND, "  van-ban: 1.234.567"),),
    ),
    Rule(
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
        bad=(Edit(_FILE, "  nuoc-thai: 45.5", "  nuoc-thai: 45,5%"),),
        fixable=True,
    ),
    Rule(
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
        bad=(Edit(_FILE, _FIRST, '  cay-xanh: "7.2"'),),
        fixable=True,
    ),
    Rule(
        code="R117",
        name="date-form",
        title=Words("Ngày viết không đúng cách", "A date in another form"),
        why=Words(
            "10/09/2023 có nơi hiểu là 10 tháng 9, có nơi hiểu là 9 tháng 10; viết năm-tháng-ngày thì chỉ có một "
            "nghĩa.",
            "10/09/2023 is 10 September to some and 9 October to others; year-month-day has one meaning only.",
        ),
        message=Words(
            "“{text}” không phải một ngày viết theo năm-tháng-ngày",
            "“{text}” is not a date written year-month-day",
        ),
        hint=Words(
            "viết năm-tháng-ngày, tháng và ngày đủ hai chữ số: {suggestion}",
            "write year-month-day, two digits each for month and day: {suggestion}",
        ),
        bad=(Edit(_FILE, "submitted_on: 2023-09-08", "submitted_on: 08/09/2023"),),
    ),
    Rule(
        code="R118",
        name="no-such-day",
        title=Words("Ngày không có trên lịch", "A day that no calendar has"),
        why=Words(
            "Ngày sai thì không biết báo cáo nộp đúng hạn hay muộn, đô thị là loại mấy vào ngày ấy.",
            "With a wrong day nobody knows whether a report was late, or what class a city had.",
        ),
        message=Words("trên lịch không có ngày {text}", "there is no such day as {text}"),
        hint=Words(
            "xem lại tháng (01–12) và ngày (01–28, 29, 30 hoặc 31), viết năm-tháng-ngày như 2023-09-24",
            "look again at the month (01–12) and the day (01–28, 29, 30 or 31): year-month-day, such as 2023-09-24",
        ),
        bad=(Edit(_FILE, "submitted_on: 2023-09-08", "submitted_on: 2023-02-30"),),
    ),
    Rule(
        code="R119",
        name="unit-in-value",
        title=Words("Đơn vị ghi kèm số", "A unit beside the number"),
        why=Words(
            "Đơn vị đã ghi ở tiêu chí; kèm đơn vị thì giá trị thành chữ. Nếu đơn vị khác thì phải quy đổi, máy "
            "không đoán.",
            "The criterion gives the unit; with a unit the value is a text. Another unit must be converted, not "
            "guessed.",
        ),
        message=Words(
            "“{text}” có “{unit}” đi kèm nên không phải số",
            "“{text}” has “{unit}” beside it, so it is no number",
        ),
        hint=Words(
            "nếu “{unit}” đúng là đơn vị của tiêu chí thì chỉ ghi số: {write}; nếu không thì quy đổi trước",
            "if “{unit}” is the criterion’s own unit, write the number alone: {write}; otherwise convert it first",
        ),
        bad=(Edit(_FILE, _FIRST, "  cay-xanh: 7.2 m2"),),
    ),
)
