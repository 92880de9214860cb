/// The seal as the last line has it. Keys stand once, in order, and are named by their place.
enum SealCoding {
  static func encode(_ seal: BundleSeal, to json: inout JSONWriter) {
    let keys = Set(
      seal.certificates.flatMap { [$0.key, $0.by] } + seal.tips.map(\.key) + [seal.maker?.key].compactMap(\.self)
    ).sorted()
    let places = Dictionary(uniqueKeysWithValues: keys.enumerated().map { ($0.element, $0.offset) })
    json.byte(UInt8(ascii: "{"))
    if let maker = seal.maker {
      json.raw("\"by\":")
      json.integer(places[maker.key] ?? 0)
      json.raw(",")
    }
    json.raw("\"certificates\":")
    json.list(seal.certificates) { certificate, json in
      json.raw("[")
      json.string(certificate.kind.rawValue)
      json.raw(",")
      json.integer(places[certificate.key] ?? 0)
      json.raw(",")
      json.integer(places[certificate.by] ?? 0)
      json.raw(",")
      json.digits(certificate.signature.bytes)
      json.raw("]")
    }
    json.raw(",\"keys\":")
    json.list(keys) { $1.digits($0.bytes) }
    if let maker = seal.maker {
      json.raw(",\"signature\":")
      json.digits(maker.signature.bytes)
    }
    json.raw(",\"tips\":")
    json.list(seal.tips) { tip, json in
      json.raw("[")
      json.integer(tip.stream)
      json.raw(",")
      json.integer(places[tip.key] ?? 0)
      json.raw(",")
      json.digits(tip.signature.bytes)
      json.raw("]")
    }
    json.byte(UInt8(ascii: "}"))
  }

  /// Keys are named before they are written, so what names them is read first and put together in the end.
  static func decode(_ cursor: inout JSONCursor, streams: Int) throws -> BundleSeal {
    try cursor.openObject()
    let by = cursor.field("by") ? try cursor.integer() : nil
    try cursor.expectField("certificates")
    let certificates = try cursor.rows(Limits.certificates) { cursor in
      guard let kind = Certificate.Kind(rawValue: try cursor.string()) else {
        throw cursor.fault("a word on a key that is neither v nor r", .inconsistent)
      }
      return (
        kind, key: try cursor.following { try $0.integer() }, by: try cursor.following { try $0.integer() },
        signature: try cursor.following { try $0.signature() }
      )
    }
    try cursor.expectField("keys")
    let keys = try cursor.list(2 * Limits.certificates + streams + 1) { try $0.machineKey() }
    let unlisted = cursor.fault("a key that is not listed", .inconsistent)
    func key(_ place: Int) throws -> MachineKey {
      guard keys.indices.contains(place) else { throw unlisted }
      return keys[place]
    }
    let maker =
      try by.map { by in
        try cursor.expectField("signature")
        return BundleSeal.Maker(key: try key(by), signature: try cursor.signature())
      }
    try cursor.expectField("tips")
    let tips = try cursor.rows(streams) { cursor in
      let stream = try cursor.integer()
      guard stream >= 0, stream < streams else { throw cursor.fault("a signature of no stream", .inconsistent) }
      return BundleSeal.Tip(
        stream: stream, key: try key(try cursor.following { try $0.integer() }),
        signature: try cursor.following { try $0.signature() })
    }
    guard zip(tips, tips.dropFirst()).allSatisfy({ $0.stream < $1.stream }) else {
      throw cursor.fault("the signatures of streams are not in order")
    }
    try cursor.closeObject()
    return BundleSeal(
      maker: maker,
      certificates: try certificates.map {
        Certificate($0.0, of: try key($0.key), by: try key($0.by), signature: $0.signature)
      }, tips: tips)
  }
}

extension JSONWriter {
  fileprivate mutating func list<Element>(_ list: [Element], _ write: (Element, inout JSONWriter) -> Void) {
    byte(UInt8(ascii: "["))
    for (index, element) in list.enumerated() {
      if index > 0 { byte(UInt8(ascii: ",")) }
      write(element, &self)
    }
    byte(UInt8(ascii: "]"))
  }

  fileprivate mutating func digits(_ content: [UInt8]) {
    byte(0x22)
    Base64.url.append(content, to: &bytes)
    byte(0x22)
  }
}

extension JSONCursor {
  fileprivate mutating func list<Element>(
    _ most: Int, _ read: (inout JSONCursor) throws -> Element
  ) throws -> [Element] {
    var list: [Element] = []
    try openArray()
    while try element() {
      guard list.count < most else { throw fault("more signatures than a bundle can have", .tooLarge) }
      list.append(try read(&self))
    }
    return list
  }

  /// A list of arrays, the first element of each of which is next for `read`.
  fileprivate mutating func rows<Row>(_ most: Int, _ read: (inout JSONCursor) throws -> Row) throws -> [Row] {
    try list(most) { cursor in
      try cursor.openArray()
      try cursor.nextElement()
      let row = try read(&cursor)
      try cursor.closeArray()
      return row
    }
  }

  /// The next element of an array.
  fileprivate mutating func following<Value>(_ read: (inout JSONCursor) throws -> Value) throws -> Value {
    try nextElement()
    return try read(&self)
  }

  fileprivate mutating func machineKey() throws -> MachineKey {
    guard let key = Base64.url.decode(try plainString()).flatMap(MachineKey.init) else {
      throw fault("a key that is not 32 bytes of base64url")
    }
    return key
  }

  fileprivate mutating func signature() throws -> Signature {
    guard let signature = Base64.url.decode(try plainString()).flatMap(Signature.init) else {
      throw fault("a signature that is not 64 bytes of base64url")
    }
    return signature
  }
}
