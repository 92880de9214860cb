import BundleFile
import Foundation
import Merge
import Model
import Testing

@testable import Store

/// Two machines that sign what they write, and a folder that they share.
struct SigningPair {
  let laptop: Laptop
  let desktop: Laptop
  let shared: SharedFolder

  init() throws {
    laptop = try Laptop(seed: 1, isSigning: true)
    desktop = try Laptop(seed: 2, name: "desktop", isSigning: true)
    shared = try SharedFolder()
  }
}

/// Tests of what such machines take from one another, and from what somebody else leaves among their bundles.
protocol SignedExchange {
  var pair: SigningPair { get }
}

extension SignedExchange {
  var laptop: Laptop { pair.laptop }
  var desktop: Laptop { pair.desktop }
  var shared: SharedFolder { pair.shared }

  func meet() throws {
    _ = try laptop.create("organisation", ["name": "Acme"])
    try desktop.take(laptop.export("first.afterword"))
    _ = try desktop.create("organisation", ["name": "Zenith"])
    try laptop.take(desktop.export("second.afterword"))
  }

  func key(_ machine: Laptop) throws -> SigningKey {
    try #require(try machine.store.environment.signing?.readOrMake())
  }

  func signer(_ machine: Laptop) throws -> Signer {
    Signer(name: machine.store.environment.machineName, key: try key(machine).machine)
  }

  func known(_ machine: Laptop) throws -> Set<MachineKey> {
    let own = try key(machine).machine
    return try machine.store.read { try Trust($0.db, own: own).known }
  }

  /// All transactions of a bundle, with its head and seal.
  func contents(_ path: String) throws -> (report: BundleReport, transactions: [Transaction]) {
    var transactions: [Transaction] = []
    let report = try BundleInput(path).read { transactions.append($0) }
    return (report, transactions)
  }

  /// Writes a bundle with whatever seal.
  func forge(
    _ name: String, _ report: BundleReport, _ transactions: [Transaction], seal: (String) throws -> BundleSeal
  ) throws -> String {
    var head = report.head
    head.isSealed = true
    head.hasErased = transactions.contains(where: \.isErased)
    _ = try BundleOnDisk.write(head, to: laptop.path(name), replace: true, seal: seal) { append in
      try transactions.forEach(append)
    }
    return laptop.path(name)
  }

  /// Takes nothing of a file, and says of whom it speaks.
  func refuses(_ path: String, naming name: String, _ machine: Laptop? = nil) throws {
    let machine = machine ?? laptop
    let before = try machine.view()
    for consent in [ImportConsent.ask, .yes] {
      let error = #expect(throws: BundleRefusal.self) { try machine.take(path, consent: consent) }
      guard case .unproven(_, let why)? = error else {
        Issue.record("\(String(describing: error))")
        continue
      }
      #expect(why.description.contains(name), "\(why)")
    }
    #expect(try machine.view() == before)
  }

  func asks(_ path: String, _ machine: Laptop? = nil) throws -> ImportReport? {
    do {
      _ = try (machine ?? laptop).take(path, consent: .ask)
      Issue.record("it was taken in unasked")
      return nil
    } catch ImportStop.needsAnswer(let report) { return report }
  }
}
