package import Model

/// One paper of a file: what one hand wrote at one time, or one row of a table.
package struct Paper: Hashable, Sendable {
  package enum Form: Hashable, Sendable {
    case note
    case message(MessageHead)
    /// One of many of the same shape in a log.
    case entry
    case row(TableRow)
  }

  package var form: Form
  /// Whole lines of the text that was cut, the end of the last one left out.
  package var span: TextSpan
  /// The lines in it, by their places in the text.
  package var lines: Range<Int>

  package var isRow: Bool { if case .row = form { true } else { false } }
  package var head: MessageHead? { if case .message(let head) = form { head } else { nil } }
}

/// What a message's head says.
package struct MessageHead: Hashable, Sendable {
  /// Somebody who wrote or is written to; spans of the text that was cut.
  package struct Correspondent: Hashable, Sendable {
    package var name: TextSpan?
    package var address: TextSpan?
  }

  package var sender: Correspondent?
  package var addressees: [Correspondent] = []
  /// Decoded, white space collapsed.
  package var subject: String?
  package var date: Moment?
  /// Without its angle brackets.
  package var messageID: String?
  /// Why it was written to nobody in particular: a list, a newsletter, a robot's news; nil for a letter.
  package var bulk: String?
}

/// A row of a table, with what its columns are called.
package struct TableRow: Hashable, Sendable {
  /// Shared by all rows of a table.
  package var columns: [String]
  /// As many as the row has; empty spans for empty cells.
  package var cells: [TextSpan]
}

/// A line of a cut text: what it is, and what it stands under.
package struct PaperLine: Hashable, Sendable, Spanned {
  package enum Role: Hashable, Sendable {
    case blank, text
    case heading(level: Int)
    /// A bullet or number.
    case item
    /// A check box.
    case task(isDone: Bool)
    /// "Company: Acme"; the value may stand below.
    case label
    /// A label or box that nobody filled in.
    case emptyField
    /// Somebody's earlier words: context, never record.
    case quoted
    case code
    case mailHead, greeting, closing, signature
    case tableHead, tableRow, tableRule
    case frontMatter
    /// Rules, fences, drawers, comments.
    case syntax
  }

  /// Without the line end.
  package var span: TextSpan
  /// Without bullets, boxes, quote marks, heading signs and emphasis at both ends.
  package var content: TextSpan
  package var role: Role
  /// The heading that it stands under, by its place among the lines; a heading's own is the one of the next higher level.
  package var heading: Int?
  /// The label that it stands under; ends with a blank line, the next label or heading.
  package var label: Int?
  /// How many ">" stand before it.
  package var quoteDepth = 0
}
