import Foundation
import Testing

/// Contacts of other programs, and files that this one wrote itself, taken in.
@Suite struct ContactImportTests {
  private let home: Home

  init() throws {
    home = try Home()
    _ = try home.run("add", "organisation", "Orchard & Pine")
    _ = try home.run("add", "person", "Dana Whitfield", "organisation=orchard")
  }

  private struct Person: Decodable {
    let fields: [String: Value]

    enum Value: Decodable, Equatable {
      case text(String), list([String]), other

      init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let text = try? container.decode(String.self) {
          self = .text(text)
        } else {
          self = (try? container.decode([String].self)).map(Value.list) ?? .other
        }
      }
    }
  }

  private func people() throws -> [String: [String: Person.Value]] {
    let outcome = try home.run("list", "people", "--json")
    let rows = try JSONDecoder().decode([String: [Person]].self, from: Data(outcome.output.utf8))["rows"] ?? []
    return Dictionary(
      rows.map { row in
        if case .text(let name)? = row.fields["name"] { (name, row.fields) } else { ("", row.fields) }
      }, uniquingKeysWith: { first, _ in first })
  }

  private static let linkedIn = """
    Notes:
    "When exporting your connection data, you may notice that some of the email addresses are missing."

    First Name,Last Name,URL,Email Address,Company,Position,Connected On
    Dana,Whitfield,https://www.linkedin.com/in/danaw,dana@orchard.example,Orchard & Pine,Head of Data,12 Mar 2026
    Émile,Roussel,https://www.linkedin.com/in/er,,Saltmarsh,Directeur technique,04 Feb 2026

    """
  private static let google = """
    First Name,Middle Name,Last Name,Organization Name,Organization Title,Notes,E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Value,Phone 1 - Label,Phone 1 - Value
    Dana,,Whitfield,Orchard & Pine,,\"said \"\"yes\"\"\",Work,dana@orchard.example,d@home.example ::: dw@home.example,Work,+1 555 0100 ::: +1 555 0101
    Émile,,Roussel,Saltmarsh,,,,,,,

    """
  private static let outlook = """
    First Name,Last Name,Company,Job Title,Business Phone,Business Fax,E-mail Address,E-mail Type,E-mail 2 Address
    Dana,Whitfield,Orchard & Pine,Head of Data,+1 555 0100,+1 555 0199,dana@orchard.example,SMTP,
    Émile,Roussel,Saltmarsh,,,,,,

    """

  @Test(arguments: [linkedIn, google, outlook])
  func `a table of contacts tells more of who is known, and of others when asked`(
    table: String
  ) throws {
    try home.write("contacts.csv", table)
    let first = try home.run("import", "contacts.csv")
    #expect(first.code == 0 && first.talk.contains("1 contact of nobody known"), "\(first)")
    let known = try people()
    #expect(known.count == 1 && known["Dana Whitfield"]?["email"] == .text("dana@orchard.example"), "\(known)")
    #expect(try home.run("list", "organisations", "--plain").output.split(separator: "\n").count == 1)
    let more = try home.run("import", "contacts.csv", "--new-people")
    #expect(more.code == 0, "\(more)")
    #expect(try people().keys.sorted() == ["Dana Whitfield", "Émile Roussel"])
    #expect(try home.run("import", "contacts.csv", "--new-people").talk.contains("new") == false)
    #expect(try people().count == 2)
    #expect(try home.run("list", "interviews", "--plain").output.isEmpty)
  }

  @Test func `what a table says of a person is all taken`() throws {
    try home.write("google.csv", Self.google)
    _ = try home.run("import", "google.csv")
    let dana = try #require(try people()["Dana Whitfield"])
    #expect(dana["notes"] == .text("said \"yes\""), "\(dana)")
    #expect(dana["other_emails"] == .list(["d@home.example", "dw@home.example"]), "\(dana)")
    #expect(dana["phone"] == .text("+15550100") && dana["other_phones"] == .list(["+1 555 0101"]), "\(dana)")
  }

  @Test func `a server's own name for somebody is no address`() throws {
    try home.write(
      "outlook.csv",
      "First Name,Last Name,E-mail Address,E-mail 2 Address\nRosa,Parkin,/o=ExchangeLabs/cn=rosa,rosa@thistle.example\n"
    )
    _ = try home.run("import", "outlook.csv", "--new-people")
    let rosa = try #require(try people()["Rosa Parkin"])
    #expect(rosa["email"] == .text("rosa@thistle.example") && rosa["other_emails"] == nil, "\(rosa)")
  }

  @Test func `a card says all it has, and a recruiter works where it says`() throws {
    try home.write(
      "card.vcf",
      """
      BEGIN:VCARD
      VERSION:3.0
      FN:Tom Reed
      ORG:Larkspur;People
      TITLE:Talent Partner
      EMAIL:tom@larkspur.example
      EMAIL;TYPE=home:tom@home.example
      TEL:+44 20 7946 0000
      TEL:+44 7700 900123
      ADR:;;Pine Rd 1;Köln;;50667;Germany
      URL:https\\://larkspur.example/tom
      TZ:Europe/Berlin
      LANG:de
      NOTE:likes tea\\, not coffee\\nmet in Bonn
      CATEGORIES:warm,tech
      END:VCARD

      """)
    _ = try home.run("import", "card.vcf")
    let tom = try #require(try people()["Tom Reed"])
    #expect(tom["organisation"] != nil, "\(tom)")
    #expect(tom["other_emails"] == .list(["tom@home.example"]) && tom["other_phones"] == .list(["+44 7700 900123"]))
    #expect(tom["address"] == .text("Pine Rd 1\n50667 Köln\nGermany"), "\(tom)")
    #expect(tom["profile"] == .text("https://larkspur.example/tom") && tom["time_zone"] == .text("Europe/Berlin"))
    #expect(tom["notes"] == .text("likes tea, not coffee\nmet in Bonn") && tom["tags"] == .list(["tech", "warm"]))
    // A tag that somebody took off stays off.
    _ = try home.run("set", "tom", "tags=-warm")
    try home.write(
      "again.vcf",
      try String(contentsOfFile: home.path("card.vcf"), encoding: .utf8).replacing(
        "VERSION:3.0", with: "VERSION:3.0\nREV:1"))
    _ = try home.run("import", "again.vcf")
    #expect(try people()["Tom Reed"]?["tags"] == .list(["tech"]))
  }

  @Test func `a store's text is taken however it is spaced, and from standard input`() throws {
    _ = try home.run("export", "all.json")
    let text = try String(contentsOfFile: home.path("all.json"), encoding: .utf8)
    let spaced = "\n {\n  \"afterword\" : 1,\n  \"rows\"" + text.split(separator: "\"rows\"", maxSplits: 1)[1]
    let other = ["AFTERWORD_STORE": home.path("other.sqlite"), "XDG_STATE_HOME": home.path("other")]
    let taken = try home.run("import", "-", variables: other, input: spaced)
    #expect(taken.code == 0 && taken.talk.contains("Took in 2 new rows"), "\(taken)")
    try home.write("spaced.json", spaced)
    #expect(try home.run("import", "spaced.json", variables: other).talk.contains("is here already"))
    #expect(try home.run("import", "-", "-", input: spaced).code == 2)
  }

  @Test func `the apostrophe that keeps a spreadsheet from computing is no part of a cell`() throws {
    try home.write(
      "jobs.csv",
      "Company,Position,Status,Applied\n'=Lumenpay,Engineer,Applied,2026-02-01\n'tis Ltd,Clerk,Applied,2026-02-02\n")
    let outcome = try home.run("import", "jobs.csv", "--today", "2026-03-01")
    #expect(outcome.code == 0, "\(outcome)")
    let firms = try home.run("list", "organisations", "--plain").output
    #expect(firms.contains("\t=Lumenpay") && firms.contains("'tis Ltd"), "\(firms)")
  }

  @Test func `a page is no export, and it is said what makes one`() throws {
    let outcome = try home.run("export", "coach.html")
    #expect(outcome.code == 2 && outcome.talk.contains("--redact") && outcome.talk.contains("page"), "\(outcome)")
  }
}
