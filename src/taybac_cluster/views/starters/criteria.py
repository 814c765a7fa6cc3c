"""A criteria set to write: a short one that is valid as it stands, with what each line means beside it."""

from taybac_cluster.diagnostics import Words
from taybac_cluster.model.record import Language
from taybac_cluster.views.words import say

_VI = """\
# Bộ tiêu chí năm {year}: chấm những gì, chấm thế nào, đề nghị khen thưởng bao nhiêu đô thị.
#
# Đây là bộ mẫu: thay tên, điểm và thang điểm bằng bộ tiêu chí của cụm. Mỗi mã (id) chỉ dùng một
# lần, viết thường không dấu, nối bằng gạch ngang; giữ nguyên mã qua các năm để so sánh được.
#
# Các thang điểm:
#   linear    worst được at_worst điểm (mặc định 0), best được đủ điểm, ở giữa theo đường thẳng;
#             worst lớn hơn best nghĩa là càng thấp càng tốt
#   ratio     như linear, tính trên 100 × tử số ÷ mẫu số; đô thị ghi hai số liệu gốc
#   bands     mức đầu tiên đạt được thì lấy điểm của mức đó (at_least hoặc at_most)
#   levels    mỗi mức bằng chữ có điểm riêng
#   yes_no    có được đủ điểm, không được 0 điểm
#   count     giá trị chia cho full_at, nhiều nhất là đủ điểm
#   relative  so với các đô thị khác (method: minmax, best hoặc rank; better: higher hoặc lower)
#   marks     giám khảo chấm trên thang out_of
# Thêm vào một tiêu chí khi cần:
#   per_class: thang riêng cho từng loại đô thị      applies_to: chỉ áp dụng cho các loại này
#   plausible: khoảng giá trị hợp lý (min, max)      evidence: required là phải có minh chứng
#
# Viết xong, kiểm tra bằng lệnh: cluster validate

year: {year}
name: Bộ tiêu chí năm {year}
# draft: dự thảo. Khi ban hành, sửa thành official
status: draft
# Thành viên và loại đô thị tính theo ngày này
as_of: {year}-09-30
# Hạn nộp báo cáo tự chấm; nộp sau ngày này thì có cảnh báo
deadline: {year}-09-15

# Tổng điểm; được đối chiếu với điểm các nhóm
points: 100
# Làm tròn đến mấy chữ số thập phân
decimals: 2
# Tiêu chí không có số liệu: zero (0 điểm), exclude (không tính), reject (không xếp hạng)
missing: zero

groups:
  - id: nhom-mot
    name: Nhóm một
    points: 60
    criteria:
      - id: dien-tich-cay-xanh
        name: Diện tích cây xanh bình quân đầu người
        unit: m²/người
        points: 30
        scale:
          kind: linear
          worst: 2
          best: 8
        plausible:
          min: 0
          max: 200
      - id: thu-gom-rac
        name: Tỷ lệ rác thải được thu gom
        unit: "%"
        points: 30
        scale:
          kind: bands
          bands:
            - at_least: 95
              points: 30
            - at_least: 85
              points: 20

  - id: nhom-hai
    name: Nhóm hai
    points: 40
    criteria:
      - id: quy-hoach
        name: Cấp phê duyệt quy hoạch
        points: 25
        scale:
          kind: levels
          levels:
            cấp tỉnh: 25
            cấp cơ sở: 15
      - id: ke-hoach-nam
        name: Có kế hoạch năm được phê duyệt
        points: 15
        scale:
          kind: yes_no

# Điều kiện bắt buộc để được đề nghị khen thưởng
gates:
  - id: bao-cao-day-du
    name: Báo cáo đầy đủ, đúng mẫu

# Điểm cộng, điểm trừ; cap là mức tối đa của cả phần
bonuses:
  cap: 2
  items:
    - id: sang-kien
      name: Có sáng kiến được đô thị khác áp dụng
      points: 2
deductions:
  cap: 2
  items:
    - id: nop-muon
      name: Nộp báo cáo muộn
      points: 1
# Điểm trừ được đề xuất khi nộp muộn
late: nop-muon

ranking:
  # Tổng điểm bằng nhau thì xét lần lượt điểm của các mã này
  tie_break:
    - nhom-mot
    - nhom-hai

nomination:
  # Số lượng đô thị đề nghị khen thưởng
  quota: 3
  # Tổng điểm tối thiểu
  min_points: 50
"""
_EN = """\
# The criteria set of {year}: what is scored, how, and how many cities are put forward.
#
# This is a sample: put the names, points and scales of your cluster in its place. Each id stands
# once, in small letters without marks, joined by hyphens; keep ids over the years, to compare them.
#
# The scales:
#   linear    worst gives at_worst points (0 by default), best gives all, a straight line between;
#             worst above best means that lower is better
#   ratio     as linear, of 100 × numerator ÷ denominator; the city gives the two raw numbers
#   bands     the points of the first band that holds (at_least or at_most)
#   levels    each level in words has its points
#   yes_no    yes gives all points, no gives none
#   count     the value divided by full_at, at most all points
#   relative  against the other cities (method: minmax, best or rank; better: higher or lower)
#   marks     judges’ marks out of out_of
# A criterion may also have:
#   per_class: another scale for a class of city     applies_to: only cities of these classes
#   plausible: the usual range (min, max)            evidence: required, where a file must be cited
#
# When done, check it: cluster validate

year: {year}
name:
  vi: Bộ tiêu chí năm {year}
  en: Criteria of {year}
# draft until it is issued; then write official
status: draft
# Members and classes are read on this day
as_of: {year}-09-30
# Submissions are due by this day; a later one is a warning
deadline: {year}-09-15

# All points; checked against the groups
points: 100
# Decimals that points are rounded to
decimals: 2
# A criterion without figures: zero (0 points), exclude (not counted), reject (city not ranked)
missing: zero

groups:
  - id: nhom-mot
    name:
      vi: Nhóm một
      en: Group one
    points: 60
    criteria:
      - id: dien-tich-cay-xanh
        name:
          vi: Diện tích cây xanh bình quân đầu người
          en: Green space per inhabitant
        unit:
          vi: m²/người
          en: m²/inhabitant
        points: 30
        scale:
          kind: linear
          worst: 2
          best: 8
        plausible:
          min: 0
          max: 200
      - id: thu-gom-rac
        name:
          vi: Tỷ lệ rác thải được thu gom
          en: Share of waste collected
        unit: "%"
        points: 30
        scale:
          kind: bands
          bands:
            - at_least: 95
              points: 30
            - at_least: 85
              points: 20

  - id: nhom-hai
    name:
      vi: Nhóm hai
      en: Group two
    points: 40
    criteria:
      - id: quy-hoach
        name:
          vi: Cấp phê duyệt quy hoạch
          en: Level at which the plan is approved
        points: 25
        scale:
          kind: levels
          levels:
            cấp tỉnh: 25
            cấp cơ sở: 15
      - id: ke-hoach-nam
        name:
          vi: Có kế hoạch năm được phê duyệt
          en: An approved plan of the year
        points: 15
        scale:
          kind: yes_no

# Conditions that a city must meet to be nominated
gates:
  - id: bao-cao-day-du
    name:
      vi: Báo cáo đầy đủ, đúng mẫu
      en: A full report in the right form

# Bonuses and deductions; cap is the most that all of them give
bonuses:
  cap: 2
  items:
    - id: sang-kien
      name:
        vi: Có sáng kiến được đô thị khác áp dụng
        en: An initiative that another city took up
      points: 2
deductions:
  cap: 2
  items:
    - id: nop-muon
      name:
        vi: Nộp báo cáo muộn
        en: Handed in late
      points: 1
# The deduction proposed for a late submission
late: nop-muon

ranking:
  # Equal totals are told apart by the points of these ids, one after the other
  tie_break:
    - nhom-mot
    - nhom-hai

nomination:
  # How many cities are nominated
  quota: 3
  # The least total
  min_points: 50
"""
_FROM = Words(
    "Chép từ bộ tiêu chí năm {year}. Xem lại ngày, tên, điểm và thang điểm trước khi ban hành.",
    "Copied from the set of {year}. Look at the days, names, points and scales before it is issued.",
)


def text(year: int, lang: Language) -> str:
    """Return a criteria set that is valid as it stands."""
    return (_EN if lang == "en" else _VI).format(year=year)


def copied_from(year: int, lang: Language) -> str:
    """Say of a set that it was copied, and what is to be done with it."""
    return say(_FROM, lang, year=year)
