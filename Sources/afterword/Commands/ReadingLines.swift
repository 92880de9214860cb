import Model
import Notes
import Store

/// A reading for people: every line that something was found in, what was found below it, remarks at the end.
struct ReadingLines {
  private(set) var lines: [StyledText] = []

  private let preview: NotePreview?
  private let isCard: Bool

  /// `preview`: what an import would do to the store at hand.
  init(_ reading: Reading, _ preview: NotePreview? = nil) {
    self.preview = preview
    isCard = reading.container == .vcard
    if let paper = PaperText.of(reading) { lines.append("\(paper, .bold)") }
    lines += Self.because(reading.paperReasons)
    lines.append("\(Self.head(reading), .dim)")
    if let preview { lines.append("\(FateText.of(preview.file), .dim)") }
    if !reading.columns.isEmpty { lines.append("columns: \(reading.columns.map(\.meaning).joined(separator: ", "))") }
    for passage in reading.passages {
      lines.append("\(String(passage.line), .dim)  \(passage.text)")
      for fact in passage.facts { lines += self.lines(fact) + Self.because(reading.reasons[fact.span] ?? []) }
    }
    for remark in reading.remarks {
      lines.append("\(remark.line.map { "line \($0): " } ?? "")\(remark.text, .yellow)")
    }
    if reading.hasOpenOrder { lines.append("\(DateOrderText.of(reading.dateOrder), .yellow)") }
    let count = reading.facts.count { $0.field != .ignore }
    lines.append(
      "\(Count.text(count, "finding")) in \(Count.text(reading.lines.count, "line")); the rest stays as text.")
  }

  private static func because(_ reasons: [String]) -> [StyledText] {
    reasons.isEmpty ? [] : ["        \("because of " + reasons.joined(separator: ", "), .dim)"]
  }

  static func plain(_ reading: Reading) -> [StyledText] {
    reading.facts.filter { $0.field != .ignore }.map {
      "\($0.field.rawValue)\t\($0.interview)\t\($0.value)\t\($0.span.start)\t\($0.span.end)"
    }
  }

  private static func head(_ reading: Reading) -> String {
    let form = "\(reading.container.rawValue), \(reading.encoding.rawValue)"
    guard reading.container.countsFromItsDay || reading.noteDate != .missing else { return form }
    let date =
      switch reading.noteDate {
      case .text(let moment, _): "written \(moment.day) by its text"
      case .name(let moment): "written \(moment.day) by its name"
      case .option(let day): "written \(day) as you say"
      case .missing: "undated"
      }
    let fallback = reading.noteDate == .missing ? "; an import leaves them open unless --on says the day" : ""
    let reference = reading.reference.map { ", days count from \($0)\(fallback)" } ?? ""
    return "\(form), \(date)\(reference)"
  }

  /// A finding and what belongs to it.
  func lines(_ fact: Fact) -> [StyledText] {
    typealias Own = ReadingLines
    let fate = preview.flatMap { FateText.of(fact, in: $0) }.map { "  \("→ " + $0, .green)" } ?? StyledText("")
    var lines: [StyledText] = [Own.line(fact.field.rawValue, fact.value, note: note(fact)) + fate]
    if let answer = fact.answer { lines.append(Own.line("answer", answer.value, note: "")) }
    for (name, part) in [("title", fact.person?.title), ("e-mail", fact.person?.email), ("phone", fact.person?.phone)] {
      if let part { lines.append(Own.line(name, part.value, note: "")) }
    }
    return lines
  }

  private func note(_ fact: Fact) -> String {
    // A card tells of no interview that its person could have led.
    if !fact.isSure { return "perhaps: `import --ask` asks" }
    if let person = fact.person { return isCard && person.role == .interviewer ? "" : person.role.rawValue }
    if let asker = fact.askedBy { return "asked by the \(asker.rawValue)" }
    return fact.alternatives.isEmpty ? "" : "or " + fact.alternatives.joined(separator: ", ")
  }

  private static func line(_ name: String, _ value: String, note: String) -> StyledText {
    "      \(name.padding(to: 20), .cyan)  \(value)\(note.isEmpty ? "" : "  (\(note))", .dim)"
  }
}

/// What becomes of a file and of what is found in it, in words.
enum FateText {
  static func of(_ file: NotePreview.File) -> String {
    switch file {
    case .new: "new to the store"
    case .known: "in the store already: importing it adds nothing"
    case .anew: "in the store already: importing it so updates what it said"
    case .update(let name): "a later version of \(name): importing it updates what that said"
    }
  }

  /// Nil for what is a part of another row, such as the form of an interview.
  static func of(_ fact: Fact, in preview: NotePreview) -> String? {
    guard let kind = kind(fact.field), let fate = preview.fate(of: kind, at: fact.span.start) else { return nil }
    switch fate {
    // A known file adds nothing.
    case .new: return preview.file == .known ? nil : "new " + kind
    case .known: return "known"
    case .matched(let name, let reason): return "known: \(name), \(why(reason))"
    }
  }

  private static func kind(_ field: FactField) -> String? {
    switch field {
    case .organisation: "organisation"
    case .role: "opportunity"
    case .interviewDate: "interview"
    case .person: "person"
    case .commitment, .nextStep, .promisedDate: "promise"
    case .topic, .question, .challenge, .objection, .competition, .missedAccomplishment, .connection: "finding"
    case .stage, .interviewKind, .interviewRound, .compensation, .ignore: nil
    }
  }

  private static func why(_ reason: MatchReason) -> String {
    switch reason {
    case .name: "the same name"
    case .address: "the same mail address"
    case .domain: "the same mail domain"
    case .nameAtOrganisation: "the same name there"
    case .firstNameAtOrganisation: "the only one of that first name there"
    case .role: "the same search"
    case .day: "the same day"
    }
  }
}
