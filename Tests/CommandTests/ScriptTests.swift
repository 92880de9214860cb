import Foundation
import Testing

/// What scripts lean on: ISO days, named columns, a feed of changes, mails in their thread.
@Suite struct ScriptTests {
  private let home: Home

  init() throws {
    home = try Home()
    _ = try home.run(
      "add", "interview", "Quillon", "role=Engineer", "with=Farida Nasser", "start=2025-06-18T10:00", "--today",
      "2025-06-12")
  }

  @Test func `plain lists have ISO days of every year, and a line of names where it is asked for`() throws {
    let plain = try home.run("list", "interviews", "--plain", "--header", "--all", "--today", "2026-06-15").output
    let lines = plain.split(separator: "\n").map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
    #expect(lines.first == ["id", "title", "start", "impression"])
    #expect(lines.last?[2] == "2025-06-18T10:00", "\(plain)")
    #expect(try home.run("list", "people", "--header").code == 2)
    let plan = try home.run("plan", "--plain", "--header", "--today", "2025-06-19").output
    #expect(plan.hasPrefix("id\tday\tuntil\trule\tperson\topportunity\tstate\tcommand\n"), "\(plan)")
  }

  @Test func `a feed goes on from its position`() throws {
    struct Feed: Decodable {
      struct Entry: Decodable {
        struct Change: Decodable { let kind, field, operation: String }
        let changes: [Change]
      }
      let position: String
      let more: Bool
      let transactions: [Entry]
    }
    func feed(_ position: String) throws -> Feed {
      let outcome = try home.run("log-since", position, "--json")
      #expect(outcome.code == 0, "\(outcome.talk)")
      return try JSONDecoder().decode(Feed.self, from: Data(outcome.output.utf8))
    }
    let first = try feed("0")
    #expect(!first.more && !first.transactions.isEmpty)
    _ = try home.run("set", "quillon", "website=quillon.example")
    let second = try feed(first.position)
    #expect(second.transactions.flatMap(\.changes).map(\.field) == ["website"])
    #expect(try feed(second.position).transactions.isEmpty)
    #expect(try home.run("log-since", "7.abc").code == 2)
    #expect(try home.run("log-since", "0").output.contains("\tset\tQuillon\n"))
  }

  @Test func `a mail comes from one's own address, in the thread that it answers, with copies`() throws {
    try home.write(
      "times.eml",
      """
      From: Farida Nasser <farida@quillon.example>
      To: Sam <sam@mail.example>
      Date: Thu, 19 Jun 2025 09:00:00 +0000
      Message-ID: <abc.1@quillon.example>
      Subject: Thank you for coming
      Content-Type: text/plain

      Dear Sam, thank you for coming yesterday. We will let you know by 27 June. Farida

      """)
    _ = try home.run("set", "farida", "email=farida@quillon.example")
    _ = try home.run("import", "times.eml", "--today", "2025-06-19")
    _ = try home.run("settings", "mail", "sam@mail.example")
    _ = try home.run("settings", "name", "Sam Rees")
    let line = ["letter", "farida", "--kind", "thank-you", "--eml", "--today", "2025-06-20"]
    let mail = try home.run(line + ["--cc", "omar@quillon.example"])
    #expect(mail.code == 0, "\(mail.talk)")
    let headers = mail.output.replacing("\r\n", with: "\n").split(separator: "\n\n").first.map(String.init) ?? ""
    for header in [
      "From: Sam Rees <sam@mail.example>", "To: Farida Nasser <farida@quillon.example>", "Cc: omar@quillon.example",
      "In-Reply-To: <abc.1@quillon.example>", "References: <abc.1@quillon.example>",
    ] {
      #expect(headers.contains(header + "\n"), "\(header) in \(headers)")
    }
    #expect(try home.run("letter", "farida", "--kind", "thank-you", "--cc", "omar@x.example").code == 2)
    _ = try home.run("settings", "mail", "nonsense")
    #expect(try home.run(line).code == 2)
  }
}
