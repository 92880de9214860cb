import Model

/// Lanes over one scale of days. A lane is a picture of its own whose places are percentages, so that it is as readable on
/// a telephone as on a wide screen; what it shows stands below its name as a list.
struct LaneChart {
  private let lanes: [PageLane]
  private let today: Day
  private let scale: LaneScale

  init(_ lanes: [PageLane], today: Day) {
    (self.lanes, self.today) = (lanes, today)
    let spans = lanes.map(\.span)
    let first = min(spans.map(\.lowerBound).min() ?? today, today)
    scale = LaneScale(first: first, last: max(spans.map(\.upperBound).max() ?? today, today))
  }

  /// So many that are over are seen where there are many lanes.
  private static let most = 24

  var markup: HTML {
    guard !lanes.isEmpty else { return "" }
    let (open, over) = (lanes.filter { !$0.isOver }, lanes.filter(\.isOver))
    let isMany = lanes.count > Self.most
    let seen = PageFrame.list(
      (isMany ? open : open + over).map(item), after: 2 * Self.most, as: PageFrame.plainList, more: { "\($0) more" })
    let folded = isMany ? over.map(item) : []
    let more: HTML? =
      folded.isEmpty
      ? nil : "<details><summary>\(over.count) that are over</summary>\n<ul>\n\(folded)</ul>\n</details>\n"
    return "\(Self.signs(scale, today))\(axis)\(seen)\(more)\(Self.legend)"
  }

  /// Signs and lines that every lane uses.
  private static func signs(_ scale: LaneScale, _ today: Day) -> HTML {
    let lines = scale.lines.map { day -> HTML in
      let x = scale.place(day)
      return "<line class=\"grid\" x1=\"\(x)\" x2=\"\(x)\" y1=\"0\" y2=\"36\"/>"
    }
    let now = scale.place(today)
    return """
      <svg class="spoken" aria-hidden="true"><defs>
      <g id="grid">\(lines)<line class="nowline" x1="\(now)" x2="\(now)" y1="0" y2="36"/></g>
      <path id="sent" class="m-out" d="M0 -9 l-4.5 8 h9 z"/>
      <path id="received" class="m-in" d="M0 9 l-5 -9 h10 z"/>
      <path id="word" class="m-word" d="M0 -7 l6 7 l-6 7 l-6 -7 z"/>
      <path id="broken" class="m-broken" d="M0 -7 l6 7 l-6 7 l-6 -7 z"/>
      <circle id="meeting" class="m-meet" r="6.5"/>
      <circle id="ahead" class="m-ahead" r="6.5"/>
      </defs></svg>

      """
  }

  private var axis: HTML {
    let labels = scale.labels.map { label -> HTML in
      "<text x=\"\(scale.place(label.day))\" y=\"14\" dx=\"3\">\(label.text)</text>"
    }
    return """
      <div class="lane axis" aria-hidden="true"><span></span><svg height="22">\(labels)\
      <text class="nowtext" x="\(scale.place(today))" y="3" text-anchor="middle">today</text></svg></div>

      """
  }

  private func item(_ lane: PageLane) -> HTML {
    let role: HTML? = lane.role.map { " <span class=\"role\">\($0)</span>" }
    let end: HTML? = lane.end.map { "<li>over: \($0)</li>\n" }
    let offer: HTML? = lane.offer.map { "<li>\($0.text)</li>\n" }
    let events = lane.events.map { event -> HTML in "<li>\(event.text)</li>\n" }
    return """
      <li class="lane\(lane.isOver ? " over" : "")"><details><summary><b>\(lane.name)</b>\(role)</summary>
      <ul>
      \(events)\(offer)\(end)\(quiet(lane))</ul></details>
      <svg height="36" role="img" aria-label="\(lane.name): its days in a picture; the list has them too">\(track(lane))</svg></li>

      """
  }

  private func quiet(_ lane: PageLane) -> HTML? {
    guard let since = lane.quietSince, today > since else { return nil }
    let days = today - since
    return
      "<li>quiet for \(days) \(days == 1 ? "day" : "days")\(lane.isPastTheirDay ? ", past their own day" : "")</li>\n"
  }

  private func track(_ lane: PageLane) -> HTML {
    let start = scale.place(lane.events.first?.day ?? lane.until)
    let life: HTML =
      "<line class=\"life\" x1=\"\(start)\" x2=\"\(scale.place(lane.until))\" y1=\"18\" y2=\"18\"/>"
    let quiet: HTML? = lane.quietSince.map { since in
      "<line class=\"quiet\(lane.isPastTheirDay ? " bad" : "")\" x1=\"\(scale.place(since))\" x2=\"\(scale.place(today))\" y1=\"18\" y2=\"18\"/>"
    }
    let end: HTML? = lane.end.map { "<text x=\"\(scale.place(lane.until))\" y=\"22\" dx=\"9\">\($0)</text>" }
    let marks = lane.events.sorted { ($0.mark.weight, $0.day) < ($1.mark.weight, $1.day) }.map(mark)
    return "<use href=\"#grid\"/>\(life)\(quiet)\(offer(lane))\(marks)\(end)"
  }

  private func offer(_ lane: PageLane) -> HTML? {
    guard let offer = lane.offer else { return nil }
    let width = max(60, scale.hundredths(offer.by) - scale.hundredths(offer.from))
    return """
      <rect class="m-offer" x="\(scale.place(offer.from))" y="9" width="\(LaneScale.percent(width))" height="18" rx="4">\
      <title>\(offer.text)</title></rect><text class="beside" x="\(scale.place(max(offer.by, offer.from)))" y="22" dx="9">\(offer.text)</text>
      """
  }

  private func mark(_ event: PageLane.Event) -> HTML {
    let x = scale.place(event.day)
    var round: HTML?
    switch event.mark {
    case .meeting(let text): round = "<text class=\"round\" x=\"\(x)\" y=\"21.3\">\(text)</text>"
    case .ahead(let text): round = "<text class=\"round ahead\" x=\"\(x)\" y=\"21.3\">\(text)</text>"
    default: round = nil
    }
    return "<use href=\"#\(event.mark.sign)\" x=\"\(x)\" y=\"18\"><title>\(event.text)</title></use>\(round)"
  }

  private static let legend: HTML = {
    let signs = [
      ("meeting", 0, "interview (round)"), ("ahead", 0, "to come"), ("sent", 5, "you wrote or called"),
      ("received", -5, "word from them"), ("word", 0, "the day they named"), ("broken", 0, "passed without a word"),
    ].map { sign, y, text -> HTML in
      "<span><svg viewBox=\"-11 -7 22 14\"><use href=\"#\(sign)\" y=\"\(y)\"/></svg>\(text)</span>\n"
    }
    let bands = [("quiet", "quiet"), ("quiet bad", "quiet past their own day")].map { style, text -> HTML in
      "<span><svg viewBox=\"-11 -7 22 14\"><line class=\"\(style)\" x1=\"-11\" x2=\"11\"/></svg>\(text)</span>\n"
    }
    return "<div class=\"legend\" aria-hidden=\"true\">\n\(signs)\(bands)</div>\n"
  }()
}

extension PageLane.Mark {
  /// What is drawn later lies above.
  fileprivate var weight: Int {
    switch self {
    case .sent: 0
    case .received: 1
    case .word: 2
    case .brokenWord: 3
    case .ahead: 4
    case .meeting: 5
    }
  }

  fileprivate var sign: String {
    switch self {
    case .meeting: "meeting"
    case .ahead: "ahead"
    case .sent: "sent"
    case .received: "received"
    case .word: "word"
    case .brokenWord: "broken"
    }
  }
}
