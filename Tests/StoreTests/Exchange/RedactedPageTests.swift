import Foundation
import Model
import Testing

@testable import Store

/// A copy that a coach reads tells of nobody whom the store knows, in whatever form a text names them.
@Suite struct RedactedPageTests {
  /// A person in each of eight languages, what a text says of them, and what may not be left of it.
  private static let people: [(name: String, text: String, canaries: [String])] = [
    ("Saoirse O'Byrne", "Saoirse's boss and saoirse o’byrne met; SAOIRSES team won.", ["saoirse", "byrne"]),
    (
      "Jürgen Müßig", "Jürgens Team und Herrn Müßigs Chefin; Juergen nicht, MÜSSIG schon.",
      ["jürgen", "müßig", "müssig"]
    ),
    ("Éloïse Chevallier", "Eloise et Mme CHEVALLIER ont appelé, d'Éloïse rien.", ["eloise", "éloïse", "chevallier"]),
    ("José Íñiguez", "Jose Iñiguez y el equipo de José.", ["jose", "josé", "iñiguez", "íñiguez"]),
    ("Chiara Bellucci", "La Chiara e il dottor Bellucci.", ["chiara", "bellucci"]),
    ("Marek Kowalski", "Rozmowa z Markiem Kowalskim, dla Kowalskiego i Kowalskiej.", ["kowalsk"]),
    ("Иван Петров", "Говорил с Иваном Петровым, от Петрова ничего.", ["иван", "петров"]),
    ("Wei 王小明", "王先生说小明很好。王小明来了。", ["小明", "王先生"]),
  ]

  private func laptop(_ notes: String) throws -> Laptop {
    let laptop = try Laptop(seed: 1)
    for person in Self.people { _ = try laptop.create("person", ["name": person.name]) }
    _ = try laptop.create("organisation", ["name": "Northbeam"])
    let acme = try laptop.create("organisation", ["name": "Acme Rail"])
    try laptop.write(acme, notes: notes)
    return laptop
  }

  private func pages(_ laptop: Laptop) throws -> [String] {
    let page = try laptop.store.redactedPage()
    return [page.written(.markdown, styleHash: ""), page.written(.html, styleHash: "")]
  }

  @Test(arguments: RedactedPageTests.people.indices)
  func `a name goes in all its forms`(index: Int) throws {
    let person = Self.people[index]
    for page in try pages(try laptop("The weather was fine.\n" + person.text)) {
      for canary in person.canaries { #expect(!page.lowercased().contains(canary), "\(canary) in \(page)") }
      #expect(page.contains("The weather was fine."))
    }
  }

  @Test(arguments: [
    ("call +44 (0)7700 900 123 or 07700 900123", ["7700", "900"]), ("mail x.y@firm.example", ["firm.example"]),
    ("they pay 92.000 or 95000 GBP, 12 LPA, £93,500, 80k", ["92", "95000", "12", "93", "80k"]),
    ("born 12.03.1984, see https://firm.example/x", ["1984", "firm"]),
    ("at North Beam, with Northbeams people and north\u{200B}beam", ["north", "beam"]),
  ])
  func `numbers, sums, days of birth and addresses go`(text: String, canaries: [String]) throws {
    for page in try pages(try laptop(text)) {
      let notes = page[(page.range(of: "notes")?.upperBound ?? page.startIndex)...].lowercased()
      for canary in canaries { #expect(!notes.contains(canary), "\(canary) in \(notes)") }
    }
  }

  @Test func `somebody whom the store does not know goes where the reader recognises the name`() throws {
    for page in try pages(try laptop("I spoke to Zelda Quickthorn, Head of Platform at Borealis Oy.")) {
      #expect(!page.contains("Quickthorn"))
    }
  }

  @Test func `the first line says what nobody can promise, and no text is taken for markup`() throws {
    let laptop = try laptop("<script>alert(1)</script> *stars* & # signs")
    let pages = try pages(laptop)
    #expect(pages[0].hasPrefix(RedactedPage.warning))
    #expect(pages[1].contains("<p><em>" + RedactedPage.warning))
    #expect(!pages[1].contains("<script>") && pages[1].contains("&lt;script&gt;"))
    #expect(pages[0].contains("\\<script\\>") && pages[0].contains("\\*stars\\*"))
  }

  @Test func `fields that are not on the list are left out`() throws {
    let laptop = try laptop("x")
    let row = try laptop.create("person", ["name": "Dana", "address": "Secret Lane 1", "email": "d@secret.example"])
    try laptop.set(row, "phone", "555 0100 999")
    for page in try pages(laptop) {
      for canary in ["Secret", "secret", "0100"] { #expect(!page.contains(canary)) }
    }
  }
}
