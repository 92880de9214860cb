package import Model

/// That something drafted or logged lies outside the period they gave (“Follow up…”, §1).
package enum WindowWarning: Hashable, Sendable, CustomStringConvertible {
  case tooEarly(opens: Day)
  case tooLate(closed: Day)

  package var description: String {
    switch self {
    case .tooEarly(let day): "too early: by the period they gave, ask from \(spoken(day)) on"
    case .tooLate(let day): "too late: the period they gave ended on \(spoken(day))"
    }
  }
}

extension Process {
  /// The period in which a question is welcome: a range as promised; of a single day, as in "within a week", the second half
  /// of the time until then.
  package var periodGiven: (from: Day, to: Day)? {
    guard let promise = theirPromise, let due = promise.due, let end = promise.lastDay else { return nil }
    let from = min(given(promise) ?? due, due)
    return (end > due ? due : from + (end - from) / 2, end)
  }

  /// What is wrong with the day of a contact that asks about the state of the process; nil inside the period, or where
  /// none was given. Thanks are never too early.
  package func windowWarning(on day: Day, purpose: Purpose?) -> WindowWarning? {
    guard let period = periodGiven, purpose == nil || purpose == .status || purpose == .announcedCall else {
      return nil
    }
    if day < period.from { return .tooEarly(opens: period.from) }
    return day > period.to ? .tooLate(closed: period.to) : nil
  }
}
