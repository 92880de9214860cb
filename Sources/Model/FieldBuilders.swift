/// The constructors that a kind's field list is written with.
extension Field {
  typealias Path<V> = WritableKeyPath<R, V> & Sendable

  /// A field of type `V` by a pair of conversions; `nil` content is `.empty`.
  private init<V>(
    _ name: String, _ path: any Path<V?>, _ type: FieldType, parent: Bool = false, blob: Bool = false,
    tense: Tense = .nearest, wrap: @escaping @Sendable (V) -> Value, unwrap: @escaping @Sendable (Value) -> V?
  ) {
    info = FieldInfo(name: name, rule: .register, type: type, isParent: parent, isBlob: blob, tense: tense)
    read = { record in record[keyPath: path].map { .value(wrap($0)) } ?? .empty }
    write = { record, content in
      switch content {
      case .empty: record[keyPath: path] = nil
      case .value(let value):
        guard let unwrapped = unwrap(value) else { return false }
        record[keyPath: path] = unwrapped
      default: return false
      }
      return true
    }
  }

  static func string(_ name: String, _ path: any Path<String?>) -> Field {
    Field(name, path, .string, wrap: Value.string) { if case .string(let text) = $0 { text } else { nil } }
  }

  static func integer(_ name: String, _ path: any Path<Int?>) -> Field {
    Field(name, path, .integer, wrap: Value.integer) { if case .integer(let number) = $0 { number } else { nil } }
  }

  static func boolean(_ name: String, _ path: any Path<Bool?>) -> Field {
    Field(name, path, .boolean, wrap: Value.boolean) { if case .boolean(let flag) = $0 { flag } else { nil } }
  }

  /// - Parameter tense: on which side of today such days lie, for those typed without their year or week.
  static func day(_ name: String, _ path: any Path<Day?>, _ tense: Tense) -> Field {
    Field(name, path, .day, tense: tense, wrap: Value.day) { if case .day(let day) = $0 { day } else { nil } }
  }

  /// - Parameter tense: as for days.
  static func moment(_ name: String, _ path: any Path<Moment?>, _ tense: Tense) -> Field {
    Field(name, path, .moment, tense: tense, wrap: Value.moment) {
      if case .moment(let moment) = $0 { moment } else { nil }
    }
  }

  /// Contents kept in the log only.
  static func blob(_ name: String, _ path: any Path<[UInt8]?>) -> Field {
    Field(name, path, .bytes, blob: true, wrap: Value.bytes) { if case .bytes(let bytes) = $0 { bytes } else { nil } }
  }

  /// One word of a fixed vocabulary. A word of a newer version reads as empty and stays in the log.
  static func choice<C: RawRepresentable<String> & CaseIterable & Sendable>(
    _ name: String, _ path: any Path<C?>
  ) -> Field {
    Field(name, path, .choice(C.allCases.map(\.rawValue)), wrap: { .string($0.rawValue) }) {
      if case .string(let word) = $0 { C(rawValue: word) } else { nil }
    }
  }

  static func reference<K: Record>(_ name: String, _ path: any Path<RowID?>, to kind: K.Type, parent: Bool = false)
    -> Field
  {
    Field(name, path, .reference(to: K.kind), parent: parent) {
      .reference(Subject(kind: K.kind, id: $0))
    } unwrap: {
      if case .reference(let subject) = $0, subject.kind == K.kind { subject.id } else { nil }
    }
  }

  /// A reference to a row of any kind.
  static func subject(_ name: String, _ path: any Path<Subject?>) -> Field {
    Field(name, path, .reference(to: ""), wrap: Value.reference) {
      if case .reference(let subject) = $0 { subject } else { nil }
    }
  }

  static func text(_ name: String, _ path: any Path<String>) -> Field {
    Field(
      info: FieldInfo(name: name, rule: .text, type: .text, isParent: false, isBlob: false),
      read: { record in record[keyPath: path].isEmpty ? .empty : .text(record[keyPath: path]) },
      write: { record, content in
        switch content {
        case .empty: record[keyPath: path] = ""
        case .text(let text): record[keyPath: path] = text
        default: return false
        }
        return true
      })
  }

  static func words(_ name: String, _ path: any Path<Set<String>>) -> Field {
    Field(
      info: FieldInfo(name: name, rule: .set, type: .words, isParent: false, isBlob: false),
      read: { record in record[keyPath: path].isEmpty ? .empty : .words(record[keyPath: path]) },
      write: { record, content in
        switch content {
        case .empty: record[keyPath: path] = []
        case .words(let words): record[keyPath: path] = words
        default: return false
        }
        return true
      })
  }
}
