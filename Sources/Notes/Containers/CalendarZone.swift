/// Names of time zones in calendars.
package enum CalendarZone {
  /// "Europe/Berlin" for "W. Europe Standard Time", as Windows calls it; others as they are.
  package static func standard(_ name: String) -> String { ofWindows[name] ?? name }

  private static let ofWindows: [String: String] = Dictionary(
    WordFile(.zones).sections.flatMap(\.lines).compactMap { line in
      let parts = line.split(separator: "=").map(String.init)
      return parts.count == 2 ? (parts[0], parts[1]) : nil
    }, uniquingKeysWith: { first, _ in first })
}
