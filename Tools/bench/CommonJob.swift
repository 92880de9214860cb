import Foundation
import Model
import SeededNumbers

/// The peers' common job: 10,000 rows of 8 text columns; one machine makes 100,000 field edits, another 1,000 of the same
/// cells at the same time.
struct CommonJob {
  struct Edit {
    let row: RowID
    /// Index into `fields`.
    let field: Int
    let value: String
  }

  /// Eight text fields of one kind.
  static let fields = ["name", "title", "email", "phone", "address", "profile", "time_zone", "how_met"]
  private static let columns = ["name", "title", "status", "city", "url", "salary", "source", "next_step"]

  var rows: [(id: RowID, values: [String])] = []
  var edits: [Edit] = []
  var rivals: [Edit] = []

  /// Reads `base.jsonl`, `a.jsonl` and `b.jsonl` of a folder.
  init(folder: String) throws {
    for line in try Self.lines(folder + "/base.jsonl") {
      let values = Self.columns.map { line[$0] ?? "" }
      if let id = Self.id(line["id"]) { rows.append((id, values)) }
    }
    edits = try Self.lines(folder + "/a.jsonl").compactMap(Self.edit)
    rivals = try Self.lines(folder + "/b.jsonl").compactMap(Self.edit)
  }

  private static func lines(_ path: String) throws -> [[String: String]] {
    let data = try Data(contentsOf: URL(fileURLWithPath: path))
    return try data.split(separator: 0x0A).map { try JSONDecoder().decode([String: String].self, from: Data($0)) }
  }

  private static func edit(_ line: [String: String]) -> Edit? {
    guard let id = id(line["id"]), let field = columns.firstIndex(of: line["field"] ?? ""), let value = line["value"]
    else {
      return nil
    }
    return Edit(row: id, field: field, value: value)
  }

  private static func id(_ text: String?) -> RowID? { text.flatMap { RowID($0.filter { $0 != "-" }) } }

  /// The same shape from a seed, for machines without the peers' files.
  init(rows count: Int, edits editCount: Int, seed: UInt64) {
    var random = SplitMix(seed: seed)
    let words = [
      "acme", "globex", "interview", "offer", "rejected", "applied", "remote", "berlin", "senior", "engineer",
    ]
    func value() -> String {
      (0..<Int.random(in: 1...4, using: &random)).map { _ in words.randomElement(using: &random) ?? "" }
        .joined(separator: " ")
    }
    for _ in 0..<count {
      rows.append((RowID(high: random.next(), low: random.next()), Self.fields.map { _ in value() }))
    }
    for index in 0..<editCount {
      let row = rows[Int.random(in: 0..<count, using: &random)].id
      let field = Int.random(in: 0..<Self.fields.count, using: &random)
      edits.append(Edit(row: row, field: field, value: value() + " a\(index)"))
    }
    rivals = edits.shuffled(using: &random).prefix(editCount / 100).map {
      Edit(row: $0.row, field: $0.field, value: value() + " b")
    }
  }
}
