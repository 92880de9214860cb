import Afterword
import Foundation

/// A folder of its own with a store on 20 March 2026, gone with the value.
final class Folder {
  let path: String
  static let today = CalendarDay(year: 2026, month: 3, day: 20)

  init() throws {
    path = NSTemporaryDirectory() + "afterword-library-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  var state: String { path + "/state" }
  func file(_ name: String) -> String { path + "/" + name }

  func write(_ name: String, _ text: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: file(name)))
  }

  func store(
    _ name: String = "store.sqlite", mode: AfterwordStore.OpenMode = .create
  ) throws(AfterwordError) -> AfterwordStore {
    try AfterwordStore(at: file(name), stateFolder: state, mode: mode, today: Self.today, program: "test")
  }
}

extension AfterwordStore {
  /// Acme with Dana, who was spoken to the day before.
  func fill() throws(AfterwordError) {
    _ = try add("organisation", ["name": .text("Acme Robotics")])
    let organisation = FieldValue.reference(try reference("acme"))
    _ = try add(
      "person",
      ["name": .text("Dana Whitfield"), "organisation": organisation, "email": .text("dana@acme.example")])
    _ = try add(
      "opportunity", ["role": .text("Line lead"), "organisation": organisation, "stage": .text("interviewing")])
    let talk = try add(
      "interview", ["opportunity": .reference(try reference("line lead")), "start": .time("2026-03-19T10:30")])
    guard let interview = talk.row else { return }
    _ = try add(
      "participation", ["interview": .reference(interview), "person": .reference(try reference("dana"))])
  }

  func reference(_ name: String) throws(AfterwordError) -> RowReference { try show(name).row.reference }
}
