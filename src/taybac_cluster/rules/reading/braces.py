"""Values cut by a comma inside { }."""

from taybac_cluster.diagnostics import Words
from taybac_cluster.rules.rule import Edit, Rule
from taybac_cluster.rules.sample import GREEN, HIGHLIGHTS, REPORT

DECIMAL_COMMA_IN_BRACES = Rule(
    code="R030",
    name="decimal-comma-in-braces",
    title=Words(
        "Dấu phẩy thập phân trong ngoặc nhọn",
        "A decimal comma in braces",
    ),
    why=Words(
        "Trong { }, dấu phẩy mở ra một mục mới: 12,5 thành 12, phần sau bị mất mà không ai báo.",
        "In { } a comma begins a new key: 12,5 becomes 12, and the rest is lost without a word.",
    ),
    message=Words(
        "trong {{ }}, dấu phẩy cắt số ở mục “{key}” làm hai",
        "in {{ }} the comma cuts the number of “{key}” in two",
    ),
    hint=Words(
        "dùng dấu chấm: {key}: {write}",
        "use a point: {key}: {write}",
    ),
    bad=(Edit(REPORT, GREEN, "  cay-xanh: {value: 7,2}"),),
    good=(Edit(REPORT, GREEN, "  cay-xanh: {value: 7.2}"),),
    fixable=True,
)

THOUSANDS_COMMA_IN_BRACES = Rule(
    code="R031",
    name="thousands-comma-in-braces",
    title=Words(
        "Dấu phẩy hàng nghìn trong ngoặc nhọn",
        "A thousands comma in braces",
    ),
    why=Words(
        "Trong { }, dấu phẩy mở ra một mục mới: 1,200 thành 1, phần sau bị mất mà không ai báo.",
        "In { } a comma begins a new key: 1,200 becomes 1, and the rest is lost without a word.",
    ),
    message=Words(
        "trong {{ }}, dấu phẩy cắt số ở mục “{key}” làm hai",
        "in {{ }} the comma cuts the number of “{key}” in two",
    ),
    hint=Words(
        "gõ liền các chữ số: {key}: {write}; phần thập phân, nếu có, ghi sau dấu chấm như 12.5",
        "type the digits without a comma: {key}: {write}; a decimal part goes after a point, as in 12.5",
    ),
    bad=(Edit(REPORT, "  van-ban: 4", "  van-ban: {value: 1,200}"),),
    good=(Edit(REPORT, "  van-ban: 4", "  van-ban: {value: 4}"),),
)

COMMA_IN_BRACES = Rule(
    code="R032",
    name="comma-in-braces",
    title=Words(
        "Dấu phẩy cắt đoạn văn trong ngoặc nhọn",
        "A comma that cuts a text in braces",
    ),
    why=Words(
        "Trong { }, dấu phẩy mở ra một mục mới: “Phó Bí thư, Chủ tịch” chỉ còn “Phó Bí thư” trên văn bản.",
        "In { } a comma begins a new key: of “Deputy Secretary, Chairman” only the first part reaches the paper.",
    ),
    message=Words(
        "trong {{ }}, dấu phẩy cắt đoạn văn ở mục “{key}” làm hai",
        "in {{ }} the comma cuts the text of “{key}” in two",
    ),
    hint=Words(
        "đặt cả đoạn trong dấu nháy: {key}: {write}",
        "put the whole text in quotes: {key}: {write}",
    ),
    bad=(Edit(REPORT, HIGHLIGHTS, HIGHLIGHTS + "\nprepared_by: {name: Lò Văn A, title: Phó Bí thư, Chủ tịch UBND}"),),
    good=(
        Edit(REPORT, HIGHLIGHTS, HIGHLIGHTS + '\nprepared_by: {name: Lò Văn A, title: "Phó Bí thư, Chủ tịch UBND"}'),
    ),
)

RULES: tuple[Rule, ...] = (
    DECIMAL_COMMA_IN_BRACES,
    THOUSANDS_COMMA_IN_BRACES,
    COMMA_IN_BRACES,
)
