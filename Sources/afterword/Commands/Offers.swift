import ArgumentParser
import Model
import Playbook
import Store

struct Offers: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "offers", abstract: "Offers with their deadlines, and what else is decided around them.")

  @OptionGroup var output: OutputOptions
  @OptionGroup var place: StoreOptions

  /// `{"offers": [{"opportunity", "heard", "deadline", "pay", "collisions"}]}`.
  private struct JSON: Encodable {
    let opportunity: String
    @Nullable var heard: String?
    @Nullable var deadline: String?
    @Nullable var pay: String?
    let collisions: [String]
  }

  func run() throws {
    let agenda = try place.look().agenda()
    let offers = agenda.planner.offers
    let console = output.console
    if output.json {
      let list = offers.map {
        JSON(
          opportunity: agenda.facts.name(opportunity: $0.opportunity), heard: $0.heard?.description,
          deadline: $0.deadline?.description, pay: $0.pay, collisions: $0.collisions)
      }
      return console.raw(try JSONOutput.text(["offers": list]))
    }
    guard !offers.isEmpty else { return console.say("No offer is open.") }
    var lines: [StyledText] = []
    for offer in offers {
      let name = agenda.facts.name(opportunity: offer.opportunity)
      if output.plain {
        let parts = [
          name, offer.deadline?.description ?? "", offer.collisions.joined(separator: "; "), offer.pay ?? "",
        ]
        console.print("\(parts.joined(separator: "\t"))")
        continue
      }
      let deadline =
        offer.deadline.map { "answer by " + DayText.long($0, today: agenda.today) } ?? "no deadline on record"
      lines.append("\(name, .bold)  \([offer.pay, deadline].compactMap(\.self).joined(separator: "  "))")
      for collision in offer.collisions {
        lines += DisplayWidth.wrapped(collision, to: console.width - 4).map { "  \($0, .yellow)" }
      }
    }
    console.page(lines)
  }
}
