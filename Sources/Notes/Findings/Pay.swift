/// An amount of pay: `GBP 78000-88000/year`, `65000/year` where no currency was written.
struct Pay {
  var span: TextSpan
  var value: String
  /// A currency was written, or "grand".
  var hasCurrency: Bool
  /// "a day", "per hour" and the like was written.
  var hasUnit: Bool
  /// It is said to be a bonus, a fee, an equity grant: no base pay.
  var isExtra: Bool
}

/// Amounts that are not base pay.
extension MoneyGrammar {
  static let extras = Phrases<Bool>([
    (
      "fine|fines|in fines|penalty|penalties|in damages|overrun|lost|bonus|equity|shares|options|rsu|rsus|sign-on|signing|relocation|pension|allowance|stipend|budget for|fee|revenue|turnover|funding|raised|series|invoice|contract worth|saved|saving|savings|cost|costs|costing|overspend|deal|deals|million|m|bn|billion|documents|customers|users|tickets|commission|expenses|car|tender|grant|donation|loss|profit|arr|mrr|pipeline",
      true
    )
  ]).listed(as: .extras)

  /// A neighbouring word that makes it something other than base pay.
  func isExtra(_ start: Int, _ end: Int) -> Bool {
    for index in end..<min(end + 2, tokens.endIndex) {
      if tokens[index].word.keyword == .and || tokens[index].word.keyword == .plus { break }
      if tokens[index].isMark("+") || tokens[index].isMark(",") || tokens[index].isMark(";") { break }
      if MoneyGrammar.extras.match(tokens, at: index) != nil { return true }
    }
    for index in max(start - 2, tokens.startIndex)..<start where MoneyGrammar.extras.match(tokens, at: index) != nil {
      return true
    }
    return false
  }
}
