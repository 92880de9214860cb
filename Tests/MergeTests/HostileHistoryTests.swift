import Merge
import MergeTestSupport
import Model
import Testing

/// What the log says is hostile until checked: every function ends, quickly, with something sensible.
@Suite struct HostileHistoryTests {
  private let many = 10_000

  @Test func `ten thousand heads on one field are listed`() {
    let events = (0..<many).map { event($0, 1, value("v\($0 % 100)"), wall: $0) }
    let history = CellHistory(events)
    #expect(history.heads.count == many)
    #expect(Entry.distinct(Entry.list([history])).count == 100)
  }

  @Test func `a change that has seen ten thousand heads supersedes them`() {
    let events = (0..<many).map { event($0, 1, value("v")) }
    let last = event(many, 1, value("end"), seen: (0..<many).map { ($0, 1) })
    #expect(CellHistory(events + [last]).heads.map(\.reference) == [last.reference])
  }

  @Test func `ten thousand changes in a row leave one head`() {
    let events = (1...many).map { event($0 % 2, $0, value("v"), seen: [(1 - $0 % 2, $0 - 1)]) }
    #expect(CellHistory(events.shuffled()).heads.map(\.reference) == [reference(many % 2, many)])
  }

  @Test func `a thousand changes that keep all before them all stand`() {
    let events = (1...1_000).map { seq in event(0, seq, value("v"), keep: (1..<seq).map { reference(0, $0) }) }
    #expect(CellHistory(events).heads.count == 1_000)
  }

  @Test func `ten thousand undos of undos show what the first wrote`() {
    let first = event(0, 1, value("first"))
    let chain = (2...many).map { event(0, $0, .restore(dots: [reference(0, $0 - 1), reference(0, max(1, $0 - 2))])) }
    #expect(Entry.list([CellHistory([first] + chain)]).map(\.event.reference) == [first.reference])
  }

  @Test func `restores that name each other, themselves or nothing hold nothing`() {
    let (a, b) = (event(0, 1, .restore(dots: [reference(1, 1)])), event(1, 1, .restore(dots: [reference(0, 1)])))
    let own = event(2, 1, .restore(dots: [reference(2, 1), reference(9, 9)]))
    #expect(Entry.list([CellHistory([a, b, own])]).isEmpty)
  }

  @Test func `impossible numbers and contexts from the future change nothing but their own order`() {
    let odd = [
      event(0, 0, value("zero")), event(1, .max, value("max"), seen: [(0, .max), (5, .max)]),
      event(2, -7, value("below"), seen: [(1, -4), (2, 7), (1, .max)], keep: [reference(7, 7)]),
    ]
    #expect(CellHistory(odd).heads.map(\.reference) == [reference(2, -7)])
    #expect(TextHistory(odd).view()?.newer.count == 3)
  }

  @Test func `bases that do not exist, come later or form a ring count for nothing`() throws {
    let texts = [
      event(0, 1, .text(bases: [reference(8, 8), reference(1, 1)], whole: "one")),
      event(1, 1, .text(bases: [reference(0, 1), reference(1, 1)], whole: "two")),
    ]
    let view = try #require(TextHistory(texts).view())
    #expect(view.hasConflict)
    #expect(view.units.count == 2)
  }

  @Test func `ten thousand heads of a text stand side by side`() throws {
    let texts = (0..<many).map { event($0, 1, .text(bases: [], whole: "text \($0)\nend")) }
    let view = try #require(TextHistory(texts).view())
    #expect(view.units.count == 2 * many)
  }

  @Test func `ten thousand versions in a row show the last`() throws {
    let texts = (1...many).map { seq in
      event(0, seq, .text(bases: seq > 1 ? [reference(0, seq - 1)] : [], whole: "text \(seq)"))
    }
    #expect(TextHistory(texts.shuffled()).view()?.text == "text \(many)")
  }

  @Test func `two machines that answer each other's conflicts again and again end`() throws {
    var texts = [event(0, 1, .text(bases: [], whole: "x\ny\nz"))]
    var heads = [reference(0, 1)]
    for round in 2...300 {
      let seen = [(0, round - 1), (1, round - 1)]
      for stream in 0...1 {
        texts.append(event(stream, round, .text(bases: heads, whole: "x\n\(stream) in \(round)\nz"), seen: seen))
      }
      heads = [reference(0, round), reference(1, round)]
    }
    let view = try #require(TextHistory(texts).view())
    #expect(Set(["x", "0 in 300", "1 in 300", "z"]) == Set(view.text.split(separator: "\n").map(String.init)))
  }

  @Test func `joins in a ring are one row, joins with nothing are ignored`() {
    let rows = (1...3).map { Subject(kind: Organisation.kind, id: RowID(high: 0, low: $0)) }
    var changes = rows.map { Change($0, "name", value("n")) }
    for (row, next) in zip(rows, rows[1...] + rows[..<1]) {
      changes.append(Change(row, ReservedField.same, .add(next.id.description)))
      changes.append(Change(row, ReservedField.same, .add(row.id.description)))
      changes.append(Change(row, ReservedField.same, .add("no id")))
    }
    let transaction = Transaction(
      incarnation: Incarnation(RowID(high: 1, low: 1)), first: 1, previous: nil, context: [], wall: 0, command: "",
      changes: changes)
    let view = History([transaction]).view()
    #expect(view.rows.keys.map(\.id) == [rows[0].id])
    #expect(view.rows.values.first?.members == rows)
  }
}
