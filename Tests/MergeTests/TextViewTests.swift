import Merge
import Model
import Testing

@Suite struct TextViewTests {
  private let base = event(0, 1, .text(bases: [], whole: "1\n2\n3"))

  @Test func `a text that only one wrote is shown as written`() {
    #expect(TextHistory([base]).view()?.text == "1\n2\n3")
    #expect(TextHistory([]).view() == nil)
  }

  @Test func `a conflict is marked with its authors, each marker on a line of its own`() {
    let texts = [base, version(1, "1\na\n3"), version(2, "1\nb\n3")]
    let view = TextHistory(texts).view()
    let markers = TextMarkers(
      first: { "<<< \(names($0))" }, next: { "=== \(names($0))" }, end: ">>>")
    #expect(view?.marked(markers) == "1\n<<< 1\na\n=== 2\nb\n>>>\n3")
    #expect(view?.hasConflict == true)
  }

  @Test func `saving over both heads ends the conflict`() {
    let saved = event(
      3, 1, .text(bases: [reference(1, 1), reference(2, 1)], whole: "1\nab\n3"), seen: [(0, 1), (1, 1), (2, 1)])
    let texts = [base, version(1, "1\na\n3"), version(2, "1\nb\n3"), saved]
    #expect(TextHistory(texts).view()?.text == "1\nab\n3")
    #expect(TextHistory(texts).heads.map(\.reference) == [saved.reference])
  }

  /// Two of three heads share a newer version with a line more, which one of them removed again.
  @Test func `a line that one of three heads removed does not return`() {
    let newer = event(0, 2, .text(bases: [base.reference], whole: "1\n2\nnew\n3"))
    func later(_ stream: Int, _ whole: String) -> CellEvent {
      event(stream, 1, .text(bases: [newer.reference], whole: whole), seen: [(0, 2)])
    }
    let texts = [base, newer, later(1, "1\n2\n3"), later(2, "one\n2\nnew\n3"), version(3, "1\n2\nthree")]
    #expect(TextHistory(texts).view()?.text == "one\n2\nthree")
  }

  @Test func `three answers to one question are three variants`() {
    let texts = [base] + (1...3).map { version($0, "1\nanswer \($0)\n3") }
    guard case .conflict(let variants)? = TextHistory(texts).view()?.parts[1] else {
      Issue.record("no conflict region")
      return
    }
    #expect(variants.map(\.authors) == (1...3).map { [reference($0, 1)] })
  }

  @Test func `a restore shows the version it names, whatever was written over it`() {
    let next = event(0, 2, .text(bases: [base.reference], whole: "other"))
    let undo = event(0, 3, .restore(dots: [base.reference], bases: [next.reference]))
    #expect(TextHistory([base, next, undo]).view()?.text == "1\n2\n3")
  }

  @Test func `an operation of a newer version is named and hides nothing`() {
    let odd = event(1, 1, .unknown(name: "z", payload: "{}"))
    let view = TextHistory([base, odd]).view()
    #expect(view?.newer == [odd.reference])
    #expect(view?.text == "1\n2\n3")
  }

  private func version(_ stream: Int, _ whole: String) -> CellEvent {
    event(stream, 1, .text(bases: [base.reference], whole: whole), seen: [(0, 1)])
  }

  private func names(_ authors: [Reference]) -> String {
    authors.map { String($0.incarnation.id.low) }.joined(separator: " ")
  }
}
