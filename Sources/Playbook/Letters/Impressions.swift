package import Model

/// How to judge a concern about the impression made.
package enum Impressions {
  private static let trifles = [
    "coffee", "spilt", "spilled", "stain", "sneez", "cough", "tie", "shirt", "shoe", "stumbl", "tripped", "phone rang",
    "hiccup",
  ]

  /// A hint for the user, who alone judges.
  package static func hint(_ concern: Finding) -> String {
    let text = (concern.text ?? "").lowercased()
    if trifles.contains(where: { text.contains($0) }) {
      return "It sounds like a trifle: mentioning it would make it larger."
    }
    return "Substantial is what makes them doubt your ability."
  }
}
