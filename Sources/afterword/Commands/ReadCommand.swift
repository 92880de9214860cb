import ArgumentParser
import Foundation
import Model
import Notes
import Store

struct ReadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read",
    abstract: "Show what an import would find in a note, line by line; changes nothing.",
    discussion: """
      Examples:
        afterword read notes/acme.md
        afterword read notes/acme.md --on 2026-03-05     the day the note was written
        afterword read --json - < notes/acme.md
        afterword read jobs.csv --map "Betrieb=organisation"

      With a store, it also says which people and organisations are known already and why.
      """)

  @Argument(help: ArgumentHelp("The note; - is standard input.", valueName: "file"))
  var file: String
  @Option(name: .long, help: ArgumentHelp("The day the note counts as written.", valueName: "day"))
  var on: String?
  @Flag(name: .long, help: "Say what spoke for each finding.")
  var why = false
  @OptionGroup var dates: DateOptions
  @OptionGroup var columns: ColumnOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var place: StoreOptions

  func run() throws {
    let today = try place.environment().today
    let order = try dates.order(place)
    let days = TypedDayReader(today: today, order: order.order)
    let written = try on.map { try DayArgument.read($0, .past, days, output.console).day }
    let (bytes, name) = try contents()
    var options = ReadingOptions(
      on: written, today: today, near: today, order: order, columns: try columns.columns(), ownNames: try ownNames())
    options.explains = why
    let reading = NoteReader.read(bytes, name: name, options: options)
    let console = output.console
    if output.json { return console.raw(reading.json(name: name) + "\n") }
    if output.plain { return console.print(ReadingLines.plain(reading)) }
    console.page(ReadingLines(reading, try preview(reading, name, bytes)).lines)
  }

  private func ownNames() throws -> [String] {
    let isKept = FileManager.default.fileExists(atPath: try place.environment().storePath)
    return isKept ? try place.open().ownNames() : []
  }

  /// What an import would do to the store; nil where there is none yet.
  private func preview(_ reading: Reading, _ name: String?, _ bytes: [UInt8]) throws -> NotePreview? {
    guard FileManager.default.fileExists(atPath: try place.environment().storePath) else { return nil }
    var options = NotesImportOptions(today: try place.environment().today)
    options.order = dates.order
    options.columns = try columns.columns()
    return try place.look().preview(reading, name: name ?? "standard input", bytes: bytes, options)
  }

  private func contents() throws -> ([UInt8], String?) {
    if file == "-" { return (try StandardInput.bytes(), nil) }
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: file, isDirectory: &isFolder), isFolder.boolValue {
      throw Failure.usage("\(file) is a folder. Name one file; `afterword import` takes folders.")
    }
    var trouble: String?
    let found = NoteFile.whole(below: [file]) { path, why in trouble = "\(path): \(why)." }
    guard let note = found.first else { throw Failure.badInput(trouble ?? "\(file) cannot be read.") }
    do {
      return (try note.bytes(), note.name)
    } catch {
      throw Failure.badInput(error.description)
    }
  }
}
