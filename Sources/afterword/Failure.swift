import Notes
import Playbook
import Store

/// How the program ends, for scripts.
enum Ending: Int32 {
  case done = 0
  /// Nothing found, or a check failed.
  case nothingFound = 1
  case wrongUsage = 2
  case badInput = 3
  case storeTrouble = 4
  /// A conflict that needs an answer.
  case conflict = 5
  case interrupted = 130
}

/// What stops a command that no library error says already.
enum Failure: Error {
  case nothingFound(String)
  case usage(String)
  case badInput(String)
  case storeTrouble(String)
  case conflict(String)
  /// Everything was said already.
  case silent(Ending)
}

/// The one place where an error becomes a text for people and an exit code.
struct FailureReport {
  let message: String
  let ending: Ending

  /// - Parameter typed: the command line, for what the argument parser refuses.
  init(_ error: any Error, typed: [String]) {
    switch error {
    case let failure as Failure: self.init(failure)
    case let error as StoreError: self.init(message: error.description, ending: Self.ending(error))
    case let error as NamingError: self.init(message: error.description, ending: Self.ending(error))
    case let error as PracticeError: self.init(message: error.description, ending: Self.ending(error))
    case let error as SettingError: self.init(message: error.description + ".", ending: .wrongUsage)
    case let error as SourceError: self.init(message: error.description, ending: .badInput)
    case is ProcessEnvironment.NoHome:
      self.init(
        message: "HOME is not set, so there is no place for the store. Name one with --store PATH.",
        ending: .wrongUsage)
    case let error as TypedDayError: self.init(message: error.description, ending: .wrongUsage)
    case let error as RequestError: self.init(message: error.description, ending: Self.ending(error))
    default:
      if let failure = ExchangeFailure(error) {
        self.init(message: failure.message, ending: failure.ending)
      } else if let complaint = UsageComplaint(error, typed: typed) {
        self.init(message: complaint.text, ending: .wrongUsage)
      } else {
        self.init(message: Unforeseen.text(error), ending: .storeTrouble)
      }
    }
  }

  private init(message: String, ending: Ending) {
    self.message = message
    self.ending = ending
  }

  private init(_ failure: Failure) {
    switch failure {
    case .nothingFound(let message): self.init(message: message, ending: .nothingFound)
    case .usage(let message): self.init(message: message, ending: .wrongUsage)
    case .badInput(let message): self.init(message: message, ending: .badInput)
    case .storeTrouble(let message): self.init(message: message, ending: .storeTrouble)
    case .conflict(let message): self.init(message: message, ending: .conflict)
    case .silent(let ending): self.init(message: "", ending: ending)
    }
  }

  private static func ending(_ error: StoreError) -> Ending {
    switch error {
    case .missing, .rowIsDeleted: .nothingFound
    case .tooMuch: .badInput
    case .notAStore, .newerStore, .lost, .busy, .disk, .damaged, .damagedFile: .storeTrouble
    }
  }

  private static func ending(_ error: PracticeError) -> Ending {
    switch error {
    case .noItem, .nothing: .nothingFound
    case .ambiguousItem, .notLater, .usage: .wrongUsage
    case .badInput: .badInput
    }
  }

  private static func ending(_ error: RequestError) -> Ending {
    switch error {
    case .nothingThere, .unknownReference: .nothingFound
    case .contestedText, .marksLeft, .outdated: .conflict
    case .notAnAssignment, .unknownField, .unknownSetting, .noDay, .badValue, .badChoice, .nothingAsked, .notWritable:
      .wrongUsage
    }
  }

  private static func ending(_ error: NamingError) -> Ending {
    switch error {
    case .notFound: .nothingFound
    case .ambiguous, .unknownKind: .wrongUsage
    }
  }
}

/// What nobody foresaw. What such an error says of itself is the program's inside, and told only to those who ask.
enum Unforeseen {
  static let variable = "AFTERWORD_DEBUG"

  static func text(_ error: any Error) -> String {
    if ProcessVariable[variable] != nil { return "Unforeseen: \(String(reflecting: error))" }
    return """
      Something went wrong inside Afterword; nothing was changed.
      Please report it with what you typed. The same with \(variable)=1 before it shows the details; read them first, \
      they may hold words of yours. `afterword doctor` checks the store.
      """
  }
}
