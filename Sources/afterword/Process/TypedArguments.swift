/// The words of the command line as bytes. Swift mends what is no UTF-8, and a file under the mended name would be another.
enum TypedArguments {
  /// - Throws: `Failure.usage` where a word cannot be taken as it was typed.
  static func check() throws {
    for place in 1..<max(1, Int(CommandLine.argc)) {
      guard let word = CommandLine.unsafeArgv[place], String(validatingCString: word) == nil else { continue }
      throw Failure.usage(
        "“\(String(cString: word))” holds bytes that are no UTF-8, so it would name another file. Rename the file, or go to "
          + "its folder and name it by a path without them.")
    }
  }
}
