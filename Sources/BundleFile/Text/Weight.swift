package import Merge
import Model

extension Change {
  /// About how many bytes this change takes, from its content alone, so that where a transaction is cut into parts does
  /// not depend on what was written before it.
  package var weight: Int {
    24 + subject.kind.utf8.count + field.utf8.count + operation.weight + keep.count * 24
  }
}

extension Operation {
  fileprivate var weight: Int {
    switch self {
    case .set(let value): value.weight
    case .clear, .delete, .undelete: 0
    case .add(let element), .remove(let element): element.utf8.count
    case .text(let bases, let whole): bases.count * 24 + whole.utf8.count
    case .restore(let dots, let element, let bases): (dots.count + bases.count) * 24 + element.utf8.count
    case .forget(let changes, let transactions): (changes.count + transactions.count) * 24
    case .erased(let bases): bases.count * 24
    case .unknown(let name, let payload): name.utf8.count + payload.utf8.count
    }
  }
}

extension Value {
  fileprivate var weight: Int {
    switch self {
    case .string(let text), .decimal(let text): text.utf8.count
    case .integer, .boolean, .day: 8
    case .moment(let moment): 16 + (moment.zone?.utf8.count ?? 0)
    case .reference(let subject): 24 + subject.kind.utf8.count
    case .bytes(let content): content.count
    case .unknown(let tag, let json): tag.utf8.count + json.utf8.count
    }
  }
}
