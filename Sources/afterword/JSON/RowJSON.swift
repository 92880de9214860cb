import Model
import Store

/// A row in JSON: `{"id", "kind", "title", "state", "fields": {name: value}}`. Days and moments are ISO text, references are
/// `{"id", "kind"}`, sets are lists; empty fields are left out. A text that two machines changed differently is
/// `{"parts": [{"text"} | {"variants": [{"text", "machine", "time"}]}]}`. `state` is `alive`, `contested`, `kept` or `deleted`.
struct RowJSON: Encodable {
  let id: String
  let kind: String
  let title: String
  let state: String
  let fields: [String: FieldJSON]

  init(_ row: ShownRow, title: String, contested: [String: [ShownPart]]) {
    id = row.subject.id.description
    kind = row.subject.kind
    self.title = title
    state = row.isShown ? String(describing: row.state) : "deleted"
    let filled = row.contents.filter { $0.content != .empty }
    fields = Dictionary(
      filled.map { ($0.field.name, FieldJSON(content: $0.content, parts: contested[$0.field.name])) }
    ) { first, _ in first }
  }
}

/// A field's content in JSON.
struct FieldJSON: Encodable {
  let content: FieldContent
  /// Of a contested text; nil for all else.
  let parts: [ShownPart]?

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if let parts { return try container.encode(["parts": parts.map(PartJSON.init)]) }
    switch content {
    case .empty: try container.encodeNil()
    case .words(let words): try container.encode(words.sorted())
    case .text(let text): try container.encode(text)
    case .value(let value): try encode(value, &container)
    }
  }

  private func encode(_ value: Value, _ container: inout any SingleValueEncodingContainer) throws {
    switch value {
    case .string(let text), .decimal(let text): try container.encode(text)
    case .integer(let number): try container.encode(number)
    case .boolean(let flag): try container.encode(flag)
    case .day(let day): try container.encode(day.description)
    case .moment(let moment): try container.encode(moment.description)
    case .reference(let subject): try container.encode(SubjectJSON(subject))
    case .bytes(let bytes): try container.encode(bytes.count)
    case .unknown(let tag, let json): try container.encode(["tag": tag, "json": json])
    }
  }
}

/// A part of a contested text.
private struct PartJSON: Encodable {
  struct Variant: Encodable, Equatable {
    let text: String
    let machine: String
    let time: String
  }

  @Nullable var text: String?
  @Nullable var variants: [Variant]?

  init(_ part: ShownPart) {
    switch part {
    case .text(let agreed): (text, variants) = (agreed, nil)
    case .variants(let all):
      (text, variants) = (nil, all.map { Variant(text: $0.text, machine: $0.machine, time: WallTime.iso($0.wall)) })
    }
  }
}

/// A row by its identity: `{"id", "kind"}`.
struct SubjectJSON: Encodable {
  let id: String
  let kind: String

  init(_ subject: Subject) {
    id = subject.id.description
    kind = subject.kind
  }
}
