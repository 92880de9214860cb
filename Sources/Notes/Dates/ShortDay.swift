import Model

/// The short forms that only an argument has; in running text they would be anything: `3d`, `+2w`, `5b`, "fortnight",
/// "15th".
enum ShortDay: Equatable {
  enum Unit { case day, businessDay, week, month, year }

  /// So many units from today; back or ahead where a sign says so.
  case away(Int, Unit, isBack: Bool?)
  case ofMonth(Int)

  init?(_ phrase: String) {
    let text = phrase.lowercased()
    if ["fortnight", "a fortnight", "1 fortnight"].contains(text) {
      self = .away(2, .week, isBack: nil)
      return
    }
    let sign = text.first.flatMap { $0 == "+" ? false : $0 == "-" ? true : nil }
    let body = sign == nil ? text[...] : text.dropFirst()
    let digits = body.prefix { ("0"..."9").contains($0) }
    guard (1...4).contains(digits.count), let count = Int(digits) else { return nil }
    let rest = body.dropFirst(digits.count)
    if let unit = ShortDay.units[String(rest)] {
      self = .away(count, unit, isBack: sign)
    } else if sign == nil, ["st", "nd", "rd", "th"].contains(rest), (1...31).contains(count) {
      self = .ofMonth(count)
    } else {
      return nil
    }
  }

  private static let units: [String: Unit] = ["d": .day, "b": .businessDay, "w": .week, "m": .month, "y": .year]
}

extension Day {
  func adding(_ count: Int, _ unit: ShortDay.Unit, isBack: Bool) -> Day {
    let signed = isBack ? -count : count
    return switch unit {
    case .day: self + signed
    case .businessDay: adding(businessDays: signed)
    case .week: self + 7 * signed
    case .month: adding(months: signed)
    case .year: adding(months: 12 * signed)
    }
  }
}
