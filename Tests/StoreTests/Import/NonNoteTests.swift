import Foundation
import Notes
import Testing

@Suite struct NonNoteTests {
  private func form(_ text: String) -> String? { NonNote.form(Array(text.utf8)) }

  @Test func `data, markup and code are told from notes`() {
    #expect(form("{\"jobs\": [{\"name\": \"Acme\"}]}\n") == "JSON data")
    #expect(form("[1, 2,\n 3]") == "JSON data")
    #expect(form("{\"a\": 1}\n{\"a\": 2}\n{\"a\": 3}\n") == "JSON data")
    #expect(form("<?xml version=\"1.0\"?>\n<a/>") == "XML data")
    #expect(form("<!DOCTYPE html>\n<p>Acme</p>") == nil)
    #expect(form("---\ndate: {{date}}\n---\n# {{title}}\n") == "a template")
    #expect(form("// <!-- <mdb:mork:z v=\"1.4\"/> -->\n< <(a=c)>\n") == "a mail program's index")
    #expect(form("#!/bin/sh\necho notes\n") == "a script")
    #expect(
      form(
        "import os\n\ndef main():\n    for name in os.listdir('.'):\n        print(name)\n\nmain()\nif x == 1:\n    y()"
      )
        == "source code")
    #expect(form("#include <stdio.h>\nint main(void) {\n  puts(\"hi\");\n  return 0;\n}\n") == "source code")
  }

  @Test func `this repository's own sources are code, its notes are none`() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../..")
      .standardized
    // A file that is one table of words is taken for text.
    let sources = try ["Sources/Notes/Dates", "Sources/Store/Import", "Sources/Model/Kinds"].flatMap {
      try files(root.appendingPathComponent($0)).filter { $0.pathExtension == "swift" }
    }
    let told = try sources.filter { NonNote.form([UInt8](try Data(contentsOf: $0))) == "source code" }
    #expect(told.count * 10 >= sources.count * 9)
    for folder in ["Fixtures/Notes", "Fixtures/MoreNotes"] {
      for file in try files(root.appendingPathComponent(folder)) where file.pathExtension != "json" {
        #expect(NonNote.form([UInt8](try Data(contentsOf: file))) == nil, "\(file.lastPathComponent)")
      }
    }
  }

  private func files(_ folder: URL) throws -> [URL] {
    try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
  }

  @Test func `a note with code in it is a note`() {
    let note = """
      # Acme Ltd, live coding
      Dana asked for a queue with two stacks:
      ```
      func push(_ x: Int) { left.append(x) }
      func pop() -> Int? { right.popLast() }
      func isEmpty() -> Bool { left.isEmpty }
      let queue = Queue();
      queue.push(1);
      ```
      Went well. She wants
      {"retries": 3}
      explained next time.
      """
    #expect(form(note) == nil)
    #expect(form("[ ] send CV to Dana\n[x] thank-you note\n") == nil)
    #expect(
      form("Firma;Stelle;Datum;;\nAcme;Analyst;3.4.2026;;\nBorage;Lead;4.4.2026;;\nC;D;5.4.2026;;\nE;F;6.4.2026;;")
        == nil)
    #expect(form("") == nil && form("{") == nil && form("[[Acme]] call, Dana (HR)") == nil)
  }
}
