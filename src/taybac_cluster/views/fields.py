"""What every field of the data files means, for people who fill them in: shown by editors at the key."""

from taybac_cluster.diagnostics import Words
from taybac_cluster.model.record import Record

KINDS = {
    "members": Words("Cụm và các đô thị thành viên: members.yaml", "The cluster and its members: members.yaml"),
    "criteria": Words("Bộ tiêu chí của một năm: criteria/2023.yaml", "A year’s criteria set: criteria/2023.yaml"),
    "submission": Words(
        "Báo cáo tự chấm của một đô thị: submissions/2023/do-thi-a.yaml",
        "One city’s values for a year: submissions/2023/do-thi-a.yaml",
    ),
    "appraisal": Words(
        "Kết quả thẩm định một đô thị: appraisals/2023/do-thi-a.yaml",
        "What the panel changed for a city: appraisals/2023/do-thi-a.yaml",
    ),
    "meeting": Words("Hội nghị giao ban của một năm: meetings/2023.yaml", "The meeting of a year: meetings/2023.yaml"),
    "papers": Words(
        "Tiêu đề, số, ký hiệu, người ký, lời văn của văn bản: papers.yaml",
        "Letterheads, numbers, symbols, signers and wording of the papers: papers.yaml",
    ),
}
"""The kinds of files that people write."""

_NOTE = Words("Ghi chú; không ảnh hưởng tới điểm.", "A note; it has no bearing on points.")
_SOURCE = Words("Văn bản hoặc nơi đọc được.", "The document, or where it was read.")
_ID = Words("Mã: chữ thường không dấu, chữ số, nối bằng gạch ngang.", "The id: lower-case letters, digits, hyphens.")
_NAME = Words("Tên.", "The name.")
_YEAR = Words("Năm; phải trùng với năm trong đường dẫn tệp.", "The year; the same as in the file’s path.")
_STATUS = Words(
    "official: số liệu chính thức; draft: dự thảo; illustrative: số liệu minh họa, mọi văn bản đều ghi rõ.",
    "official: real figures; draft: may change; illustrative: made up, and every output says so.",
)
_MEMBER_FILE = Words("Mã đô thị; phải trùng với tên tệp.", "The member’s id; the same as the file’s name.")
_MEMBER = Words("Mã đô thị thành viên, như trong members.yaml.", "A member’s id, as in members.yaml.")
_REASON = Words("Lý do; luôn phải ghi.", "The reason; always required.")
_EVIDENCE = Words(
    "Các tệp minh chứng trong evidence/<năm>/<đô thị>/.", "The files in evidence/<year>/<member>/ that show it."
)
_AT_WORST = Words("Điểm tại mức kém nhất; mặc định 0.", "The points at the worst value; 0 by default.")
_SCALE = Words("Loại thang điểm.", "The kind of scale.")
_MISSING = Words(
    "Thiếu số liệu thì: zero được 0 điểm; exclude không tính tiêu chí; reject không xếp hạng đô thị.",
    "A missing value: zero gives 0 points; exclude leaves the criterion out; reject leaves the city unranked.",
)
_COMBINE = Words(
    "Cách gộp điểm: sum cộng; geometric trung bình nhân; harmonic trung bình điều hòa; minimum lấy thấp nhất.",
    "How children make the whole: sum; geometric or harmonic mean; minimum, the lowest share.",
)
_NUMERATOR = Words("Tử số, viết như đã đếm được.", "The numerator, as it was counted.")
_DENOMINATOR = Words("Mẫu số, viết như đã đếm được.", "The denominator, as it was counted.")

_ACCEPTED = Words(
    "Những cảnh báo đã xem và chấp nhận, kèm lý do; lỗi thì không chấp nhận được.",
    "Warnings that were looked at and accepted, with the reason; errors cannot be.",
)

_EVERYWHERE = {
    "note": _NOTE,
    "kind": _SCALE,
    "at_worst": _AT_WORST,
    "reason": _REASON,
    "combine": _COMBINE,
    "evidence": _EVIDENCE,
    "missing": _MISSING,
    "numerator": _NUMERATOR,
    "denominator": _DENOMINATOR,
    "year": _YEAR,
    "status": _STATUS,
    "id": _ID,
    "accepted": _ACCEPTED,
}
"""What a field of this name means where its record has no words of its own."""

FIELDS = {
    "Accepted.code": Words("Mã của cảnh báo, như R405.", "The warning’s code, such as R405."),
    "Accepted.at": Words(
        "Chỗ có cảnh báo trong tệp này, các cấp nối bằng dấu chấm; không ghi là cả tệp.",
        "Where in this file the warning is, levels joined by dots; the whole file if left out.",
    ),
    "Accepted.reason": Words("Vì sao chấp nhận.", "Why it is accepted."),
    "Roster.cluster": Words("Cụm đô thị.", "The cluster."),
    "Roster.members": Words("Các đô thị thành viên, kể cả đã rời cụm.", "The members, those that left included."),
    "ClusterName.name": Words("Tên cụm.", "The cluster’s name."),
    "ClusterName.association": Words("Hiệp hội mà cụm trực thuộc.", "The association that the cluster belongs to."),
    "ClusterName.rotation": Words("Cách đề xuất nơi đăng cai kỳ sau.", "How a next host is proposed."),
    "ClusterName.secretariat": Words("Tài khoản của bộ phận thư ký.", "The logins of the secretariat."),
    "Rotation.order": Words(
        "longest_wait: đô thị lâu nhất chưa đăng cai; fixed: theo thứ tự trong sequence.",
        "longest_wait: the member last on record as host longest ago; fixed: in the order of sequence.",
    ),
    "Rotation.sequence": Words("Thứ tự đăng cai, theo mã đô thị.", "The order of hosts, by member id."),
    "Member.name": Words("Tên đô thị, không kèm loại: Đô thị A.", "The city’s name without its type: Đô thị A."),
    "Member.member": Words(
        "Thời gian là thành viên; ghi thành danh sách nếu đã rời rồi trở lại.",
        "When it was a member; a list if it left and came back.",
    ),
    "Member.periods": Words(
        "Đô thị là gì từ ngày nào; điều không ghi lại thì giữ như trước.",
        "What it was, and from when; what is not named goes on from before.",
    ),
    "Member.successors": Words("Đơn vị kế thừa sau khi giải thể.", "The units that took over when it ceased."),
    "Member.maintainers": Words("Tài khoản được sửa tệp của đô thị này.", "Who may change this city’s files."),
    "Stay.from_": Words("Ngày gia nhập cụm.", "The day it joined."),
    "Stay.seen": Words(
        "Ngày đã thấy có tên, khi không rõ ngày gia nhập.",
        "On record as a member by this day, if it is unknown when it joined.",
    ),
    "Stay.until": Words("Ngày cuối cùng còn là thành viên.", "The last day of membership."),
    "Period.from_": Words(
        "Có hiệu lực từ ngày này; giai đoạn đầu có thể để trống.", "Holds from this day; the first may have none."
    ),
    "Period.name": Words("Tên mới, nếu đổi tên.", "The new name, if it changed."),
    "Period.type": Words(
        "Loại đơn vị: thành phố, thị xã, phường, xã.", "The type of unit: thành phố, thị xã, phường, xã."
    ),
    "Period.class_": Words("Loại đô thị.", "The urban class."),
    "Period.province": Words("Tỉnh.", "The province."),
    "Period.source": _SOURCE,
    "Successor.name": Words("Tên đơn vị kế thừa.", "The name of the unit that took over."),
    "Successor.id": Words("Mã, khi đơn vị ấy đã là thành viên.", "Its id, once it is a member itself."),
    "CriteriaSet.name": Words("Tên bộ tiêu chí.", "The name of the criteria set."),
    "CriteriaSet.sources": Words("Các văn bản làm căn cứ.", "The documents it is based on."),
    "CriteriaSet.as_of": Words(
        "Ngày xét: thành viên và loại đô thị tính theo ngày này.", "The day on which members and classes are read."
    ),
    "CriteriaSet.deadline": Words(
        "Hạn nộp; nộp sau thì có cảnh báo.", "The last day to submit; a later one is a warning."
    ),
    "CriteriaSet.late": Words(
        "Mã điểm trừ cho việc nộp muộn; cảnh báo nộp muộn đề xuất điểm trừ này.",
        "The id of the deduction for lateness, which the warning of a late submission proposes.",
    ),
    "CriteriaSet.points": Words(
        "Tổng điểm tối đa, để đối chiếu với các nhóm.", "The points of the whole, checked against the groups."
    ),
    "CriteriaSet.decimals": Words("Số chữ số thập phân của điểm; mặc định 2.", "The decimals of points; 2 by default."),
    "CriteriaSet.groups": Words("Các nhóm tiêu chí.", "The groups of criteria."),
    "CriteriaSet.gates": Words("Điều kiện bắt buộc để được đề nghị khen thưởng.", "What must hold to be nominated."),
    "CriteriaSet.bonuses": Words("Điểm cộng.", "What is added."),
    "CriteriaSet.deductions": Words("Điểm trừ.", "What is taken off."),
    "CriteriaSet.ranking": Words("Quy tắc xếp hạng.", "How places are given."),
    "CriteriaSet.nomination": Words("Quy tắc đề nghị khen thưởng.", "How cities are put forward."),
    "Group.code": Words("Mã trong văn bản gốc; đặt trong dấu nháy.", "Its code in the source; in quotes."),
    "Group.name": Words("Tên nhóm.", "The group’s name."),
    "Group.points": Words(
        "Điểm tối đa của nhóm, để đối chiếu; có thể bỏ.", "The group’s points, to check; may be left out."
    ),
    "Group.groups": Words(
        "Các nhóm con; khi đó không ghi criteria.", "Groups below it; then there are no criteria here."
    ),
    "Group.criteria": Words("Các tiêu chí của nhóm.", "The group’s criteria."),
    "Criterion.code": Words("Mã trong văn bản gốc; đặt trong dấu nháy.", "Its code in the source; in quotes."),
    "Criterion.name": Words("Tên tiêu chí.", "The criterion’s name."),
    "Criterion.unit": Words(
        'Đơn vị tính; phần trăm thì ghi "%" trong dấu nháy.', 'The unit; a percentage is written "%", in quotes.'
    ),
    "Criterion.points": Words("Điểm tối đa.", "The most points it gives."),
    "Criterion.scale": Words(
        "Thang điểm: giá trị nào được bao nhiêu điểm.", "The scale: which value gives how many points."
    ),
    "Criterion.per_class": Words(
        "Những trường của thang điểm khác đi cho từng loại đô thị.",
        "The fields of the scale that differ for an urban class.",
    ),
    "Criterion.applies_to": Words(
        "Chỉ áp dụng cho các loại đô thị này.", "The urban classes it applies to; all by default."
    ),
    "Criterion.plausible": Words(
        "Khoảng giá trị hợp lý; ra ngoài thì có cảnh báo.", "The usual range; outside it is a warning."
    ),
    "Criterion.step": Words("Mức thay đổi nhỏ nhất có ý nghĩa.", "The smallest change that makes sense."),
    "Criterion.evidence": Words(
        "Minh chứng: required bắt buộc, optional tùy ý, none không cần.", "Evidence: required, optional or none."
    ),
    "Plausible.min": Words("Thấp nhất còn hợp lý.", "The lowest that is usual."),
    "Plausible.max": Words("Cao nhất còn hợp lý.", "The highest that is usual."),
    "Linear.worst": Words("Giá trị chỉ được at_worst điểm.", "The value that gives only at_worst points."),
    "Linear.best": Words(
        "Giá trị được trọn điểm; nhỏ hơn worst thì càng thấp càng tốt.",
        "The value that gives all points; below worst: lower is better.",
    ),
    "Ratio.worst": Words("Tỷ lệ phần trăm chỉ được at_worst điểm.", "The percentage that gives only at_worst points."),
    "Ratio.best": Words("Tỷ lệ phần trăm được trọn điểm.", "The percentage that gives all points."),
    "Bands.bands": Words("Các mức; lấy mức đầu tiên đạt được.", "The bands; the first that holds counts."),
    "Band.at_least": Words("Đạt khi giá trị từ mức này trở lên.", "Holds if the value is at least this."),
    "Band.at_most": Words("Đạt khi giá trị từ mức này trở xuống.", "Holds if the value is at most this."),
    "Band.points": Words("Điểm của mức.", "The band’s points."),
    "Levels.levels": Words("Tên từng mức và điểm của mức.", "Each level’s name and its points."),
    "Count.full_at": Words("Đếm được bằng này thì trọn điểm.", "The count that gives all points."),
    "Relative.method": Words(
        "minmax: giữa thấp nhất và cao nhất; best: so với tốt nhất; rank: theo thứ hạng.",
        "minmax: between lowest and highest; best: against the best; rank: by place.",
    ),
    "Relative.better": Words(
        "higher: càng cao càng tốt; lower: càng thấp càng tốt.", "Which is better: higher or lower."
    ),
    "Marks.out_of": Words("Điểm cao nhất một giám khảo được cho.", "The highest mark a judge may give."),
    "Marks.combine": Words(
        "mean trung bình; trimmed_mean bỏ một cao nhất, một thấp nhất; median trung vị.",
        "mean; trimmed_mean, without one highest and one lowest; median.",
    ),
    "Marks.at_least": Words("Cần ít nhất bao nhiêu giám khảo.", "How many marks it takes."),
    "Marks.spread": Words("Chênh lệch quá mức này thì có cảnh báo.", "Marks further apart than this are a warning."),
    "Gate.name": Words(
        "Điều kiện, viết thành câu trả lời được có hoặc không.", "The condition, to be answered yes or no."
    ),
    "Adjustments.cap": Words("Tổng nhiều nhất; để trống là không giới hạn.", "The most in all; no limit without it."),
    "Adjustments.items": Words("Các khoản.", "The items."),
    "Item.name": _NAME,
    "Item.points": Words("Số điểm.", "The points."),
    "Ranking.tie_break": Words(
        "Khi bằng tổng điểm, so lần lượt theo các mã này.", "Equal totals are told apart by these ids in turn."
    ),
    "Ranking.max_missing_percent": Words(
        "Thiếu quá tỷ lệ này thì không xếp hạng.", "A city that lacks more than this share of the points is not ranked."
    ),
    "Nomination.quota": Words("Số đô thị được đề nghị.", "How many are put forward."),
    "Nomination.min_points": Words("Tổng điểm tối thiểu.", "The least total."),
    "Nomination.min_group_percent": Words(
        "Tỷ lệ điểm tối thiểu của mỗi nhóm.", "The least share of every group’s points."
    ),
    "Nomination.at_tie": Words(
        "Bằng điểm ở vị trí đề nghị cuối: vote biểu quyết, all lấy cả, none không lấy ai.",
        "A tie for the last seat: vote on it, take all, or none of them.",
    ),
    "Submission.member": _MEMBER_FILE,
    "Submission.submitted_on": Words("Ngày nộp.", "The day it was submitted."),
    "Submission.prepared_by": Words("Người lập báo cáo.", "Who prepared it."),
    "Submission.values": Words("Giá trị theo mã từng tiêu chí.", "The values, by the criteria’s ids."),
    "Submission.gates": Words(
        "Trả lời từng điều kiện bắt buộc: true hoặc false.", "The answer to each gate: true or false."
    ),
    "Submission.bonuses": Words("Các khoản điểm cộng tự chấm.", "The bonuses that are claimed."),
    "Submission.highlights": Words("Việc làm nổi bật trong năm.", "What stood out in the year."),
    "Submission.not_competing": Words(
        "Lý do không dự xét, thay cho values.", "Why the city does not compete, instead of values."
    ),
    "Person.name": Words("Họ tên.", "The name."),
    "Person.title": Words("Chức vụ tại thời điểm đó.", "The office held on the day."),
    "Person.member": _MEMBER,
    "Person.organization": Words("Cơ quan.", "The organization."),
    "Value.value": Words("Giá trị; số thập phân dùng dấu chấm: 7.2.", "The value; decimals with a point: 7.2."),
    "Value.missing": Words("Không có số liệu, và vì sao.", "There is no value, and why."),
    "Answer.value": Words("true là có, false là không.", "true for yes, false for no."),
    "Appraisal.member": _MEMBER_FILE,
    "Appraisal.appraised_by": Words("Tổ thẩm định.", "The panel."),
    "Appraisal.appraised_on": Words("Ngày thẩm định.", "The day of the appraisal."),
    "Appraisal.changes": Words(
        "Giá trị thay cho số tự báo cáo, theo mã tiêu chí.", "What replaces the city’s values, by criterion."
    ),
    "Appraisal.gates": Words("Kết luận về từng điều kiện bắt buộc.", "What was found of each gate."),
    "Appraisal.bonuses": Words("Điểm cộng được công nhận hay không.", "Whether each bonus is granted."),
    "Appraisal.deductions": Words("Các khoản điểm trừ.", "The deductions."),
    "Appraisal.marks": Words(
        "Điểm giám khảo: tiêu chí, rồi giám khảo, rồi điểm.", "Judges’ marks: criterion, then judge, then mark."
    ),
    "Change.value": Words("Giá trị sau thẩm định.", "The value as appraised."),
    "Change.missing": Words("true: coi như không có số liệu.", "true: taken as missing."),
    "Change.not_applicable": Words(
        "true: tiêu chí không áp dụng cho đô thị này.", "true: the criterion does not apply to this city."
    ),
    "GateRuling.value": Words("true là đạt, false là không đạt.", "true if it holds, false if not."),
    "BonusRuling.granted": Words("true: công nhận; false: không công nhận.", "true if it is granted."),
    "DeductionRuling.points": Words("Số điểm trừ, khi ít hơn mức của khoản ấy.", "Fewer points than the item’s."),
    "Mark.mark": Words("Điểm.", "The mark."),
    "Mark.abstain": Words("Không chấm, và vì sao.", "No mark, and why."),
    "Meeting.sources": Words("Nơi đọc được.", "Where this was read."),
    "Meeting.held_on": Words("Ngày họp; để trống nếu không rõ.", "The day; left out if it is not known."),
    "Meeting.started_at": Words('Giờ bắt đầu, trong dấu nháy: "08:00".', 'When it began, in quotes: "08:00".'),
    "Meeting.ended_at": Words('Giờ kết thúc, trong dấu nháy: "11:30".', 'When it ended, in quotes: "11:30".'),
    "Meeting.place": Words("Địa điểm.", "The place."),
    "Meeting.head": Words("Cụm trưởng: mã đô thị.", "The head of the cluster: a member’s id."),
    "Meeting.host": Words("Đơn vị đăng cai: mã đô thị.", "The host: a member’s id."),
    "Meeting.theme": Words("Chủ đề của cụm trong năm.", "The cluster’s theme of the year."),
    "Meeting.seminar": Words("Chủ đề hội thảo.", "The seminar’s own topic."),
    "Meeting.association_theme": Words("Chủ đề của Hiệp hội.", "The association’s theme."),
    "Meeting.agenda": Words("Chương trình.", "The agenda."),
    "Meeting.chair": Words("Chủ trì.", "Who chaired."),
    "Meeting.secretary": Words("Thư ký.", "Who took the minutes."),
    "Meeting.judges": Words("Giám khảo.", "The judges."),
    "Meeting.guests": Words("Khách mời.", "The guests."),
    "Meeting.delegates": Words("Đại biểu của các đô thị.", "The cities’ delegates."),
    "Meeting.present": Words("Các đô thị có mặt.", "The members that were present."),
    "Meeting.absent": Words("Các đô thị vắng mặt.", "The members that were absent."),
    "Meeting.quorum": Words("Số thành viên cần có mặt.", "How many must be present."),
    "Meeting.ballots": Words("Các cuộc biểu quyết: nomination, host, tie.", "The votes: nomination, host, tie."),
    "Meeting.offers": Words("Mời đăng cai, và trả lời.", "To whom the next meeting was offered, and the answer."),
    "Meeting.decisions": Words("Những điều đã quyết định.", "What was decided."),
    "Meeting.dissent": Words("Ý kiến khác.", "Who disagreed, and on what."),
    "Judge.name": Words("Họ tên hoặc vai trò.", "The name or role."),
    "Judge.member": Words(
        "Đô thị của giám khảo; không chấm đô thị mình.", "The judge’s own member; its marks for it are left out."
    ),
    "VotingRule.base": Words(
        "Tính trên: members mọi thành viên; present có mặt; valid phiếu hợp lệ.",
        "Of what: all members, those present, or valid votes.",
    ),
    "VotingRule.threshold": Words(
        "Tỷ lệ phải đạt: số phần trăm, hoặc phân số như 2/3.",
        "What must be reached: per cent, or a fraction such as 2/3.",
    ),
    "VotingRule.source": _SOURCE,
    "VotingRule.above": Words(
        "true: phải vượt quá, không chỉ đạt (quá bán).", "true: must be passed, not only reached."
    ),
    "Quorum.threshold": Words(
        "Tỷ lệ thành viên phải có mặt: số phần trăm, hoặc phân số như 2/3.",
        "The members that must be present: per cent, or a fraction such as 2/3.",
    ),
    "Quorum.source": _SOURCE,
    "Ballot.rule": Words(
        "Quy tắc; không ghi thì không kết luận là thông qua.", "The rule; without one nothing is called carried."
    ),
    "Ballot.secret": Words("true: bỏ phiếu kín.", "true for a secret ballot."),
    "Ballot.date": Words("Ngày biểu quyết.", "The day of the vote."),
    "Ballot.issued": Words("Số phiếu phát ra.", "Ballots handed out."),
    "Ballot.returned": Words("Số phiếu thu về.", "Ballots returned."),
    "Ballot.valid": Words("Số phiếu hợp lệ.", "Valid ballots."),
    "Ballot.voters": Words("Các đô thị đã biểu quyết.", "The members that voted."),
    "Ballot.own_vote": Words("false: đô thị không biểu quyết về mình.", "false: a city may not vote on itself."),
    "Ballot.votes": Words("Số phiếu theo mã đô thị.", "The votes, by member id."),
    "Tally.for_": Words("Số phiếu thuận.", "Votes for."),
    "Tally.against": Words("Số phiếu chống.", "Votes against."),
    "Tally.abstain": Words("Số phiếu trắng.", "Abstentions."),
    "Offer.year": Words("Năm đăng cai.", "The year to host."),
    "Offer.member": _MEMBER,
    "Offer.accepted": Words("true: nhận; false: từ chối.", "true if it was accepted."),
    "Offer.reason": Words("Lý do.", "The reason."),
    "Decisions.nominated": Words("Các đô thị được đề nghị khen thưởng.", "The cities that were put forward."),
    "Decisions.next": Words("Kỳ họp sau.", "The next meeting."),
    "Decisions.directions": Words("Phương hướng trọng tâm.", "What to work on next."),
    "Next.year": Words("Năm họp.", "Its year."),
    "Next.host": Words("Đơn vị đăng cai: mã đô thị.", "The host: a member’s id."),
    "Next.head": Words("Cụm trưởng: mã đô thị.", "The head: a member’s id."),
    "Next.theme": Words("Chủ đề.", "The theme."),
    "Next.seminar": Words("Chủ đề hội thảo.", "The seminar’s topic."),
    "Papers.issuers": Words(
        "Cơ quan ban hành văn bản, mỗi mục có hiệu lực từ một ngày.", "Who issues the papers, each from a day on."
    ),
    "Papers.signers": Words("Người ký, mỗi mục có hiệu lực từ một ngày.", "Who signs the papers, each from a day on."),
    "Papers.papers": Words(
        "Theo loại văn bản (proposal: tờ trình; minutes: biên bản; scores: bảng điểm; hosting: công văn đăng cai; "
        "notice: thông báo; doubts: nội dung cần lưu ý): điều năm nào cũng ghi.",
        "By kind of paper (proposal, minutes, scores, hosting, notice, doubts): what it says every year.",
    ),
    "Papers.years": Words(
        "Theo năm và loại văn bản: số và ngày ban hành.", "By year and kind of paper: its number and day."
    ),
    "Issuer.from_": Words(
        "Có hiệu lực từ ngày này; mục đầu có thể để trống.", "Holds from this day; the first may have none."
    ),
    "Issuer.name": Words("Tên cơ quan ban hành, viết hoa.", "The issuer’s name, in capitals."),
    "Issuer.superior": Words("Tên cơ quan chủ quản, viết hoa.", "The name of the body above it, in capitals."),
    "Issuer.place": Words("Địa danh ghi trước ngày tháng.", "The place named before the date."),
    "Issuer.page_url": Words(
        "Địa chỉ trang kết quả; được in thành mã QR.", "The address of the result page; printed as a QR code."
    ),
    "Signer.from_": Words(
        "Có hiệu lực từ ngày này; mục đầu có thể để trống.", "Holds from this day; the first may have none."
    ),
    "Signer.papers": Words(
        "Các loại văn bản người này ký; để trống là tất cả.", "The kinds signed so; all without it."
    ),
    "Signer.capacity": Words("Tư cách ký: TM. CỤM.", "In what capacity: TM. CỤM."),
    "Signer.office": Words("Chức vụ, viết hoa: CỤM TRƯỞNG.", "The office, in capitals."),
    "Signer.name": Words("Họ và tên.", "The name."),
    "PaperWords.symbol": Words("Ký hiệu sau số văn bản: TTr-CĐT.", "The symbol after the number: TTr-CĐT."),
    "PaperWords.subject": Words(
        "Trích yếu, thay lời có sẵn; điền được như body.", "The subject, in place of ours; filled as the body is."
    ),
    "PaperWords.to": Words("Nơi nhận ghi ở “Kính gửi”.", "Whom it is addressed to."),
    "PaperWords.grounds": Words(
        "Các căn cứ, không kèm dấu ở cuối.", "The grounds it is based on, without the mark at the end."
    ),
    "PaperWords.copies": Words(
        "Danh sách “Nơi nhận”, không kèm dấu ở cuối.", "Who receives copies, without the mark at the end."
    ),
    "PaperWords.body": Words(
        "Lời mở đầu, thay lời có sẵn; mỗi dòng một đoạn. Điền được: {year}, {cluster}, {association}, {criteria}, "
        "{held_on}, {place}, {host}, {head}, {theme}, {seminar}, {ranked} (số đô thị được xếp hạng), {count} và "
        "{nominated} (số đô thị đề nghị, tên các đô thị), {next_year}, {next_host}, {next_theme}; ở thông báo còn có "
        "{member}, {rank}, {total}.",
        "The opening, in place of ours; a line is a paragraph. Filled in: {year}, {cluster}, {association}, "
        "{criteria}, {held_on}, {place}, {host}, {head}, {theme}, {seminar}, {ranked} (how many are ranked), {count} "
        "and {nominated} (how many, who), {next_year}, {next_host}, {next_theme}; in a notice also {member}, {rank}, "
        "{total}.",
    ),
    "PaperNumber.number": Words("Số văn bản.", "The paper’s number."),
    "PaperNumber.numbers": Words("Của thông báo: số riêng theo mã đô thị.", "Of notices: a number by member id."),
    "PaperNumber.date": Words("Ngày ban hành.", "The day of issue."),
}
"""By record and field, in the order of the files."""

EXAMPLES: dict[str, tuple[object, ...]] = {
    "Accepted.code": ("R405",),
    "Accepted.at": ("values.nuoc-thai",),
    "Member.id": ("do-thi-a",),
    "Member.name": ("Đô thị A",),
    "Member.maintainers": (["@ubnd-do-thi-a"],),
    "Period.type": ("thành phố", "thị xã", "phường", "xã"),
    "Criterion.code": ("0201",),
    "Criterion.unit": ("m²/người", "%"),
    "Criterion.points": (10,),
    "Criterion.step": (0.1,),
    "Levels.levels": ({"cấp tỉnh": 10, "cấp huyện": 5},),
    "Submission.member": ("do-thi-a",),
    "Submission.year": (2023,),
    "Submission.values": ({"cay-xanh-cong-cong": 7.2, "nghia-trang": {"missing": "chưa có số liệu kiểm kê"}},),
    "Submission.gates": ({"khong-o-nhiem": True},),
    "Value.value": (7.2, True, "cấp tỉnh"),
    "Appraisal.member": ("do-thi-a",),
    "Appraisal.year": (2023,),
    "Appraisal.changes": ({"nuoc-thai": {"value": 42, "reason": "Trạm số 2 chưa vận hành trong năm"}},),
    "Appraisal.marks": ({"my-quan": {"giam-khao-1": 8, "giam-khao-2": {"abstain": "vắng mặt"}}},),
    "Meeting.year": (2023,),
    "Meeting.started_at": ("08:00",),
    "Meeting.present": (["do-thi-a", "do-thi-b"],),
    "Ballot.votes": ({"do-thi-a": {"for": 11}},),
    "Papers.papers": ({"proposal": {"to": ["Hiệp hội các đô thị Việt Nam"]}},),
    "Papers.years": ({"2023": {"proposal": {"number": 5, "date": "2023-09-28"}}},),
    "Issuer.place": ("Hà Nội",),
    "PaperWords.symbol": ("TTr-CĐT",),
    "PaperWords.copies": (["Như trên", "Lưu: VT"],),
}
"""What is typed for a field, where the description alone does not show it."""


def meaning(model: type[Record], name: str) -> Words:
    """Return what a field of a record means."""
    return FIELDS.get(f"{model.__name__}.{name}") or _EVERYWHERE[name]


_POINTS, _OWN_UNIT = Words("điểm", "points"), Words("đơn vị của tiêu chí", "the criterion’s unit")
_VOTES = Words("phiếu", "votes")

UNITS = {
    "points": _POINTS,
    "at_worst": _POINTS,
    "cap": _POINTS,
    "min_points": _POINTS,
    "levels": _POINTS,
    "out_of": _POINTS,
    "spread": _POINTS,
    "mark": _POINTS,
    "worst": _OWN_UNIT,
    "best": _OWN_UNIT,
    "min": _OWN_UNIT,
    "max": _OWN_UNIT,
    "step": _OWN_UNIT,
    "at_most": _OWN_UNIT,
    "full_at": _OWN_UNIT,
    "min_group_percent": Words("% số điểm của nhóm", "% of the group’s points"),
    "max_missing_percent": Words("% tổng số điểm", "% of all points"),
    "threshold": Words("%", "%"),
    "quota": Words("đô thị", "cities"),
    "decimals": Words("chữ số", "digits"),
    "for": _VOTES,
    "against": _VOTES,
    "abstain": _VOTES,
    "issued": _VOTES,
    "returned": _VOTES,
    "valid": _VOTES,
}
"""What a number counts, by its key."""
