/// What the host of a mail or web address says of whose it is.
package struct MailHost {
  private static let file = WordFile(.mail)
  private static let privateHosts = file["privateHosts"]
  private static let intermediaries = file["intermediaryHosts"]
  private static let secondLevels = file["secondLevels"]

  /// The part that somebody registered: `mail.acme.co.uk` → `acme.co.uk`.
  package let domain: String
  /// Its first label: `acme`.
  private let label: String

  /// - Parameter address: of mail or web: `dana@acme.example`, `https://www.acme.example/jobs`. Nil where it names no host.
  package init?(_ address: String) {
    let host = address.lowercased().split(separator: "@").last.map(String.init) ?? ""
    let bare = host.split(separator: "/").first { $0.contains(".") } ?? ""
    let labels = bare.prefix { $0 != ":" && $0 != "?" }.split(separator: ".").filter { $0 != "www" }
    guard let ending = labels.last, labels.count >= 2 else { return nil }
    let isSecondLevel =
      labels.count > 2 && ending.count == 2 && Self.secondLevels.contains(String(labels[labels.count - 2]))
    let own = labels.suffix(isSecondLevel ? 3 : 2)
    (domain, label) = (own.joined(separator: "."), String(own[own.startIndex]))
  }

  /// Anybody may have an address there.
  package var isPrivate: Bool { Self.privateHosts.contains(label) || Self.privateHosts.contains(domain) }

  /// The firm's own, as far as lists tell: neither a provider's nor a program's that writes for many.
  package var isFirms: Bool { !isPrivate && !Self.intermediaries.contains(label) }

  /// Whether a firm of this name is called as the host is: "Larkhill Inn Ltd" and `larkhill-inn.example`.
  package func isCalled(_ name: String) -> Bool {
    let host = label.filter { $0.isLetter || $0.isNumber }
    var words = name.lowercased().split { !$0.isLetter && !$0.isNumber }
    if words.first == "the" { words.removeFirst() }
    let spoken = words.joined()
    return min(host.count, spoken.count) > 3 && (spoken.hasPrefix(host) || host.hasPrefix(spoken))
  }
}
