/// What is to be done to the store and to both halves of a folder, as they are at one moment.
struct MirrorPlan {
  let people: MirrorPeople
  let events: MirrorEvents

  func tell(_ report: inout MirrorReport) {
    people.tell(&report)
    events.tell(&report)
  }

  var deletions: [MirrorDeletion] { people.deletions + events.deletions }

  /// Whether the folder changed anything that the store is to have.
  var takes: Bool { people.takes || events.takes }

  /// What is remembered as soon as the store has taken what the folder changed.
  func taken(_ memory: MirrorMemory, deletes asked: Set<MirrorDeletion>) -> MirrorMemory {
    var memory = memory
    people.rememberTaken(&memory, deletes: asked)
    events.rememberTaken(&memory, deletes: asked)
    return memory
  }

  /// And once the folder is written, but for the files that could not be.
  func written(_ memory: MirrorMemory, deletes asked: Set<MirrorDeletion>, failed: MirrorFailures) -> MirrorMemory {
    var memory = taken(memory, deletes: asked)
    people.rememberWritten(&memory, deletes: asked, failed: failed.cards)
    events.rememberWritten(&memory, deletes: asked, failed: failed.entries)
    return memory
  }
}

/// What of the folder is written anew that was deleted there.
struct MirrorKeeping {
  var all = false
  var followUps = false
}

/// The names of files that could not be written.
struct MirrorFailures {
  var cards: Set<String> = []
  var entries: Set<String> = []
}
