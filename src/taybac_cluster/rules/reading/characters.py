"""Faults of single characters: invisible, lost, or a tab or an odd space; and conflict markers of Git."""

from taybac_cluster.diagnostics import Words
from taybac_cluster.rules.rule import Edit, Rule
from taybac_cluster.rules.sample import HIGHLIGHTS, PAPERS, REPORT

CONTROL_CHARACTER = Rule(
    code="R013",
    name="control-character",
    title=Words(
        "Ký tự điều khiển",
        "A control character",
    ),
    why=Words(
        "Ký tự điều khiển không phải là chữ: người đọc không thấy, còn màn hình có thể làm theo nó.",
        "A control character is not text: readers do not see it, but a terminal may obey it.",
    ),
    message=Words(
        "ở đây có một ký tự điều khiển không nhìn thấy ({char})",
        "there is an invisible control character here ({char})",
    ),
    hint=Words(
        "xóa phần được đánh dấu: ký tự này thường lẫn vào khi dán; nếu không xóa được thì gõ lại cả dòng",
        "delete what is marked: it usually comes with pasted text; if that fails, type the whole line again",
    ),
    bad=(Edit(REPORT, HIGHLIGHTS, "highlights: Nội dung\x1b[31m minh họa"),),
)

HIDDEN_CHARACTER = Rule(
    code="R014",
    name="hidden-character",
    title=Words(
        "Ký tự ẩn",
        "A hidden character",
    ),
    why=Words(
        "Ký tự ẩn làm cho hai từ trông như nhau bị coi là khác nhau, hoặc đảo thứ tự chữ trên màn hình.",
        "A hidden character makes two words that look alike different, or reverses text on the screen.",
    ),
    message=Words(
        "ở đây có một ký tự ẩn: {char}",
        "there is a hidden character here: {char}",
    ),
    hint=Words(
        "ký tự này không hiện ra khi sửa tệp, thường lẫn vào khi dán từ Word: xóa cả từ có nó rồi gõ lại",
        "editors do not show it, and it usually comes from Word: delete the whole word and type it again",
    ),
    bad=(Edit(REPORT, HIGHLIGHTS, "highlights: Nội dung\u200b minh họa"),),
    fixable=True,
)

LOST_CHARACTER = Rule(
    code="R015",
    name="lost-character",
    title=Words(
        "Chữ đã bị mất",
        "A letter that was lost",
    ),
    why=Words(
        "Ký hiệu � xuất hiện khi tệp từng được mở sai bảng mã rồi lưu lại: chữ gốc không còn trong tệp.",
        "The sign � appears where a file was opened in a wrong encoding and saved: the letter is gone from the file.",
    ),
    message=Words(
        "chữ ở đây đã bị mất, chỉ còn ký tự thay thế ({char})",
        "the letter here was lost; only a replacement character is left ({char})",
    ),
    hint=Words(
        "xem lại bản gốc và gõ lại đúng chữ vào chỗ này",
        "look up the original and type the letter again",
    ),
    bad=(Edit(REPORT, HIGHLIGHTS, "highlights: N\ufffdi dung minh họa"),),
)

TAB_INDENT = Rule(
    code="R016",
    name="tab-indent",
    title=Words(
        "Phím Tab ở đầu dòng",
        "A tab at the start of a line",
    ),
    why=Words(
        "Mỗi chương trình coi một Tab bằng số dấu cách khác nhau, nên không biết dòng này thuộc về mục nào.",
        "Programs disagree on how many spaces a tab stands for, so it is unclear which entry the line belongs to.",
    ),
    message=Words(
        "đầu dòng có dấu Tab; ở đây chỉ được dùng dấu cách",
        "the line begins with a tab; only spaces may be used here",
    ),
    hint=Words(
        "xóa dấu Tab và gõ dấu cách, mỗi cấp hai dấu, cho thẳng hàng với các dòng cùng cấp",
        "delete the tab and type spaces, two for each level, in line with the other lines of that level",
    ),
    bad=(Edit(REPORT, PAPERS, "\tvan-ban: 4"),),
    fixable=True,
)

ODD_SPACE = Rule(
    code="R017",
    name="odd-space",
    title=Words(
        "Dấu cách lạ",
        "An unusual space",
    ),
    why=Words(
        "Dấu cách không ngắt dòng của Word trông giống hệt dấu cách thường, nhưng được coi là một chữ: tên mục và "
        "giá trị bị hiểu khác đi.",
        "Word’s no-break space looks like a space but counts as a letter: names of entries and values become "
        "different ones.",
    ),
    message=Words(
        "ở đây có dấu cách lạ ({char}), trông như dấu cách thường nhưng được coi là một chữ",
        "there is an unusual space here ({char}): it looks like a space but counts as a letter",
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
    title=Words(
        "Hai bản sửa chưa được gộp",
        "Two changes that were not merged",
    ),
    why=Words(
        "Hai người cùng sửa một chỗ và Git giữ lại cả hai bản; chương trình không được tự chọn bản nào đúng.",
        "Two people changed the same lines and Git kept both versions; the program must not choose between them.",
    ),
    message=Words(
        "từ đây có hai bản sửa khác nhau chưa được gộp lại",
        "two versions that were not merged begin here",
    ),
    hint=Words(
        "giữ lại bản đúng, xóa bản kia và các dòng <<<<<<<, =======, >>>>>>>",
        "keep the right version; delete the other one and the lines <<<<<<<, =======, >>>>>>>",
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
