import Foundation
import Merge
import Model
import Testing

@testable import Store

/// Somebody who is to be forgotten, and where words that identify them may be left.
enum Canary {
  /// What identifies who is forgotten: none of it may stand anywhere.
  private static let words = ["Zebulon", "Quillfeather", "zq@borealis.example", "1234567", "Hüttenberg"]

  static func quotes(_ bytes: some Sequence<UInt8>) -> [String] {
    let text = String(decoding: Array(bytes), as: UTF8.self).lowercased()
    return words.filter { text.contains($0.lowercased()) }
  }

  /// Words that are left in the files of a store.
  static func left(in laptop: Laptop) -> [String] {
    ["", "-wal", "-shm"].flatMap { suffix in
      quotes(FileManager.default.contents(atPath: laptop.store.path + suffix) ?? Data()).map { $0 + suffix }
    }
  }

  /// Words that a bundle of all that a store holds would carry, in whatever form the file has.
  static func leftInBundle(of laptop: Laptop) throws -> [String] {
    var left: [String] = []
    try laptop.store.send { transaction in
      left += quotes("\(transaction)".utf8)
      for case .set(.bytes(let content)) in transaction.changes.map(\.operation) { left += quotes(content) }
    }
    return left
  }

  static func forget(_ laptop: Laptop, _ name: String) throws {
    #expect(try laptop.store.forget(try laptop.store.askForget(name, byHand: [])))
  }

  static func person(_ laptop: Laptop) throws -> Subject {
    try laptop.create(
      "person",
      [
        "name": "Zebulon Quillfeather", "email": "zq@borealis.example", "phone": "+358 40 1234567",
        "address": "Hüttenberg 7",
      ])
  }
}
