import CZlib

extension HostileFile {
  /// Lies of the container around a sound text.
  static func containerFiles(_ sound: SoundBundle) -> [HostileFile] {
    let (file, text) = (sound.file, sound.text)
    var files = [HostileFile("ok", file, .accept, "the baseline")]
    for length in [0, 1, 9, 17, 18, file.count / 2, file.count - 29, file.count - 28, file.count - 27, file.count - 1] {
      files.append(HostileFile("cut-\(length)", Array(file[..<length]), .reject, "cut at \(length) of \(file.count)"))
    }
    for index in file.indices where index < 40 || index > file.count - 40 || index % 11 == 0 {
      if index == endOfDeflate(file) { continue }
      var flipped = file
      flipped[index] ^= 1 << UInt8(index % 8)
      files.append(HostileFile("flip-\(index)", flipped, .reject, "one bit flipped at \(index)"))
    }
    files += frames(file, text) + lies(text) + bombs(sound)
    return files
  }

  /// The byte whose highest bits only pad the deflate stream.
  private static func endOfDeflate(_ file: [UInt8]) -> Int { file.count - 28 - 8 - 1 }

  private static func frames(_ file: [UInt8], _ text: [UInt8]) -> [HostileFile] {
    let half = text.count / 2
    let split = Member(plain: Array(text[..<half])).bytes + Member.end + Member(plain: Array(text[half...])).bytes
    return [
      HostileFile("trailing-garbage", file + Array("junk".utf8), .reject, "bytes after the last block"),
      HostileFile("concatenated", file + file, .reject, "two bundles glued together"),
      HostileFile("no-end", Array(file.dropLast(28)), .reject, "the last block is missing"),
      HostileFile("end-inside", split + Member.end, .reject, "an empty block before the end"),
      HostileFile(
        "empties", Array(repeatElement(Member.end, count: 20_000).joined()), .reject, "20,000 empty blocks"),
      HostileFile(
        "tiny-blocks", text.flatMap { Member(plain: [$0]).bytes } + Member.end, .reject, "a block for each byte"),
      HostileFile(
        "plain-gzip", deflated(text, times: 1, window: MAX_WBITS + 16), .reject,
        "ordinary gzip: only a lenient reader takes it"),
    ]
  }

  private static func lies(_ text: [UInt8]) -> [HostileFile] {
    let file = { (member: Member) in member.bytes + Member.end }
    let padding = [0x5A, 0x5A] + [0xF7, 0xFF] + [UInt8](repeating: 0, count: 65_527)
    let path = Array("../../../../etc/cron.d/x".utf8) + [0]
    return [
      HostileFile("length-small", file(Member(plain: text, blockLength: 20)), .reject, "a block's length too small"),
      HostileFile(
        "length-big", file(Member(plain: text, blockLength: 65_535)), .reject, "a block's length past the end"),
      HostileFile("plain-length", file(Member(plain: text, plainLength: 10)), .reject, "the plain length lies"),
      HostileFile("plain-4g", file(Member(plain: text, plainLength: .max)), .reject, "4 GiB of text claimed"),
      HostileFile("crc", file(Member(plain: text, sum: 0)), .reject, "the CRC lies"),
      HostileFile("extra-64k", file(Member(plain: text, extra: padding)), .reject, "another extra field of 64 KiB"),
      HostileFile("name-path", file(Member(plain: text, flags: 8, before: path)), .reject, "a file name with a path"),
      HostileFile(
        "name-endless", [0x1F, 0x8B, 8, 8, 0, 0, 0, 0, 0, 0xFF] + [UInt8](repeating: 0x41, count: 100_000), .reject,
        "a file name that never ends"),
      HostileFile("flags", file(Member(plain: text, flags: 0xE4)), .reject, "reserved flags"),
      HostileFile("method", file(Member(plain: text, start: [0x1F, 0x8B, 7])), .reject, "another method"),
    ]
  }

  private static func bombs(_ sound: SoundBundle) -> [HostileFile] {
    let zeros = deflated([UInt8](repeating: 0, count: 1 << 20), times: 256, window: -MAX_WBITS)
    let block = { (byte: UInt8) in Member(plain: [UInt8](repeating: byte, count: 65_280)).bytes }
    let braces = Member(plain: Array(repeatElement(Array("{}\n".utf8), count: 21_760).joined())).bytes
    let head = Member(plain: Array((TextBundle.head + "\n").utf8)).bytes
    let many = { (member: [UInt8], count: Int) in Array(repeatElement(member, count: count).joined()) + Member.end }
    return [
      HostileFile(
        "bomb-one", Member(body: zeros, blockLength: 0, plainLength: 1 << 28).bytes + Member.end, .reject,
        "one block that unfolds to 256 MiB"),
      HostileFile("bomb-spaces", many(block(0x20), 20_000), .reject, "1.3 GB of one endless line"),
      HostileFile("bomb-lines", many(block(0x0A), 2000), .reject, "131 million empty lines"),
      HostileFile("bomb-records", head + many(braces, 500), .reject, "10 million tiny lines"),
    ]
  }

  /// Deflate streams that zlib's own test of its inflater (infcover.c) gives, in a sound frame.
  static func deflateFiles(_ sound: SoundBundle) -> [HostileFile] {
    let streams: [[UInt8]] = [
      [0, 0, 0, 0, 0], [6], [0xFC, 0, 0], [4, 0, 0xFE, 0xFF], [4, 0, 0x24, 0x49, 0], [4, 0, 0x24, 0xE9, 0xFF, 0xFF],
      [4, 0, 0x24, 0xE9, 0xFF, 0x6D], [4, 0x80, 0x49, 0x92, 0x24, 0x49, 0x92, 0x24, 0x71, 0xFF, 0xFF, 0x93, 0x11, 0],
      [4, 0x80, 0x49, 0x92, 0x24, 0x49, 0x92, 0x24, 0x0F, 0xB4, 0xFF, 0xFF, 0xC3, 0x84],
      [4, 0xC0, 0x81, 8, 0, 0, 0, 0, 0x20, 0x7F, 0xEB, 0x0B, 0, 0], [2, 0x7E, 0xFF, 0xFF],
      [0x0C, 0xC0, 0x81, 0, 0, 0, 0, 0, 0x90, 0xFF, 0x6B, 4, 0],
    ]
    return streams.enumerated().map { number, body in
      HostileFile(
        "deflate-\(number)", Member(body: body, plainLength: 100).bytes + Member.end, .reject,
        "a deflate stream that is none")
    }
  }
}
