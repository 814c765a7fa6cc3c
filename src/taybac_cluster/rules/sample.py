"""A small data folder without fault, which the rules' examples change by a line or a file."""

from taybac_cluster.rules.rule import Changes, Edit

MEMBERS = """\
cluster:
  id: cum-mau
  name: Cụm mẫu
members:
  - id: sa-pa
    name: Sa Pa
    member:
      from: 2015-01-01
  - id: lao-cai
    name: Lào Cai
    member:
      from: 2015-01-01
    periods:
      - type: thành phố
        class: II
  - id: yen-bai
    name: Yên Bái
    member:
      from: 2015-01-01
      until: 2024-12-31
"""

CRITERIA = """\
year: 2023
name: Bộ tiêu chí mẫu
status: illustrative
as_of: 2023-09-24
deadline: 2023-09-10
points: 100
groups:
  - id: xanh
    name: Xanh
    points: 60
    criteria:
      - id: cay-xanh
        name: Đất cây xanh bình quân
        unit: m²/người
        points: 40
        scale:
          kind: linear
          worst: 2
          best: 10
        plausible:
          min: 0
          max: 200
      - id: van-ban
        name: Số văn bản ban hành
        points: 20
        scale:
          kind: count
          full_at: 10
  - id: sach
    name: Sạch
    points: 30
    criteria:
      - id: nuoc-thai
        name: Tỷ lệ nước thải được xử lý
        unit: "%"
        points: 10
        scale:
          kind: bands
          bands:
            - at_least: 60
              points: 10
            - at_least: 30
              points: 5
      - id: rac-thai
        name: Tỷ lệ rác thải được thu gom
        unit: "%"
        points: 10
        scale:
          kind: ratio
          worst: 50
          best: 90
      - id: quy-hoach
        name: Cấp phê duyệt quy hoạch
        points: 10
        scale:
          kind: levels
          levels:
            cấp tỉnh: 10
            cấp huyện: 5
  - id: dep
    name: Đẹp
    points: 10
    criteria:
      - id: my-quan
        name: Mỹ quan đường phố
        points: 10
        scale:
          kind: marks
          out_of: 10
          spread: 4
gates:
  - id: khong-o-nhiem
    name: Không có khu vực ô nhiễm nặng
bonuses:
  cap: 3
  items:
    - id: sang-kien
      name: Sáng kiến
      points: 2
deductions:
  cap: 5
  items:
    - id: nop-muon
      name: Nộp muộn
      points: 1
ranking:
  tie_break:
    - xanh
nomination:
  quota: 1
"""

SA_PA = """\
member: sa-pa
year: 2023
status: illustrative
submitted_on: 2023-09-08
values:
  cay-xanh: 7.2
  van-ban: 4
  nuoc-thai: 45.5
  rac-thai:
    numerator: 812
    denominator: 930
  quy-hoach: cấp tỉnh
gates:
  khong-o-nhiem: true
highlights: Nội dung minh họa
"""

LAO_CAI = """\
member: lao-cai
year: 2023
status: illustrative
submitted_on: 2023-09-09
values:
  cay-xanh: 6.5
  van-ban: 5
  nuoc-thai: 62
  rac-thai:
    numerator: 700
    denominator: 900
  quy-hoach: cấp huyện
gates:
  khong-o-nhiem: true
"""

LAO_CAI_APPRAISED = """\
member: lao-cai
year: 2023
appraised_by:
  - name: tổ thẩm định
changes:
  nuoc-thai:
    value: 58
    reason: Số liệu của trạm đo
marks:
  my-quan:
    giam-khao-2: 7
"""

SA_PA_APPRAISED = """\
member: sa-pa
year: 2023
appraised_by:
  - name: tổ thẩm định
marks:
  my-quan:
    giam-khao-1: 8
"""

MEETING = """\
year: 2023
held_on: 2023-09-24
head: lao-cai
host: sa-pa
judges:
  - id: giam-khao-1
    member: lao-cai
  - id: giam-khao-2
    member: sa-pa
present:
  - sa-pa
  - lao-cai
decisions:
  nominated:
    - sa-pa
  next:
    year: 2024
    host: lao-cai
"""

REPORT = "submissions/2023/sa-pa.yaml"
HIGHLIGHTS = "highlights: Nội dung minh họa"
GREEN = "  cay-xanh: 7.2"
PAPERS = "  van-ban: 4"
"""Lines of Sa Pa's report that examples replace."""

YEN_BAI = (
    Edit(
        "submissions/2023/yen-bai.yaml",
        "",
        "member: yen-bai\nyear: 2023\nstatus: illustrative\nvalues:\n  cay-xanh: 5.1\n  van-ban: 3\n"
        "  nuoc-thai: 41.5\n  rac-thai:\n    numerator: 640\n    denominator: 910\n  quy-hoach: cấp huyện\n"
        "gates:\n  khong-o-nhiem: true\n",
    ),
    Edit(
        "appraisals/2023/yen-bai.yaml",
        "",
        "member: yen-bai\nyear: 2023\nmarks:\n  my-quan:\n    giam-khao-1: 6\n",
    ),
)
"""A third city, for the rules that look at all of a year."""

SAMPLE: dict[str, str | bytes] = {
    "members.yaml": MEMBERS,
    "criteria/2023.yaml": CRITERIA,
    "submissions/2023/sa-pa.yaml": SA_PA,
    "submissions/2023/lao-cai.yaml": LAO_CAI,
    "appraisals/2023/sa-pa.yaml": SA_PA_APPRAISED,
    "appraisals/2023/lao-cai.yaml": LAO_CAI_APPRAISED,
    "meetings/2023.yaml": MEETING,
}
"""The sample folder: every file's path and text."""


def changed(changes: Changes) -> dict[str, str | bytes]:
    """Return the sample folder with an example's changes made.

    Raises:
        ValueError: what an edit replaces does not stand in the file exactly once.
    """
    files = dict(SAMPLE)
    if not isinstance(changes, tuple):
        for file, content in changes.items():
            if content is None:
                del files[file]
            else:
                files[file] = content
        return files
    for edit in changes:
        text = files.get(edit.file, "")
        if not isinstance(text, str) or text.count(edit.old) != 1 or bool(edit.old) != (edit.file in files):
            raise ValueError(edit)
        files[edit.file] = text.replace(edit.old, edit.new)
    return files
