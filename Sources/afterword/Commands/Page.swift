import ArgumentParser
import BundleFile
import Formats
import Foundation
import Model
import Store

struct Page: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "page", abstract: "A page to look at in a browser: the whole search, or one person or firm.",
    discussion: """
      Examples:
        afterword page --open            what now, three weeks, every search, figures
        afterword page acme              one firm: people, promises, letters, notes
        afterword page acme acme.html    into a file of this name
        afterword page --redact          for a coach: without names and addresses
        afterword page - | ssh desk 'cat > page.html'

      One file, which needs no network and runs nothing. Only you can read it (0600). A page made earlier is replaced.
      """)

  @Argument(
    help: "A person, a firm or a search, by words of a name; a file that ends in .html, or - for standard output.")
  var who: [String] = []
  @Flag(name: .long, help: "Show it in the browser.")
  var open = false
  @Flag(name: .long, help: "Names replaced; addresses, places, pay and notes left out.")
  var redact = false
  @Flag(name: .long, help: "Replace the file also where it is no page.")
  var replace = false
  @OptionGroup var talk: TalkOptions
  @OptionGroup var place: StoreOptions

  func validate() throws {
    if open, target.file == "-" { throw Failure.usage("Choose one of --open and -.") }
  }

  func run() throws {
    let store = try place.look()
    let page = try made(store)
    guard page.file != "-" else { return talk.console.raw(page.text) }
    try write(page.text, page.file)
    say(page.file, of: page.name)
    if open { try show(page.file) }
  }

  /// What was typed: whom it is about, and the file where one was named.
  private var target: (name: String, file: String?) {
    let last = who.last.flatMap { isFile($0) ? $0 : nil }
    return ((last == nil ? who : Array(who.dropLast())).joined(separator: " "), last)
  }

  private func isFile(_ word: String) -> Bool {
    word == "-" || [".html", ".htm"].contains { word.lowercased().hasSuffix($0) }
  }

  private func made(_ store: Store) throws -> (text: String, file: String, name: String) {
    let hash = PageStyle.hash
    guard !target.name.isEmpty else {
      let page = try store.pageFacts(isRedacted: redact).searchPage
      return (
        page.html(styleHash: hash), target.file ?? "afterword\(redact ? "-redacted" : "").html", "the whole search"
      )
    }
    let page = try store.dossier(of: try store.resolve(target.name), isRedacted: redact)
    let file = String(Fold.words(page.title).joined(separator: "-").unicodeScalars.prefix(60).map(Character.init))
    return (page.html(styleHash: hash), target.file ?? (file.isEmpty ? "page" : file) + ".html", page.title)
  }

  /// A page made earlier is replaced; anything else of this name only where that is asked for.
  private func write(_ text: String, _ file: String) throws {
    let mark = Array(PageFrame.mark.utf8)
    let isPage = (try? InputFile(file).prefix(mark.count)) == mark
    try SafeFile.write(text, to: file, replace: replace || isPage)
  }

  private func say(_ file: String, of name: String) {
    talk.console.say("Wrote \(file), the page of \(name). Only you can read it (0600).")
    guard redact else {
      return talk.console.say(
        "It holds names, addresses and what was said: before you show it to others, see --redact.")
    }
    talk.console.say("\(RedactedPage.warning)")
  }

  private func show(_ file: String) throws {
    let path = file.hasPrefix("-") ? "./" + file : file
    // Some run the browser themselves, and end with it: nobody waits for that.
    let opener = "opened() { command -v xdg-open >/dev/null || return 1; xdg-open \"$@\" >/dev/null 2>&1 & }; opened"
    guard Subprocess.run(opener, [path]) == 0 else {
      throw Failure.nothingFound("The page was written, but no browser could be found. Open \(file) in one.")
    }
  }
}
