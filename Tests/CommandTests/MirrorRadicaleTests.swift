import Foundation
import Glibc
import Testing

/// A mirror's folder and a calendar server on this machine, kept in step by vdirsyncer: what the server makes of cards and
/// entries comes back as no change.
@Suite struct MirrorRadicaleTests {
  private static let vdirsyncer = OutsideProgram("vdirsyncer")
  private static let radicale = OutsideProgram("radicale")
  private static let today = ["--today", "2026-06-12"]
  private let home: Home
  private var collections: String { home.path("server/collection-root/sam") }

  init() throws {
    home = try Home()
    for (firm, person) in [("Quillon", "Farida Nasser"), ("Lumenpay", "王小明")] {
      _ = try home.run(
        ["add", "interview", firm, "role=Engineer", "with=\(person)", "start=2026-06-18T10:00"] + Self.today)
    }
    _ = try home.run("set", "farida", "email=farida@quillon.example", "title=Title 0", "phone=+44 20 0")
  }

  /// A port that nobody listens on now.
  private static func freePort() throws -> UInt16 {
    let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(socket) }
    var address = sockaddr_in()
    (address.sin_family, address.sin_addr.s_addr) = (sa_family_t(AF_INET), UInt32(0x7F00_0001).bigEndian)
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let bound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(socket, $0, length) == 0 && getsockname(socket, $0, &length) == 0
      }
    }
    try #require(bound)
    return UInt16(bigEndian: address.sin_port)
  }

  private func configure(_ port: UInt16) throws {
    try home.write(
      "radicale.conf",
      """
      [server]
      hosts = 127.0.0.1:\(port)
      [auth]
      type = none
      [storage]
      filesystem_folder = \(home.path("server"))
      """)
    for (pair, ending, type) in [("contacts", "vcf", "carddav"), ("calendar", "ics", "caldav")] {
      try home.write(
        pair + ".conf",
        """
        [general]
        status_path = "\(home.path("status-" + pair))"
        [pair p]
        a = "a"
        b = "b"
        collections = ["\(pair)"]
        [storage a]
        type = "filesystem"
        path = "\(home.path("m"))"
        fileext = ".\(ending)"
        [storage b]
        type = "\(type)"
        url = "http://127.0.0.1:\(port)/"
        username = "sam"
        password = "x"
        """)
    }
  }

  private func mirror() throws -> String {
    let outcome = try home.run(["mirror", "m"] + Self.today)
    #expect(outcome.code == 0, "\(outcome)")
    return outcome.talk
  }

  private func carry(_ command: String, input: String = "") throws {
    for pair in ["contacts", "calendar"] {
      let program = try #require(Self.vdirsyncer)
      var outcome = try program.run(["-c", home.path(pair + ".conf"), command], in: home, input: input)
      // The server may not listen yet.
      for _ in 0..<40 where outcome.code != 0 && (outcome.output + outcome.talk).contains("onnect") {
        usleep(250_000)
        outcome = try program.run(["-c", home.path(pair + ".conf"), command], in: home, input: input)
      }
      #expect(outcome.code == 0, "\(command): \(outcome)")
    }
  }

  /// The files of the server's collections, by their place.
  private func items(ending: String) throws -> [String] {
    let all = FileManager.default.enumerator(atPath: collections)?.compactMap { $0 as? String } ?? []
    return all.filter { $0.hasSuffix(ending) && !$0.contains(".Radicale") }.map { collections + "/" + $0 }.sorted()
  }

  @Test(.enabled(if: vdirsyncer != nil && radicale != nil, "vdirsyncer or radicale is not installed"))
  func `cards and entries go through a calendar server and come back as they were`() throws {
    try configure(try Self.freePort())
    let server = try #require(Self.radicale).start(["--config", home.path("radicale.conf")], in: home)
    defer { server.kill(after: 0) }
    _ = try mirror()
    try carry("discover", input: "y\ny\n")
    try carry("sync")
    #expect(try items(ending: ".vcf").count == 2)
    #expect(try mirror() == "The folder and the store say the same.\n")
    for round in 1...3 {
      let told: Comment = "round \(round)"
      _ = try home.run("set", "farida", "title=Title \(round)")
      _ = try mirror()
      try carry("sync")
      let card = try #require(
        try items(ending: ".vcf").first { try String(contentsOfFile: $0, encoding: .utf8).contains("Farida") })
      #expect(try String(contentsOfFile: card, encoding: .utf8).contains("TITLE:Title \(round)"), told)
      // Somebody edits there: a new file is a new version to the server.
      let entry = try #require(
        try items(ending: ".ics").first {
          try String(contentsOfFile: $0, encoding: .utf8).contains("Interview: Quillon")
        })
      let moved = try String(contentsOfFile: entry, encoding: .utf8).replacing("\r\n", with: "\n")
        .split(separator: "\n").map { $0.hasPrefix("DTSTART") ? "DTSTART:20260619T1\(round)0000Z" : String($0) }
      try Data((moved.joined(separator: "\r\n") + "\r\n").utf8).write(to: URL(fileURLWithPath: entry))
      try carry("sync")
      _ = try mirror()
      try carry("sync")
      #expect(try mirror() == "The folder and the store say the same.\n", told)
      #expect(try home.run("list", "interviews", "--plain").output.contains("2026-06-19T1\(round):00"), told)
      #expect(try items(ending: ".vcf").count == 2, told)
      #expect(try home.run("conflicts").talk == "No conflicts.\n", told)
    }
  }
}
