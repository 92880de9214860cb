import Foundation
import MarkedPapers
import Model
import Notes
import Scorer

/// Annotated papers of a folder, in the order of their files.
enum PaperFolder {
  static func papers(_ folder: String, sets: Set<String>?) throws -> [MarkedPaper] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".marked") }.sorted()
    return try names.flatMap { name in
      let text = try String(contentsOfFile: folder + "/" + name, encoding: .utf8)
      return try MarkedPaper.papers(of: text, named: name).filter { sets?.contains($0.set) ?? true }
    }
  }
}

extension MarkedPaper {
  /// The paper as the program reads it.
  func reading(_ scorer: Scorer?) -> Reading {
    var options = ReadingOptions(on: day)
    options.scorer = scorer
    return NoteReader.read(Array(text.utf8), name: nil, options: options)
  }

  /// The stretches of a field, further namings too.
  var stretches: [(field: String, value: String?, start: Int, end: Int)] {
    marks.compactMap { mark in
      let field = mark.tag == "a" ? "question.answer" : Mark.fields[mark.tag] ?? "person." + mark.tag
      return field == "ignore" ? nil : (field, mark.value, mark.start, mark.end)
    }
  }
}
