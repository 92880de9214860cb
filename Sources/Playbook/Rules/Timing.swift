/// The numbers of a rule. Each can be overridden by a setting under its stored name.
package struct Timing: Hashable, Sendable {
  /// Due this long after the anchor.
  package var after: Span?
  /// The last good day, this long after the anchor.
  package var until: Span?
  /// To be done within this time of the anchor; hours give an exact instant where the time of day is known.
  package var within: Span?
  /// Due this long before the anchor.
  package var before: Span?
  /// A cadence: the wished time between two touches.
  package var every: Span?
  /// A cadence: the time between two touches never to exceed.
  package var atMost: Span?
  /// How often, at most.
  package var times: Int?

  package init(
    after: Span? = nil, until: Span? = nil, within: Span? = nil, before: Span? = nil, every: Span? = nil,
    atMost: Span? = nil, times: Int? = nil
  ) {
    self.after = after
    self.until = until
    self.within = within
    self.before = before
    self.every = every
    self.atMost = atMost
    self.times = times
  }

  /// The spans by stored name, in the order they are shown.
  static let spans: [(name: String, path: any WritableKeyPath<Timing, Span?> & Sendable)] = [
    ("after", \.after), ("until", \.until), ("within", \.within), ("before", \.before), ("every", \.every),
    ("at-most", \.atMost),
  ]

  /// The numbers this rule has, by stored name, in written form.
  package var numbers: [(name: String, value: String)] {
    var all = Timing.spans.compactMap { span in self[keyPath: span.path].map { (span.name, $0.description) } }
    if let times { all.append(("times", String(times))) }
    return all
  }

  /// Sets a number by its stored name; false when the rule has no such number or the value cannot be read.
  package mutating func set(_ name: String, _ value: String) -> Bool {
    guard numbers.contains(where: { $0.name == name }) else { return false }
    return setAny(name, value)
  }

  /// Sets a number whether or not the rule had it before.
  mutating func setAny(_ name: String, _ value: String) -> Bool {
    if name == "times" {
      guard let count = Int(value), (0...100).contains(count) else { return false }
      times = count
      return true
    }
    guard let span = Timing.spans.first(where: { $0.name == name }), let length = Span(value) else { return false }
    // Hours count from a time of day, which only "within" knows.
    if case .hours = length, name != "within" { return false }
    // What never comes again, or comes again at once, is no cadence.
    if name == "every" || name == "at-most", length.isNothing { return false }
    self[keyPath: span.path] = length
    return true
  }
}
