import Merge
import Model
package import Notes

extension Store {
  /// The value of a setting; nil where it is not set.
  package func setting(_ name: String) throws -> String? { try read { try $0.setting(name) } }

  /// The user's own names: whoever bears one is no contact.
  package func ownNames() throws -> [String] { try read { try $0.ownNames() } }

  /// The order of day and month in what the user types, and in notes that do not tell it: as asked for, else the setting,
  /// else the locale's.
  package func dateOrder(asked: DayMonthOrder? = nil) throws -> DateOrder {
    try asked.map { DateOrder($0, .asked) } ?? read(dateOrder)
  }

  func dateOrder(_ session: Session) throws -> DateOrder {
    let value = try session.setting(SettingName.dateOrder)
    return value.flatMap { DayMonthOrder(rawValue: $0) }.map { DateOrder($0, .setting) } ?? environment.dateOrder
  }

  /// Reads what is typed for fields.
  func fieldReader(_ session: Session, _ resolver: NameResolver) throws -> FieldReader {
    FieldReader(resolver: resolver, days: try dayReader(session))
  }
}

extension Session {
  /// The user's name, as letters are signed with it; none where it is not set.
  func ownNames() throws -> [String] { [try setting("name")].compactMap(\.self) }

  /// The value of a setting; nil where it is not set.
  func setting(_ name: String) throws -> String? { try record(Setting.self, StableID.setting(name))?.value }
}

extension Setting {
  /// The row of the setting of this name, the same everywhere.
  static func subject(_ name: String) -> Subject { Subject(kind: kind, id: StableID.setting(name)) }

  /// The changes that set it where it was not set before.
  static func writes(_ name: String, _ value: String) -> [CellWrite] {
    [("name", name), ("value", value)].map { field, text in
      CellWrite(subject(name), field, .set(.string(text)), shown: .everything)
    }
  }
}
