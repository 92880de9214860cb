import Model

extension ChangeDecoder {
  mutating func value(_ cursor: inout JSONCursor) throws -> Value {
    switch cursor.next {
    case 0x22: return .string(try cursor.string())
    case UInt8(ascii: "t"), UInt8(ascii: "f"): return .boolean(try cursor.boolean())
    case UInt8(ascii: "{"): return try tagged(&cursor)
    case UInt8(ascii: "["): throw cursor.fault("a value cannot be an array")
    default: return .integer(try cursor.integer())
    }
  }

  private mutating func tagged(_ cursor: inout JSONCursor) throws -> Value {
    try cursor.openObject()
    let tag = try cursor.name()
    try cursor.expect(UInt8(ascii: ":"))
    let value = try tagged(tag, &cursor)
    try cursor.closeObject()
    return value
  }

  private mutating func tagged(_ tag: String, _ cursor: inout JSONCursor) throws -> Value {
    switch tag {
    case "d":
      guard let day = Day(try cursor.string()) else { throw cursor.fault("a day that does not exist", .inconsistent) }
      return .day(day)
    case "z":
      let text = try cursor.string()
      guard let moment = Moment(text), moment.description == text else {
        throw cursor.fault("a moment that does not exist", .inconsistent)
      }
      return .moment(moment)
    case "n":
      let digits = try cursor.string()
      guard Carriable.isDecimal(digits) else { throw cursor.fault("a decimal number in another form") }
      return .decimal(digits)
    case "i": return .reference(try subject(&cursor))
    case "y": return .bytes(try inlineBytes(&cursor))
    case "yb": return .bytes(try blobs.bytes(&cursor))
    case "sb": return .string(try blobs.text(&cursor))
    case "k": throw cursor.fault("a keep list where a value belongs")
    default: return .unknown(tag: tag, json: try cursor.anyValue())
    }
  }

  private func inlineBytes(_ cursor: inout JSONCursor) throws -> [UInt8] {
    guard let bytes = Base64.standard.decode(try cursor.plainString()) else {
      throw cursor.fault("bytes that are not in base64")
    }
    guard bytes.count <= Limits.blobPartBytes else {
      throw cursor.fault("bytes of more than \(Limits.blobPartBytes) outside a blob", .tooLarge)
    }
    return bytes
  }
}
