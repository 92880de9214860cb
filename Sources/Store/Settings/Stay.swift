import Foundation
import Model

/// Days that the user spends in another time zone; stored as `2026-03-08..2026-03-12 America/New_York`.
struct Stay: Hashable, Sendable {
  let days: ClosedRange<Day>
  let zone: TimeZone

  /// Reads the stored form.
  init?(_ text: String) {
    let halves = text.split(separator: " ", maxSplits: 1).map(String.init)
    guard halves.count == 2, let zone = TimeZone(identifier: halves[1]) else { return nil }
    let ends = halves[0].components(separatedBy: "..").compactMap { Day($0) }
    guard ends.count == 2, ends[0] <= ends[1] else { return nil }
    (days, self.zone) = (ends[0]...ends[1], zone)
  }
}

extension SettingCheck {
  /// A journey as it is typed, "8 march..12 march New York", in the stored form.
  ///
  /// - Throws: `RequestError` where the days or the zone cannot be read.
  func stay(_ text: String, _ name: String) throws(RequestError) -> String {
    let wrong = RequestError.badValue(
      field: name, value: text, expected: "days and a zone, such as 2026-03-08..2026-03-12 America/New_York")
    guard let dots = text.range(of: "..") else { throw wrong }
    let words = text[dots.upperBound...].split(separator: " ").map(String.init)
    // The zone is what stands last and names one; a city may have two words.
    for count in 1..<max(2, words.count) {
      guard let zone = Self.zone(words.suffix(words.count - count).joined(separator: " ")) else { continue }
      // A journey may have begun already.
      let first = try day(String(text[..<dots.lowerBound]), name, .nearest)
      let last = try day(words.prefix(count).joined(separator: " "), name)
      guard first <= last else { throw wrong }
      return "\(first)..\(last) \(zone)"
    }
    throw wrong
  }
}
