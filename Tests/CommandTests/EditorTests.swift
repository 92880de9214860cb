import Foundation
import Testing

/// Editing in an editor that is a script.
@Suite struct EditorTests {
  private func home(_ script: String) throws -> (Home, [String: String]) {
    let home = try Home()
    _ = try home.run("add", "person", "Dana Whitfield", "title=CTO", "notes=one", "tags=+warm")
    try home.write("editor", "#!/bin/sh\n" + script + "\n", executable: true)
    return (home, ["EDITOR": home.path("editor")])
  }

  private func drafts(_ home: Home) throws -> [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: home.path(".local/state/afterword/drafts"))) ?? []
  }

  @Test func `an unchanged form saves nothing and leaves no draft`() throws {
    let (home, variables) = try home("true")
    let outcome = try home.run(["edit", "dana"], variables: variables)
    #expect(outcome.code == 0)
    #expect(outcome.talk.contains("Nothing was changed"))
    #expect(try drafts(home).isEmpty)
  }

  @Test func `an editor that fails saves nothing`() throws {
    for (script, kept) in [
      ("sed -i s/CTO/CEO/ \"$1\"; false", 1), ("sed -i s/CTO/CEO/ \"$1\"; kill -INT $$", 1), ("rm \"$1\"", 0),
      ("false", 0),
    ] {
      let (home, variables) = try home(script)
      let outcome = try home.run(["edit", "dana"], variables: variables)
      #expect(outcome.code == 1)
      #expect(outcome.talk.contains("nothing was saved"))
      #expect(try home.run("show", "dana").output.contains("CTO"))
      #expect(try drafts(home).count == kept)
    }
  }

  @Test func `all fields of the form are read back`() throws {
    let (home, variables) = try home(
      "sed -i 's/^title:.*/title: Head of Data/; s/^tags:.*/tags: cold, new/; s/^one$/one\\ntwo # not a remark/' \"$1\""
    )
    let outcome = try home.run(["edit", "dana"], variables: variables)
    #expect(outcome.code == 0)
    let shown = try home.run("show", "dana").output
    for expected in ["Head of Data", "cold, new", "two # not a remark"] { #expect(shown.contains(expected)) }
    let again = try home.run("undo")
    #expect(again.code == 0)
    #expect(try home.run("show", "dana").output.contains("CTO"))
  }

  @Test func `a value that cannot be read keeps the draft`() throws {
    let (home, variables) = try home("sed -i 's/^keep_ideal:.*/keep_ideal: often/' \"$1\"")
    let outcome = try home.run(["edit", "dana"], variables: variables)
    #expect(outcome.code == 2)
    #expect(try drafts(home).count == 1)
    #expect(outcome.talk.contains("Your text is kept"))
  }

  @Test func `one field is edited alone, VISUAL before EDITOR`() throws {
    let (home, _) = try home("")
    try home.write("visual", "#!/bin/sh\nprintf 'two\\n' > \"$1\"\n", executable: true)
    let outcome = try home.run(
      ["edit", "dana", "notes"], variables: ["VISUAL": home.path("visual"), "EDITOR": "false"])
    #expect(outcome.code == 0)
    #expect(try home.run("show", "dana").output.contains("two"))
  }
}
