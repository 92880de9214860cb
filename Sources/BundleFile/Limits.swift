/// What the reader accepts at most, so that no file can make it grow or stall. The writer keeps within them.
package enum Limits {
  package static let fileBytes = 16 << 30
  package static let textBytes = 64 << 30
  /// Text may be this many times the compressed size once it is over `expansionFloor`.
  package static let expansion = 200
  package static let expansionFloor = 16 << 20

  package static let lineBytes = 8 << 20
  package static let nesting = 16
  package static let keysOfObject = 1024
  package static let valuesOfLine = 65_536
  package static let stringBytes = 4 << 20
  package static let integerCharacters = 17
  package static let integerMagnitude = (1 << 53) - 1

  package static let headBytes = 256 << 10
  package static let incarnations = 65_536
  package static let features = 64
  /// Words of machines on one another's keys.
  package static let certificates = 1024
  package static let kinds = 1024
  /// Bytes of a kind's, field's, operation's or tag's name.
  package static let nameBytes = 64

  /// A check line follows as soon as this much text has been written since the last.
  package static let segmentBytes = 4 << 20
  /// Bytes of a blob in one line; base64 makes 49,152 characters of them, so that the line fits a block.
  package static let blobPartBytes = 36_864
  /// A string or text longer than this travels as a blob. Six bytes for each byte, as escapes take, still fit a line.
  package static let inlineStringBytes = 512 << 10
  /// A transaction is written in parts of about this weight, so that a line seldom spans blocks.
  package static let partWeight = 48 << 10
  package static let changesOfTransaction = 1 << 19
  /// The weight of all changes of one transaction.
  package static let transactionWeight = 32 << 20
  /// References in one list: four such lists still fit a line.
  package static let referencesOfList = 16_000
  /// Bytes of a command's text or a batch's label.
  package static let commandBytes = 64 << 10

  /// A text is written whole at least at every 16th version.
  package static let deltaChain = 15
  /// Bytes of text that the deltas of one segment may unfold to.
  package static let deltaBytesOfSegment = 16 << 20

  package static let ageHeaderBytes = 1 << 20
  package static let ageStanzas = 128
  /// Free space is asked for again each time this much has been written.
  package static let diskCheckBytes = 64 << 20
}
