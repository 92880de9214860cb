import Testing

/// One mail that two machines have by different ways: other relays in its head, another encoding of its words.
@Suite struct MailVersionTests {
  private static let relayed = "Received: from mx.pellam.example by mx.field.example\n" + Papers.no

  private func encoded(_ mail: String) -> String {
    let words = mail.replacing("=", with: "=3D").replacing("Unfortunately", with: "Unfortunate=\nly")
    return words.replacing("\n\n", with: "\nContent-Transfer-Encoding: quoted-printable\n\n", maxReplacements: 1)
      .replacing("\n", with: "\r\n")
  }

  private func papers(_ mail: String, _ machine: String) throws -> Papers {
    let papers = try Papers(Home(), interview: false)
    #expect(try papers.take("no.eml", mail, on: "2026-09-23").code == 0)
    _ = try papers.home.run("export", machine)
    return papers
  }

  @Test func `it is one, whichever form each read, and nothing is asked`() throws {
    let forms = [Papers.no, Self.relayed, encoded(Papers.no)]
    for (left, right) in [(0, 1), (1, 2), (2, 0)] {
      let (laptop, desktop) = (try papers(forms[left], "one.afterword"), try papers(forms[right], "two.afterword"))
      for (papers, other) in [
        (laptop, desktop.home.path("two.afterword")), (desktop, laptop.home.path("one.afterword")),
      ] {
        let merged = try papers.home.run("import", other, "--yes", "--today", "2026-09-24")
        #expect(merged.code == 0, "\(merged.talk)")
        #expect(try papers.home.run("conflicts").output.isEmpty, "\(left) and \(right)")
        for kind in ["documents", "touches"] { #expect(try papers.list(kind).count == 1, "\(left) and \(right)") }
      }
      // Both decided alike: what each wrote for it is no conflict where they meet again.
      _ = try desktop.home.run("export", "again.afterword")
      _ = try laptop.home.run("import", desktop.home.path("again.afterword"), "--yes", "--today", "2026-09-24")
      #expect(try laptop.home.run("conflicts").output.isEmpty)
      let content = try [laptop, desktop].map { try $0.home.run("show", "no.eml", "--raw").output }
      #expect(content[0] == content[1] && content[0].contains("Nadia Okafor"))
    }
  }

  @Test func `a mail of the same Message-ID that says something else is still asked about`() throws {
    let other = Papers.no.replacing("another candidate", with: "you, and write again")
    let (laptop, desktop) = (try papers(Papers.no, "one.afterword"), try papers(other, "two.afterword"))
    _ = try laptop.home.run("import", desktop.home.path("two.afterword"), "--yes", "--today", "2026-09-24")
    #expect(try laptop.home.run("conflicts").output.contains("content of no.eml"))
  }
}
