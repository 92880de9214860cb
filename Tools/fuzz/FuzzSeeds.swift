/// Small files of the containers that a folder of notes may lack, for mutating.
enum FuzzSeeds {
  static let containers = [card, calendar, table, mail]

  private static let card = """
    BEGIN:VCARD
    VERSION:3.0
    N:Marsh;Bob;;Dr.;
    FN:Bob Marsh
    ORG:Tidewater Ltd;Kitchen
    TITLE:Head\\, Pastry
     Kitchen
    TEL;TYPE=WORK:+44 20 7946 0123
    EMAIL:bob@tidewater.example
    NOTE;ENCODING=QUOTED-PRINTABLE:met=20him=
    twice
    END:VCARD
    """

  private static let calendar = """
    BEGIN:VCALENDAR
    BEGIN:VEVENT
    SUMMARY:Interview with Tidewater
    DTSTART;TZID=Europe/Berlin:20260317T100000
    DTEND:20260317T110000Z
    RRULE:FREQ=WEEKLY
    ATTENDEE;CN="Marsh, Bob":mailto:bob@tidewater.example
    LOCATION:Zoom
    DESCRIPTION:Bring\\nthe fol
     io
    END:VEVENT
    END:VCALENDAR
    """

  private static let table = """
    Company;Role;Date;Notes
    Tidewater;Cook;2026-03-17;"said ""yes""; twice"
    Acme Ltd;Baker;17/03/2026;"a
    b"
    """

  private static let mail = """
    From: =?iso-8859-1?Q?B=F6b_Marsh?= <bob@tidewater.example>
    To: sam@gmail.com
    Subject: Interview at Tidewater
    Date: Tue, 10 Mar 2026 09:12:00 +0000
    MIME-Version: 1.0
    Content-Type: multipart/mixed; boundary=b

    --b
    Content-Type: text/plain; charset=windows-1251
    Content-Transfer-Encoding: base64

    V2Ugd291bGQgbG92ZSB0byBzZWUgeW91IG9uIE1vbmRheSBhdCAxMGFtLg==
    --b
    Content-Type: text/html; charset=utf-8
    Content-Transfer-Encoding: quoted-printable

    <p>They decide by =46riday &amp; ring me.</p>
    --b
    Content-Type: message/rfc822

    From: ann@tidewater.example
    Subject: Fwd

    > I will send you the references.
    --b--
    """
}
