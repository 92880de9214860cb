import Merge
import Model

/// The version of a document that later bytes come from. Where documents were joined, each member has rows and contents of
/// its own, and the member decides under which identities the later bytes are read.
struct EarlierVersion {
  let document: RowID
  let content: [UInt8]?

  /// - Parameter subject: the document; a joined one under any member's identity.
  init(of subject: Subject, like bytes: [UInt8], _ session: Session) throws {
    let histories = try session.snapshot(subject)?.histories ?? []
    guard histories.count > 1 else {
      document = subject.id
      content = try session.content(of: subject, "content")
      return
    }
    let sketch = LineSketch(bytes)
    var best: (document: RowID, content: [UInt8], shared: Int)?
    for history in histories {
      for change in history.events("content") {
        guard case .set(.bytes(let version)) = change.operation else { continue }
        let shared = sketch.shared(with: LineSketch(version))
        if shared > best?.shared ?? -1 { best = (history.subject.id, version, shared) }
      }
    }
    document = best?.document ?? subject.id
    content = best?.content
  }
}
