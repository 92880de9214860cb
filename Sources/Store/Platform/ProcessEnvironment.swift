import Foundation
package import Notes

/// What the process and the machine say, as the store's `Environment`.
package enum ProcessEnvironment {
  /// No place for a store was named, and HOME, which the usual place follows from, is not set.
  package struct NoHome: Error {}

  /// - Parameters:
  ///   - store: the store's path; nil for `AFTERWORD_STORE`, else `afterword/afterword.sqlite` in the data folder.
  ///   - state: the folder for what belongs to this machine alone; nil for `afterword` in the state folder.
  package static func make(store: String?, state: String? = nil) throws(NoHome) -> Environment {
    let host = hostName()
    let stateFolder = if let state { FilePath.resolved(state) } else { try stateFolder() }
    var environment = Environment(
      storePath: try storePath(store), stateFolder: stateFolder, machine: machineID() ?? host,
      machineName: ProcessVariable["AFTERWORD_MACHINE"] ?? host, today: LocalClock.today(),
      now: LocalClock.milliseconds,
      random: {
        var generator = SystemRandomNumberGenerator()
        return generator.next()
      })
    environment.dateOrder = dateOrder
    environment.signing = SigningKeyFile(stateFolder: stateFolder)
    return environment
  }

  /// Where what belongs to this machine alone lies.
  package static func stateFolder() throws(NoHome) -> String {
    try folder("XDG_STATE_HOME", else: ".local/state") + "/afterword"
  }

  /// The order of day and month in the user's locale, found as POSIX says.
  package static var dateOrder: DateOrder {
    let name = ProcessVariable["LC_ALL"] ?? ProcessVariable["LC_TIME"] ?? ProcessVariable["LANG"]
    return name.map(DateOrder.init(locale:)) ?? .undecided
  }

  private static func storePath(_ given: String?) throws(NoHome) -> String {
    if let given = given ?? ProcessVariable["AFTERWORD_STORE"] { return FilePath.resolved(given) }
    return FilePath.resolved(try folder("XDG_DATA_HOME", else: ".local/share") + "/afterword/afterword.sqlite")
  }

  /// A folder of the XDG base directory specification, which has relative paths ignored.
  package static func folder(_ variable: String, else fallback: String) throws(NoHome) -> String {
    if let path = ProcessVariable[variable], path.hasPrefix("/") { return path }
    guard let home = ProcessVariable["HOME"], home.hasPrefix("/") else { throw NoHome() }
    return home + "/" + fallback
  }

  private static func machineID() -> String? {
    let text = (try? String(contentsOfFile: "/etc/machine-id", encoding: .utf8)) ?? ""
    let id = text.trimmingCharacters(in: .whitespacesAndNewlines)
    return id.isEmpty ? nil : id
  }

  private static func hostName() -> String {
    var name = [CChar](repeating: 0, count: 256)
    guard gethostname(&name, name.count - 1) == 0 else { return "this machine" }
    let host = String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    return host.isEmpty ? "this machine" : String(host.prefix(64))
  }
}
