import ArgumentParser
import Notes

/// What the columns of a job tracker mean, where their names do not tell.
struct ColumnOptions: ParsableArguments {
  @Option(
    name: .customLong("map"), parsing: .singleValue,
    help: ArgumentHelp(
      "What a tracker's column means: \"Betrieb=organisation\"; =ignore leaves it as text. May be given several times.",
      valueName: "column=field"))
  var map: [String] = []

  /// Column names in small letters, and the field of each.
  func columns() throws -> [String: String] {
    var columns: [String: String] = [:]
    for entry in map {
      guard let sign = entry.lastIndex(of: "="), sign != entry.startIndex else {
        throw Failure.usage("--map \"\(entry)\" is not COLUMN=FIELD, such as \"Betrieb=organisation\".")
      }
      let field = String(entry[entry.index(after: sign)...])
      guard NoteReader.columnFields.contains(field) else {
        throw Failure.usage(
          "\"\(field)\" is no field of a tracker. Fields: \(NoteReader.columnFields.joined(separator: ", ")).")
      }
      columns[entry[..<sign].lowercased()] = field
    }
    return columns
  }
}
