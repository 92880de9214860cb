/// Words that tell a message's parts and a log's days.
enum PaperWords {
  private static let file = WordFile(.mail)

  /// Words with which an earlier mail is introduced: "On … wrote:".
  static let wrote = file["wrote"]
  static let attributionOpenings = file["attributionOpenings"]
  /// The names of a mail head's fields.
  static let senderFields = file["senderFields"]
  static let addresseeFields = file["addresseeFields"]
  static let subjectFields = file["subjectFields"]
  static let dateFields = file["dateFields"]
  static let headFields = senderFields.union(addresseeFields).union(subjectFields).union(dateFields)
    .union(file["otherFields"])
  /// Between dashes or alone above an earlier mail.
  static let originals = file["originals"]
  /// Above a mail that is passed on: its text is new to the reader.
  static let forwards = file["forwards"]
  static let greetings = file["greetings"]
  static let closings = file["closings"]
  /// How the addresses of programs begin.
  static let robots = file["robots"]
  /// How the subjects of answers begin that a program gives while somebody is away.
  static let automaticReplies = file["automaticReplies"]
  /// What only news of one's own application says.
  static let ofApplication = file["ofApplication"]
  /// The first three letters of months and weekdays.
  static let months = file["months"]
  static let weekdays = file["weekdays"]
}
