import Afterword
import Foundation

/// Prints what is due as JSON, with the addresses: `due [STORE]`.
struct Due: Encodable {
  let title: String
  let day: CalendarDay
  let state: String
  let to: String?
  let email: String?
  let phone: String?
  let because: String
}

do {
  let store = try AfterwordStore(at: CommandLine.arguments.dropFirst().first, mode: .readOnly)
  let due = try store.today().items.map { item in
    Due(
      title: item.title, day: item.day, state: item.state.rawValue, to: item.person?.title, email: item.email,
      phone: item.phone, because: item.reason.because)
  }
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
  FileHandle.standardOutput.write(try encoder.encode(due) + [0x0A])
} catch let error as AfterwordError {
  FileHandle.standardError.write(Data("due: \(error.code.rawValue) \(error.path ?? "")\n".utf8))
  exit(1)
}
