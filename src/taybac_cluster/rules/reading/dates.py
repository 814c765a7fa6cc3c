"""Dates that are not written year-month-day, or are on no calendar."""

from taybac_cluster.diagnostics import Words
from taybac_cluster.rules.rule import Edit, Rule
from taybac_cluster.rules.sample import REPORT

DATE_FORM = Rule(
    code="R117",
    name="date-form",
    title=Words(
        "Ngày ghi không đúng cách",
        "A date in another form",
    ),
    why=Words(
        "10/09/2023 có người hiểu là 10 tháng 9, có người hiểu là 9 tháng 10; ghi năm-tháng-ngày thì chỉ có một nghĩa.",
        "10/09/2023 is 10 September to some and 9 October to others; year-month-day has only one meaning.",
    ),
    message=Words(
        "“{text}” không phải là ngày ghi theo năm-tháng-ngày",
        "“{text}” is not a date written year-month-day",
    ),
    hint=Words(
        "ghi năm-tháng-ngày, tháng và ngày đủ hai chữ số: {suggestion}",
        "write year-month-day, with two digits each for month and day: {suggestion}",
    ),
    bad=(Edit(REPORT, "submitted_on: 2023-09-08", "submitted_on: 08/09/2023"),),
)

NO_SUCH_DAY = Rule(
    code="R118",
    name="no-such-day",
    title=Words(
        "Ngày không có trên lịch",
        "A date that does not exist",
    ),
    why=Words(
        "Ngày sai thì không biết báo cáo nộp đúng hạn hay muộn, đô thị là loại mấy vào ngày ấy.",
        "With a wrong date nobody knows whether a report was late, or which class a city had.",
    ),
    message=Words(
        "trên lịch không có ngày {text}",
        "there is no such date as {text}",
    ),
    hint=Words(
        "xem lại tháng (01–12) và ngày (01–28, 29, 30 hoặc 31), ghi năm-tháng-ngày như 2024-09-24",
        "check the month (01–12) and the day (01–28, 29, 30 or 31), and write year-month-day, such as 2024-09-24",
    ),
    bad=(Edit(REPORT, "submitted_on: 2023-09-08", "submitted_on: 2023-02-30"),),
)

RULES: tuple[Rule, ...] = (
    DATE_FORM,
    NO_SUCH_DAY,
)
