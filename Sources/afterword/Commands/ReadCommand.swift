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
      """)

  @Argument(help: ArgumentHelp("The note; - is standard input.", valueName: "file"))
  var file: String
  @Option(name: .long, help: ArgumentHelp("The day the note counts as written.", valueName: "day"))
  var on: String?
  @Flag(name: .customLong("month-first"), help: "Read 3/4/2026 as the fourth of March.")
  var monthFirst = false
  @OptionGroup var output: OutputOptions
  @OptionGroup var place: StoreOptions

  func run() throws {
    let today = try place.environment().today
    let written = try on.map { try DayArgument.day($0, from: today) }
    let (bytes, name) = try contents()
    let reading = NoteReader.read(
      bytes, name: name,
      options: ReadingOptions(on: written, today: today, order: monthFirst ? .monthFirst : .unknown))
    let console = output.console
    if output.json { return console.raw(reading.json(name: name) + "\n") }
    if output.plain { return console.print(ReadingLines.plain(reading)) }
    console.page(ReadingLines(reading).lines)
  }

  private func contents() throws -> ([UInt8], String?) {
    if file == "-" { return (try StandardInput.bytes(), nil) }
    var trouble: String?
    let found = NoteFile.files(below: [file]) { path, why in trouble = "\(path): \(why)." }
    if let trouble { throw Failure.badInput(trouble) }
    guard let note = found.first, found.count == 1 else {
      throw Failure.usage("\(file) is a folder. Name one file; `afterword import` takes folders.")
    }
    do {
      return (try note.bytes(), note.name)
    } catch {
      throw Failure.badInput(error.description)
    }
  }
}

/// A reading for people: every line that something was found in, what was found below it, remarks at the end.
private struct ReadingLines {
  private(set) var lines: [StyledText] = []

  init(_ reading: Reading) {
    lines.append("\(Self.head(reading), .dim)")
    for (number, line) in reading.lines.enumerated() {
      let facts = reading.facts.filter {
        $0.field != .ignore && line.span.start <= $0.span.start && $0.span.start < line.span.end
      }
      guard !facts.isEmpty else { continue }
      lines.append("\(String(number + 1), .dim)  \(reading.text(line.span))")
      for fact in facts { lines += Self.lines(fact) }
    }
    for remark in reading.remarks {
      lines.append("\(remark.line.map { "line \($0): " } ?? "")\(remark.text, .yellow)")
    }
    let count = reading.facts.count { $0.field != .ignore }
    lines.append("\(count) findings in \(reading.lines.count) lines; the rest stays as text.")
  }

  static func plain(_ reading: Reading) -> [StyledText] {
    reading.facts.filter { $0.field != .ignore }.map {
      "\($0.field.rawValue)\t\($0.interview)\t\($0.value)\t\($0.span.start)\t\($0.span.end)"
    }
  }

  private static func head(_ reading: Reading) -> String {
    let date =
      switch reading.noteDate {
      case .text(let moment, _): "written \(moment.day) by its text"
      case .name(let moment): "written \(moment.day) by its name"
      case .option(let day): "written \(day) as you say"
      case .missing: "undated"
      }
    let reference = reading.reference.map { ", days count from \($0)" } ?? ""
    return "\(reading.container.rawValue), \(reading.encoding.rawValue), \(date)\(reference)"
  }

  private static func lines(_ fact: Fact) -> [StyledText] {
    var lines: [StyledText] = [line(fact.field.rawValue, fact.value, note: note(fact))]
    if let answer = fact.answer { lines.append(line("answer", answer.value, note: "")) }
    for (name, part) in [("title", fact.person?.title), ("e-mail", fact.person?.email), ("phone", fact.person?.phone)] {
      if let part { lines.append(line(name, part.value, note: "")) }
    }
    return lines
  }

  private static func note(_ fact: Fact) -> String {
    if let person = fact.person { return person.role.rawValue }
    if let asker = fact.askedBy { return "asked by the \(asker.rawValue)" }
    return fact.alternatives.isEmpty ? "" : "or " + fact.alternatives.joined(separator: ", ")
  }

  private static func line(_ name: String, _ value: String, note: String) -> StyledText {
    "      \(name.padding(to: 20), .cyan)  \(value)\(note.isEmpty ? "" : "  (\(note))", .dim)"
  }
}
