/// A machine's clock: a millisecond passes with every look at it.
final class MachineClock {
  var milliseconds = 1_700_000_000_000
  var skew: Int

  init(skew: Int) { self.skew = skew }

  func now() -> Int {
    milliseconds += 1
    return milliseconds + skew
  }
}
