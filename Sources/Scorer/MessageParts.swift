/// Where a line stands in a message: head, greeting, body, closing, quoted.
struct MessageParts {
  struct Place {
    var isQuoted = false
    /// The head's field, zero elsewhere.
    var head: UInt32 = 0
    /// 0: no greeting near above, 1: the greeting, 2: below it.
    var greeting: UInt32 = 0
    /// Lines below the closing, from 1; zero elsewhere.
    var closing: UInt32 = 0
  }

  private var sinceGreeting = 99
  private var sinceClosing = 99

  mutating func next(_ page: Page, _ line: PageLine) -> Place {
    sinceGreeting += 1
    sinceClosing += 1
    var place = Place()
    let start = line.pieces.first { !page.pieces[$0].isMark(">") }
    place.isQuoted = line.pieces.first.map { page.pieces[$0].isMark(">") } ?? false
    if let start {
      if Self.greetings.contains(page.pieces[start].key) {
        (sinceGreeting, sinceClosing) = (0, 99)
      } else if sinceGreeting < 60, line.pieces.count <= 6, isClosing(page, start, line) {
        sinceClosing = 0
      }
      var field = start
      while field < line.pieces.upperBound, page.pieces[field].isMark("*") { field += 1 }
      let next = field + 1
      if next < line.pieces.upperBound, page.pieces[next].isMark(":") || page.pieces[next].isMark("*"),
        Self.fields.contains(page.pieces[field].key)
      {
        place.head = page.pieces[field].key
      }
    }
    place.greeting = sinceGreeting == 0 ? 1 : sinceGreeting < 40 ? 2 : 0
    place.closing = sinceClosing < 7 ? UInt32(min(sinceClosing, 3) + 1) : 0
    return place
  }

  private func isClosing(_ page: Page, _ start: Int, _ line: PageLine) -> Bool {
    line.pieces.prefix(4).contains { Self.closings.contains(page.pieces[$0].key) }
  }

  private static func words(_ text: String) -> Set<UInt32> {
    Set(text.split(separator: " ").map { Hash.word(String($0)) })
  }

  private static let greetings = words(
    "dear hi hello hey hallo liebe lieber sehr guten bonjour madame monsieur cher chère hola estimado estimada buongiorno gentile beste cześć hej caro cara prezado prezada geachte"
  )
  private static let closings = words(
    "regards wishes best thanks cheers yours sincerely grüße gruß grüßen cordialement salutations saludos saluti atentamente groet groeten hälsningar pozdrawiam abraço cumprimentos"
  )
  private static let fields = words(
    "from to cc subject date sent reply von an betreff gesendet datum de à objet envoyé para asunto fecha da oggetto assunto"
  )
}
