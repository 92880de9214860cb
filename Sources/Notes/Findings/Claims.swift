/// Stretches of a line that are something definite: addresses, phone numbers, links. Nothing else is read into them.
struct Claim {
  enum Kind { case email, phone, url, amount }
  var kind: Kind
  var span: TextSpan
}

struct ClaimFinder {
  let text: [Unicode.Scalar]

  /// A cheap test: an address, a link or a phone number needs seven digits or a telling mark.
  static func mayHoldClaims(_ tokens: ArraySlice<Token>) -> Bool {
    var digits = 0
    return tokens.contains { token in
      if token.kind == .number { digits += token.length }
      return digits >= 7 || token.isMark("@") || token.isMark("/") || token.isMark(".") && !token.isSpaced
    }
  }

  /// Addresses, links and phone numbers of a line, in order.
  func claims(in span: TextSpan) -> [Claim] {
    var out = [Claim]()
    var index = span.start
    while index < span.end {
      let scalar = text[index]
      guard ClaimFinder.isTelling(scalar) else {
        index += 1
        continue
      }
      if scalar == "@", let email = email(around: index, in: span, from: out.last?.span.end ?? span.start) {
        while out.last?.span.overlaps(email) ?? false { out.removeLast() }
        out.append(Claim(kind: .email, span: email))
        index = email.end
      } else if scalar == ":" || scalar == "w" || scalar == "W",
        let url = url(at: index, in: span, from: out.last?.span.end ?? span.start)
      {
        out.append(Claim(kind: .url, span: url))
        index = url.end
      } else if scalar.isASCIIDigit || scalar == "+" || scalar == "(", let phone = phone(at: index, in: span) {
        out.append(Claim(kind: .phone, span: phone))
        index = phone.end
      } else if scalar.isASCIIDigit {
        while index < span.end, text[index].isASCIIDigit { index += 1 }
      } else {
        index += 1
      }
    }
    return out
  }

  /// Something definite can begin with it, or in the case of "@" and ":" lie around it.
  @inline(__always)
  private static func isTelling(_ scalar: Unicode.Scalar) -> Bool {
    // A word of bits for the scalars up to "?", here "(", "+", the digits and ":"; one for the next 64: "@", "W", "w".
    let marks: UInt64 = 1 << 0x28 | 1 << 0x2B | 0x7FF << 0x30
    let letters: UInt64 = 1 << 0 | 1 << 0x17 | 1 << 0x37
    let (page, bit) = (scalar.value >> 6, UInt64(scalar.value & 63))
    return page == 0 ? marks >> bit & 1 != 0 : page == 1 && letters >> bit & 1 != 0
  }

  private func isLocalPart(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCIILetter || scalar.isASCIIDigit || scalar == "." || scalar == "_" || scalar == "-" || scalar == "+"
      || scalar == "'"
      || scalar.value > 0x7F && scalar.isLetter
  }

  private func email(around at: Int, in span: TextSpan, from floor: Int) -> TextSpan? {
    var start = at
    while start > floor, at - start < 64, isLocalPart(text[start - 1]) { start -= 1 }
    while start < at, text[start] == "." || text[start] == "-" || text[start] == "'" { start += 1 }
    var end = at + 1
    var dots = 0
    while end < span.end, end - at < 255 {
      let scalar = text[end]
      if scalar == "." {
        dots += 1
      } else if !(scalar.isASCIILetter || scalar.isASCIIDigit || scalar == "-"
        || scalar.value > 0x7F && scalar.isLetter)
      {
        break
      }
      end += 1
    }
    while end > at + 1, text[end - 1] == "." || text[end - 1] == "-" {
      if text[end - 1] == "." { dots -= 1 }
      end -= 1
    }
    return start < at && dots > 0 && end - at > 3 ? TextSpan(start, end) : nil
  }

  /// `scheme://…` or `www.…`, up to white space.
  private func url(at index: Int, in span: TextSpan, from floor: Int) -> TextSpan? {
    var start = index
    if text[index] == ":" {
      guard index + 2 < span.end, text[index + 1] == "/", text[index + 2] == "/" else { return nil }
      while start > floor, index - start < 10, text[start - 1].isASCIILetter { start -= 1 }
    } else {
      guard index + 3 < span.end, text[index + 3] == ".", (text[index + 1].value | 0x20) == 0x77,
        (text[index + 2].value | 0x20) == 0x77, index == span.start || !text[index - 1].isLetter
      else { return nil }
    }
    var end = index
    while end < span.end, !text[end].isSpace, text[end] != ">", text[end] != "\"" { end += 1 }
    return TextSpan(start, end)
  }

  /// Seven to fifteen digits in groups, with a plus, a leading zero or the grouping of a phone number.
  private func phone(at index: Int, in span: TextSpan) -> TextSpan? {
    if index > span.start {
      let before = text[index - 1]
      if before.isASCIIDigit || before.isLetter || before == "." || before == "-" || before == "/" || before == "£"
        || before == "$" || before == "€" || before == "#"
      {
        return nil
      }
    }
    let hasPlus = text[index] == "+"
    var (end, digits, last) = (index, 0, index)
    var marks = (spaces: 0, dashes: 0, others: 0)
    while end < span.end, digits <= 15 {
      let scalar = text[end]
      if scalar.isASCIIDigit {
        digits += 1
        last = end + 1
      } else if scalar == " " || scalar == "\u{A0}" || scalar == "-" || scalar == "." || scalar == "/" || scalar == "("
        || scalar == ")" || scalar == "\u{2011}" || scalar == "+" && end == index
      {
        if end > index + 1, !text[end - 1].isASCIIDigit, text[end - 1] != ")", scalar != "(", text[end - 1] != "(",
          !(text[end - 1] == " " && (scalar == "-"))
        {
          break
        }
        if scalar == "-" {
          marks.dashes += 1
        } else if scalar == " " || scalar == "\u{A0}" {
          marks.spaces += 1
        } else {
          marks.others += 1
        }
      } else {
        break
      }
      end += 1
    }
    if last < span.end, text[last].isLetter, !(text[last] == "x" || text[last] == "e") { return nil }
    guard digits >= 7, digits <= 15 else { return nil }
    let groups = text[index..<last].split { !$0.isASCIIDigit }.map(\.count)
    guard isPhone(groups, digits, start: index, end: last, hasPlus: hasPlus) else { return nil }
    var start = index
    if text[start] == "(", !text[start..<last].contains(")") { start += 1 }
    return TextSpan(start, last)
  }

  private func isPhone(_ groups: [Int], _ digits: Int, start: Int, end: Int, hasPlus: Bool) -> Bool {
    if hasPlus { return digits >= 8 }
    let slice = text[start..<end]
    // A day, month and year, or year first.
    if groups.count == 3, groups.sorted() == [2, 2, 4] || groups.contains(4) && digits <= 8 { return false }
    if groups.count >= 3, groups[0] == 4, digits == 8, !slice.contains(" ") { return false }
    if text[start] == "0", digits >= 9 { return true }
    if text[start] == "(" {
      return digits >= 9 || groups.count >= 2 && digits >= 7 && groups[0] >= 2 && slice.contains(")")
    }
    return (digits == 10 || digits == 11 && text[start] == "1") && groups.count >= 3 && groups.count <= 4
      && groups.last == 4
  }
}
