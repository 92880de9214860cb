import ArgumentParser
import Model
import Playbook
import Store

struct PlaybookShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "A playbook rule by rule: numbers, source, what is borrowed.",
    discussion: "`practice` shows the rules that hold in every playbook.")

  @Argument(help: "The playbook; else the one in use.")
  var name: String?
  @OptionGroup var output: OutputOptions
  @OptionGroup var place: StoreOptions

  func run() throws {
    let preferences = try place.preferences()
    let name = name ?? preferences.playbook
    guard let playbook = name == Playbook.practice.name ? preferences.practice : preferences.playbook(name) else {
      throw SettingError.unknownPlaybook(name, known: preferences.playbookNames)
    }
    let console = output.console
    if output.json { return console.raw(try JSONOutput.text(PlaybookJSON(playbook))) }
    if output.plain { return console.print(playbook.rules.map(Self.plain)) }
    var lines: [StyledText] = ["\(playbook.name, .bold)"]
    lines += DisplayWidth.wrapped(playbook.about, to: console.width).map { "\($0)" }
    for rule in playbook.rules { lines += Self.lines(rule, in: playbook, width: console.width) }
    console.page(lines)
  }

  private static func plain(_ rule: Rule) -> StyledText {
    let numbers = rule.timing.numbers.map { "\($0.name) \($0.value)" }.joined(separator: ", ")
    return "\(rule.name.description)\t\(numbers)\t\(rule.source.description)"
  }

  private static func lines(_ rule: Rule, in playbook: Playbook, width: Int) -> [StyledText] {
    var head: StyledText = "\(rule.name.row, .bold)"
    if rule.name.playbook != playbook.name { head = head + "  \("borrowed from \(rule.name.playbook)", .yellow)" }
    let numbers = rule.timing.numbers.map { number in
      "\(number.name) \(number.value)" + (rule.settings[number.name] == nil ? "" : " (yours)")
    }
    var facts: [String] = numbers.isEmpty ? [] : [numbers.joined(separator: ", ")]
    facts.append("to \(rule.recipient.rawValue)" + (rule.channels.isEmpty ? "" : " by \(channels(rule))"))
    facts.append(rule.because)
    if let ours = rule.ours { facts.append("ours: \(ours)") }
    facts.append("source: \(rule.source)")
    return ["", head] + facts.flatMap { DisplayWidth.wrapped($0, to: width - 4) }.map { "  \($0)" }
  }

  private static func channels(_ rule: Rule) -> String { rule.channels.map(\.rawValue).joined(separator: ", ") }
}

/// `{"name", "about", "rules": [{"name", "title", "numbers", "yours", "recipient", "channels", "draft", "source", "ours", "because"}]}`.
private struct PlaybookJSON: Encodable {
  struct RuleJSON: Encodable {
    let name: String
    let title: String
    let numbers: [String: String]
    let yours: [String]
    let recipient: String
    let channels: [String]
    @Nullable var draft: String?
    let source: String
    @Nullable var ours: String?
    let because: String
  }

  let name: String
  let about: String
  let rules: [RuleJSON]

  init(_ playbook: Playbook) {
    name = playbook.name
    about = playbook.about
    rules = playbook.rules.map { rule in
      RuleJSON(
        name: rule.name.description, title: rule.title,
        numbers: Dictionary(rule.timing.numbers.map { ($0.name, $0.value) }) { first, _ in first },
        yours: rule.settings.keys.sorted(), recipient: rule.recipient.rawValue, channels: rule.channels.map(\.rawValue),
        draft: rule.draft?.rawValue, source: rule.source.description, ours: rule.ours, because: rule.because)
    }
  }
}
