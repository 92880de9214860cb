import Merge
import Model

extension View {
  /// What differs, row by row and field by field, in words.
  package func difference(from other: View) -> String {
    let rows = Set(rows.keys).union(other.rows.keys).sorted().filter { self.rows[$0] != other.rows[$0] }
    var lines = rows.prefix(3).map { "\($0): \(Self.difference(self.rows[$0], other.rows[$0]))" }
    if conflicts != other.conflicts { lines.append("conflicts \(conflicts) against \(other.conflicts)") }
    return lines.joined(separator: "; ")
  }

  private static func difference(_ left: RowView?, _ right: RowView?) -> String {
    guard let left, let right else { return left == nil ? "missing against shown" : "shown against missing" }
    var words: [String] = []
    if left.state != right.state { words.append("\(left.state) against \(right.state)") }
    if left.members != right.members { words.append("members \(left.members) against \(right.members)") }
    for field in Set(left.fields.keys).union(right.fields.keys).sorted() where left.fields[field] != right.fields[field]
    {
      words.append("\(field) \(describe(left.fields[field])) against \(describe(right.fields[field]))")
    }
    return words.joined(separator: ", ")
  }

  private static func describe(_ field: FieldView?) -> String {
    switch field {
    case nil: "nothing"
    case .values(let values): values.map { "\($0.content) by \($0.reference.short)" }.joined(separator: " | ")
    case .elements(let elements): elements.joined(separator: ", ")
    case .texts(let texts): texts.map { $0.map(describe).joined(separator: "/") }.joined(separator: " & ")
    }
  }

  private static func describe(_ part: TextPart) -> String {
    switch part {
    case .unit(let unit): unit.text
    case .conflict(let variants):
      "{"
        + variants.map { variant in
          variant.units.map(\.text).joined(separator: "/") + " by "
            + variant.authors.map(\.short).joined(separator: ",")
        }.joined(separator: " | ") + "}"
    }
  }
}

extension Reference {
  fileprivate var short: String { "\(incarnation.description.prefix(12))/\(seq)" }
}

extension TextUnit {
  var text: String { String(decoding: bytes, as: UTF8.self) + (endsLine ? "" : "+") }
}
