import ArgumentParser
import Store

struct Rebuild: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rebuild", abstract: "Make every table anew from the log.",
    discussion: """
      Changes nothing that can be seen; `afterword doctor` says whether it is needed.
      """)

  @OptionGroup var talk: TalkOptions
  @OptionGroup var place: StoreOptions

  func run() throws {
    try place.open().rebuild()
    talk.console.say("Made every table anew from the log.")
  }
}
