import Testing

@testable import Playbook

/// What is said in calls, in every language that letters are written in.
@Suite struct CallScriptTests {
  @Test(arguments: Tongue.allCases)
  func `every call has words, and says who calls whom`(tongue: Tongue) throws {
    for kind in CallKind.allCases {
      let say = CallScripts.say(kind, tongue)
      #expect(say.contains("{caller|") && say.contains("{setting:name.value|"), "\(kind) in \(tongue)")
      _ = try Template(say)
    }
    let wording = NegotiationWording.of(tongue)
    for part in [
      wording.opening, wording.part, wording.earlier, wording.strength, wording.instead, wording.closing, wording.limit,
    ] {
      #expect(!part.isEmpty)
      _ = try Template(part)
    }
  }

  @Test(arguments: [Tongue.german, .french, .spanish])
  func `the words of a language are its own`(tongue: Tongue) {
    for kind in CallKind.allCases {
      #expect(CallScripts.say(kind, tongue) != CallScripts.say(kind, .british), "\(kind) in \(tongue)")
    }
  }
}
