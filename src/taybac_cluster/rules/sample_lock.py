"""The sample folder's lock, as `cluster lock 2023` writes it; a test holds it current."""

LOCK = """\
# Kết quả đã chốt, do lệnh "cluster lock" ghi; không sửa tay. Mở lại: cluster unlock NĂM --reason "lý do".
# A locked result, written by "cluster lock"; not to be edited. To open it: cluster unlock YEAR --reason "why".
year: 2023
state: locked
illustrative: true
nominated:
  - sa-pa
decided:
  - sa-pa
next:
  year: 2024
  host: lao-cai
ranking:
  - member: sa-pa
    rank: 1
    total: 66.33
    groups:
      xanh: 34.00
      sach: 24.33
      dep: 8.00
    nominated: true
    leaves: ca89b61ac28cd2ffb9b46e7118b0ac85c398735d5e552b99ef1ebc02f3934e26
  - member: lao-cai
    rank: 2
    total: 56.44
    groups:
      xanh: 32.50
      sach: 16.94
      dep: 7.00
    nominated: false
    leaves: "049c3db988fdb99e5faccc28ad126f5a47c73715c49d6cddd6c406dd2774b650"
not_ranked:
  yen-bai: no_submission
inputs:
  members.yaml: ae9df2304af08e8144152a412234efee862bea6900c80585984494edb6d09429
  criteria/2023.yaml: "745e67ce096ed705ac67075fb6ed6f4dad76594c550eac558a4cad27b2775226"
  submissions/2023/lao-cai.yaml: b290469258abcedfc1915fc09743b2214a2868dddf9f9ae7ca4697d71b78f3ac
  submissions/2023/sa-pa.yaml: "0ba29a280cc211b6af6c9418f6de592c3be983b1bc67b8a9009e78d926a737c9"
  appraisals/2023/lao-cai.yaml: c02cdde3e1311dba57af36b4d00b1d22644d9784e84c1b77cbc84ed3e63e96f6
  appraisals/2023/sa-pa.yaml: "72c5dfc8d78dc04e25038abe25ec10db4e71f50d28cf0c48c9607f4360f76d91"
  meetings/2023.yaml: "765f6b3b3da145f3e7318eb8d670241abcbdde012ed91eb502ae79148d55ae92"
seal: d69907537a6ec6c25720fd4469d8216b0198baa56021d1a0764dd3833288c308
history:
  - action: locked
    version: "0.1.0"
"""
