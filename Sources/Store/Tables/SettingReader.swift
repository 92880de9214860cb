import Model
package import Notes

extension Store {
  /// The value of a setting; nil where it is not set.
  package func setting(_ name: String) throws -> String? { try one(Setting.self, StableID.setting(name))?.value }

  /// The order of day and month in what the user types, and in notes that do not tell it: as asked for, else the setting,
  /// else the locale's.
  package func dateOrder(asked: DayMonthOrder? = nil) throws -> DateOrder {
    try asked.map { DateOrder($0, .asked) } ?? read(dateOrder)
  }

  func dateOrder(_ session: Session) throws -> DateOrder {
    let value = try session.record(Setting.self, StableID.setting(SettingName.dateOrder))?.value
    return value.flatMap { DayMonthOrder(rawValue: $0) }.map { DateOrder($0, .setting) } ?? environment.dateOrder
  }

  /// Reads what is typed for fields.
  func fieldReader(_ session: Session, _ resolver: NameResolver) throws -> FieldReader {
    FieldReader(resolver: resolver, today: today, order: try dateOrder(session).order)
  }
}
