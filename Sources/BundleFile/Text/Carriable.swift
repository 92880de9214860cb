package import Merge
import Model

/// What a bundle can carry. The door that writes changes asks first, so that every store can be exported.
package enum Carriable {
  /// Throws `notWritable` where no bundle could carry a transaction of these changes.
  package static func check(command: String, batch: String, context: [Reference], changes: [Change]) throws {
    guard !changes.isEmpty else { throw refusal("a transaction without changes") }
    guard changes.count <= Limits.changesOfTransaction else { throw refusal("more changes than one command may make") }
    guard command.utf8.count <= Limits.commandBytes, batch.utf8.count <= Limits.commandBytes else {
      throw refusal("a command's text is longer than \(Limits.commandBytes) bytes")
    }
    try check(context)
    var weight = 0
    try changes.withUnsafeBufferPointer { changes in
      for index in changes.indices {
        // A name that has just been checked need not be again.
        if index == 0 || !haveSameBytes(changes[index].subject.kind, changes[index - 1].subject.kind) {
          try check(kind: changes[index].subject.kind)
        }
        try check(changes[index])
        weight += changes[index].weight
      }
    }
    guard weight <= Limits.transactionWeight else {
      throw refusal("one command's changes hold more than \(Limits.transactionWeight >> 20) MiB")
    }
  }

  private static func check(kind: String) throws {
    try check(name: kind)
    guard !Letters.lines.contains(kind) else { throw refusal("“\(kind)” cannot be a kind's name") }
  }

  private static func check(_ change: Change) throws {
    try check(name: change.field)
    try check(change.keep)
    switch change.operation {
    case .set(let value): try check(value)
    case .clear, .delete, .undelete: break
    case .add(let element), .remove(let element): try check(inline: element)
    case .text(let bases, _): try check(bases)
    case .restore(let dots, let element, let bases):
      try check(inline: element)
      try check(dots)
      try check(bases)
    case .forget(let changes, let transactions):
      try check(changes)
      try check(transactions)
    case .erased(let bases): try check(bases)
    case .unknown(let name, let payload):
      try check(name: name)
      try check(inline: payload)
      guard !Letters.operations.contains(name), JSONCursor.isPayload(payload) else {
        throw refusal("the unknown operation “\(name)” is not in canonical form")
      }
    }
  }

  private static func check(_ value: Value) throws {
    switch value {
    case .integer(let number) where number.magnitude > UInt(Limits.integerMagnitude):
      throw refusal("the number \(number) is beyond 2^53 - 1")
    case .decimal(let digits) where !isDecimal(digits): throw refusal("“\(digits.prefix(40))” is not a decimal number")
    case .moment(let moment) where Moment(moment.description) != moment:
      throw refusal("a moment's zone is not a zone's name")
    case .reference(let subject): try check(kind: subject.kind)
    case .unknown(let tag, let json):
      try check(name: tag)
      try check(inline: json)
      guard !Letters.tags.contains(tag), JSONCursor.isCanonical(json) else {
        throw refusal("the unknown value “\(tag)” is not in canonical form")
      }
    default: break
    }
  }

  /// An optional minus, digits, and perhaps a point and more digits; at most 64 bytes.
  static func isDecimal(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard (1...64).contains(bytes.count) else { return false }
    let digits = bytes.first == UInt8(ascii: "-") ? bytes.dropFirst() : bytes[...]
    let halves = digits.split(separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
    return halves.allSatisfy { !$0.isEmpty && $0.allSatisfy { (0x30...0x39).contains($0) } }
  }

  private static func check(name: String) throws {
    guard (1...Limits.nameBytes).contains(name.utf8.count) else {
      throw refusal("the name “\(name.prefix(40))” is empty or longer than \(Limits.nameBytes) bytes")
    }
  }

  private static func check(inline text: String) throws {
    guard text.utf8.count <= Limits.inlineStringBytes else {
      throw refusal("an element or payload is longer than \(Limits.inlineStringBytes) bytes")
    }
  }

  private static func check(_ references: [Reference]) throws {
    guard references.count <= Limits.referencesOfList else {
      throw refusal("a list of more than \(Limits.referencesOfList) references")
    }
  }

  private static func refusal(_ what: String) -> BundleError { .notWritable(what: what) }
}
