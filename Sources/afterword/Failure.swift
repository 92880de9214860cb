import ArgumentParser
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

  init(_ error: any Error) {
    switch error {
    case let failure as Failure: self.init(failure)
    case let error as StoreError: self.init(message: error.description, ending: Self.ending(error))
    case let error as NamingError: self.init(message: error.description, ending: Self.ending(error))
    case let error as PracticeError: self.init(message: error.description, ending: Self.ending(error))
    case let error as SettingError: self.init(message: error.description + ".", ending: .wrongUsage)
    case let error as SourceError: self.init(message: error.description, ending: .badInput)
    case let error as TypedDayError: self.init(message: error.description, ending: .wrongUsage)
    case let error as RequestError: self.init(message: error.description, ending: Self.ending(error))
    case is ArgumentParser.ExitCode: self.init(message: "", ending: .nothingFound)
    default:
      guard let failure = ExchangeFailure(error) else {
        self.init(parser: error)
        return
      }
      self.init(message: failure.message, ending: failure.ending)
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

  /// Errors of the argument parser are wrong usage; anything else that nobody foresaw is trouble with the machine.
  private init(parser error: any Error) {
    let isUsage = Afterword.exitCode(for: error) == .validationFailure
    var message = Afterword.message(for: error)
    if let last = message.last, !".?".contains(last) { message += "." }
    if isUsage { message += " `afterword help\(Invocation.typedCommand)` shows how." }
    self.init(message: message, ending: isUsage ? .wrongUsage : .storeTrouble)
  }

  private static func ending(_ error: StoreError) -> Ending {
    switch error {
    case .missing, .rowIsDeleted: .nothingFound
    case .tooMuch: .badInput
    case .notAStore, .newerStore, .busy, .disk, .damaged: .storeTrouble
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
    case .nothingThere: .nothingFound
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
