import BundleFile
import Foundation
import Model
import Playbook
import Store

/// Every error of the modules below, as a code and what it is about.
extension AfterwordError {
  init(_ error: any Error) {
    switch error {
    case let error as AfterwordError: self = error
    case is CancellationError: self.init(.cancelled)
    case is ProcessEnvironment.NoHome: self.init(.noPlace)
    case let error as StoreError: self.init(error)
    case let error as NamingError: self.init(error)
    case let error as RequestError: self.init(error)
    case let error as PracticeError: self.init(error)
    case let error as SettingError: self.init(error)
    case is SourceError: self.init(.badSource)
    case let error as BundleRefusal: self.init(error)
    case let error as BundleError: self.init(error, path: nil)
    case let error as ExportError: self.init(error)
    case let error as SyncError: self.init(error)
    case let error as KeyError: self.init(error)
    case is ImportStop: self.init(.needsConsent)
    default: self.init(.unforeseen)
    }
  }

  private init(_ error: StoreError) {
    switch error {
    case .notAStore(let path, _): self.init(.notAStore, path: path)
    case .newerStore(let path, _): self.init(.newerVersion, path: path)
    case .missing(let path): self.init(.missing, path: path)
    case .lost(let path, _): self.init(.lost, path: path)
    case .busy(let path): self.init(.busy, path: path)
    case .disk(let path, let why): self.init(why == StoreError.unwritable ? .readOnly : .disk, path: path)
    case .damagedFile(let path): self.init(.damaged, path: path)
    case .damaged: self.init(.damaged)
    case .tooMuch: self.init(.tooLarge)
    case .rowIsDeleted(let name): self.init(.deleted, name: name)
    }
  }

  private init(_ error: NamingError) {
    switch error {
    case .notFound(let name, let nearest): self.init(.notFound, name: name, suggestion: nearest)
    case .unknownKind(let name, let nearest):
      self.init(.unknownKind, name: name, suggestion: nearest, expected: Registry.kinds.map(\.name))
    case .ambiguous(let name, let candidates):
      self.init(.ambiguous, name: name, candidates: candidates.map { RowReference($0.subject, title: $0.title) })
    }
  }

  private init(_ error: RequestError) {
    switch error {
    case .notAnAssignment(let text): self.init(.badValue, name: text)
    case .unknownField(let kind, let name, let nearest):
      self.init(
        .unknownField, name: name, suggestion: nearest, expected: Registry.kind(kind)?.fields.map(\.name) ?? [])
    case .unknownSetting(let name, let nearest): self.init(.unknownField, name: name, suggestion: nearest)
    case .noDay(let field, _): self.init(.badValue, name: field, expected: ["a day"])
    case .badValue(let field, _, let expected): self.init(.badValue, name: field, expected: [expected])
    case .badChoice(let field, _, let choices, let nearest):
      self.init(.badValue, name: field, suggestion: nearest, expected: choices)
    case .unknownReference(let field, _, let kind, let nearest):
      self.init(.notFound, name: field, suggestion: nearest, expected: [kind])
    case .nothingAsked: self.init(.nothingAsked)
    case .nothingThere: self.init(.notFound)
    case .notWritable(let field, _): self.init(.notWritable, name: field)
    case .contestedText(_, let field, _, _), .marksLeft(_, let field): self.init(.contested, name: field)
    case .outdated: self.init(.outdated)
    }
  }

  private init(_ error: SettingError) {
    switch error {
    case .unknownPlaybook(let name, let known), .unknownRule(let name, let known), .unknownNumber(let name, let known):
      self.init(.unknownField, name: name, expected: known)
    case .badValue(_, let field): self.init(.badValue, name: field)
    }
  }

  private init(_ error: PracticeError) {
    switch error {
    case .noItem(let id): self.init(.notFound, name: id)
    case .ambiguousItem(let name, let candidates):
      self.init(
        .ambiguous, name: name,
        candidates: candidates.map { RowReference(id: $0.id, kind: "follow_up", title: $0.title) })
    case .notLater(let day): self.init(.badValue, name: day.description, expected: ["a day after today"])
    case .nothing: self.init(.notFound)
    case .usage, .badInput: self.init(.badValue)
    }
  }

  private init(_ error: BundleRefusal) {
    switch error {
    case .faulty(let path, let error): self.init(error, path: path)
    case .redacted(let path), .part(let path), .doesNotRestore(let path), .unproven(let path, _), .inTheOpen(let path):
      self.init(.badBundle, path: path)
    case .changedWhileReading(let path): self.init(.outdated, path: path)
    }
  }

  private init(_ error: BundleError, path: String?) {
    switch error {
    case .newerVersion, .unknownFeature: self.init(.newerVersion, path: path)
    case .tooLarge: self.init(.tooLarge, path: path)
    case .noMatchingKey, .wrongPassphrase: self.init(.noKey, path: path)
    case .file(let path, _, let code): self.init(code == EEXIST ? .exists : .disk, path: path)
    case .notABundle, .incomplete, .damaged, .notCanonical, .inconsistent, .notWritable, .encryption:
      self.init(.badBundle, path: path)
    }
  }

  private init(_ error: ExportError) {
    switch error {
    case .noSuchMachine(let name, _): self.init(.notFound, name: name)
    case .isThisMachine(let name, _): self.init(.badValue, name: name)
    case .nothingToShow: self.init(.nothingAsked)
    }
  }

  private init(_ error: SyncError) {
    switch error {
    case .folderMissing(let path): self.init(.disk, path: path)
    case .folderEmptied(let path, _): self.init(.needsConsent, path: path)
    case .needsEncryptionChoice(let path, _): self.init(.needsEncryptionChoice, path: path)
    case .nobodyToEncryptFor: self.init(.noKey)
    case .noFolderYet: self.init(.nothingAsked)
    case .notWritten, .moverMissing, .moverFailed: self.init(.disk)
    }
  }

  private init(_ error: KeyError) {
    switch error {
    case .exists(let path): self.init(.exists, path: path)
    case .damaged(let path), .damagedSigning(let path): self.init(.noKey, path: path)
    case .isAddedAlready: self.init(.exists)
    case .notFound(let name, _): self.init(.notFound, name: name)
    }
  }
}
