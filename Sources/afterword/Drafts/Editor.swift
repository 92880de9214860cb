import Foundation
import Model
import Store

/// What a person is to edit.
struct EditorJob {
  /// What tells the same thing again.
  let key: String
  let title: String
  /// The words of the command that opens it again.
  let command: [String]
  let text: String
  /// Whether regions that two machines changed differently are marked in it.
  var isContested = false
  /// What an earlier text, and what it was made from, give to begin with; nil where they no longer fit.
  var takeUp: (_ kept: String, _ opened: String) -> String?

  init(
    _ title: String, key: [String], command: [String], place: StoreOptions, text: String,
    takeUp: ((_ kept: String, _ opened: String) -> String?)? = nil
  ) throws {
    let store = try place.environment().storePath
    self.key = ([store] + key).joined(separator: "\n")
    self.title = title
    self.command = command + (place.store == nil ? [] : ["--store", store])
    self.text = text
    self.takeUp = takeUp ?? { kept, opened in opened == text ? kept : nil }
  }
}

/// Lets a person edit a text in their editor.
struct Editor {
  let console: Console

  /// Opens `$VISUAL`, else `$EDITOR`, else `vi`; for a text with marked conflicts `$MERGE_EDITOR` goes first. Then saves what
  /// was typed; whatever goes wrong from the editor's start to the end of `save`, the text is kept and named.
  ///
  /// - Throws: `Failure.nothingFound` where the editor failed, `Failure.badInput` for a text that is no text, and what `save`
  ///   throws.
  func edit<T>(_ job: EditorJob, save: (String) throws -> T) throws -> T {
    let command = Self.command(job.isContested)
    guard isatty(STDIN_FILENO) == 1 || command != "vi" else {
      throw Failure.usage(
        "There is no terminal for an editor. Set EDITOR, or give a text with `afterword set THING FIELD=-`.")
    }
    let draft = try draft(job)
    do {
      let saved = try save(try typed(draft, command))
      draft.discard()
      return saved
    } catch {
      if draft.holdsWords { tellKept(draft) } else { draft.discard() }
      throw error
    }
  }

  private func typed(_ draft: Draft, _ command: String) throws -> String {
    guard Subprocess.run(command, [draft.path]) == 0, FileManager.default.fileExists(atPath: draft.path) else {
      throw Failure.nothingFound("The editor (\(command)) failed, so nothing was saved.")
    }
    guard let text = draft.text else {
      throw Failure.badInput("What the editor left is not UTF-8, or longer than 32 MiB, so nothing was saved.")
    }
    return text
  }

  /// A fresh draft, or the one that an earlier editor left.
  private func draft(_ job: EditorJob) throws -> Draft {
    let home = try DraftHome()
    let earlier = home.waiting(for: job.key)
    if let earlier, let kept = try answer(about: earlier, job) {
      let draft = try home.make(card(job))
      draft.begin(with: kept)
      earlier.discard()
      return draft
    }
    return try home.make(card(job))
  }

  private func card(_ job: EditorJob) -> Draft.Card {
    Draft.Card(
      key: job.key, title: job.title, command: job.command, opened: job.text, started: LocalClock.milliseconds())
  }

  /// The earlier text where the person wants to go on with it.
  private func answer(about earlier: Draft, _ job: EditorJob) throws -> String? {
    let when = WallTime.short(earlier.card.started, today: LocalClock.today())
    let what: StyledText = "A text of \(earlier.card.title) from \(when) was not saved"
    let kept = earlier.text.flatMap { job.takeUp($0, earlier.card.opened) }
    guard Question.canAsk else {
      console.complain(what + ": \(ShellCommand("drafts")) shows where it is.")
      return nil
    }
    if kept == nil {
      console.complain(what + ", and what it was made from has changed since. To copy from it: \(earlier.path)")
    }
    let question: StyledText =
      kept == nil
      ? "[d]rop it, or [l]eave it for later?"
      : what + ". [u]se it (or Enter), [d]rop it, or [l]eave it for later?"
    let use = kept == nil ? "" : "uU\n\r"
    let key = Question(console: console).key(question) { (use + "dDlLq").contains($0) }
    guard let key, !"lLq".contains(key) else { return nil }
    if use.contains(key) { return kept }
    earlier.discard()
    return nil
  }

  private func tellKept(_ draft: Draft) {
    let drafts = ShellCommand("drafts")
    console.complain("Your text is kept, and offered again by \(draft.card.resume); \(drafts) shows where.")
  }

  private static func command(_ isContested: Bool) -> String {
    (isContested ? ProcessVariable["MERGE_EDITOR"] : nil) ?? ProcessVariable["VISUAL"] ?? ProcessVariable["EDITOR"]
      ?? "vi"
  }
}
