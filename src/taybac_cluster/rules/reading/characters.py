"""Faults of single characters: invisible, lost, or a tab or an odd space; and conflict markers of Git."""

from taybac_cluster.diagnostics import Words
from taybac_cluster.rules.rule import Edit, Rule
from taybac_cluster.rules.sample import HIGHLIGHTS, PAPERS, REPORT

CONTROL_CHARACTER = Rule(
    code="R013",
    name="control-character",
    title=Words("Ký tự điều khiển", "A control character"),
    why=Words(
        "Ký tự điều khiển không phải chữ: người đọc không thấy, còn màn hình có thể bị nó ra lệnh.",
        "A control character is no letter: readers do not see it, and it can give orders to a screen.",
    ),
    message=Words(
        "có một ký tự điều khiển ({char}) không nhìn thấy ở đây",
        "there is a control character ({char}) here, which cannot be seen",
    ),
    hint=Words(
        "xóa phần được đánh dấu: nó không phải chữ, thường theo vào khi dán; nếu xóa không được thì gõ lại cả dòng",
        "delete what is marked, it is no text and came with something pasted; else type the whole line again",
    ),
    bad=(Edit(REPORT, HIGHLIGHTS, "highlights: Nội dung\x1b[31m minh họa"),),
)

HIDDEN_CHARACTER = Rule(
    code="R014",
    name="hidden-character",
    title=Words("Ký tự ẩn", "A hidden character"),
    why=Words(
        "Ký tự ẩn làm hai chữ trông như nhau mà máy coi là khác, hoặc đảo thứ tự chữ trên màn hình.",
        "A hidden character makes two words that look alike different, or turns words round on the screen.",
    ),
    message=Words(
        "có một ký tự ẩn ở đây: {char}",
        "there is a hidden character here: {char}",
    ),
    hint=Words(
        "ký tự này không hiện ra khi sửa tệp: xóa cả từ có nó rồi gõ lại; nó thường theo vào khi dán từ Word",
        "editors do not show it: delete the whole word and type it again; it comes with text pasted from Word",
    ),
    bad=(Edit(REPORT, HIGHLIGHTS, "highlights: Nội dung\u200b minh họa"),),
    fixable=True,
)

LOST_CHARACTER = Rule(
    code="R015",
    name="lost-character",
    title=Words("Chữ đã mất", "A letter that was lost"),
    why=Words(
        "Dấu � xuất hiện khi tệp từng bị mở sai bảng mã rồi lưu lại: chữ gốc không còn trong tệp.",
        "The sign � appears where a file was once opened in a wrong encoding and saved: the letter is gone.",
    ),
    message=Words(
        "chữ ở đây đã mất, chỉ còn ký tự thay thế ({char})",
        "the letter here was lost, what is left is a stand-in ({char})",
    ),
    hint=Words(
        "xem lại bản gốc và gõ lại đúng chữ vào chỗ này",
        "look at the original and type the letter again",
    ),
    bad=(Edit(REPORT, HIGHLIGHTS, "highlights: N\ufffdi dung minh họa"),),
)

TAB_INDENT = Rule(
    code="R016",
    name="tab-indent",
    title=Words("Phím Tab ở đầu dòng", "A tab where a line begins"),
    why=Words(
        "Mỗi chương trình coi một Tab bằng số dấu cách khác nhau, nên không biết dòng này thuộc về mục nào.",
        "Every program takes a tab for another number of spaces, so it is not known what the line belongs to.",
    ),
    message=Words(
        "đầu dòng có dấu Tab, ở đây chỉ được dùng dấu cách",
        "the line begins with a tab, where only spaces may stand",
    ),
    hint=Words(
        "xóa dấu Tab và gõ dấu cách, mỗi cấp hai dấu, cho thẳng hàng với các dòng cùng cấp",
        "delete the tab and type spaces, two a level, in line with the lines of the same level",
    ),
    bad=(Edit(REPORT, PAPERS, "\tvan-ban: 4"),),
    fixable=True,
)

ODD_SPACE = Rule(
    code="R017",
    name="odd-space",
    title=Words("Dấu cách lạ", "A space that is none"),
    why=Words(
        "Dấu cách không ngắt dòng của Word trông hệt dấu cách thường, nhưng máy coi nó là một chữ: "
        "khóa và giá trị thành ra khác.",
        "Word’s no-break space looks like a space, but counts as a letter: keys and values become others.",
    ),
    message=Words(
        "ở đây có dấu cách lạ ({char}), trông như dấu cách thường nhưng máy coi là một chữ",
        "there is an odd space ({char}) here, which looks like a space but counts as a letter",
    ),
    hint=Words(
        "xóa chỗ trống này rồi gõ lại bằng phím cách",
        "delete this gap and type it again with the space bar",
    ),
    bad=(Edit(REPORT, PAPERS, "\u00a0\u00a0van-ban: 4"),),
    fixable=True,
)

MERGE_CONFLICT = Rule(
    code="R018",
    name="merge-conflict",
    title=Words("Hai bản sửa chưa được gộp", "Two changes that were not brought together"),
    why=Words(
        "Hai người cùng sửa một chỗ và Git để lại cả hai bản; máy không được tự chọn bản nào đúng.",
        "Two people changed the same place and Git left both versions; which one is right is not the machine’s to say.",
    ),
    message=Words(
        "từ đây có hai bản sửa khác nhau chưa được gộp lại",
        "two versions that were not brought together begin here",
    ),
    hint=Words(
        "giữ lại bản đúng, rồi xóa bản kia và các dòng <<<<<<<, =======, >>>>>>>",
        "keep the version that is right, and delete the other and the lines <<<<<<<, =======, >>>>>>>",
    ),
    bad=(Edit(REPORT, "year: 2023", "<<<<<<< HEAD\nyear: 2023\n=======\nyear: 2024\n>>>>>>> sa-pa"),),
)

RULES: tuple[Rule, ...] = (
    CONTROL_CHARACTER,
    HIDDEN_CHARACTER,
    LOST_CHARACTER,
    TAB_INDENT,
    ODD_SPACE,
    MERGE_CONFLICT,
)
