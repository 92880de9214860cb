import Model
import Notes

extension [NoteFile] {
  /// Notes as they come, then mails by the days on which they were sent: what was said last counts.
  func inOrderOfWriting() -> [NoteFile] {
    let days = map(\.mailDay)
    guard days.contains(where: { $0 != nil }) else { return self }
    let notes = indices.filter { days[$0] == nil }
    let mails = indices.compactMap { place in days[place].map { (place, $0) } }
    return (notes + mails.sorted { ($0.1, $0.0) < ($1.1, $1.0) }.map(\.0)).map { self[$0] }
  }
}

extension NoteFile {
  /// The day in a mail's head; nil for what is none.
  fileprivate var mailDay: Moment? {
    guard let bytes = try? head(8_192) else { return nil }
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
      String(decoding: line.prefix(300), as: UTF8.self).filter { $0 != "\r" }
    }[...]
    if lines.first?.hasPrefix("From ") == true { lines = lines.dropFirst() }
    let fields = lines.prefix { !$0.isEmpty }
    guard fields.contains(where: { $0.lowercased().hasPrefix("from:") }),
      let date = fields.first(where: { $0.lowercased().hasPrefix("date:") })
    else { return nil }
    return MailDate.moment(String(date.dropFirst(5)))
  }
}
