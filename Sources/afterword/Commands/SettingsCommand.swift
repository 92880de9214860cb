import ArgumentParser
import Model
import Store

struct SettingsCommand: TellingCommand {
  static let configuration = CommandConfiguration(
    commandName: "settings", abstract: "What is set: each value, where it comes from, what it means; or set one.",
    discussion: """
      Examples:
        afterword settings
        afterword settings name "Sam Rees"
        afterword settings zone Europe/London
        afterword settings holidays 2026-12-25,2026-12-28
        afterword settings cap default              as it was before
      """)

  @Argument(help: "The setting; else all are shown.")
  var name: String?
  @Argument(help: "Its new value; `default` takes yours away.")
  var value: [String] = []
  @OptionGroup var rehearsal: DryRunOption
  @Flag(name: .shortAndLong, help: "Say nothing of what was done.")
  var quiet = false
  @OptionGroup var output: OutputOptions
  @OptionGroup var place: StoreOptions

  var tellsWrites: Bool { output.json && !value.isEmpty }

  func run() throws {
    guard let name else { return show(try SettingsReader.all(place)) }
    guard !value.isEmpty else {
      let shown = try SettingsReader.all(place).filter { $0.name == name }
      guard !shown.isEmpty else {
        try SettingsReader.check(name)
        throw Failure.nothingFound("\(name) is not set.")
      }
      return show(shown)
    }
    try set(name, value.joined(separator: " "))
  }

  private func set(_ name: String, _ typed: String) throws {
    try SettingsReader.check(name)
    let value = typed == "default" ? "" : try StandardInput.text(for: typed)
    if value.isEmpty, try !SettingsReader.all(place).contains(where: { $0.name == name && $0.value != nil }) {
      return Console(noColour: output.noColor, isQuiet: quiet).say("\(name) is not set.")
    }
    let outcome = try place.openOrCreate {
      try $0.setSetting(name, value, command: TypedCommand.text(), rehearse: rehearsal.dryRun)
    }
    let console = Console(noColour: output.noColor, isQuiet: quiet)
    let change = outcome.differences.last.map { $0.new.isEmpty ? "default" : $0.new } ?? ""
    WroteLine(console: console).say(
      outcome, verb: "Set \(name): \(change)", isRehearsal: rehearsal.dryRun, listing: false)
  }

  /// `{"settings": [{"name", "value", "default", "set_on", "machine", "meaning", "trouble"}]}`.
  private struct JSON: Encodable {
    let name: String
    @Nullable var value: String?
    let `default`: String
    @Nullable var setOn: String?
    @Nullable var machine: String?
    let meaning: String
    @Nullable var trouble: String?
  }

  private func show(_ settings: [ShownSetting]) {
    let console = output.console
    if output.json {
      let list = settings.map {
        JSON(
          name: $0.name, value: $0.value, default: $0.standard, setOn: $0.origin?.day.description,
          machine: $0.origin?.machine, meaning: $0.meaning, trouble: $0.trouble)
      }
      return console.raw((try? JSONOutput.text(["settings": list])) ?? "")
    }
    if output.plain {
      for setting in settings { console.print("\(setting.name)\t\(setting.value ?? "")\t\(Self.origin(setting))") }
      return
    }
    console.page(settings.flatMap { Self.lines($0, width: console.width) })
  }

  private static func origin(_ setting: ShownSetting) -> String {
    guard let origin = setting.origin else { return "default" }
    return "set \(origin.day) on \(origin.machine)"
  }

  private static func lines(_ setting: ShownSetting, width: Int) -> [StyledText] {
    let value = setting.value.map { Clean.line($0) } ?? setting.standard
    let head: StyledText = "\(setting.name, .bold): \(DisplayWidth.cut(value, to: max(20, width - 24)))"
    let isSet = setting.origin != nil
    var lines: [StyledText] = [head + (isSet ? "" : StyledText(" (default)", .dim))]
    var rest = setting.meaning
    if isSet { rest += (rest.isEmpty ? "" : "; ") + origin(setting) }
    lines += StyledText("    " + rest, .dim).wrapped(to: width)
    if let trouble = setting.trouble {
      lines += StyledText("    Kept and ignored: \(trouble).", .yellow).wrapped(to: width)
    }
    return lines
  }
}

/// The settings of a store, or where there is none yet, those of a new one; looking makes no store.
enum SettingsReader {
  static func all(_ place: StoreOptions) throws -> [ShownSetting] {
    do { return try place.look().shownSettings() } catch StoreError.missing { return ShownSetting.standards }
  }

  /// - Throws: `RequestError.unknownSetting` for a name that no setting has.
  static func check(_ name: String) throws { _ = try SettingInfo.known(name) }
}
