import Formats
import Model

/// How long they take, what gets answers and how far searches came, as a page tells it.
extension PageFacts {
  func figures(_ statistics: SearchStatistics) -> [PageFigures] {
    [waits(statistics), reached(statistics), answers(statistics), ends(statistics)]
  }

  private func waits(_ statistics: SearchStatistics) -> PageFigures {
    let borders = [(0, 3), (4, 7), (8, 14), (15, 21), (22, Int.max)]
    let all = statistics.waits.count + statistics.unanswered
    let rows = borders.map { first, last in
      PageFigures.Row(
        label: last == Int.max ? "\(first) days or more" : "\(first) to \(last) days",
        count: statistics.waits.count { (first...last).contains($0) }, of: all)
    }
    let middle = statistics.median.map { median in
      "Half of them within \(counted(median, "day")), the longest \(counted(statistics.waits.last ?? 0, "day"))."
    }
    let open = PageFigures.Row(label: "no word yet", count: statistics.unanswered, of: all)
    return PageFigures(title: "From an interview to word", summary: middle, rows: all == 0 ? [] : rows + [open])
  }

  private func reached(_ statistics: SearchStatistics) -> PageFigures {
    let all = statistics.reached.first?.count ?? 0
    return PageFigures(
      title: "How far they came",
      rows: all == 0 ? [] : statistics.reached.map { .init(label: $0.what, count: $0.count, of: all) })
  }

  private func answers(_ statistics: SearchStatistics) -> PageFigures {
    PageFigures(
      title: "What was answered", summary: "Within \(SearchStatistics.answerDays) days.",
      rows: statistics.answers.map { .init(label: $0.form, count: $0.answered, of: $0.sent, note: "of \($0.sent)") })
  }

  private func ends(_ statistics: SearchStatistics) -> PageFigures {
    let all = statistics.ends.reduce(0) { $0 + $1.count }
    return PageFigures(
      title: "How they ended", rows: statistics.ends.map { .init(label: $0.stage.rawValue, count: $0.count, of: all) })
  }
}
