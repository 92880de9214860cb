import Model

extension ChangeEncoder {
  mutating func value(_ value: Value, blob: String?) {
    switch value {
    case .string(let text):
      if let blob { blobName("sb", blob) } else { json.string(text) }
    case .integer(let number): json.integer(number)
    case .boolean(let flag): json.boolean(flag)
    case .day(let day): tagged("{\"d\":", day.description)
    case .moment(let moment): tagged("{\"z\":", moment.description)
    case .decimal(let digits): tagged("{\"n\":", digits)
    case .reference(let target):
      json.raw("{\"i\":")
      subject(target)
      json.byte(UInt8(ascii: "}"))
    case .bytes(let content):
      if let blob { blobName("yb", blob) } else { inline(content) }
    case .unknown(let tag, let text):
      json.byte(UInt8(ascii: "{"))
      json.string(tag)
      json.byte(UInt8(ascii: ":"))
      json.bytes.append(contentsOf: text.utf8)
      json.byte(UInt8(ascii: "}"))
    }
  }

  private mutating func tagged(_ opening: StaticString, _ text: String) {
    json.raw(opening)
    json.string(text)
    json.byte(UInt8(ascii: "}"))
  }

  private mutating func inline(_ content: [UInt8]) {
    json.raw("{\"y\":\"")
    Base64.standard.append(content, to: &json.bytes)
    json.raw("\"}")
  }

  mutating func blobName(_ tag: StaticString, _ sha256: String) {
    json.raw("{\"")
    json.raw(tag)
    json.raw("\":\"")
    json.bytes.append(contentsOf: sha256.utf8)
    json.raw("\"}")
  }
}
