/// An oracle found a fault.
package struct Violation: Error, CustomStringConvertible {
  /// Which law was broken; equal for equal faults.
  package let law: String
  package let detail: String

  package init(law: String, detail: String) {
    self.law = law
    self.detail = detail
  }

  package var description: String { detail.isEmpty ? law : law + ": " + detail }
}

/// Throws a `Violation` unless the condition holds.
package func expect(_ condition: Bool, _ law: String, _ detail: @autoclosure () -> String = "") throws {
  guard !condition else { return }
  throw Violation(law: law, detail: String(detail().prefix(2_000)))
}
