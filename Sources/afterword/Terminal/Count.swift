/// A number with its noun: "1 change", "3 changes".
enum Count {
  static func text(_ number: Int, _ noun: String, _ plural: String? = nil) -> String {
    "\(number) " + (number == 1 ? noun : plural ?? noun + "s")
  }
}
