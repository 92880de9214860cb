/// What a column of applications may hold.
enum ColumnKind: Hashable, Sendable {
  case organisation, role, stage
  /// The day on which one applied.
  case applied
  /// The day of the word that the row's status tells: "Response date", "Absage am".
  case answered
  /// A day of something else, as when the advert was saved: no interview's.
  case otherDay
  /// Days of interviews: "Onsite", "2nd round", "Gespräch".
  case interview
  /// A day whose meaning the rest of the table decides: "Date".
  case day
  case promised
  /// Serial numbers, links, places, yes or no: nothing to record.
  case ignore
  /// As a label of that name.
  case rubric(Rubric)

  /// Those that are called by what their days are of, but not of interviews.
  var isDayBeside: Bool { self == .applied || self == .answered || self == .otherDay }
}

/// What trackers call their columns.
enum ColumnNames {
  static func kind(_ name: String) -> ColumnKind? { exact[name] }

  /// A word that decides beside others: "Rejected on", "Date of application".
  static func hint(_ name: String) -> ColumnKind? {
    let words = Set(StageMatcher.words(name))
    return hints.first { !words.isDisjoint(with: $0.words) }?.kind
  }

  private static let file = WordFile(.columns)

  private static let hints: [(words: Set<String>, kind: ColumnKind)] = file.sections.compactMap { name, lines in
    guard name.hasSuffix(" hint"), let kind = ColumnKind(String(name.dropLast(5))) else { return nil }
    return (Set(lines), kind)
  }

  private static let exact: [String: ColumnKind] = {
    var out = [String: ColumnKind]()
    for (name, lines) in file.sections {
      guard let kind = ColumnKind(name) else { continue }
      for line in lines { out[line] = kind }
    }
    return out
  }()
}

extension ColumnKind {
  /// By the name of its section in the list.
  fileprivate init?(_ name: String) {
    switch name {
    case "organisation": self = .organisation
    case "role": self = .role
    case "stage": self = .stage
    case "applied": self = .applied
    case "answered": self = .answered
    case "otherDay": self = .otherDay
    case "interview": self = .interview
    case "day": self = .day
    case "promised": self = .promised
    case "ignore": self = .ignore
    default:
      guard let rubric = Rubric(rawValue: name) else { return nil }
      self = .rubric(rubric)
    }
  }
}
