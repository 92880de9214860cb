import ArgumentParser
import Store

struct Status: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "The store: where it is, what it holds, its machines.")
  @OptionGroup var place: StoreOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let store = try place.open()
    output.console.print("Store  \(store.path)")
  }
}
