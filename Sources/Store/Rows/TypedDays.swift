package import Model
package import Notes

/// Days as a person types them, for this store: counted from its today, in the order of day and month that holds.
extension Store {
  package func dayReader() throws -> TypedDayReader { try read(dayReader) }

  func dayReader(_ session: Session) throws -> TypedDayReader {
    TypedDayReader(today: today, order: try dateOrder(session).order)
  }
}

extension TypedDay {
  /// What it was taken to mean, with what else it could: "Fri 3 Apr (or Wed 4 Mar: afterword when "3/4" tells)".
  package func meaning(of phrase: String, today: Day) -> String {
    var text = DayText.long(moment, today: today)
    if last > day { text += " to " + DayText.long(last, today: today) }
    if let inOtherOrder {
      text += " (or \(DayText.long(inOtherOrder, today: today)): afterword when \"\(phrase)\" tells)"
    }
    if let contradicted { text += " (a \(day.weekday.name), though \"\(contradicted.name)\" stands there)" }
    return text
  }
}
