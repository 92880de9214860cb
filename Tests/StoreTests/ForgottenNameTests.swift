import Foundation
import Merge
import Model
import SeededNumbers
import Testing

@testable import Store

/// Which words are taken for the name of whoever is forgotten, and which are not.
@Suite struct ForgottenNameTests {
  @Test func `another's name is never taken for a part of it, and a row that is none of these is only hidden`() throws {
    let laptop = try Laptop(seed: 7)
    _ = try laptop.create("person", ["name": "Rose Baker"])
    _ = try laptop.create("organisation", ["name": "Baker Ltd"])
    let acme = try laptop.create("organisation", ["name": "Acme"])
    try laptop.write(acme, notes: "Baker Ltd called; the rose is red.\nRose BAKER said so.")
    try laptop.set(acme, "sector", "Baker")
    try Canary.forget(laptop, "rose baker")
    let rows = try laptop.store.all(Organisation.self)
    #expect(rows.contains { $0.name == "Baker Ltd" })
    #expect(rows.first { $0.name == "Acme" }?.notes == "Baker Ltd called; the rose is red.\n██████████ said so.")
    _ = try laptop.create("opportunity", ["role": "Chief"])
    #expect(throws: RequestError.self) { try laptop.store.askForget("chief", byHand: []) }
  }

  @Test func `what is a name of somebody else, or no name at all, is not blacked out`() throws {
    let laptop = try Laptop(seed: 11)
    _ = try laptop.create("person", ["name": "Robert Fox"])
    let julia = try laptop.create("person", ["name": "Julia Roberts"])
    _ = try laptop.create("organisation", ["name": "Studio 100"])
    let zone = try laptop.create("setting", ["name": "zone", "value": "Europe/Helsinki"])
    _ = try laptop.create("organisation", ["name": "University of Helsinki"])
    _ = try laptop.create("person", ["name": "Will Turner"])
    let acme = try laptop.create("organisation", ["name": "Acme"])
    let text = "Will they reply? they will. It will be 100.\nHead of Platform Roberts said so."
    try laptop.write(acme, notes: text)
    for name in ["robert fox", "studio 100", "university of helsinki", "will turner"] {
      try Canary.forget(laptop, name)
    }
    #expect(try laptop.store.all(Organisation.self).first { $0.name == "Acme" }?.notes == text)
    #expect(try laptop.store.one(Person.self, julia.id)?.name == "Julia Roberts")
    #expect(try laptop.store.one(Setting.self, zone.id)?.value == "Europe/Helsinki")
  }

  @Test func `several words by hand are looked for together`() throws {
    let laptop = try Laptop(seed: 12)
    _ = try Canary.person(laptop)
    let acme = try laptop.create("organisation", ["name": "Acme"])
    try laptop.write(acme, notes: "The Head of Platform left; head of sales, of course, did not.")
    _ = try laptop.store.forget(try laptop.store.askForget("zebulon", byHand: ["Head of Platform"]))
    let notes = try laptop.store.all(Organisation.self).first { $0.name == "Acme" }?.notes
    #expect(notes == "The ████████████████ left; head of sales, of course, did not.")
  }

  @Test func `whoever is heard of in the same import keeps a name that was spared`() throws {
    let (laptop, desktop) = (try Laptop(seed: 13), try Laptop(seed: 14, name: "desktop"))
    _ = try laptop.create("person", ["name": "Rose Baker"])
    _ = try desktop.receive(laptop)
    let acme = try laptop.create("organisation", ["name": "Acme", "sector": "Rose Baker was there"])
    _ = try desktop.create("organisation", ["name": "Baker Ltd"])
    try Canary.forget(desktop, "rose baker")
    _ = try laptop.receive(desktop)
    #expect(try laptop.store.all(Organisation.self).contains { $0.name == "Baker Ltd" })
    #expect(try laptop.store.one(Organisation.self, acme.id)?.sector == "██████████ was there")
  }

  @Test func `a tag that was taken back is forgotten too`() throws {
    let laptop = try Laptop(seed: 15)
    _ = try Canary.person(laptop)
    let ann = try laptop.create("person", ["name": "Ann Lee"])
    let row = try #require(try laptop.store.one(Person.self, ann.id))
    var tagged = row
    tagged.tags = ["Zebulon"]
    try laptop.store.save("tag", [RowEdit(old: row, new: tagged)])
    try laptop.store.save("untag", [RowEdit(old: tagged, new: row)])
    _ = try laptop.store.undo(.last)
    try Canary.forget(laptop, "zebulon quillfeather")
    #expect(Canary.left(in: laptop) == [])
    #expect(try Canary.leftInBundle(of: laptop) == [])
  }
}
