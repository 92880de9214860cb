/// How pages look. Colours are variables, so that light and dark are two lists of the same names; a test computes their
/// contrasts.
package enum PageStyle {
  package static let text = """
    :root {
      \(light)
    }
    @media screen and (prefers-color-scheme: dark) {
      :root {
        \(dark)
      }
    }
    \(rules)
    """

  /// Without a character that markup would have to escape.
  static var markup: HTML { HTML(stringLiteral: text) }

  package static let light = """
    --bg: #fbfaf7; --card: #ffffff; --ink: #22262b; --dim: #5a6068; --line: #e4e1da; --meet: #2f5d8a;
    --meet-bg: #e3eaf1; --out: #6d737b; --in: #26693f; --word: #8a5f0a; --late: #a5361f; --late-bg: #f3dcd6;
    --offer: #5b3f8c; --offer-bg: #e7e0f1; --quiet: #d9d4c7; --on-fill: #ffffff;
    """

  package static let dark = """
    --bg: #16181b; --card: #1e2125; --ink: #e6e6e3; --dim: #a3a9af; --line: #3a3f46; --meet: #79aee0;
    --meet-bg: #22303e; --out: #a3a9af; --in: #6cc08e; --word: #e0b255; --late: #f09a86; --late-bg: #4a2a24;
    --offer: #b79bea; --offer-bg: #322a45; --quiet: #4a5058; --on-fill: #16181b;
    """

  private static let rules = """
    * { box-sizing: border-box; }
    html { -webkit-text-size-adjust: 100%; }
    body { margin: 0 auto; max-width: 1180px; padding: 28px clamp(14px, 3vw, 32px) 48px; background: var(--bg);
      color: var(--ink); font: 15px/1.45 system-ui, "DejaVu Sans", sans-serif; overflow-wrap: anywhere; }
    h1 { font-size: 24px; line-height: 1.2; margin: 0; }
    h2 { font-size: 13px; letter-spacing: .06em; text-transform: uppercase; color: var(--dim); margin: 34px 0 10px;
      border-bottom: 1px solid var(--line); padding-bottom: 5px; }
    h3 { font-size: 14px; margin: 0 0 6px; }
    p { margin: 4px 0; }
    ul, ol { list-style: none; margin: 0; padding: 0; }
    a { color: var(--meet); }
    :focus-visible { outline: 2px solid var(--meet); outline-offset: 2px; border-radius: 3px; }
    code { font-size: 12.5px; background: var(--line); padding: 1px 4px; border-radius: 3px; }
    pre { white-space: pre-wrap; font: inherit; margin: 6px 0; padding: 8px 12px; background: var(--card);
      border: 1px solid var(--line); border-radius: 6px; }
    summary { color: var(--dim); cursor: pointer; }
    details { font-size: 13.5px; }
    table { border-collapse: collapse; width: 100%; font-size: 13.5px; }
    caption { text-align: left; padding-bottom: 4px; }
    th, td { text-align: left; vertical-align: baseline; font-weight: 400; padding: 2px 8px 2px 0;
      border-bottom: 1px solid var(--line); }
    td.number { text-align: right; width: 2.5em; font-variant-numeric: tabular-nums; }
    td.bar { width: 45%; }
    dl { display: grid; grid-template-columns: max-content 1fr; gap: 3px 16px; margin: 0; }
    dt { color: var(--dim); }
    dd { margin: 0; white-space: pre-line; }
    svg { display: block; width: 100%; overflow: visible; }
    svg text { font: 11px system-ui, "DejaVu Sans", sans-serif; fill: var(--dim); }
    footer { margin-top: 40px; color: var(--dim); font-size: 12.5px; }
    nav ul { display: flex; flex-wrap: wrap; gap: 4px 16px; margin-top: 12px; font-size: 13.5px; }
    .spoken { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
    .lead, .dim { color: var(--dim); }
    .late { color: var(--late); font-weight: 600; }
    .today { color: var(--in); font-weight: 600; }
    .two { display: grid; grid-template-columns: minmax(0, 330px) minmax(0, 1fr); gap: 0 34px; }
    .three { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 20px 34px; }

    .tasks li { padding: 8px 0; border-bottom: 1px solid var(--line); }
    .row { display: flex; justify-content: space-between; gap: 8px; }
    .row b { font-weight: 600; }
    .row .when { white-space: nowrap; }
    .whom { color: var(--dim); font-size: 14px; }
    .write { font-size: 12.5px; border: 1px solid var(--meet); border-radius: 9px; padding: 1px 9px; text-decoration: none;
      white-space: nowrap; }
    .why { margin: 4px 0 4px 16px; color: var(--dim); }

    .days { display: grid; grid-template-columns: repeat(7, minmax(0, 1fr)); gap: 4px; font-size: 12px; }
    .weekdays { color: var(--dim); text-align: center; margin-bottom: 4px; }
    .days.month > li { background: var(--card); border: 1px solid var(--line); border-radius: 5px; min-height: 92px;
      padding: 3px 4px; }
    .days.month > li.rest { background: transparent; }
    .days.month > li.now { border: 2px solid var(--late); }
    .date { color: var(--dim); }
    .weekday { display: none; }
    .now .date { color: var(--late); font-weight: 700; }
    .gone { color: var(--dim); }
    .entry { margin-top: 3px; padding: 0 4px; border-left: 3px solid var(--out); border-radius: 3px; line-height: 1.3; }
    .entry.meet { border-color: var(--meet); background: var(--meet-bg); font-weight: 600; }
    .entry.word { border-color: var(--word); }
    .entry.offer { border-color: var(--offer); background: var(--offer-bg); font-weight: 600; }
    .entry.overdue { border-color: var(--late); color: var(--late); }

    .lane { display: grid; grid-template-columns: 210px minmax(0, 1fr); gap: 0 14px; align-items: start;
      min-height: 34px; break-inside: avoid; }
    .lane details { padding: 1px 0 3px; }
    .lane summary { color: var(--ink); line-height: 1.25; }
    .lane summary b { font-size: 13.5px; }
    .lane .role { display: block; font-size: 12px; color: var(--dim); }
    .lane details li { font-size: 12.5px; color: var(--dim); }
    .over summary { color: var(--dim); }
    .over svg { opacity: .6; }
    .axis { min-height: 22px; }
    .grid { stroke: var(--line); }
    .nowline { stroke: var(--late); stroke-width: 2; }
    text.nowtext { fill: var(--late); }
    .life { stroke: var(--meet); stroke-width: 2; opacity: .45; }
    .quiet { stroke: var(--quiet); stroke-width: 10; }
    .quiet.bad { stroke: var(--late); opacity: .4; }
    .m-meet { fill: var(--meet); stroke: var(--meet); stroke-width: 2; }
    .m-ahead { fill: var(--card); stroke: var(--meet); stroke-width: 2; }
    text.round { font-size: 9px; text-anchor: middle; fill: var(--on-fill); font-weight: 700; }
    text.round.ahead { fill: var(--meet); }
    .m-out { fill: var(--out); }
    .m-in { fill: var(--in); }
    .m-word { fill: var(--card); stroke: var(--word); stroke-width: 2; }
    .m-broken { fill: var(--late); stroke: var(--late); stroke-width: 2; }
    .m-offer { fill: var(--offer); }
    .legend { display: flex; flex-wrap: wrap; gap: 4px 18px; font-size: 12.5px; color: var(--dim); margin-top: 8px; }
    .legend svg { display: inline-block; width: 22px; height: 14px; vertical-align: -2px; margin-right: 4px; }

    .board { display: grid; grid-template-columns: repeat(5, minmax(0, 1fr)); gap: 12px; font-size: 13px; }
    .card { background: var(--card); border: 1px solid var(--line); border-radius: 7px; padding: 8px 10px;
      margin-bottom: 8px; break-inside: avoid; }
    .card b { font-weight: 600; }
    .card .role { color: var(--dim); font-size: 12.5px; }
    .card .pips { color: var(--meet); letter-spacing: 2px; }
    .card .todo { color: var(--meet); }
    .three p { font-size: 13px; }
    .bar rect.track { fill: var(--line); }
    .bar rect.part { fill: var(--meet); }
    .story > li { padding: 7px 0; border-bottom: 1px solid var(--line); }
    .story li li { padding-left: 14px; }

    @media (max-width: 900px) {
      .board { grid-template-columns: repeat(2, minmax(0, 1fr)); }
      .three { grid-template-columns: 1fr; }
      .two { grid-template-columns: 1fr; }
    }
    @media (max-width: 640px) {
      .board { grid-template-columns: 1fr; }
      .weekdays, .days.month > li.empty, text.beside { display: none; }
      .days.month { grid-template-columns: 1fr; font-size: 13.5px; }
      .days.month > li { min-height: 0; }
      .weekday { display: inline; }
      .lane { grid-template-columns: 1fr; margin-bottom: 6px; }
      dl { grid-template-columns: 1fr; gap: 0; }
      dd { margin-bottom: 6px; }
    }
    @page { size: A4; margin: 14mm; }
    @media print {
      body { max-width: none; padding: 0; background: none; font-size: 11px; }
      .write, nav, .tasks li details, .lane details ul { display: none; }
      summary { list-style: none; }
      .tasks li { padding: 3px 0; }
      .whom, .lane summary b, table, details, .board, dl, pre { font-size: 10px; }
      .lane .role, .days, .legend, .card .role, svg text { font-size: 9px; }
      .weekdays, .axis { break-after: avoid; }
      .two { grid-template-columns: 1fr; }
      .board { grid-template-columns: repeat(5, minmax(0, 1fr)); }
      .days.month > li { min-height: 48px; }
      .lane { grid-template-columns: 150px minmax(0, 1fr); }
      h2 { break-after: avoid; }
      .tasks li, .days li { break-inside: avoid; }
      * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
    }
    """
}
