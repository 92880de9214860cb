import Foundation
import GRDB
import Merge
import Model

/// Everything that a store shows, as one JSON object that other programs read and `import` takes back:
///
/// `{"afterword": 1, "rows": [{"kind", "id", "fields": {name: value}}]}`, a row a line. Days and moments are ISO text,
/// references `{"kind", "id"}`, sets are lists, a note's bytes are `{"text"}`, or `{"base64"}` where they are no UTF-8. Empty
/// fields are left out. What was deleted, and who changed what when, is in a bundle alone.
package struct StoreText: Sendable {
  /// Goes up when older versions could not read a file any more.
  static let version = 1
  /// How such a file begins.
  static let mark = "{\"afterword\":"

  /// Whether a text begins as a store's does, however its blanks and lines are.
  package static func begins(_ bytes: some Sequence<UInt8>) -> Bool {
    let marks = Array(mark.utf8)
    var place = 0
    for byte in bytes where ![0x20, 0x09, 0x0A, 0x0D].contains(byte) {
      guard byte == marks[place] else { return false }
      place += 1
      if place == marks.count { return true }
    }
    return false
  }

  package let rows: Int
  /// How many fields machines say differently: only what is shown of them is in it.
  package let conflicts: Int
  package let text: String
}

extension Store {
  package func exportText() throws -> StoreText {
    try read { session in
      var writer = StoreTextWriter()
      var count = 0
      for kind in Registry.kinds {
        for row in try session.shownRows(kind).sorted(by: { $0.subject < $1.subject }) where !row.isInternal {
          let bytes = kind.name == Document.kind ? try session.content(of: row.subject, "content") : nil
          writer.add(row, bytes: bytes)
          count += 1
        }
      }
      return StoreText(rows: count, conflicts: session.contested.all.count, text: writer.finished)
    }
  }
}

extension ShownRow {
  /// What a store keeps for itself: the names of its machines.
  fileprivate var isInternal: Bool {
    subject.kind == Setting.kind && string("name").map(SettingInfo.isInternal) ?? false
  }
}

/// Writes JSON by hand: a store of years is some hundred thousand values.
private struct StoreTextWriter {
  private var out = "\(StoreText.mark)\(StoreText.version),\"rows\":["
  private var isFirst = true

  var finished: String { out + "\n]}\n" }

  mutating func add(_ row: ShownRow, bytes: [UInt8]?) {
    out += isFirst ? "\n" : ",\n"
    isFirst = false
    out += "{\"kind\":\"\(row.subject.kind)\",\"id\":\"\(row.subject.id)\",\"fields\":{"
    var separator = ""
    for (field, content) in row.contents where content != .empty {
      guard let value = Self.json(content) else { continue }
      out += separator + "\"\(field.name)\":" + value
      separator = ","
    }
    if let bytes { out += separator + "\"content\":" + Self.json(bytes) }
    out += "}}"
  }

  private static func json(_ content: FieldContent) -> String? {
    switch content {
    case .empty, .value(.unknown), .value(.bytes): nil
    case .text(let text), .value(.string(let text)): quoted(text)
    case .words(let words): "[" + words.sorted().map(quoted).joined(separator: ",") + "]"
    case .value(.integer(let number)): String(number)
    case .value(.boolean(let isSo)): isSo ? "true" : "false"
    case .value(.day(let day)): quoted(day.description)
    case .value(.moment(let moment)): quoted(moment.description)
    case .value(.decimal(let text)): "{\"decimal\":" + quoted(text) + "}"
    case .value(.reference(let subject)): "{\"kind\":\"\(subject.kind)\",\"id\":\"\(subject.id)\"}"
    }
  }

  private static func json(_ bytes: [UInt8]) -> String {
    if let text = String(validating: bytes, as: UTF8.self) { return "{\"text\":" + quoted(text) + "}" }
    return "{\"base64\":\"" + Data(bytes).base64EncodedString() + "\"}"
  }

  /// Characters that steer a terminal are written as escapes, so that the text is safe to look at.
  private static func quoted(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\t": out += "\\t"
      default:
        let category = scalar.properties.generalCategory
        if category == .control || category == .format || category == .lineSeparator || category == .paragraphSeparator
        {
          for unit in String(scalar).utf16 { out += "\\u" + String(UInt32(unit) + 0x10000, radix: 16).suffix(4) }
        } else {
          out.unicodeScalars.append(scalar)
        }
      }
    }
    return out + "\""
  }
}
