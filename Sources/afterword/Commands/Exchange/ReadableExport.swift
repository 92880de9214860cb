import BundleFile
import Formats
import Foundation
import Model
import Store

/// Writes what other programs read: a table, JSON, Markdown, cards, a calendar.
struct ReadableExport {
  let store: Store
  let file: String
  let replace: Bool
  let console: Console

  /// How a report of applications is called.
  private static let applications = "applications"

  func csv(_ list: String?, in days: ClosedRange<Day>?) throws {
    let name = ((file as NSString).lastPathComponent as NSString).deletingPathExtension
    let isOfApplications = list == nil && (file == "-" || name.lowercased() == Self.applications)
    guard let kind = try isOfApplications ? nil : KindName.find(list ?? name) else {
      let table = try store.applications(in: days)
      try write(table.text)
      return say("\(Count.text(table.rows.count, "application")), one a row.")
    }
    if days != nil { throw Failure.usage("--from and --to go with the list of applications: name the file so.") }
    let table = try store.table(kind)
    try write(table.text)
    let noun = table.rows.count == 1 ? kind.name : KindName.plural(kind.name)
    say("\(table.rows.count) \(noun). A cell that a spreadsheet would compute begins with an apostrophe.")
  }

  func json() throws {
    let text = try store.exportText()
    try write(text.text)
    say(
      "\(Count.text(text.rows, "row")), as they are shown now. \(ShellCommand("import", names: [file])) takes it back.")
    if text.conflicts > 0 {
      console.say(
        "\(Count.text(text.conflicts, "conflict")): only what is shown of them is in it. A bundle holds everything.")
    }
  }

  func cards() throws {
    let cards = try store.cards()
    try write(cards.text)
    say("\(cards.people.count == 1 ? "1 person" : "\(cards.people.count) people"), for an address book.")
  }

  func calendar() throws {
    let count = try store.exportCalendar(write)
    say("\(count == 1 ? "1 entry" : "\(count) entries"): interviews, what others set a day for, follow-ups.")
  }

  func markdown(of who: Subject?) throws {
    guard let who else {
      let inside = (try? FileManager.default.contentsOfDirectory(atPath: file)) ?? []
      guard replace || inside.isEmpty else {
        throw Failure.usage("\(file) holds something already. Name another folder, or write into it with --replace.")
      }
      return try vault()
    }
    try write(try store.dossier(of: who, isRedacted: false).markdown)
    say("a dossier.")
  }

  // MARK: files

  private func write(_ text: String) throws {
    guard file == "-" else { return try SafeFile.write(text, to: file, replace: replace) }
    guard console.outputIsTerminal else { return console.raw(text) }
    console.print(Clean.lines(text).map { "\($0)" })
  }

  private func vault() throws {
    var folder = VaultFolder(file)
    let count = try store.exportVault { name, bytes in try folder.write(name, bytes) }
    try folder.finish()
    say("\(Count.text(count, "file")) in a folder, as Obsidian and others open it; your notes are in it as they are.")
    if folder.removed > 0 { console.say("Took away \(Count.text(folder.removed, "file")) of what is no more.") }
    for name in folder.left.prefix(10) {
      console.complain("\("Left:", .yellow) \(name): somebody else wrote or changed it. Move it away to have it anew.")
    }
    if folder.left.count > 10 { console.complain("… and \(folder.left.count - 10) more.") }
  }

  private func say(_ what: StyledText) {
    if file != "-" { console.say("Wrote \(file): " + what + " Only you can read it (0600).") }
  }
}
