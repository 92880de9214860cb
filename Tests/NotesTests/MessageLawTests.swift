import Foundation
import Model
import Notes
import SeededNumbers
import Testing

/// What holds of messages, however they come.
@Suite struct MessageLawTests {
  private static let said = [
    "I will send the case study by Monday.", "She is worried that I have never managed a team.",
    "We will let you know by 20 March 2026.", "Please send us two references.",
  ]
  private static let heads: [String] = [
    "On Mon, 2 March 2026 at 09:12, Sam Doe <sam@me.example> wrote:", "Am 02.03.26 um 09:12 schrieb Sam Doe:",
    "Le lun. 2 mars 2026 à 09:12, Sam Doe <sam@me.example> a écrit :",
    "El lun, 2 mar 2026 a las 9:12, Sam Doe escribió:",
    "-----Original Message-----", "-----Ursprüngliche Nachricht-----", "----- Message d'origine -----",
    "Original Message",
    "________________________________\nFrom: Sam Doe <sam@me.example>\nSent: Monday, 2 March 2026 09:12\nTo: Ann Lee\nSubject: Thanks",
    "From: Sam Doe <sam@me.example>\nSent: Monday, 2 March 2026 09:12\nTo: Ann Lee <ann@acme.example>\nSubject: Thanks",
    "Von: Sam Doe <sam@me.example>\nGesendet: Montag, 2. März 2026 09:12\nAn: Ann Lee\nBetreff: Danke",
    "De : Sam Doe\nEnvoyé : lundi 2 mars 2026 09:12\nÀ : Ann Lee\nObjet : Merci",
    "De: Sam Doe\nEnviado: lunes, 2 de marzo de 2026 9:12\nPara: Ann Lee\nAsunto: Gracias",
  ]

  private func mail(_ body: String, more: String = "") -> String {
    """
    From: Ann Lee <ann@acme.example>
    To: Sam Doe <sam@me.example>
    Subject: Your interview at Acme
    Date: Tue, 3 Mar 2026 18:02:00 +0000
    Message-ID: <x1@acme.example>
    \(more)Content-Type: text/plain; charset=utf-8

    Dear Sam,

    \(body)
    """
  }

  @Test func `nothing quoted is ever a fact`() {
    for head in MessageLawTests.heads {
      for isMarked in [true, false] {
        for said in MessageLawTests.said {
          let quoted = isMarked ? "> \(said)" : said
          let text = mail("Thank you for your note.\n\nAnn Lee\n\n\(head)\n\n\(quoted)\n")
          let reading = read(text)
          let place = text.unicodeScalars.count - said.unicodeScalars.count - 1
          #expect(!reading.facts.contains { $0.span.end > place }, "\(head): \(said)")
          #expect(reading.lines.last?.role == .quoted, "\(head)")
        }
      }
    }
  }

  @Test func `what is passed on is read`() {
    let reading = read(
      mail(
        "See below.\n\n---------- Forwarded message ---------\nFrom: Bo Ek <bo@acme.example>\nDate: Mon, 2 Mar 2026\nSubject: Next\nTo: Ann\n\nWe will let you know by 20 March 2026.\n"
      ))
    #expect(reading.values(.promisedDate) == ["2026-03-20"])
  }

  private func said(_ reading: Reading) -> [String] { reading.facts.map { "\($0.field.rawValue) \($0.value)" } }

  @Test func `a mail reads the same by itself, in a box and among others`() throws {
    for note in try GoldNote.all() + GoldNote.all(in: "MoreNotes")
    where note.name.hasSuffix(".eml") && note.gold.encoding == "utf-8" && !note.gold.bom {
      var options = ReadingOptions(on: Day(note.gold.reference_date))
      // What is likely depends on all that is known of a box; how it is cut does not.
      options.scorer = nil
      let other = Array(
        "From x@y.z Mon Mar  2 10:00:00 2026\nFrom: Bo <bo@other.example>\nTo: me@me.example\nSubject: Lunch\n\nSee you.\n\n"
          .utf8)
      let box = other + Array("From a@b.c Mon Mar  2 10:00:00 2026\n".utf8) + note.bytes + Array("\n\n".utf8) + other
      let alone = NoteReader.read(note.bytes, options: options)
      let boxed = NoteReader.read(box, options: options)
      #expect(boxed.container == .mbox && boxed.documents.count == 3, "\(note.name)")
      guard boxed.documents.count == 3 else { continue }
      let span = boxed.documents[1].span
      #expect(
        said(alone) == boxed.facts.filter { span.contains($0.span) }.map { "\($0.field.rawValue) \($0.value)" },
        "\(note.name)")
    }
  }

  @Test func `a line of a body that begins with From cuts no mail`() {
    let one =
      "From a@b.c Mon Mar  2 10:00:00 2026\n"
      + mail("Hello.\n\nFrom Monday on the office is closed. We will let you know by 20 March 2026.\n") + "\n\n"
    let reading = read(one + one.replacing("<x1@", with: "<x2@"))
    #expect(reading.documents.map(\.messageID) == ["x1@acme.example", "x2@acme.example"])
    #expect(reading.values(.promisedDate) == ["2026-03-20", "2026-03-20"])
  }

  @Test(arguments: [
    "List-Id: <jobs.lists.example>\n", "List-Unsubscribe: <mailto:off@x.example>\n", "Precedence: bulk\n",
    "Auto-Submitted: auto-generated\n",
  ])
  func `what is written to nobody in particular is left and told`(field: String) {
    let reading = read(mail("Dana Whitfield, our CEO, is hiring. Please send your CV by 20 March.", more: field))
    #expect(reading.facts.isEmpty && reading.remarks.contains { $0.leavesUnread })
  }

  @Test func `a program's news of one's own application is read`() {
    let text = mail(
      "We have received your application. We will let you know by 20 March 2026.",
      more: "Auto-Submitted: auto-generated\n")
    #expect(read(text).values(.promisedDate) == ["2026-03-20"])
  }

  @Test func `the user is no contact`() {
    let text = mail("It was lovely to meet you.").replacing("sam@me.example", with: "sam@doe.example")
    let own = text.replacing(
      "From: Ann Lee <ann@acme.example>\nTo: Sam Doe <sam@doe.example>",
      with: "From: Sam Doe <sam@doe.example>\nTo: Ann Lee <ann@acme.example>")
    let options = ReadingOptions(on: Day("2026-03-05"), ownNames: ["Sam Doe", "sam@doe.example"])
    for text in [text, own] {
      let people = NoteReader.read(Array(text.utf8), options: options).people
      #expect(!people.contains { $0.name.value == "Sam Doe" })
    }
  }

  @Test(arguments: [
    ("gb2312", [0xCD, 0xF5, 0xD0, 0xA1, 0xC3, 0xF7] as [UInt8], "王小明"),
    ("iso-2022-jp", [0x1B, 0x24, 0x42, 0x3B, 0x33, 0x45, 0x44, 0x1B, 0x28, 0x42], "山田"),
    ("koi8-r", [0xE9, 0xD7, 0xC1, 0xCE], "Иван"), ("iso-8859-2", [0xA3, 0xF3, 0x64, 0xBC], "Łódź"),
    ("shift_jis", [0x8E, 0x52, 0x93, 0x63], "山田"), ("euc-kr", [0xB1, 0xE8], "김"),
  ])
  func `a subject in any charset is read`(charset: String, bytes: [UInt8], text: String) {
    let coded = Data(bytes).base64EncodedString()
    let reading = read(mail("Hello.").replacing("Your interview at Acme", with: "=?\(charset)?B?\(coded)?="))
    #expect(reading.documents.first?.subject == text)
  }

  @Test func `a large mail's attachment is no text of it`() {
    let file = String(repeating: String(repeating: "QUJD", count: 19) + "\n", count: 6000)
    let text = mail("x", more: "").replacing("text/plain; charset=utf-8", with: "multipart/mixed; boundary=b")
      .replacing(
        "Dear Sam,\n\nx",
        with:
          "--b\nContent-Type: text/plain\n\nWe will let you know by 20 March 2026.\n--b\nContent-Type: application/pdf\nContent-Disposition: attachment\nContent-Transfer-Encoding: base64\n\n\(file)--b--\n"
      )
    let reading = read(text)
    #expect(reading.values(.promisedDate) == ["2026-03-20"] && reading.text.count < 2000)
  }
}
