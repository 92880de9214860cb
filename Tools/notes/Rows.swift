/// Numbers the features that occur in more than one paper.
struct Rows {
  private var keys: [UInt32]
  private var numbers: [Int32]
  private let mask: Int
  private(set) var hashes: [UInt32] = []

  /// - Parameter papers: the features of each paper, those of one paper any number of times.
  init(_ papers: [[UInt32]], atLeast least: Int32 = 2) {
    let bits = 23
    mask = 1 << bits - 1
    keys = Array(repeating: 0, count: 1 << bits)
    numbers = Array(repeating: 0, count: 1 << bits)
    var last = [Int32](repeating: -1, count: 1 << bits)
    for (number, features) in papers.enumerated() {
      for feature in features {
        let slot = slot(feature)
        if last[slot] != Int32(number) {
          last[slot] = Int32(number)
          keys[slot] = feature
          numbers[slot] += 1
        }
      }
    }
    for slot in numbers.indices where numbers[slot] > 0 {
      if numbers[slot] >= least {
        numbers[slot] = Int32(hashes.count) + 1
        hashes.append(keys[slot])
      } else {
        numbers[slot] = -1
      }
    }
  }

  @inline(__always)
  private func slot(_ feature: UInt32) -> Int {
    var slot = Int(feature) & mask
    while numbers[slot] != 0, keys[slot] != feature { slot = (slot + 1) & mask }
    return slot
  }

  /// Nil for a feature of one paper only.
  @inline(__always)
  func number(_ feature: UInt32) -> Int32? {
    let number = numbers[slot(feature)]
    return number > 0 ? number - 1 : nil
  }
}
