import Merge
import Model

/// What a contested text is shown as to the person who is to settle it, and the ways to do so (MERGE.md, *Text answers are
/// regions*): an answer settles what differs and keeps every line that merged cleanly.
struct TextAnswers {
  private let subject: Subject
  private let field: String
  private let text: ContestedText
  private let standing: Set<Reference>
  private let machines: MachineNames

  init?(_ snapshot: RowSnapshot, _ field: String, _ machines: MachineNames) {
    guard let text = ContestedText(snapshot, field) else { return nil }
    (self.text, self.field, self.machines) = (text, field, machines)
    (subject, standing) = (snapshot.subject, snapshot.standing(field))
  }

  /// One way to settle it, before it has a code.
  private struct Choice {
    var what: String
    let whole: String
    /// The versions whose word it is; none where it is everybody's.
    var heads: [CellEvent]
    var isShown = false
  }

  func answers() throws -> [OpenConflict.Answer] {
    let settling = text.views.count > 1 ? everything() : try regionAnswers()
    return try (settling + (try wholeTexts(besides: settling))).map { choice in
      let author = choice.heads.first
      return OpenConflict.Answer(
        code: AnswerCode.make(
          subject, field, standing: standing, answer: choice.what.prefix(3) + (author.map { "\($0.reference)" } ?? "")),
        text: choice.what, author: try author.map { (try machines.author(of: $0.reference), $0.wall) },
        isShown: choice.isShown, choice: .content(.text(choice.whole)))
    }
  }

  /// The texts of joined rows kept one after the other, as they are shown.
  private func everything() -> [Choice] {
    guard !text.views.contains(where: \.hasConflict) else { return [] }
    let whole = text.views.map(\.text).joined(separator: "\n\n")
    return [Choice(what: "both, one after the other", whole: whole, heads: [], isShown: true)]
  }

  /// For whoever has a word in every region that word; what two have alike once.
  private func regionAnswers() throws -> [Choice] {
    let regions = text.parts.compactMap { part -> Set<Reference>? in
      if case .conflict(let variants) = part { Set(variants.flatMap(\.authors)) } else { nil }
    }
    var choices: [Choice] = []
    for head in text.heads where regions.allSatisfy({ $0.contains(head.reference) }) {
      let whole = TextUnit.text(text.parts.flatMap { $0.units(of: head.reference) })
      if let same = choices.firstIndex(where: { $0.whole.utf8.elementsEqual(whole.utf8) }) {
        choices[same].heads.append(head)
      } else {
        choices.append(Choice(what: "", whole: whole, heads: [head]))
      }
    }
    let places = regions.count > 1 ? ", in all \(regions.count) places" : ""
    return try choices.map { choice in
      var named = choice
      named.what = "the lines of \(try names(choice.heads))\(places)"
      return named
    }
  }

  private func names(_ heads: [CellEvent]) throws -> String {
    Set(try heads.map { try machines.author(of: $0.reference) }).sorted().joined(separator: " and ")
  }

  /// Whole versions, which drop lines that merged cleanly: how many is said.
  private func wholeTexts(besides settling: [Choice]) throws -> [Choice] {
    let shown = Set(text.parts.flatMap(\.alternatives).joined().map(\.bytes).map(Array.init))
    return try text.heads.compactMap { head -> Choice? in
      guard case .text(_, let whole) = head.operation,
        !settling.contains(where: { $0.whole.utf8.elementsEqual(whole.utf8) })
      else { return nil }
      let kept = Set(TextUnit.units(of: whole).map(\.bytes).map(Array.init))
      let gone = shown.subtracting(kept).count
      let what = "all of the text of \(try names([head])): \(gone) \(gone == 1 ? "line goes" : "lines go")"
      return Choice(what: what, whole: whole, heads: [head])
    }
  }

  // MARK: What is shown now

  /// Lines beside what differs that are shown with it; longer stretches are counted.
  private static let context = 2

  func passages() throws -> [OpenConflict.Passage] {
    var (passages, same): ([OpenConflict.Passage], [String]) = ([], [])
    for part in text.parts {
      switch part {
      case .unit(let unit): same.append(String(decoding: unit.bytes, as: UTF8.self))
      case .conflict(let variants):
        passages += shortened(same, atStart: passages.isEmpty)
        same = []
        passages.append(
          .differing(
            try variants.map { variant in
              let names = Set(try variant.authors.map { try machines.author(of: $0) }).sorted()
              return (names, variant.units.map { String(decoding: $0.bytes, as: UTF8.self) })
            }))
      }
    }
    return passages + shortened(same, atEnd: true)
  }

  private func shortened(_ lines: [String], atStart: Bool = false, atEnd: Bool = false) -> [OpenConflict.Passage] {
    let (before, after) = (atStart ? 0 : Self.context, atEnd ? 0 : Self.context)
    let hidden = lines.count - before - after
    guard hidden > 1 else { return lines.isEmpty ? [] : [.same(lines)] }
    let ends = [Array(lines.prefix(before)), Array(lines.suffix(after))]
    return [.same(ends[0]), .omitted(hidden), .same(ends[1])].filter {
      if case .same(let lines) = $0 { !lines.isEmpty } else { true }
    }
  }
}
