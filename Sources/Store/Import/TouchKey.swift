import Model

/// By what something said or sent is known again where it has no Message-ID.
struct TouchKey: Hashable {
  let person: RowID
  let direction: Direction
  let channel: Channel?
  let day: Day

  init?(_ touch: Touch) {
    guard let person = touch.person, let direction = touch.direction, let day = touch.day else { return nil }
    (self.person, self.direction, channel, self.day) = (person, direction, touch.channel, day)
  }
}
