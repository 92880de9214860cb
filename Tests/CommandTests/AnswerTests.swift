import Foundation
import Testing

/// Mails that take files along and quote what they answer, as other programs read them.
@Suite struct AnswerTests {
  private let home: Home
  private let line = ["letter", "farida", "--kind", "thank-you", "--today", "2025-06-20"]

  init() throws {
    home = try Home()
    _ = try home.run(
      "add", "interview", "Quillon", "role=Engineer", "with=Farida Nasser", "start=2025-06-18T10:00", "--today",
      "2025-06-12")
    _ = try home.run("settings", "name", "Sam Rees")
    _ = try home.run("set", "farida", "email=farida@quillon.example")
  }

  private func takeMail() throws {
    try home.write(
      "times.eml",
      """
      From: =?UTF-8?Q?Farida_Nass=C3=A9r?= <farida@quillon.example>
      To: Sam <sam@mail.example>
      Date: Thu, 19 Jun 2025 09:00:00 +0000
      Message-ID: <abc.1@quillon.example>
      Subject: Thank you for coming
      Content-Type: text/plain; charset=utf-8
      Content-Transfer-Encoding: quoted-printable

      Dear Sam,

      thank you for coming yesterday. We will let you know by 27 June. Gr=C3=BC=C3=9Fe
      =46rom Farida
      > Earlier words.
      --=20
      Farida Nasser, +44 20 7946 0000

      """)
    _ = try home.run("import", "times.eml", "--today", "2025-06-19")
  }

  /// What Python's own library makes of a mail: subject, parts with their names and bytes, faults.
  private static let reader = """
    import email, email.policy, json, sys
    m = email.message_from_binary_file(open(sys.argv[1], "rb"), policy=email.policy.default)
    parts = [p for p in m.walk() if not p.is_multipart()]
    print(json.dumps({"type": m.get_content_type(), "answers": m["In-Reply-To"],
      "faults": [str(d) for p in m.walk() for d in p.defects],
      "body": m.get_body().get_content(),
      "files": [[p.get_filename(), p.get_content_type(), p.get_payload(decode=True).hex()] for p in parts[1:]]}))
    """

  private struct Read: Decodable {
    let type: String
    let answers: String?
    let faults: [String]
    let body: String
    let files: [[String]]
  }

  private func read(_ eml: String) throws -> Read {
    try home.write("sent.eml", eml)
    let outcome = try #require(OutsideProgram.python).run(["-c", Self.reader, home.path("sent.eml")], in: home)
    #expect(outcome.code == 0, "\(outcome.talk)")
    return try JSONDecoder().decode(Read.self, from: Data(outcome.output.utf8))
  }

  private static let names = [
    "CV.pdf", "Lebenslauf Müller (2025).pdf", "履歴書.docx", "a\"b;c=d'e%20*.txt", "x\u{202E}fdp.exe",
    String(repeating: "ö", count: 100) + ".odt", "=?UTF-8?Q?x?=.png", "-n", "no-ending",
  ]

  @Test(.enabled(if: OutsideProgram.python != nil, "python3 is not installed"))
  func `files go with a mail byte for byte, under their own names`() throws {
    var paths: [String] = []
    let bytes = Data((0...255).map(UInt8.init) + Array("\r\n--=_afterword--\r\n.\r\nFrom x\n".utf8))
    for name in Self.names {
      try bytes.write(to: URL(fileURLWithPath: home.path(name)))
      paths += ["--attach", "./" + name]
    }
    let outcome = try home.run(line + ["--eml"] + paths)
    try #require(outcome.code == 0, "\(outcome.talk)")
    #expect(
      outcome.output.split(separator: "\r\n", omittingEmptySubsequences: false).allSatisfy { $0.utf8.count <= 78 })
    #expect(outcome.output.utf8.allSatisfy { $0 < 0x80 })
    let mail = try read(outcome.output)
    #expect(mail.type == "multipart/mixed" && mail.faults.isEmpty, "\(mail.faults)")
    #expect(mail.files.map { $0[0] } == Self.names.map { $0.replacing("\u{202E}", with: "") })
    #expect(mail.files.allSatisfy { $0[2] == bytes.map { String(256 + Int($0), radix: 16).dropFirst() }.joined() })
    #expect(mail.files[0][1] == "application/pdf" && mail.files[8][1] == "application/octet-stream")
    #expect(mail.body.contains("Sam Rees"))
  }

  @Test(.enabled(if: OutsideProgram.python != nil, "python3 is not installed"))
  func `what a mail answers stands below it on request, and is read as quoted`() throws {
    try takeMail()
    let outcome = try home.run(line + ["--eml", "--quote"])
    try #require(outcome.code == 0, "\(outcome.talk)")
    let mail = try read(outcome.output)
    #expect(mail.answers == "<abc.1@quillon.example>" && mail.faults.isEmpty)
    let quoted = """
      On Thursday, 19 June 2025, Farida Nasser wrote:
      > Dear Sam,
      >
      > thank you for coming yesterday. We will let you know by 27 June. Grüße
      > From Farida
      >> Earlier words.
      """
    #expect(mail.body.contains("\n\n" + quoted), "\(mail.body)")
    #expect(!mail.body.contains("7946"))
    #expect(try !home.run(line + ["--eml"]).output.contains("Thursday, 19 June 2025"))
    #expect(try home.run(line + ["--show", "--quote"]).output.contains("> Dear Sam,"))
    // Their promise stands once, though my mail quotes it.
    let mine = outcome.output.replacing("X-Unsent: 1\r\n", with: "Message-ID: <mine@mail.example>\r\n")
    try home.write("mine.eml", mine)
    let before = try home.run("promises", "--plain", "--today", "2025-06-20").output
    _ = try home.run("import", "mine.eml", "--today", "2025-06-20")
    #expect(try home.run("promises", "--plain", "--today", "2025-06-20").output == before)
  }

  @Test func `what cannot go with a mail is said, and nothing is written`() throws {
    try home.write("empty.pdf", "")
    try home.write("cv.pdf", "%PDF")
    _ = mkfifo(home.path("pipe"), 0o600)
    truncate(home.path("cv.pdf"), 19 << 20)
    for path in ["missing.pdf", "empty.pdf", ".", "pipe", "cv.pdf", "/dev/zero", ""] {
      let outcome = try home.run(line + ["--eml", "--attach", path])
      #expect(outcome.code != 0 && outcome.output.isEmpty && !outcome.talk.isEmpty, "\(path): \(outcome)")
    }
    #expect(try home.run(line + ["--attach", "cv.pdf"]).code == 2)
    #expect(try home.run(line + ["--mailto", "--quote"]).code == 2)
    let nothing = try home.run(line + ["--eml", "--quote"])
    #expect(nothing.code == 1 && nothing.output.isEmpty && nothing.talk.contains("import"), "\(nothing)")
  }
}
