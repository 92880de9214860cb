import Foundation
import Scorer

/// Writes learnt weights in the form that `Model` reads.
struct ModelFile {
  private var parts: [(Model.Part, Data)] = []

  mutating func add(_ part: Model.Part, _ data: Data) { parts.append((part, data)) }

  mutating func add(_ part: Model.Part, _ chain: Chain) {
    var data = Data()
    for number in chain.starts + chain.transitions { data.append(number.bitPattern) }
    add(part, data)
  }

  /// A table of the weights that do not round to nothing. Weights lie `stride` apart by row.
  mutating func add(_ part: Model.Part, hashes: [UInt32], weights: [Float], labels: Int, stride: Int, least: Float) {
    let top = weights.reduce(Float(0)) { max($0, abs($1)) }
    let step = max(min(top, 6) / 127, 1e-6)
    var entries = Data()
    var kept: [(hash: UInt32, value: UInt32)] = []
    var count = 0
    for (row, hash) in hashes.enumerated() {
      let first = count
      for label in 0..<labels {
        let weight = weights[row * stride + label]
        let rounded = Int8(max(-127, min(127, (weight / step).rounded())))
        guard abs(weight) >= least, rounded != 0 else { continue }
        entries.append(UInt8(label))
        entries.append(UInt8(bitPattern: rounded))
        count += 1
      }
      if count > first { kept.append((hash, UInt32(first) << 6 | UInt32(count - first))) }
    }
    var slots = 16
    while Double(slots) * 0.8 < Double(kept.count) { slots *= 2 }
    var table = [UInt64](repeating: 0, count: slots)
    for (hash, value) in kept {
      var slot = Int(hash) & (slots - 1)
      while table[slot] != 0 { slot = (slot + 1) & (slots - 1) }
      table[slot] = UInt64(value) << 32 | UInt64(hash)
    }
    var data = Data()
    for number in [UInt32(slots), UInt32(count), UInt32(labels), step.bitPattern] { data.append(number) }
    table.withUnsafeBytes { data.append(contentsOf: $0) }
    data.append(entries)
    add(part, data)
  }

  var data: Data {
    var out = Data()
    out.append(Model.magic)
    out.append(UInt32(parts.count))
    var place = 8 + 12 * parts.count
    var body = Data()
    for (part, data) in parts {
      let gap = (16 - (place & 15)) & 15
      body.append(Data(count: gap))
      place += gap
      for number in [part.rawValue, UInt32(place), UInt32(data.count)] { out.append(number) }
      body.append(data)
      place += data.count
    }
    return out + body
  }

  /// The scorer of a file; its bytes stay in memory.
  static func scorer(_ path: String) throws -> Scorer { try scorer(Data(contentsOf: URL(fileURLWithPath: path))) }

  static func scorer(_ data: Data) throws -> Scorer {
    let memory = UnsafeMutableRawPointer.allocate(byteCount: data.count, alignment: 16)
    data.copyBytes(to: UnsafeMutableRawBufferPointer(start: memory, count: data.count))
    guard let model = Model(Bytes(memory, count: data.count)) else { throw CocoaError(.fileReadCorruptFile) }
    return Scorer(model)
  }

  /// Word classes: a file of them, or those in a file of weights.
  static func classes(_ path: String) throws -> (Bytes, Data) {
    var data = try Data(contentsOf: URL(fileURLWithPath: path))
    func number(_ place: Int) -> UInt32 {
      data[place..<place + 4].reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    }
    if number(0) == Model.magic {
      guard
        let part = (0..<Int(number(4))).map({ 8 + 12 * $0 }).first(where: { number($0) == Model.Part.classes.rawValue })
      else {
        throw CocoaError(.fileReadCorruptFile)
      }
      data = Data(data[Int(number(part + 4))..<Int(number(part + 4) + number(part + 8))])
    }
    let memory = UnsafeMutableRawPointer.allocate(byteCount: data.count, alignment: 16)
    data.copyBytes(to: UnsafeMutableRawBufferPointer(start: memory, count: data.count))
    return (Bytes(memory, count: data.count), data)
  }
}

extension Data {
  mutating func append(_ number: UInt32) { Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) } }
}
