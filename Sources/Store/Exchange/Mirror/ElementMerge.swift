import Formats

/// The elements of a set that two sides hold, by those that both held when they were last in step. They never disagree:
/// each that was added or taken out on one side is so on both.
struct ElementMerge {
  /// What each side is to hold, as it spells them.
  private(set) var store: Set<String> = []
  private(set) var folder: Set<String> = []
  /// What is remembered as soon as the store holds its elements, and once the folder does too.
  private(set) var whenTaken = MirrorMemory.Elements(there: [], here: [])
  private(set) var whenWritten = MirrorMemory.Elements(there: [], here: [])
  private let list: PersonCard.List

  /// - Parameters:
  ///   - alive: what stays, whoever took it out.
  ///   - wasHere: whether the store held once what the folder has, where nothing is remembered.
  init(
    _ list: PersonCard.List, here: Set<String>, there: Set<String>, alive: Set<String>, _ base: MirrorMemory.Elements,
    _ memory: MirrorMemory, wasHere: (String) -> Bool
  ) {
    self.list = list
    let here = Dictionary(here.sorted().map { (list.key($0), $0) }, uniquingKeysWith: { first, _ in first })
    let there = Dictionary(there.sorted().map { (list.key($0), $0) }, uniquingKeysWith: { first, _ in first })
    let alive = Set(alive.map(list.key))
    for key in Set(here.keys).union(there.keys) {
      let digest = memory.digest(key)
      let (wasThere, wasBoth) = (base.there.contains(digest), base.there.contains(digest) && base.here.contains(digest))
      let isGone = wasBoth && !alive.contains(key)
      switch (here[key], there[key]) {
      case (let own?, let other?):
        store.insert(own)
        folder.insert(other)
        remember(digest, taken: (true, true), written: (true, true))
      case (let own?, nil):
        if isGone { continue }
        store.insert(own)
        let isNew = wasBoth || !base.here.contains(digest)
        if isNew { folder.insert(own) }
        remember(digest, taken: (wasThere, base.here.contains(digest)), written: (isNew, true))
      case (nil, let other?):
        if isGone || !wasThere && wasHere(other) {
          remember(digest, taken: (wasThere, wasBoth), written: (false, false))
          continue
        }
        folder.insert(other)
        let isTaken = (wasBoth || !wasThere) && list.takes(other)
        if isTaken { store.insert(other) }
        remember(digest, taken: (true, isTaken), written: (true, isTaken))
      case (nil, nil): break
      }
    }
  }

  private mutating func remember(
    _ digest: String, taken: (there: Bool, here: Bool), written: (there: Bool, here: Bool)
  ) {
    if taken.there { whenTaken.there.insert(digest) }
    if taken.here { whenTaken.here.insert(digest) }
    if written.there { whenWritten.there.insert(digest) }
    if written.here { whenWritten.here.insert(digest) }
  }

  /// As the folder spells it; nil where it is not to hold it.
  func inFolder(_ text: String?) -> String? { text.flatMap { text in folder.first { list.key($0) == list.key(text) } } }
}
