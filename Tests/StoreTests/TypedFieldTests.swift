import Model
import Testing

@testable import Store

/// Days typed for fields and filters lie on the side that the field's list says.
@Suite struct TypedFieldTests {
  /// Tuesday, 14 November 2023.
  private func laptop() throws -> Laptop {
    let laptop = try Laptop(seed: 96)
    _ = try laptop.create("organisation", ["name": "Acme"])
    _ = try laptop.store.add(
      try KindName.find("opportunity"), [Assignment("role=Cook"), Assignment("organisation=acme")], command: "add")
    _ = try laptop.create("person", ["name": "Dana"])
    return laptop
  }

  @Test func `every field of days says its tense, and a typed day follows it`() throws {
    let laptop = try laptop()
    let today = laptop.store.today
    let typed = ["monday", "friday", "12 june", "3 december", "15th", "2w", "tuesday"]
    for kind in Registry.kinds {
      for field in kind.fields where field.type == .day || field.type == .moment {
        for text in typed {
          let request = try laptop.store.read { session in
            try laptop.store.fieldReader(session, NameResolver(session, today: today)).read(text, field)
          }
          guard case .content(let content) = request, let day = content.value.flatMap(Self.day) else {
            Issue.record("\(kind.name) \(field.name): \(text)")
            continue
          }
          #expect(field.tense != .past || day <= today, "\(kind.name) \(field.name): \(text) is \(day)")
          #expect(field.tense != .coming || day >= today, "\(kind.name) \(field.name): \(text) is \(day)")
        }
        #expect(throws: RequestError.self) {
          try laptop.store.read { session in
            try laptop.store.fieldReader(session, NameResolver(session, today: today)).read("31 November", field)
          }
        }
      }
    }
  }

  private static func day(_ value: Value) -> Day? {
    switch value {
    case .day(let day): day
    case .moment(let moment): moment.day
    default: nil
    }
  }

  @Test(arguments: [
    ("closed_on=monday", "Mon 13 Nov"), ("told_at=friday", "Fri 10 Nov"), ("deadline=by friday", "Fri 17 Nov"),
    ("deadline=3d", "Fri 17 Nov"),
  ])
  func `an outcome was heard in the past, a deadline is to come, and both are echoed`(
    _ assignment: String, _ meaning: String
  ) throws {
    let laptop = try laptop()
    let outcome = try laptop.store.set("cook", [Assignment(assignment)], command: "set")
    #expect(outcome.understood.first?.meaning == meaning)
  }

  @Test func `lists are filtered by months and other periods`() throws {
    let laptop = try laptop()
    for day in ["2023-02-28", "2023-03-01", "2023-03-31", "2023-04-01"] {
      _ = try laptop.store.add(
        try KindName.find("touch"), [Assignment("person=dana"), Assignment("channel=call"), Assignment("day=\(day)")],
        command: "add")
    }
    let listed = try laptop.store.list(
      try KindName.find("touch"), ["from:march", "to:march"], includingArchived: false)
    #expect(listed.count == 2)
    #expect(throws: RequestError.self) {
      try laptop.store.list(try KindName.find("touch"), ["from:2023-02-30"], includingArchived: false)
    }
  }
}
