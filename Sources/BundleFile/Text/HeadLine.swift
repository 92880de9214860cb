import Merge
import Model

/// The first line: what the file is, which ranges it carries, what a reader must know.
package enum HeadLine {
  static let format = "afterword-bundle"
  package static let version = 1
  /// The features that a reader may have to know, in their order: transactions from which something was erased, and
  /// signatures in the last line.
  private static let erased = "erased"
  private static let sealed = "sealed"
  static let about = """
    Afterword bundle: changes of a store, one JSON object a line, in gzip blocks. `afterword import` merges it, \
    `afterword verify` checks it; all lines but the last hash to the last line's sha256. Do not edit.
    """

  // MARK: writing

  static func encode(_ head: BundleHead) throws -> [UInt8] {
    var json = JSONWriter()
    json.raw("{\"about\":")
    json.string(about)
    json.raw(",\"format\":[")
    json.string(format)
    json.byte(UInt8(ascii: ","))
    json.integer(version)
    json.raw("],\"kind\":")
    json.string(head.kind.rawValue)
    json.raw(",\"parents\":[")
    for (index, descent) in head.parents.enumerated() {
      if index > 0 { json.byte(UInt8(ascii: ",")) }
      json.byte(UInt8(ascii: "["))
      json.id(descent.incarnation.id)
      json.byte(UInt8(ascii: ","))
      json.reference(descent.parent)
      json.byte(UInt8(ascii: "]"))
    }
    json.raw("],\"req\":[")
    for (index, feature) in features(of: head).enumerated() {
      if index > 0 { json.byte(UInt8(ascii: ",")) }
      json.string(feature)
    }
    json.raw("],\"streams\":[")
    for (index, stream) in head.streams.enumerated() {
      if index > 0 { json.byte(UInt8(ascii: ",")) }
      encode(stream, to: &json)
    }
    json.raw("],\"t\":\"head\"}\n")
    guard json.bytes.count <= Limits.headBytes else {
      throw BundleError.notWritable(what: "\(head.streams.count) machines are more than a bundle's head can name")
    }
    return json.bytes
  }

  private static func features(of head: BundleHead) -> [String] {
    (head.hasErased ? [erased] : []) + (head.isSealed ? [sealed] : [])
  }

  private static func encode(_ stream: StreamRange, to json: inout JSONWriter) {
    json.byte(UInt8(ascii: "{"))
    if let before = stream.before {
      json.raw("\"before\":")
      json.hash(before)
      json.byte(UInt8(ascii: ","))
    }
    json.raw("\"end\":")
    json.hash(stream.end)
    json.raw(",\"from\":")
    json.integer(stream.first)
    json.raw(",\"id\":")
    json.id(stream.incarnation.id)
    json.raw(",\"to\":")
    json.integer(stream.last)
    json.byte(UInt8(ascii: "}"))
  }

  // MARK: reading

  static func decode(_ cursor: inout JSONCursor) throws -> BundleHead {
    try cursor.openObject()
    try cursor.expectField("about")
    _ = try cursor.string()
    try readFormat(&cursor)
    try refuseFeatures(cursor)
    try cursor.expectField("kind")
    guard let kind = BundleKind(rawValue: try cursor.string()) else {
      throw cursor.fault("a kind other than backup, delta and redacted", .inconsistent)
    }
    try cursor.expectField("parents")
    var parents: [Descent] = []
    try cursor.openArray()
    while try cursor.element() { parents.append(try descent(&cursor)) }
    try cursor.expectField("req")
    try cursor.openArray()
    var features: [String] = []
    while try cursor.element() { features.append(try cursor.name()) }
    try cursor.expectField("streams")
    var streams: [StreamRange] = []
    try cursor.openArray()
    while try cursor.element() { streams.append(try stream(&cursor)) }
    try cursor.expectField("t")
    _ = try cursor.plainString()
    try cursor.closeObject()
    let head = BundleHead(
      kind: kind, streams: streams, parents: parents, hasErased: features.contains(erased),
      isSealed: features.contains(sealed))
    guard Self.features(of: head) == features else {
      throw cursor.fault("a feature is required twice, or features are not in order", .inconsistent)
    }
    guard head.streams == streams, head.parents == parents else {
      throw cursor.fault("the head's streams or parents are not in order", .notCanonical)
    }
    try checkApart(streams, cursor)
    return head
  }

  private static func readFormat(_ cursor: inout JSONCursor) throws {
    try cursor.expectField("format")
    try cursor.openArray()
    try cursor.nextElement()
    guard try cursor.string() == format else {
      throw BundleError.notABundle(what: "its first line names another format")
    }
    try cursor.nextElement()
    let found = try cursor.integer()
    guard found <= version else { throw BundleError.newerVersion(found) }
    guard found == version else { throw cursor.fault("there is no format version \(found)", .inconsistent) }
    try cursor.closeArray()
  }

  /// Looks for required features before anything else is read that they might change.
  private static func refuseFeatures(_ cursor: JSONCursor) throws {
    var ahead = cursor
    while ahead.next == UInt8(ascii: ",") {
      if ahead.field("req") {
        var features: [String] = []
        try ahead.openArray()
        while try ahead.element() {
          features.append(try ahead.name())
          guard features.count <= Limits.features else { throw ahead.fault("too many required features", .tooLarge) }
        }
        if let unknown = features.first(where: { $0 != erased && $0 != sealed }) {
          throw BundleError.unknownFeature(unknown)
        }
        return
      }
      try ahead.expect(UInt8(ascii: ","))
      _ = try ahead.string()
      try ahead.expect(UInt8(ascii: ":"))
      try ahead.skipValue()
    }
  }

  private static func descent(_ cursor: inout JSONCursor) throws -> Descent {
    try cursor.openArray()
    try cursor.nextElement()
    let incarnation = Incarnation(try cursor.id())
    try cursor.nextElement()
    let parent = try cursor.reference { _ in nil }
    try cursor.closeArray()
    return Descent(incarnation: incarnation, parent: parent)
  }

  private static func stream(_ cursor: inout JSONCursor) throws -> StreamRange {
    try cursor.openObject()
    let before = cursor.field("before") ? try cursor.chainHash() : nil
    try cursor.expectField("end")
    let end = try cursor.chainHash()
    try cursor.expectField("from")
    let first = try cursor.integer()
    try cursor.expectField("id")
    let incarnation = Incarnation(try cursor.id())
    try cursor.expectField("to")
    let last = try cursor.integer()
    try cursor.closeObject()
    guard first >= 1, last >= first else {
      throw cursor.fault("a range from \(first) to \(last) of machine \(incarnation)", .inconsistent)
    }
    guard (before == nil) == (first == 1) else {
      throw cursor.fault("a range's start and the hash before it do not fit", .inconsistent)
    }
    return StreamRange(incarnation: incarnation, first: first, last: last, before: before, end: end)
  }

  /// Two streams with the same end would be one change twice.
  private static func checkApart(_ streams: [StreamRange], _ cursor: JSONCursor) throws {
    for (left, right) in zip(streams, streams.dropFirst())
    where left.incarnation == right.incarnation && left.end == right.end {
      throw cursor.fault("a range is listed twice", .inconsistent)
    }
  }
}

extension BundleHead {
  /// Whether it names no more than a head can, with room for this many bytes more.
  package func isWritable(leaving room: Int) -> Bool {
    (try? HeadLine.encode(self)).map { $0.count + room <= Limits.headBytes } ?? false
  }
}
