/// The text of RTF: groups that hold fonts, colours, pictures and fields' codes left out.
enum RichText {
  private static let hidden: Set<String> = [
    "fonttbl", "colortbl", "stylesheet", "info", "pict", "object", "header", "footer", "headerl", "headerr", "footerl",
    "footerr", "footnote", "themedata", "datastore", "listtable", "listoverridetable", "generator", "fldinst",
    "xmlnstbl",
    "latentstyles", "rsidtbl", "bkmkstart", "bkmkend",
  ]
  private static let signs: [String: String] = [
    "par": "\n", "line": "\n", "row": "\n", "cell": "\t", "tab": " ", "bullet": "- ", "emdash": "—", "endash": "–",
    "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "sect": "\n", "page": "\n",
  ]

  static func text(_ text: [Unicode.Scalar]) -> TextView {
    var walk = RichTextWalk(text: text)
    walk.read()
    return walk.out
  }

  fileprivate struct RichTextWalk {
    let text: [Unicode.Scalar]
    var out = TextView()
    private var place = 0
    /// For each open group: whether it is left out, and how many characters stand behind "\u" for old readers.
    private var groups: [(isHidden: Bool, skip: Int)] = [(false, 1)]
    private var bytes = MappedBytes()
    private var charset = "windows-1252"
    private var pendingSkip = 0

    init(text: [Unicode.Scalar]) { self.text = text }

    private var isHidden: Bool { groups.last?.isHidden ?? true }

    mutating func read() {
      while place < text.count {
        switch text[place] {
        case "{":
          flush()
          groups.append(groups.last ?? (false, 1))
          place += 1
        case "}":
          flush()
          if groups.count > 1 { groups.removeLast() }
          place += 1
        case "\\": control()
        case "\n", "\r": place += 1
        default:
          show(String(text[place]), place, place + 1)
          place += 1
        }
      }
      flush()
    }

    private mutating func show(_ own: String, _ start: Int, _ end: Int) {
      flush()
      if pendingSkip > 0 {
        pendingSkip -= 1
        return
      }
      guard !isHidden else { return }
      for scalar in own.unicodeScalars { out.append(scalar, start, end) }
    }

    private mutating func flush() {
      guard !bytes.bytes.isEmpty else { return }
      if !isHidden { bytes.decode(charset: charset, into: &out) }
      bytes = MappedBytes()
    }

    private mutating func control() {
      let start = place
      place += 1
      guard place < text.count else { return }
      guard text[place].isASCIILetter else { return symbol(start) }
      while place < text.count, place - start < 34, text[place].isASCIILetter { place += 1 }
      let word = string(text[start + 1..<place])
      let digits = place
      if place < text.count, text[place] == "-" { place += 1 }
      while place < text.count, place - digits < 12, text[place].isASCIIDigit { place += 1 }
      let number = Int(string(text[digits..<place]))
      if place < text.count, text[place] == " " { place += 1 }
      apply(word, number, start)
    }

    private mutating func apply(_ word: String, _ number: Int?, _ start: Int) {
      if RichText.hidden.contains(word) {
        groups[groups.count - 1].isHidden = true
      } else if word == "ansicpg", let number {
        charset = "windows-\(number)"
      } else if word == "uc", let number {
        groups[groups.count - 1].skip = min(max(number, 0), 8)
      } else if word == "u", let number {
        let scalar = Unicode.Scalar(UInt32(truncatingIfNeeded: number < 0 ? number + 65536 : number)) ?? "\u{FFFD}"
        show(String(scalar), start, place)
        pendingSkip = groups.last?.skip ?? 1
      } else if let sign = RichText.signs[word] {
        show(sign, start, place)
      }
    }

    private mutating func symbol(_ start: Int) {
      let own = text[place]
      place += 1
      switch own {
      case "'":
        guard place + 2 <= text.count, let byte = UInt8(string(text[place..<place + 2]), radix: 16) else { return }
        place += 2
        if pendingSkip > 0 { pendingSkip -= 1 } else { bytes.append(byte, start, place) }
      case "*": groups[groups.count - 1].isHidden = true
      case "~": show(" ", start, place)
      case "\n", "\r": show("\n", start, place)
      case "\\", "{", "}": show(String(own), start, place)
      default: break
      }
    }
  }
}
