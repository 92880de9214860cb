/// One file that a hostile or careless hand might give to the program, and what must become of it.
package struct HostileFile: Sendable {
  package enum Verdict: String, Sendable {
    /// Refused with one line of reason.
    case reject
    /// Taken for what it says: it may look odd but harms nothing, or asks before it does.
    case accept
  }

  package var name: String
  package var bytes: [UInt8]
  package var verdict: Verdict
  package var why: String

  package init(_ name: String, _ bytes: [UInt8], _ verdict: Verdict, _ why: String) {
    self.name = name
    self.bytes = bytes
    self.verdict = verdict
    self.why = why
  }

  /// All of them. Deterministic; nothing comes from outside.
  package static func all() throws -> [HostileFile] {
    let sound = try SoundBundle()
    return try containerFiles(sound) + deflateFiles(sound) + jsonFiles(sound) + meaningFiles(sound)
  }
}
