/// What stands in the log in place of what somebody asked to be forgotten (MODEL.md, *Erasure*).
extension Operation {
  /// The same without what it says. A text's place among its versions is no word of it and stays, and so does a delete.
  package var erased: Operation {
    switch self {
    case .text(let bases, _), .restore(_, _, let bases), .erased(let bases): .erased(bases: bases)
    case .delete: .delete
    default: .erased(bases: [])
    }
  }

  package var isErased: Bool { if case .erased = self { true } else { false } }
}

extension Transaction {
  /// What stands for the command of a transaction that something was erased from; tells it from others.
  package static let forgottenCommand = "(forgotten)"

  /// Whether something was erased from it: then its chain hash stands and cannot be computed any more.
  package var isErased: Bool { command == Self.forgottenCommand }

  /// The same transaction, under the same hash, without its command and without what these changes say.
  package func erasing(_ indices: Set<Int>) -> Transaction {
    var changes = changes
    for index in indices { changes[index].operation = changes[index].operation.erased }
    return Transaction(
      incarnation: incarnation, first: first, previous: previous, context: context, wall: wall,
      command: Self.forgottenCommand, batch: batch, changes: changes, unproven: hash)
  }

  /// The hash of what is there: the chain hash, unless something was erased.
  package var remainder: ChainHash {
    CanonicalForm.hash(
      incarnation: incarnation, first: first, previous: previous, context: context, wall: wall, command: command,
      batch: batch, changes: changes)
  }

  /// One as it was read, in place of which a hash was given.
  ///
  /// - Returns: with the hash computed, or as given where something was erased.
  package func proven(by given: ChainHash?) -> Transaction? {
    guard isErased else { return self }
    guard let given else { return nil }
    return Transaction(
      incarnation: incarnation, first: first, previous: previous, context: context, wall: wall, command: command,
      batch: batch, changes: changes, unproven: given)
  }
}
