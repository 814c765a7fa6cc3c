"""A small data folder without fault, which the rules' examples change by a line or a file."""

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
    points: 40
    criteria:
      - id: nuoc-thai
        name: Tỷ lệ nước thải được xử lý
        unit: "%"
        points: 30
        scale:
          kind: bands
          bands:
            - at_least: 60
              points: 30
            - at_least: 30
              points: 15
      - id: quy-hoach
        name: Cấp phê duyệt quy hoạch
        points: 10
        scale:
          kind: levels
          levels:
            cấp tỉnh: 10
            cấp huyện: 5
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
  quy-hoach: cấp tỉnh
gates:
  khong-o-nhiem: true
highlights: Nội dung minh hoạ
"""

LAO_CAI = """\
member: lao-cai
year: 2023
status: illustrative
submitted_on: 2023-09-09
values:
  cay-xanh: 6.5
  van-ban: 6
  nuoc-thai: 62
  quy-hoach: cấp huyện
gates:
  khong-o-nhiem: true
"""

APPRAISAL = """\
member: lao-cai
year: 2023
appraised_by:
  - name: tổ thẩm định
changes:
  nuoc-thai:
    value: 58
    reason: Số liệu của trạm đo
"""

MEETING = """\
year: 2023
held_on: 2023-09-24
head: lao-cai
host: sa-pa
judges:
  - id: giam-khao-1
    member: lao-cai
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

SAMPLE = {
    "members.yaml": MEMBERS,
    "criteria/2023.yaml": CRITERIA,
    "submissions/2023/sa-pa.yaml": SA_PA,
    "submissions/2023/lao-cai.yaml": LAO_CAI,
    "appraisals/2023/lao-cai.yaml": APPRAISAL,
    "meetings/2023.yaml": MEETING,
}
"""The sample folder: every file's path and text."""
