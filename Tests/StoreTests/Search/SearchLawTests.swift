import Foundation
import Merge
import Model
import SeededNumbers
import Testing

@testable import Store

/// Search finds what is shown, as it is shown.
@Suite struct SearchLawTests {
  /// A store with one row for each text, which says it once or twice.
  private func laptop(_ texts: [String], twice: Bool = true) throws -> (Laptop, [Subject]) {
    let laptop = try Laptop(seed: 7)
    let rows = texts.map { _ in Subject(kind: Person.kind, id: laptop.store.environment.freshID()) }
    _ = try laptop.store.apply(
      "import",
      zip(rows, texts).flatMap { row, text in
        [CellWrite(row, "name", .set(.string(text)), shown: .everything)]
          + (twice ? [CellWrite(row, "notes", .text(bases: [], whole: text), shown: .everything)] : [])
      })
    return (laptop, rows)
  }

  private func finds(_ laptop: Laptop, _ words: [String]) throws -> Set<Subject> {
    Set(try laptop.store.find(words, limit: 10_000).map(\.subject))
  }

  @Test(arguments: 1...3 as ClosedRange<UInt64>)
  func `every word of every row is found as it is written, in any composition and case`(_ seed: UInt64) throws {
    var written = WrittenText(SplitMix(seed: seed))
    let texts = (0..<300).map { _ in written.sentence() }
    let (laptop, rows) = try laptop(texts)
    for (row, text) in zip(rows, texts) {
      guard let word = text.shownWords.randomElement(using: &written.random) else { continue }
      let forms = [
        word, word.decomposedStringWithCanonicalMapping, word.precomposedStringWithCanonicalMapping, word.uppercased(),
        word.lowercased(), word.precomposedStringWithCompatibilityMapping,
      ]
      for form in Set(forms.map { Array($0.unicodeScalars) }).map({ String(String.UnicodeScalarView($0)) }) {
        #expect(
          try finds(laptop, [form]).contains(row),
          "seed \(seed): \(form.debugDescription) of \(text.debugDescription)")
      }
    }
  }

  @Test func `every word of the notes is found`() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Fixtures/Notes")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { !$0.hasSuffix(".json") }
    let laptop = try Laptop(seed: 8)
    // Those in UTF-8, which are most.
    let notes = names.sorted().compactMap { name in
      (try? String(contentsOf: folder.appending(path: name), encoding: .utf8)).map { (name, $0) }
    }
    #expect(notes.count >= 12)
    for (name, text) in notes { try laptop.take(name, text) }
    var random = SplitMix(seed: 9)
    for (name, text) in notes {
      for word in text.shownWords.shuffled(using: &random).prefix(40) {
        let kinds = try finds(laptop, [word]).map(\.kind)
        #expect(kinds.contains(Document.kind), "\(word) of \(name)")
      }
    }
  }

  @Test func `words inside a run without blanks are found`() throws {
    let texts = ["面接は山田太郎さんと東京で", "삼성전자에서 면접", "บริษัทไทยประกันชีวิต", "ﾊﾟﾅｿﾆｯｸ株式会社"]
    let (laptop, rows) = try laptop(texts)
    var random = SplitMix(seed: 10)
    for (row, text) in zip(rows, texts) {
      let characters = Array(text).filter { !$0.isWhitespace }
      for _ in 0..<30 {
        let start = Int.random(in: 0..<characters.count - 1, using: &random)
        let end = Int.random(in: start + 1...characters.count, using: &random)
        let part = String(characters[start..<end])
        guard text.contains(part) else { continue }
        #expect(try finds(laptop, [part]).contains(row), "\(part)")
      }
    }
    #expect(try finds(laptop, ["パナソニック"]) == [rows[3]])
    #expect(try finds(laptop, ["郎太"]).isEmpty, "in this order only")
  }

  @Test(arguments: [
    ("Jörg Weiß", ["jorg", "joerg", "JÖRG", "weiss", "weiß", "WEISS", "jo\u{308}rg"]),
    ("Joerg Weiss", ["jörg", "weiß", "joerg"]), ("Straße Maßnahmen", ["strasse", "massnahmen", "STRASSE", "straße"]),
    ("Łukasz Wójcik", ["lukasz", "wojcik", "ŁUKASZ"]), ("Søren Ærø Åse", ["soren", "soeren", "aero", "ase", "aase"]),
    ("Đặng Guðrún Þór", ["dang", "gudrun", "thor"]), ("Çağrı Işık IŞIK", ["cagri", "isik", "ISIK", "ışık"]),
    ("Йорданка Ёлкина", ["иорданка", "елкина", "йорданка"]), ("Ｆｕｌｌ ｗｉｄｔｈ", ["full", "width"]),
    ("oﬃce ﬁle", ["office", "file", "oﬃce"]), ("Œuvre", ["oeuvre", "œuvre"]), ("ΟΔΥΣΣΕΥΣ", ["οδυσσευς", "οδυσσέυσ"]),
    ("co\u{AD}ordi\u{AD}nator", ["coordinator"]), ("dana@acme.example", ["dana@acme.example", "acme.ex", "dana"]),
  ])
  func `a word is found by its other spellings`(_ text: String, _ spellings: [String]) throws {
    let (laptop, rows) = try laptop([text, "somebody else"])
    for spelling in spellings { #expect(try finds(laptop, [spelling]) == [rows[0]], "\(spelling)") }
  }

  @Test func `words in quotes are found in this order and whole`() throws {
    let texts = ["their billing spreadsheets", "spreadsheets for billing", "billing spreadsheetsy"]
    let (laptop, rows) = try laptop(texts, twice: false)
    #expect(try finds(laptop, ["\"billing spreadsheets\""]) == [rows[0]])
    #expect(try finds(laptop, ["“Billing  Spreadsheets”"]) == [rows[0]])
    #expect(try finds(laptop, ["\"billing spreadsheets\" their"]) == [rows[0]])
    #expect(try finds(laptop, ["billing", "spreadsheets"]) == Set(rows))
    #expect(try finds(laptop, ["bill spread"]) == Set(rows))
    #expect(try finds(laptop, ["billing AND spreadsheets", "OR NOT"]).isEmpty, "words are never operators")
  }

  @Test func `folding a text twice, or in another composition, gives the same`() {
    var random = SplitMix(seed: 11)
    for _ in 0..<20_000 {
      let scalars = (0..<3).compactMap { _ in Unicode.Scalar(UInt32.random(in: 0x20..<0x20000, using: &random)) }
      let text = String(String.UnicodeScalarView(scalars))
      let folded = Fold.fold(text)
      for form in [text.decomposedStringWithCanonicalMapping, text.precomposedStringWithCanonicalMapping, folded] {
        #expect(Array(Fold.fold(form).unicodeScalars) == Array(folded.unicodeScalars), "\(scalars.map(\.value))")
      }
    }
  }
}
