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
