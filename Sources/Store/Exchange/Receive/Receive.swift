import BundleFile
import GRDB
package import Merge
import Model

/// What taking in changes from outside did, or would do.
package struct ImportReport: Equatable, Sendable {
  /// Changes that joined the closed set, those that had been waiting included.
  package var newChanges = 0
  package var newTransactions = 0
  /// Transactions held before.
  package var known = 0
  /// Transactions that wait for others, in the whole store.
  package var waiting = 0
  /// Rows that were shown before and were changed, and those that are gone.
  package var changedRows = 0
  package var removedRows = 0
  package var rowsBefore = 0
  /// Conflicts of the whole store afterwards; nil where nothing was new, and so nothing was counted.
  package var conflicts: Int?
  /// Changes of kinds and fields that this version does not know: kept, not shown.
  package var unknown = 0
  /// Notes of which copies were read on two machines or more, and that are one now; and what a person types after
  /// `afterword undo` to part them.
  package var joinedNotes = 0
  package var joinUndo: String?
  /// Machines heard of for the first time.
  package var newMachines: [Incarnation] = []
  /// Machines whose signatures were not known, and are from now on.
  package var met: [Signer] = []
  /// Machines that wrote something new without signing it, by name.
  package var unsigned: [String] = []
  /// Changes that were left out since their machine's key is revoked, by its name.
  package var leftOut: [String: Int] = [:]

  /// Machines whose keys are revoked from now on, by name.
  package var revoked: [String] = []

  /// Whether it deletes or overwrites more than a fifth of the rows, and at least twenty (BUNDLE.md §5).
  package var isSweeping: Bool {
    let touched = changedRows + removedRows
    return touched >= 20 && touched * 5 > rowsBefore
  }

  /// Whether it comes from a store that shares no history with this one.
  package var isStrange = false
  /// The SHA-256 of each file that it is of.
  var files: Set<[UInt8]> = []

  /// Whether a yes to what another report showed is one to this.
  fileprivate func asksNoMore(than shown: ImportReport) -> Bool {
    let isSameFiles = files.isSubset(of: shown.files) || unsigned.isEmpty && !isStrange
    return isSameFiles && Set(met).isSubset(of: shown.met) && Set(unsigned).isSubset(of: shown.unsigned)
      && (!isStrange || shown.isStrange) && (!isSweeping || shown.isSweeping)
  }
}

/// Why an import was put back without effect.
package enum ImportStop: Error {
  /// It was a rehearsal.
  case rehearsed(ImportReport)
  /// It would change much, or mix in a store never met: somebody must say yes first.
  case needsAnswer(ImportReport)
}

/// How far an import may go.
package enum ImportConsent: Sendable {
  case rehearse
  /// Stops at what needs an answer.
  case ask
  /// Somebody said yes to what this report showed: stops at more than that.
  case answered(ImportReport)
  case yes
}

extension Store {
  /// Merges transactions from elsewhere: all or nothing, in any order, any number of times.
  ///
  /// - Parameters:
  ///   - files: the SHA-256 of each file that is taken in, to be remembered with it.
  ///   - news: what its signatures say.
  ///   - source: calls its argument with each transaction.
  /// - Throws: `ImportStop` where nothing was to be changed; what `source` throws; `StoreError`.
  package func receive(
    consent: ImportConsent = .yes, files: [[UInt8]] = [], _ source: ((Transaction) throws -> Void) throws -> Void
  ) throws -> ImportReport {
    try receive(consent: consent, files: files, SignedNews(), source)
  }

  func receive(
    consent: ImportConsent, files: [[UInt8]], _ news: SignedNews,
    _ source: ((Transaction) throws -> Void) throws -> Void
  ) throws -> ImportReport {
    let identity = Identity(environment: environment, markPath: try markPath())
    return try locked { session in
      let proof = try StoredProof(session)
      let receiver = try Receiver(session, own: try Identity.stored(session.db))
      try source(receiver.take)
      var report = try receiver.finish()
      report.changedRows += session.erasure.erasedElsewhere.count
      let door = Door(session: session, identity: identity)
      let joined = try joinCopies(receiver, door, &report)
      let written = try forgetQuotes(door, &report) ?? joined
      (report.met, report.unsigned, report.leftOut) = (news.met, news.unsigned, news.leftOutByName)
      (report.files, report.revoked) = (Set(files), news.revoked)
      try proof.check()
      let asks = report.isSweeping || report.isStrange || news.asks
      switch consent {
      case .rehearse: throw ImportStop.rehearsed(report)
      case .ask where asks: throw ImportStop.needsAnswer(report)
      case .answered(let shown) where asks && !report.asksNoMore(than: shown): throw ImportStop.needsAnswer(report)
      default: break
      }
      // Not before: who only asks makes no key.
      if written != nil { try identity.rememberTip(session) }
      try keep(news, session)
      try files.forEach(TakenBundles(session.db).add)
      return (report, written)
    } afterCommit: { _, written in
      if let written { identity.writeMark(written) }
    }.0
  }

  private func keep(_ news: SignedNews, _ session: Session) throws {
    try news.tips.forEach(session.signatures.keep)
    try Certificates(session.db).keep(news.certificates)
    if !news.met.isEmpty, let key = try environment.signing?.readOrMake() {
      try Certificates(session.db).keep(news.met.map { try Certificate(.vouch, of: $0.key, signedBy: key) })
      try OwnKeys(session.db).add(key.machine)
    }
  }

  /// Only a store that held what is to be forgotten knows its words: it takes them out of what was written here or came
  /// from others meanwhile (MODEL.md, *Erasure*).
  private func forgetQuotes(_ door: Door, _ report: inout ImportReport) throws -> Transaction? {
    guard let heard = door.session.erasure.heard, !heard.words.isEmpty else { return nil }
    var words = heard.words
    try words.addOthers(door.session, but: Set(heard.rows.map(\.id)))
    let plan = try ForgetPlan(door.session, forgetting: heard.rows, words: words)
    guard plan.isQuoted else { return nil }
    let transaction = try plan.write("forget what quotes it", door)
    report.conflicts = try door.session.questions().count
    return transaction
  }

  /// Makes the copies of notes one that have met now.
  ///
  /// - Returns: the last transaction written; nil where none was.
  private func joinCopies(_ receiver: Receiver, _ door: Door, _ report: inout ImportReport) throws -> Transaction? {
    let documents = try receiver.newDocuments
    var known: String?
    func label() -> String {
      let label = known ?? Batch.joinPrefix + String(environment.random() >> 32, radix: 16)
      known = label
      return label
    }
    let joined = documents.isEmpty ? nil : try CopiedNotes(door).join(documents, label: label)
    let settled = try MailVersions(door: door).settle(label: label)
    if settled != nil { report.conflicts = try door.session.questions().count }
    guard joined != nil || receiver.bringsJoins else { return settled }
    let consequences = JoinConsequences(session: door.session)
    var written = [joined?.transaction, settled]
    for writes in [consequences.joins, consequences.answers] {
      let writes = try writes()
      if !writes.isEmpty { written.append(try door.apply("bring copies of notes in step", batch: label(), writes)) }
    }
    let transactions = written.compactMap(\.self)
    if let (count, transaction) = joined {
      report.joinedNotes = count
      report.joinUndo = transaction.hash.description.prefix(8) + (transactions.count > 1 ? " --batch" : "")
    }
    report.conflicts = try door.session.questions().count
    return transactions.last
  }
}
