import Testing

@testable import Notes

/// What one's own mail answers to an offer.
@Suite struct OwnAnswerTests {
  @Test(arguments: [
    "I am delighted to accept your offer and look forward to starting on 2 November.",
    "Thank you for your letter. I hereby accept the position of line lead on the terms in it.",
    "Yes. I'm happy to accept the job.", "As I said on the phone, I have accepted your offer.",
    "Hiermit nehme ich die Stelle gern an.", "J'accepte le poste avec plaisir.",
    "Yo acepto la oferta con mucho gusto.",
  ])
  func `a yes is one`(words: String) { #expect(OwnAnswer.outcome(words) == .accepted, "\(words)") }

  @Test(arguments: [
    "Thank you for the offer. I must decline your offer, I'm afraid.",
    "I would like to withdraw my application for the line lead role, as I have accepted another position.",
    "I cannot accept the offer as it stands.", "I have accepted a job nearer home.",
    "Ich muss Ihr Angebot leider ablehnen.", "I have decided not to accept the post.",
    "Thank you for the offer. After a lot of thought I have decided not to take it.",
  ])
  func `a no is one`(words: String) { #expect(OwnAnswer.outcome(words) == .withdrawn, "\(words)") }

  @Test(arguments: [
    "Thank you for the offer. I will think about it and answer by Friday.",
    "I am happy to accept your invitation to the interview for the post on Tuesday.",
    "If you accept my application, I would start in May.", "Please find my application for the role attached.",
    "I accept that the role means travel.",
    "For your files: I have accepted a position at Brask.",
    "Before I accept the offer I would like to talk about the hours.", "Do you accept candidates without a degree?",
  ])
  func `what answers nothing is no answer`(words: String) { #expect(OwnAnswer.outcome(words) == nil, "\(words)") }
}
