/// Whether bytes are valid UTF-8 (Unicode 16, table 3-7): no overlong forms, surrogates, or values beyond U+10FFFF.
enum UTF8Check {
  static func isValid(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    (try? UTF8Span(validating: bytes.span)) != nil
  }
}
