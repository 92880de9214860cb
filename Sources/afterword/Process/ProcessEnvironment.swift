import Foundation
import Model
import Notes
import Store

/// What the process and the machine say, as the store's `Environment`.
enum ProcessEnvironment {
  /// - Parameter store: the path given by `--store`, which goes before `AFTERWORD_STORE`.
  static func make(store: String?) throws -> Environment {
    let machine = (try? String(contentsOfFile: "/etc/machine-id", encoding: .utf8)).map(trimmed) ?? ""
    let host = hostName()
    var environment = Environment(
      storePath: try storePath(store), stateFolder: try stateFolder(),
      machine: machine.isEmpty ? host : machine, machineName: ProcessVariable["AFTERWORD_MACHINE"] ?? host,
      today: LocalClock.today(), now: LocalClock.milliseconds,
      random: {
        var generator = SystemRandomNumberGenerator()
        return generator.next()
      })
    environment.dateOrder = dateOrder
    environment.progress = LongWorkLine().update
    return environment
  }

  /// Where what belongs to this machine alone lies.
  static func stateFolder() throws -> String {
    try folder("XDG_STATE_HOME", else: ".local/state") + "/afterword"
  }

  /// The order of day and month in the user's locale, found as POSIX says.
  static var dateOrder: DateOrder {
    let name = ProcessVariable["LC_ALL"] ?? ProcessVariable["LC_TIME"] ?? ProcessVariable["LANG"]
    return name.map(DateOrder.init(locale:)) ?? .undecided
  }

  /// The store's path: the option, else `AFTERWORD_STORE`, else `afterword/afterword.sqlite` in the data folder.
  private static func storePath(_ option: String?) throws -> String {
    if let given = option ?? ProcessVariable["AFTERWORD_STORE"] { return FilePath.resolved(given) }
    return FilePath.resolved(try folder("XDG_DATA_HOME", else: ".local/share") + "/afterword/afterword.sqlite")
  }

  /// A folder of the XDG base directory specification, which has relative paths ignored.
  static func folder(_ variable: String, else fallback: String) throws -> String {
    if let path = ProcessVariable[variable], path.hasPrefix("/") { return path }
    guard let home = ProcessVariable["HOME"], home.hasPrefix("/") else {
      throw Failure.usage("HOME is not set, so there is no place for the store. Name one with --store PATH.")
    }
    return home + "/" + fallback
  }

  private static func hostName() -> String {
    var name = [CChar](repeating: 0, count: 256)
    guard gethostname(&name, name.count - 1) == 0 else { return "this machine" }
    let host = String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    return host.isEmpty ? "this machine" : String(host.prefix(64))
  }

  private static func trimmed(_ text: String) -> String {
    text.trimmingCharacters(in: .whitespacesAndNewlines)
  }
}

enum FilePath {
  /// The absolute path with symbolic links resolved as far as it exists, so that one file has one name.
  static func resolved(_ path: String) -> String {
    let absolute = path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
    if let real = realpath(absolute, nil) {
      defer { free(real) }
      return String(cString: real)
    }
    let parts = absolute.split(separator: "/")
    guard let last = parts.last, parts.count > 1 else { return absolute }
    let parent = resolved("/" + parts.dropLast().joined(separator: "/"))
    return parent + (parent.hasSuffix("/") ? "" : "/") + last
  }
}
