import BundleFile
import HostileCorpus
import Testing

/// JSONTestSuite, each file as the value of an unknown tag: canonical ones get as far as the chain hash.
@Suite struct `The canonical reader and JSONTestSuite` {
  /// The `y_` files that are canonical, by group. All others are refused: `n_` since they are not JSON, the rest of `y_`
  /// and every `i_` (left to the reader by the suite: huge numbers, lone surrogates, invalid UTF-8, other encodings, a
  /// byte order mark, 500 levels) since no bundle is written so.
  private static let canonical = [
    "array": """
    empty-string empty ending_with_newline false
    """,
    "number": """
    negative_int negative_one simple_int
    """,
    "object": """
    basic empty empty_key simple
    """,
    "string": """
    backslash_and_u_escaped_zero backslash_doublequotes comments double_escape_a double_escape_n \
    escaped_control_character in_array nonCharacterInUTF-8_U+10FFFF nonCharacterInUTF-8_U+FFFF \
    null_escape pi reservedCharacterInUTF-8_U+1BFFF simple_ascii space u+2028_line_sep u+2029_par_sep \
    unescaped_char_delete unicode_2 utf8 with_del_character
    """,
    "structure": """
    lonely_false lonely_int lonely_string lonely_true string_empty true_in_array
    """,
  ]

  private func fault(_ document: [UInt8], _ container: ContainerRule) throws -> BundleError? {
    let split = TextBundle.tx("[\"f\",{\"q\":@}]").split(separator: "@").map { Array($0.utf8) }
    return try TextBundle(bytes: [Array(TextBundle.head.utf8), split[0] + document + split[1]])
      .fault(container: container)
  }

  @Test(
    .enabled(
      if: SharedFiles.has("json/test_parsing"), "the suite is neither at $AFTERWORD_SUITES/json nor at ../shared/json"),
    arguments: [ContainerRule.strict, .lenient])
  func `what is not JSON is refused, and of what is JSON only the canonical form is taken`(
    container: ContainerRule
  ) throws {
    let folder = try #require(SharedFiles.folder("json/test_parsing"))
    let names = SharedFiles.names(folder)
    #expect(names.count == 318)
    var accepted: [String] = []
    for name in names {
      let file = try InputFile(folder + "/" + name)
      let error = try #require(try fault(file.prefix(file.size), container))
      if error.isDamaged { accepted.append(name) }
    }
    let expected = Self.canonical.flatMap { group, names in
      names.split(separator: " ").map { "y_\(group)_\($0).json" }
    }
    #expect(accepted == expected.sorted())
  }
}
