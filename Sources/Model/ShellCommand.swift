/// A command line of this program that is shown to be typed. It works as it stands, whatever a name in it holds: quoted as
/// POSIX shells and fish read it, behind `--` where it could be taken for an option.
public struct ShellCommand: Sendable, Hashable, CustomStringConvertible {
  public let words: [String]

  /// - Parameters:
  ///   - words: the command's own words and options.
  ///   - names: what people, things and files are called.
  public init(_ words: String..., names: [String] = []) {
    self.init(words: words, names: names)
  }

  public init(words: [String], names: [String] = []) {
    let mistakable = names.contains { $0.hasPrefix("-") && $0 != "-" }
    self.words = words + (mistakable ? ["--"] : []) + names
  }

  public var description: String { (["afterword"] + words).map(Self.quoted).joined(separator: " ") }

  /// One word as a shell reads it back.
  public static func quoted(_ word: String) -> String {
    let scalars = word.unicodeScalars
    guard scalars.isEmpty || scalars.first == "=" || !scalars.allSatisfy(isPlain) else { return word }
    let isSafeInDouble = !scalars.contains { "\"$`\\!".unicodeScalars.contains($0) }
    if isSafeInDouble, scalars.contains("'") { return "\"\(word)\"" }
    return "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    "_@%+=:,./-".unicodeScalars.contains(scalar) || scalar.properties.isAlphabetic
      || scalar.properties.numericType != nil
  }
}
