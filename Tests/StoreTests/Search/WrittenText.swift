import Foundation

/// Words of many scripts in any composition, as people and programs write them.
struct WrittenText<Numbers: RandomNumberGenerator> {
  var random: Numbers

  private static var alphabets: [String] {
    [
      "abcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", "aeiouäöüßÄÖÜẞ", "aeioøæåðþœÆØÅÐÞŒ",
      "łŁąęśćżźńóđĐŧħŋ", "ıİşğçŞĞÇiI", "ếữộẵặờỷỡậƠƯăâêô", "éèêëñçãõàìíîïÿŷǖǘḱẅ",
      "αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώΐΰΆΩΣ",
      "абвгдежзийклмнопрстуфхцчшщъыьэюяёЁЙїІґўЎ", "ابتثجحخدذرزسشصضطظعغفقكلمنهويأإآةى", "بَكُتِرًّسٌ",
      "אבגדהוזחטיכלמנסעפצקרשתךםןףץ",
      "שָׁלוֹםבְּרֵ", "अआइईउकखगघचजटडतदनपबमयरलवसहािीुूेैोौंर्ज़", "กขคงจชซญดตถทนบปผพมยรลวสหอะาำิีึืุูเแโใไ่้",
      "가나다라마바사아자차카타파하한글삼성전자에서", "あいうえおかがきぎくぐさざただなはばぱまやらわんーアイウガパ", "山田太郎東京株式会社面接履歴書", "ｶﾞﾊﾟｱｲｳ",
      "ＡＢＣａｂｃ１２３", "ﬁﬂﬀﬃﬄﬆĳǆ", "ὰάᾶᾳἀἁἂὅῷ", "ქართული", "հայերենև", "ªº²³①Ⓐⓑ㍿㌔",
    ]
  }

  init(_ random: Numbers) { self.random = random }

  /// A word of one script, each of its characters composed in a way of its own.
  mutating func word() -> String {
    let alphabet = Array(Self.alphabets[Int.random(in: 0..<Self.alphabets.count, using: &random)])
    let length = Int.random(in: 3...9, using: &random)
    return (0..<length).map { _ in composed(String(alphabet[Int.random(in: 0..<alphabet.count, using: &random)])) }
      .joined()
  }

  mutating func composed(_ text: String) -> String {
    switch Int.random(in: 0..<6, using: &random) {
    case 0: text.decomposedStringWithCanonicalMapping
    case 1: text.precomposedStringWithCanonicalMapping
    // Marks that nobody sees stand anywhere in copied text.
    case 2 where Int.random(in: 0..<8, using: &random) == 0:
      text
        + ["\u{AD}", "\u{200D}", "\u{FE0F}", "\u{2060}"][
          Int.random(in: 0..<4, using: &random)]
    default: text
    }
  }

  mutating func sentence() -> String {
    let marks = [" ", " ", " ", " ", ", ", ". ", "\n", " – ", " (", "! ", "\u{A0}", "\u{3000}"]
    return (0..<Int.random(in: 1...6, using: &random)).map { _ in
      word() + marks[Int.random(in: 0..<marks.count, using: &random)]
    }.joined()
  }
}

extension String {
  /// As a person would copy them from the screen.
  var shownWords: [String] {
    split(whereSeparator: \.isWhitespace).map(String.init).filter { word in
      word.unicodeScalars.contains { $0.properties.isAlphabetic || $0.properties.numericType != nil }
    }
  }
}
