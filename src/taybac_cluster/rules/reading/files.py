"""The words of what is said while a file is read: of the file, its characters, its structure, why it does not parse.

These faults are found by the loader, which knows their codes, places and parameters.
"""

from taybac_cluster.diagnostics import Words
from taybac_cluster.rules.rule import Edit, Rule
from taybac_cluster.rules.sample import SA_PA

_FILE = "submissions/2023/sa-pa.yaml"
_TEXT = "highlights: Nội dung minh họa"
_FIRST = "  cay-xanh: 7.2"
_SECOND = "  van-ban: 4"

READING: tuple[Rule, ...] = (
    Rule(
        code="R001",
        name="not-an-ordinary-file",
        title=Words("Không phải tệp thường", "Not an ordinary file"),
        why=Words(
            "Ống dẫn hay thiết bị mang tên tệp có thể làm máy chờ mãi, nên chỉ tệp thường được mở. "
            "Thứ này không chép thành văn bản được nên không có ví dụ.",
            "A pipe or a device with a file’s name could keep the machine waiting for ever, so only ordinary files are "
            "opened. It cannot be copied as text, so there is no example.",
        ),
        message=Words(
            "đây không phải một tệp thường nên không được mở",
            "this is not an ordinary file, so it is not opened",
        ),
        hint=Words(
            "xóa mục này đi rồi tạo lại bằng một tệp văn bản mang đúng tên đó",
            "delete it and make a text file of that name in its place",
        ),
        bad={},
    ),
    Rule(
        code="R002",
        name="link",
        title=Words("Đường dẫn tắt thay cho tệp hay thư mục", "A link in the place of a file or a folder"),
        why=Words(
            "Đường dẫn tắt có thể trỏ ra ngoài thư mục dữ liệu, tới tệp mà người khác không có hoặc không được xem. "
            "Thứ này không chép thành văn bản được nên không có ví dụ.",
            "A link can point outside the data folder, at a file that others do not have or must not see. "
            "It cannot be copied as text, so there is no example.",
        ),
        message=Words(
            "đây là một đường dẫn tắt (link), không được mở theo",
            "this is a link, and links are not followed",
        ),
        hint=Words(
            "xóa đường dẫn tắt rồi chép tệp thật vào đúng chỗ này",
            "delete the link and copy the real file to this place",
        ),
        bad={},
    ),
    Rule(
        code="R003",
        name="folder-instead",
        title=Words("Thư mục ở chỗ của một tệp", "A folder in the place of a file"),
        why=Words(
            "Ở chỗ này chương trình chờ một tệp; những gì nằm trong thư mục sẽ không được đọc. "
            "Thứ này không chép thành văn bản được nên không có ví dụ.",
            "A file is expected here; nothing inside the folder would be read. "
            "It cannot be copied as text, so there is no example.",
        ),
        message=Words(
            "đây là một thư mục, trong khi ở chỗ này phải là một tệp",
            "this is a folder where a file is expected",
        ),
        hint=Words(
            "chuyển tệp .yaml ở bên trong ra ngoài và đặt đúng tên này, rồi xóa thư mục",
            "move the .yaml file inside it out, under this name, and delete the folder",
        ),
        bad={},
    ),
    Rule(
        code="R004",
        name="file-too-large",
        title=Words("Tệp quá lớn", "The file is too large"),
        why=Words(
            "Báo cáo của một đô thị chỉ dài vài trang; tệp lớn hơn 1 MiB thường là ảnh hay bảng tính bị đặt nhầm tên. "
            "Tệp như vậy quá dài nên không có ví dụ.",
            "A city’s report is a few pages long; a file of over 1 MiB is usually a picture or a spreadsheet with a "
            "wrong name. Such a file is too long to show, so there is no example.",
        ),
        message=Words(
            "tệp lớn {size} MiB, quá mức 1 MiB nên không được đọc",
            "the file has {size} MiB, more than the limit of 1 MiB, so it is not read",
        ),
        hint=Words(
            "chỉ giữ phần khai trong tệp này; ảnh, bảng biểu, văn bản thì chuyển vào thư mục evidence/",
            "keep only the entries in this file; move pictures, tables and papers to the folder evidence/",
        ),
        bad={},
    ),
    Rule(
        code="R005",
        name="unreadable-file",
        title=Words("Không mở được tệp", "The file cannot be opened"),
        why=Words(
            "Tệp không có, bị khóa hoặc không được phép đọc thì không kiểm tra được, và không được coi là đã đạt. "
            "Lỗi nằm ở máy, không ở nội dung, nên không có ví dụ.",
            "A file that is not there, locked or not allowed to be read cannot be checked, and never counts as right. "
            "The fault is the machine’s and not the text’s, so there is no example.",
        ),
        message=Words("không mở được tệp: {reason}", "the file cannot be opened: {reason}"),
        hint=Words(
            "xem tệp có đúng ở chỗ này không, có đang mở ở chương trình khác hay bị hạn chế quyền đọc không",
            "see whether the file is here, open in another program, or closed to you by its permissions",
        ),
        bad={},
    ),
    Rule(
        code="R006",
        name="misplaced-file",
        title=Words("Tệp mà không lệnh nào đọc", "A file that no command reads"),
        why=Words(
            "Tệp đặt sai tên hay sai chỗ trông như đã nộp nhưng không được tính.",
            "A file of a wrong name or in a wrong place looks handed in, and does not count.",
        ),
        message=Words(
            "tên hoặc chỗ đặt không đúng nên tệp này không được đọc",
            "this is not read: its name or its place is not one of those expected",
        ),
        hint=Words(
            "đặt tên và chỗ theo mẫu: {expected}; nếu không phải dữ liệu thì chuyển ra khỏi thư mục này",
            "name and place it like: {expected}; what is no data belongs outside this folder",
        ),
        bad=(Edit("bao-cao-sa-pa.yaml", "", "member: sa-pa\nyear: 2023\nstatus: draft\n"),),
    ),
    Rule(
        code="R011",
        name="utf-16",
        title=Words("Tệp lưu theo bảng mã UTF-16", "The file is saved as UTF-16"),
        why=Words(
            "Notepad gọi bảng mã này là “Unicode”; các chương trình khác đọc ra chữ rời rạc, và GitHub không cho xem "
            "thay đổi của tệp.",
            "Notepad calls this encoding “Unicode”; other programs read it as scattered signs, and GitHub does not "
            "show what has changed in it.",
        ),
        message=Words("tệp được lưu theo bảng mã UTF-16", "the file is saved as UTF-16"),
        hint=Words(
            "mở tệp, chọn Lưu thành (Save as) và chọn bảng mã UTF-8",
            "open the file, choose Save as, and take the encoding UTF-8",
        ),
        bad={_FILE: SA_PA.encode("utf-16")},
    ),
    Rule(
        code="R012",
        name="not-utf-8",
        title=Words("Tệp không lưu theo bảng mã UTF-8", "The file is not saved as UTF-8"),
        why=Words(
            "Chữ có dấu lưu theo bảng mã cũ sẽ hiện thành chữ khác ở máy khác: tên riêng và lý do bị sai mà "
            "không ai hay.",
            "Letters with marks saved in an old encoding show as other letters on another machine: names and "
            "reasons go "
            "wrong unnoticed.",
        ),
        message=Words(
            "từ chỗ này chữ không đọc được theo UTF-8 (byte {byte}); {looks}",
            "from here on the text cannot be read as UTF-8 (byte {byte}); {looks}",
        ),
        hint=Words(
            "mở tệp ở máy vẫn đọc đúng chữ, chọn Lưu thành (Save as) với bảng mã UTF-8; chữ nào đã sai thì gõ lại",
            "open the file where it still reads right, choose Save as with the encoding UTF-8; retype what reads wrong",
        ),
        bad={_FILE: SA_PA.encode().replace(_TEXT.encode(), b"highlights: \xd0\xe2\xec")},
    ),
    Rule(
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
        bad=(Edit(_FILE, _TEXT, "highlights: Nội dung\x1b[31m minh họa"),),
    ),
    Rule(
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
        bad=(Edit(_FILE, _TEXT, "highlights: Nội dung\u200b minh họa"),),
        fixable=True,
    ),
    Rule(
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
        bad=(Edit(_FILE, _TEXT, "highlights: N\ufffdi dung minh họa"),),
    ),
    Rule(
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
        bad=(Edit(_FILE, _SECOND, "\tvan-ban: 4"),),
        fixable=True,
    ),
    Rule(
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
        bad=(Edit(_FILE, _SECOND, "\u00a0\u00a0van-ban: 4"),),
        fixable=True,
    ),
    Rule(
        code="R018",
        name="merge-conflict",
        title=Words("Hai bản sửa chưa được gộp", "Two changes that were not brought together"),
        why=Words(
            "Hai người cùng sửa một chỗ và Git để lại cả hai bản; máy không được tự chọn bản nào đúng.",
            "Two people changed the same place and Git left both versions; which one is right is not the "
            "machine’s to say.",
        ),
        message=Words(
            "từ đây có hai bản sửa khác nhau chưa được gộp lại",
            "two versions that were not brought together begin here",
        ),
        hint=Words(
            "giữ lại bản đúng, rồi xóa bản kia và các dòng <<<<<<<, =======, >>>>>>>",
            "keep the version that is right, and delete the other and the lines <<<<<<<, =======, >>>>>>>",
        ),
        bad=(Edit(_FILE, "year: 2023", "<<<<<<< HEAD\nyear: 2023\n=======\nyear: 2024\n>>>>>>> sa-pa"),),
    ),
    Rule(
        code="R019",
        name="another-kind-of-file",
        title=Words("Không phải tệp chữ mà là tệp loại khác", "No text but a file of another kind"),
        why=Words(
            "Đổi đuôi tệp không đổi nội dung: bên trong vẫn là tệp Excel, Word hay PDF, máy không đọc được số liệu.",
            "Another ending does not change what is inside: of an Excel, Word or PDF file no figure can be read.",
        ),
        message=Words("bên trong là tệp {kind}, không phải tệp chữ", "inside is a file of the kind {kind}, no text"),
        hint=Words(
            "gõ số liệu vào tệp chữ (.yaml) theo mẫu; tệp này có thể để ở thư mục evidence làm minh chứng",
            "type the figures into a text file (.yaml) as in the samples; this file may go to evidence as a proof",
        ),
        bad={_FILE: b"%PDF-1.7 "},
    ),
    Rule(
        code="R020",
        name="empty-file",
        title=Words("Tệp trống", "The file is empty"),
        why=Words(
            "Tệp trống không nói gì; không được coi là đã nộp hay đã đúng.",
            "An empty file says nothing; it counts neither as handed in nor as right.",
        ),
        message=Words("tệp không có nội dung nào", "there is nothing in the file"),
        hint=Words(
            "chép một tệp mẫu vào rồi điền (lệnh cluster new làm sẵn một tệp), hoặc xóa tệp này",
            "fill in a template (the command cluster new writes one), or delete the file",
        ),
        bad={_FILE: "# Chưa điền\n"},
    ),
    Rule(
        code="R021",
        name="two-documents",
        title=Words("Hai văn bản trong một tệp", "Two documents in one file"),
        why=Words(
            "Mỗi tệp là một báo cáo; phần sau dòng --- hay ... sẽ bị nhiều chương trình bỏ qua mà không báo.",
            "Each file is one report; what follows a line --- or ... is silently left out by many programs.",
        ),
        message=Words(
            "từ đây là văn bản thứ hai, mỗi tệp chỉ được có một",
            "a second document begins here, and a file may hold only one",
        ),
        hint=Words(
            "xóa dòng --- hoặc ... nếu phần dưới vẫn thuộc tệp này; không thì chuyển phần dưới sang tệp khác",
            "delete the line --- or ... where the rest belongs to this file; otherwise move the rest to another file",
        ),
        bad=(Edit(_FILE, _TEXT, _TEXT + "\n---\nmember: lao-cai"),),
    ),
    Rule(
        code="R022",
        name="alias",
        title=Words("Dấu & hoặc * dùng để nhắc lại một đoạn", "A & or * that repeats a part"),
        why=Words(
            "Trong YAML, & đặt tên cho một đoạn và * chép lại đoạn ấy ở chỗ khác: người đọc không thấy giá trị "
            "tại chỗ, "
            "và vài dòng có thể phình ra làm treo máy.",
            "In YAML, & names a part and * repeats it elsewhere: readers do not see the value where it counts, "
            "and a few "
            "lines can swell until a machine hangs.",
        ),
        message=Words(
            "từ bắt đầu bằng & hoặc * là ký hiệu nhắc lại (anchor, alias), ở đây không dùng",
            "a word that begins with & or * is a mark of repetition (anchor, alias), which is not used here",
        ),
        hint=Words(
            "xóa từ ấy và gõ hẳn giá trị; nếu & hay * là chữ thì đặt cả đoạn trong dấu nháy",
            "delete that word and type the value itself; if the & or * is part of a text, put the text in quotes",
        ),
        bad=(Edit(_FILE, _TEXT, "highlights: &chung Nội dung minh họa"),),
    ),
    Rule(
        code="R023",
        name="tag",
        title=Words("Dấu ! ở đầu giá trị", "A ! where a value begins"),
        why=Words(
            "Trong YAML, ! ra lệnh cho chương trình cách hiểu giá trị, có chương trình còn chạy cả mã lệnh.",
            "In YAML, ! tells programs how to take a value; some even run code for it.",
        ),
        message=Words(
            "từ bắt đầu bằng ! là ký hiệu riêng của YAML (tag), ở đây không dùng",
            "a word that begins with ! is a mark of YAML’s own (tag), which is not used here",
        ),
        hint=Words(
            "bỏ từ bắt đầu bằng !; nếu ! là chữ, đặt cả đoạn trong dấu nháy kép",
            "take the word with ! away; if the ! is part of a text, put the text in double quotes",
        ),
        bad=(Edit(_FILE, _TEXT, "highlights: !quan Nội dung minh họa"),),
        fixable=True,
    ),
    Rule(
        code="R024",
        name="merge-key",
        title=Words("Khóa <<", "The key <<"),
        why=Words(
            "<< trộn thêm giá trị từ chỗ khác vào đây, nên không ai thấy đủ những gì được tính.",
            "<< mixes in values from elsewhere, so that nobody sees all that counts.",
        ),
        message=Words(
            "khóa << (merge) chép giá trị từ chỗ khác, ở đây không dùng",
            "the key << (merge) copies values from elsewhere, which is not used here",
        ),
        hint=Words(
            "xóa dòng này và gõ hẳn các khóa, giá trị cần dùng",
            "delete this line and type the keys and values themselves",
        ),
        bad=(Edit(_FILE, _TEXT, _TEXT + "\n<<:\n  note: Trộn từ tệp khác"),),
    ),
    Rule(
        code="R025",
        name="too-deep",
        title=Words("Lồng nhau quá sâu", "Nested too deep"),
        why=Words(
            "Không tệp nào ở đây cần quá vài cấp; lồng hàng chục cấp là gõ nhầm, hoặc cố làm treo máy.",
            "No file here needs more than a few levels; dozens of them are a slip, or meant to hang a machine.",
        ),
        message=Words(
            "đến đây đã lồng nhau quá 32 cấp",
            "here it is nested more than 32 levels deep",
        ),
        hint=Words(
            "bỏ bớt các dấu ngoặc mở thừa, hoặc các lần thụt dòng thừa",
            "take out the opening brackets that are too many, or the lines set in too far",
        ),
        bad=(Edit(_FILE, _TEXT, f"highlights: {'[' * 33}Nội dung minh họa{']' * 33}"),),
    ),
    Rule(
        code="R026",
        name="key-twice",
        title=Words("Một khóa ghi hai lần", "A key that stands twice"),
        why=Words(
            "Mỗi chương trình lấy một lần khác nhau, nên hai người đọc cùng một tệp có thể thấy hai số.",
            "Programs differ in which of the two they take, so two readers of one file may see two figures.",
        ),
        message=Words(
            "khóa “{key}” đã có ở dòng {line}",
            "the key “{key}” stands already on line {line}",
        ),
        hint=Words(
            "giữ lại một dòng; nếu đây là mục mới của một danh sách, gõ “- ” trước khóa đầu tiên của mục",
            "keep one of the lines; if a new item of a list begins here, type “- ” before its first key",
        ),
        bad=(Edit(_FILE, _SECOND, f"{_SECOND}\n  van-ban: 5"),),
    ),
    Rule(
        code="R027",
        name="complex-key",
        title=Words("Khóa không phải một từ", "A key that is no word"),
        why=Words(
            "Khóa là tên của giá trị; một danh sách, một nhóm dòng hay chỗ trống không làm tên được.",
            "A key is the name of a value; a list, a group of lines or nothing cannot be a name.",
        ),
        message=Words(
            "khóa ở đây không phải một từ (dấu ? hoặc dấu : đứng đầu, hoặc có ngoặc)",
            "the key here is no word (a ? or a : comes first, or there are brackets)",
        ),
        hint=Words(
            "gõ theo mẫu “khóa: giá trị”, khóa là một từ; bỏ dấu ? hoặc dấu ngoặc ở đầu dòng",
            "type “key: value” with one word for the key; take away the ? or the brackets before it",
        ),
        bad=(Edit(_FILE, _TEXT, _TEXT + "\n? [note, en]\n: Ghi chú"),),
    ),
    Rule(
        code="R028",
        name="no-keys-at-top",
        title=Words("Tệp không bắt đầu bằng các khóa", "The file does not begin with keys"),
        why=Words(
            "Tệp phải nói từng giá trị là gì; thiếu khóa thì không biết báo cáo của ai, năm nào.",
            "The file must say what each value is; without keys nobody knows whose report it is, and of which year.",
        ),
        message=Words(
            "cả tệp là {kind}, trong khi phải là các dòng “khóa: giá trị”",
            "the whole file is {kind}, where lines of “key: value” are expected",
        ),
        hint=Words(
            "viết mỗi khóa trên một dòng, sát lề trái, ví dụ “member: sa-pa”, không có “- ” ở đầu",
            "write each key on a line of its own at the left edge, such as “member: sa-pa”, with no “- ” before it",
        ),
        bad={_FILE: "- member: sa-pa\n- year: 2023\n"},
    ),
    Rule(
        code="R029",
        name="directive",
        title=Words("Dòng bắt đầu bằng %", "A line that begins with %"),
        why=Words(
            "Dòng % đổi cách hiểu cả tệp; ở đây mọi tệp được hiểu như nhau.",
            "A line with % changes how the whole file is read; here all files are read alike.",
        ),
        message=Words(
            "dòng bắt đầu bằng % là chỉ thị của YAML, ở đây không dùng",
            "a line that begins with % is an order to YAML, which is not used here",
        ),
        hint=Words(
            "xóa dòng này; nếu là lời ghi chú, thay % bằng #",
            "delete this line; if it is a comment, begin it with # instead",
        ),
        bad=(Edit(_FILE, "member: sa-pa", "%YAML 1.2\n---\nmember: sa-pa"),),
    ),
    Rule(
        code="R030",
        name="decimal-comma-in-braces",
        title=Words("Dấu phẩy thập phân trong ngoặc nhọn", "A decimal comma in braces"),
        why=Words(
            "Trong { }, dấu phẩy bắt đầu một khóa mới: 12,5 thành 12, phần sau rơi mất mà không ai báo.",
            "In { } a comma begins a new key: 12,5 becomes 12, and the rest is lost without a word.",
        ),
        message=Words(
            "trong {{ }}, dấu phẩy cắt số của “{key}” làm hai",
            "in {{ }} the comma cuts the number of “{key}” in two",
        ),
        hint=Words("dùng dấu chấm: {key}: {write}", "use a point: {key}: {write}"),
        bad=(Edit(_FILE, _FIRST, "  cay-xanh: {value: 7,2}"),),
        good=(Edit(_FILE, _FIRST, "  cay-xanh: {value: 7.2}"),),
        fixable=True,
    ),
    Rule(
        code="R031",
        name="thousands-comma-in-braces",
        title=Words("Dấu phẩy hàng nghìn trong ngoặc nhọn", "A thousands comma in braces"),
        why=Words(
            "Trong { }, dấu phẩy bắt đầu một khóa mới: 1,200 thành 1, phần sau rơi mất mà không ai báo.",
            "In { } a comma begins a new key: 1,200 becomes 1, and the rest is lost without a word.",
        ),
        message=Words(
            "trong {{ }}, dấu phẩy cắt số của “{key}” làm hai",
            "in {{ }} the comma cuts the number of “{key}” in two",
        ),
        hint=Words(
            "gõ liền các chữ số: {key}: {write}; phần thập phân, nếu có, viết sau dấu chấm như 12.5",
            "type the digits without a comma: {key}: {write}; a decimal part goes after a point, as in 12.5",
        ),
        bad=(Edit(_FILE, "  van-ban: 4", "  van-ban: {value: 1,200}"),),
        good=(Edit(_FILE, "  van-ban: 4", "  van-ban: {value: 4}"),),
    ),
    Rule(
        code="R032",
        name="comma-in-braces",
        title=Words("Dấu phẩy cắt đoạn văn trong ngoặc nhọn", "A comma that cuts a text in braces"),
        why=Words(
            "Trong { }, dấu phẩy bắt đầu một khóa mới: “Phó Bí thư, Chủ tịch” chỉ còn “Phó Bí thư” trên giấy.",
            "In { } a comma begins a new key: of “Deputy Secretary, Chairman” only the first reaches the paper.",
        ),
        message=Words(
            "trong {{ }}, dấu phẩy cắt đoạn văn của “{key}” làm hai",
            "in {{ }} the comma cuts the text of “{key}” in two",
        ),
        hint=Words("đặt cả đoạn trong dấu nháy: {key}: {write}", "put the whole text in quotes: {key}: {write}"),
        bad=(Edit(_FILE, _TEXT, _TEXT + "\nprepared_by: {name: Lò Văn A, title: Phó Bí thư, Chủ tịch UBND}"),),
        good=(Edit(_FILE, _TEXT, _TEXT + '\nprepared_by: {name: Lò Văn A, title: "Phó Bí thư, Chủ tịch UBND"}'),),
    ),
    Rule(
        code="R040",
        name="unclosed-quote",
        title=Words("Dấu nháy không được đóng", "A quote that is not closed"),
        why=Words(
            "Dấu nháy còn mở nuốt luôn các dòng dưới cho tới dấu nháy kế tiếp.",
            "A quote left open swallows the lines below, up to the next quote.",
        ),
        message=Words(
            "dấu nháy {sign} mở ở đây nhưng không được đóng",
            "the quote {sign} that opens here is not closed",
        ),
        hint=Words(
            "gõ thêm {sign} ở cuối đoạn văn trên dòng này, hoặc xóa dấu {sign} này đi",
            "type another {sign} at the end of the text on this line, or delete this one",
        ),
        bad=(Edit(_FILE, _TEXT, 'highlights: "Nội dung minh họa'),),
        good=(Edit(_FILE, _TEXT, 'highlights: "Nội dung minh họa"'),),
    ),
    Rule(
        code="R041",
        name="missing-space",
        title=Words("Thiếu dấu cách sau dấu hai chấm hay gạch đầu dòng", "No space after a colon or a dash"),
        why=Words(
            "Không có dấu cách thì “khóa:giá trị” bị hiểu là một chữ liền, và giá trị coi như không được khai.",
            "Without the space “key:value” is taken for one word, and the value counts as not given.",
        ),
        message=Words(
            "sau “{sign}” phải có một dấu cách thường: “{text}”",
            "a “{sign}” must be followed by an ordinary space: “{text}”",
        ),
        hint=Words("gõ lại: {write}", "type: {write}"),
        bad=(Edit(_FILE, "member: sa-pa", "member:sa-pa"),),
        fixable=True,
    ),
    Rule(
        code="R042",
        name="leading-sign",
        title=Words("Giá trị bắt đầu bằng một ký hiệu riêng của YAML", "A value that begins with a sign of YAML’s own"),
        why=Words(
            "Các dấu như % @ ` * & ! | > [ ] ở đầu giá trị có nghĩa riêng trong YAML; trong dấu nháy chúng chỉ là chữ.",
            "Signs such as % @ ` * & ! | > [ ] mean something to YAML where a value begins; in quotes they are text.",
        ),
        message=Words(
            "giá trị không được bắt đầu bằng dấu {sign} khi không có dấu nháy",
            "a value may not begin with {sign} unless it is in quotes",
        ),
        hint=Words(
            "đặt cả giá trị trong dấu nháy: {write}{otherwise}", "put the whole value in quotes: {write}{otherwise}"
        ),
        bad=(Edit("criteria/2023.yaml", "        unit: m²/người", "        unit: %"),),
        good=(Edit("criteria/2023.yaml", "        unit: m²/người", '        unit: "%"'),),
        fixable=True,
    ),
    Rule(
        code="R043",
        name="colon-in-text",
        title=Words("Dấu hai chấm trong đoạn văn", "A colon inside a text"),
        why=Words(
            "Dấu hai chấm kèm dấu cách ngăn khóa với giá trị; nằm trong đoạn văn thì máy tưởng có thêm một khóa.",
            "A colon and a space part a key from its value; inside a text they look like one key more.",
        ),
        message=Words(
            "đoạn văn có dấu hai chấm nên máy tưởng là một khóa nữa: “{text}”",
            "the text holds a colon, which looks like another key: “{text}”",
        ),
        hint=Words(
            "đặt cả đoạn trong dấu nháy: {write}; nếu là hai mục thì tách thành hai dòng",
            "put the whole text in quotes: {write}; if these are two entries, give each a line of its own",
        ),
        bad=(Edit(_FILE, _TEXT, "highlights: Chủ đề: đô thị xanh"),),
        good=(Edit(_FILE, _TEXT, 'highlights: "Chủ đề: đô thị xanh"'),),
        fixable=True,
    ),
    Rule(
        code="R044",
        name="unmatched-bracket",
        title=Words("Dấu ngoặc không đủ đôi", "A bracket without its other half"),
        why=Words(
            "Ngoặc còn mở nuốt luôn các dòng dưới; ngoặc đóng thừa làm máy dừng đọc.",
            "A bracket left open swallows the lines below; one too many stops the reading.",
        ),
        message=Words(
            "dấu {sign} ở đây không có dấu {close} đi cùng",
            "the {sign} here has no {close} to go with it",
        ),
        hint=Words(
            "gõ thêm {close} cho đủ đôi, hoặc xóa dấu {sign} nếu thừa",
            "type the missing {close}, or delete the {sign} if it is one too many",
        ),
        bad=(Edit(_FILE, _FIRST, "  cay-xanh: {value: 7.2"),),
        good=(Edit(_FILE, _FIRST, "  cay-xanh: {value: 7.2}"),),
    ),
    Rule(
        code="R045",
        name="missing-colon",
        title=Words("Thiếu dấu hai chấm sau khóa", "No colon after a key"),
        why=Words(
            "Dấu hai chấm cho biết đâu là khóa, đâu là giá trị; thiếu nó thì cả dòng không thuộc về đâu.",
            "The colon tells the key from the value; without it the line belongs to nothing.",
        ),
        message=Words(
            "dòng này không có dấu hai chấm sau khóa: “{text}”",
            "this line has no colon after its key: “{text}”",
        ),
        hint=Words(
            "gõ{indent} “{write}”; nếu là phần tiếp của đoạn văn dòng trên, nối vào dòng trên trong dấu nháy",
            "type{indent} “{write}”; if it goes on with the text above, join it to that line, in quotes",
        ),
        bad=(Edit(_FILE, _SECOND, "  van-ban 4"),),
    ),
    Rule(
        code="R046",
        name="wrong-indent",
        title=Words("Dòng không thẳng hàng", "A line that is out of line"),
        why=Words(
            "Số dấu cách đầu dòng cho biết dòng thuộc về mục nào; lệch một dấu là máy không biết đặt vào đâu.",
            "The spaces before a line tell what it belongs to; one more or less and it belongs nowhere.",
        ),
        message=Words(
            "{lines} thụt vào {spaces} dấu cách, không thẳng hàng với các dòng cùng cấp",
            "{lines} set in by {spaces} spaces, out of line with those of the same level",
        ),
        hint=Words(
            "đầu mỗi dòng ấy phải có đúng {expected} dấu cách, như các dòng cùng cấp",
            "each must begin after exactly {expected} spaces, as the others of its level do",
        ),
        bad=(Edit(_FILE, _SECOND, "   van-ban: 4"),),
    ),
    Rule(
        code="R047",
        name="text-after-quote",
        title=Words("Còn chữ sau dấu nháy đóng", "Words after the closing quote"),
        why=Words(
            "Dấu nháy ở đầu giá trị bao cả giá trị; chữ đứng ngoài nó không biết thuộc về đâu.",
            "A quote where a value begins holds the whole value; words outside it belong to nothing.",
        ),
        message=Words(
            "sau dấu {sign} đóng lại vẫn còn chữ",
            "there are still words after the closing {sign}",
        ),
        hint=Words(
            "bao cả đoạn bằng dấu nháy loại kia: {write}; hoặc bỏ dấu nháy",
            "put quotes of the other kind around all of it: {write}; or leave the quotes out",
        ),
        bad=(Edit(_FILE, _TEXT, 'highlights: "Chợ phiên" mỗi chủ nhật'),),
        good=(Edit(_FILE, _TEXT, "highlights: '\"Chợ phiên\" mỗi chủ nhật'"),),
    ),
    Rule(
        code="R048",
        name="backslash",
        title=Words("Dấu \\ trong dấu nháy kép", "A backslash in double quotes"),
        why=Words(
            "Trong dấu nháy kép, dấu \\ cùng chữ sau nó thành một ký tự đặc biệt; trong dấu nháy đơn nó chỉ là chữ.",
            "In double quotes a backslash and the letter after it become a special character; in single quotes "
            "it is text.",
        ),
        message=Words(
            "trong dấu nháy kép, dấu \\ ở đây không đọc được",
            "in double quotes, this backslash cannot be read",
        ),
        hint=Words("dùng dấu nháy đơn: {write}", "use single quotes: {write}"),
        bad=(Edit(_FILE, _TEXT, 'highlights: "D:\\Dulieu\\2023"'),),
        good=(Edit(_FILE, _TEXT, "highlights: 'D:\\Dulieu\\2023'"),),
    ),
    Rule(
        code="R049",
        name="unreadable-line",
        title=Words("Không đọc được từ chỗ này", "Unreadable from here on"),
        why=Words(
            "Máy dừng ở đây mà không rõ gõ sai gì; chỗ sai thường ở dòng này hoặc ngay dòng trên.",
            "The reading stops here and the slip is not known; it is usually on this line or the one above.",
        ),
        message=Words(
            "máy không đọc tiếp được từ chỗ này ({problem})",
            "nothing can be read from here on ({problem})",
        ),
        hint=Words(
            "so dòng này và dòng trên với một tệp mẫu: “khóa: giá trị” có dấu cách, dấu nháy và ngoặc đủ đôi, "
            "dòng thẳng hàng",
            "compare this line and the one above with a template: “key: value” with a space, quotes and brackets "
            "in pairs, "
            "lines in line",
        ),
        bad=(Edit(_FILE, _TEXT, "highlights: [Nội dung, {minh họa: x"),),
        good=(Edit(_FILE, _TEXT, 'highlights: "[Nội dung, {minh họa: x"'),),
    ),
    Rule(
        code="R050",
        name="dash-beside-key",
        title=Words("Gạch đầu dòng nằm cùng dòng với khóa", "A dash on the line of a key"),
        why=Words(
            "Mỗi mục của danh sách chiếm một dòng riêng dưới khóa; cùng dòng với khóa thì máy không nhận ra danh sách.",
            "Each item of a list has a line of its own below the key; beside the key it is not taken for a list.",
        ),
        message=Words(
            "“{text}” nằm cùng dòng với khóa “{key}”",
            "“{text}” stands on the same line as the key “{key}”",
        ),
        hint=Words(
            "xuống dòng sau “{key}:” rồi gõ hai dấu cách và “{text}”; nếu là số âm, viết liền như -5",
            "break the line after “{key}:” and type two spaces and “{text}”; a negative number is written -5, "
            "without a space",
        ),
        bad=(Edit("meetings/2023.yaml", "present:\n  - sa-pa\n", "present: - sa-pa\n"),),
    ),
    Rule(
        code="R051",
        name="stray-sign",
        title=Words("Thừa một dấu", "A sign too many"),
        why=Words(
            "Một dấu lạc ở đầu dòng, quanh dấu hai chấm hay cuối dòng làm máy không nhận ra khóa.",
            "A stray sign before a line, around its colon or at its end hides the key.",
        ),
        message=Words("dấu {sign} ở đây là thừa", "the {sign} here does not belong"),
        hint=Words(
            "xóa dấu {sign}, giữ nguyên phần còn lại của dòng",
            "delete the {sign} and leave the rest of the line as it is",
        ),
        bad=(Edit(_FILE, "status: illustrative", "@status: illustrative"),),
    ),
    Rule(
        code="R052",
        name="missing-dash",
        title=Words("Thiếu gạch đầu dòng", "No dash before an item"),
        why=Words(
            "Trong danh sách, mỗi mục bắt đầu bằng “- ”; thiếu nó thì mục này dính vào mục trên hoặc không thuộc "
            "về đâu.",
            "Each item of a list begins with “- ”; without it the item sticks to the one above, or belongs to nothing.",
        ),
        message=Words(
            "dòng này nằm trong một danh sách nhưng không bắt đầu bằng “- ”: “{text}”",
            "this line is in a list but does not begin with “- ”: “{text}”",
        ),
        hint=Words("gõ: {write}", "type: {write}"),
        bad=(Edit("meetings/2023.yaml", "  - lao-cai\ndecisions:", "  lao-cai\ndecisions:"),),
    ),
    Rule(
        code="R053",
        name="block-without-braces",
        title=Words("Khóa con viết cùng dòng mà không có ngoặc", "A key of a block typed on the line of its parent"),
        why=Words(
            "Một dòng chỉ có một khóa và một dấu hai chấm; khóa con thì xuống dòng thụt vào, hoặc đặt trong { }.",
            "A line has one key and one colon; a key of its own block stands on an indented line, or within { }.",
        ),
        message=Words(
            "“{text}” là khóa con, cần đặt trong ngoặc {{ }} hoặc xuống dòng",
            "“{text}” is a key of its own, and belongs within {{ }} or on an indented line",
        ),
        hint=Words("gõ: {write}", "type: {write}"),
        bad=(Edit("submissions/2023/sa-pa.yaml", "  cay-xanh: 7.2", "  cay-xanh: missing: chưa có số liệu"),),
        fixable=True,
    ),
    Rule(
        code="R054",
        name="wide-bullet",
        title=Words("Gạch đầu dòng không phải dấu trừ", "A bullet that is no minus sign"),
        why=Words(
            "Word tự đổi dấu trừ thành gạch dài hay chấm tròn; chỉ dấu trừ trên bàn phím mới mở một mục của danh sách.",
            "Word turns a minus sign into a long dash or a dot; only the minus sign of the keyboard begins an item.",
        ),
        message=Words(
            "“{sign}” ở đầu dòng không phải dấu trừ “-”, nên đây không thành danh sách",
            "the “{sign}” that begins a line is no minus sign “-”, so this is no list",
        ),
        hint=Words(
            "ở mỗi dòng của danh sách này, xóa “{sign}” và gõ dấu trừ của bàn phím: {write}",
            "on each line of this list delete the “{sign}” and type the minus sign of the keyboard: {write}",
        ),
        bad=(Edit("meetings/2023.yaml", "  nominated:\n    - sa-pa", "  nominated:\n    – sa-pa"),),
    ),
    Rule(
        code="R055",
        name="block-not-set-in",
        title=Words("Cả khối không thụt vào dưới khóa của nó", "A block that is not set in below its key"),
        why=Words(
            "Không thụt vào thì các dòng ấy không thuộc về khóa ở trên, và không số liệu nào được chấm.",
            "Lines that are not set in do not belong to the key above them, and none of the figures would be scored.",
        ),
        message=Words(
            "{lines} không thụt vào, nên không thuộc về “{key}” ở trên",
            "no spaces before {lines}: not part of “{key}” above",
        ),
        hint=Words(
            "thêm 2 dấu cách vào đầu mỗi dòng của khối này",
            "put 2 spaces before each line of this block",
        ),
        bad=(Edit(_FILE, "gates:\n  khong-o-nhiem: true", "gates:\nkhong-o-nhiem: true"),),
    ),
)
