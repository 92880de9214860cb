import BundleFile
import Foundation
import Model

/// A store's text as JSON has it.
struct StoreTextFile: Decodable {
  struct Row: Decodable {
    let kind: String
    let id: String
    let fields: [String: Field]

    /// About as many bytes as it has in a change log.
    var weight: Int { fields.reduce(64) { $0 + $1.key.utf8.count + $1.value.weight } }

    /// The fields of a kind; what is no field of it, or of another type, is counted.
    func contents(_ kind: KindInfo, _ unknown: inout Int) -> [(FieldInfo, FieldContent)] {
      let known = kind.fields.compactMap { field in
        fields[field.name].flatMap { $0.content(field) }.map { (field, $0) }
      }
      unknown += fields.count - known.count
      return known
    }
  }

  enum Field: Decodable {
    case flag(Bool)
    case number(Int)
    case text(String)
    case list([String])
    case object([String: String])

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let flag = try? container.decode(Bool.self) {
        self = .flag(flag)
      } else if let number = try? container.decode(Int.self) {
        self = .number(number)
      } else if let text = try? container.decode(String.self) {
        self = .text(text)
      } else if let list = try? container.decode([String].self) {
        self = .list(list)
      } else {
        self = .object(try container.decode([String: String].self))
      }
    }

    var weight: Int {
      switch self {
      case .flag, .number: 8
      case .text(let text): text.utf8.count
      case .list(let words): words.reduce(0) { $0 + $1.utf8.count + 32 }
      case .object(let parts): parts.values.reduce(0) { $0 + $1.utf8.count }
      }
    }

    /// Nil where it does not fit the field.
    func content(_ field: FieldInfo) -> FieldContent? {
      switch (field.rule, self) {
      case (.set, .list(let words)):
        words.isEmpty || words.contains { $0.utf8.count > Limits.inlineStringBytes } ? nil : .words(Set(words))
      case (.text, .text(let text)): .text(text)
      case (.register, _): value(field.type).map(FieldContent.value)
      default: nil
      }
    }

    private func value(_ type: FieldType) -> Value? {
      switch (type, self) {
      case (.string, .text(let text)): .string(text)
      case (.choice(let words), .text(let text)): words.contains(text) ? .string(text) : nil
      case (.integer, .number(let number)): number.magnitude < 1 << 53 ? .integer(number) : nil
      case (.boolean, .flag(let isSo)): .boolean(isSo)
      case (.day, .text(let text)): Day(text).map(Value.day)
      case (.moment, .text(let text)): Moment(text).map(Value.moment)
      case (.bytes, .object(let parts)): bytes(parts).map(Value.bytes)
      case (.reference(let target), .object(let parts)): reference(parts, target).map(Value.reference)
      default: nil
      }
    }

    private func bytes(_ parts: [String: String]) -> [UInt8]? {
      parts["text"].map { Array($0.utf8) } ?? parts["base64"].flatMap { Data(base64Encoded: $0) }.map { Array($0) }
    }

    /// - Parameter target: the kind that it must be of; empty for any.
    private func reference(_ parts: [String: String], _ target: String) -> Subject? {
      guard let kind = parts["kind"], let id = parts["id"].flatMap({ RowID($0) }), target.isEmpty || target == kind,
        Registry.kind(kind) != nil
      else { return nil }
      return Subject(kind: kind, id: id)
    }
  }

  let afterword: Int
  let rows: [Row]

  /// The rows in order, cut so that none but a single row is heavier than asked for.
  func batches(rows most: Int, weight limit: Int) -> [ArraySlice<Row>] {
    var batches: [ArraySlice<Row>] = []
    var (start, weight) = (0, 0)
    for index in rows.indices {
      let own = rows[index].weight
      if index > start, index - start >= most || weight + own > limit {
        batches.append(rows[start..<index])
        (start, weight) = (index, 0)
      }
      weight += own
    }
    return start < rows.count ? batches + [rows[start...]] : batches
  }
}
