/// What is said in calls, by language; lines in the language of letter templates.
enum CallScripts {
  static func say(_ kind: CallKind, _ tongue: Tongue) -> String {
    let own: [CallKind: String] =
      switch tongue {
      case .british, .american: english
      case .german: german
      case .french: french
      case .spanish: spanish
      }
    return own[kind] ?? ""
  }
}
