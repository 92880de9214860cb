/// The tone of letters: positive, brief, never accusing.
package enum Tone {
  private static let reproaches = [
    "disappointed", "still waiting", "still have not heard", "still haven't heard", "you promised", "ignored",
    "unprofessional", "unfair", "why have you", "failed to", "as i already", "no reply", "overdue", "at last",
  ]
  /// A letter of more words is not read.
  static let longest = 350

  /// Remarks on a text, empty when there is nothing to say.
  package static func remarks(_ text: String) -> [String] {
    let lower = text.lowercased()
    var remarks = reproaches.filter { lower.contains($0) }.map { "“\($0)” reads like a reproach" }
    let count = text.split { $0 == " " || $0 == "\n" }.count
    if count > longest { remarks.append("\(count) words; at most \(longest) are read") }
    return remarks
  }
}
