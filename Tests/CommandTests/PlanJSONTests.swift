import Foundation
import Testing

/// The documented shape of `plan --json` and `today --json`.
@Suite struct PlanJSONTests {
  private static let keys: Set = [
    "id", "rule", "title", "state", "opens", "day", "until", "by", "late", "missed", "moved", "person", "person_id",
    "opportunity", "opportunity_id", "channels", "draft", "optional", "needs", "reason", "rules", "together", "command",
  ]

  private func items(_ home: Home, _ arguments: String...) throws -> [[String: Any]] {
    let outcome = try home.run(arguments + ["--json"])
    #expect(outcome.code == 0, "\(outcome.talk)")
    let document = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
    return try #require(document?["items"] as? [[String: Any]])
  }

  @Test func `every item has every key, days are ISO, and hours give an instant`() throws {
    let home = try Home()
    for line in [
      ["add", "organisation", "Acme"], ["add", "person", "Dana Reyes", "organisation=acme", "email=d@acme.example"],
      ["add", "opportunity", "Head of Sales", "organisation=acme", "playbook=value-added"],
      ["add", "interview", "opportunity=acme", "start=2026-03-10T10:00"],
      ["add", "participation", "interview=acme", "person=dana", "part=hiring-manager"],
    ] {
      let outcome = try home.run(line + ["--today", "2026-03-10"])
      #expect(outcome.code == 0)
    }
    let plan = try items(home, "plan", "--today", "2026-03-10")
    #expect(plan.count == 2)
    for item in plan { #expect(Set(item.keys) == Self.keys) }
    let response = try #require(plan.first)
    #expect(response["rule"] as? String == "value-added.value-added-response")
    #expect(response["day"] as? String == "2026-03-12")
    #expect(response["by"] as? String == "2026-03-12T10:00+00:00")
    #expect(response["person"] as? String == "Dana Reyes")
    #expect(response["channels"] as? [String] == ["email", "post"])
    #expect((response["needs"] as? [String])?.contains("a topic you discussed: none recorded") == true)
    #expect(plan.last?["by"] is NSNull)
    let today = try items(home, "today", "--today", "2026-03-10")
    #expect(today.map { $0["id"] as? String } == [response["id"] as? String])
  }
}
