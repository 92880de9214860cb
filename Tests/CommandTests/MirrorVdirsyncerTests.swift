import Foundation
import SeededNumbers
import Testing

/// A mirror's folder and another one kept in step by vdirsyncer, as a server or a phone is.
@Suite struct MirrorVdirsyncerTests {
  private let home: Home
  private static let vdirsyncer = OutsideProgram("vdirsyncer")
  private static let today = ["--today", "2026-06-12"]

  init() throws {
    home = try Home()
    for (firm, person) in [("Quillon", "Farida Nasser"), ("Lumenpay", "王小明")] {
      _ = try home.run(
        ["add", "interview", firm, "role=Engineer", "with=\(person)", "start=2026-06-18T10:00"] + Self.today)
    }
    _ = try home.run("set", "farida", "email=farida@quillon.example", "title=Title 0", "phone=+44 20 0")
    for (pair, ending) in [("contacts", "vcf"), ("calendar", "ics")] {
      try FileManager.default.createDirectory(
        atPath: home.path("phone/" + pair), withIntermediateDirectories: true)
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
        type = "filesystem"
        path = "\(home.path("phone"))"
        fileext = ".\(ending)"
        """)
    }
  }

  private func mirror() throws -> String {
    let outcome = try home.run(["mirror", "m"] + Self.today)
    #expect(outcome.code == 0, "\(outcome)")
    return outcome.talk
  }

  private func sync() throws {
    for pair in ["contacts", "calendar"] {
      let outcome = try #require(Self.vdirsyncer).run(["-c", home.path(pair + ".conf"), "sync"], in: home)
      #expect(outcome.code == 0, "\(outcome)")
    }
  }

  /// What the files of a half say, whatever they are called.
  private func texts(_ folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: home.path(folder)).sorted().map {
      try String(contentsOfFile: home.path(folder + "/" + $0), encoding: .utf8)
    }.sorted()
  }

  /// Replaces a line of the file that holds these words.
  private func edit(_ folder: String, _ words: String, _ property: String, _ line: String) throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: home.path(folder))
    let name = try #require(
      try names.first { try String(contentsOfFile: home.path(folder + "/" + $0), encoding: .utf8).contains(words) })
    let lines = try String(contentsOfFile: home.path(folder + "/" + name), encoding: .utf8)
      .replacing("\r\n", with: "\n").split(separator: "\n").map { $0.hasPrefix(property) ? line : String($0) }
    try home.write(folder + "/" + name, lines.joined(separator: "\r\n") + "\r\n")
  }

  @Test(.enabled(if: vdirsyncer != nil, "vdirsyncer is not installed"), arguments: [UInt64(1)])
  func `edits on both ends of a vdirsyncer meet, and nothing is doubled`(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    _ = try mirror()
    for pair in ["contacts", "calendar"] {
      _ = try #require(Self.vdirsyncer).run(["-c", home.path(pair + ".conf"), "discover"], in: home, input: "y\ny\n")
    }
    try sync()
    for round in 1...5 {
      let told: Comment = "seed \(seed), round \(round)"
      let (title, phone, hour) = ("Title \(round)", "+44 20 \(round)", 10 + round)
      if Bool.random(using: &random) {
        _ = try home.run("set", "farida", "title=\(title)")
        try edit("phone/contacts", "Farida", "TEL", "TEL:\(phone)")
      } else {
        try edit("phone/contacts", "Farida", "TITLE", "TITLE:\(title)")
        _ = try home.run("set", "farida", "phone=\(phone)")
      }
      try edit("phone/calendar", "Interview: Quillon", "DTSTART", "DTSTART:20260619T\(hour)0000Z")
      // What the phone has comes first: vdirsyncer knows a file only as a whole.
      try sync()
      _ = try mirror()
      try sync()
      #expect(try mirror() == "The folder and the store say the same.\n", told)
      for half in ["contacts", "calendar"] { #expect(try texts("m/" + half) == texts("phone/" + half), told) }
      let show = try home.run("show", "farida").output
      #expect(show.contains(title) && show.contains(phone), told)
      #expect(try texts("m/contacts").count == 2, told)
      #expect(
        try home.run("list", "interviews", "--plain").output.contains("2026-06-19T\(hour):00"), told)
    }
  }
}
