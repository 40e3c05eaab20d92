// Answering: only what the records say, only what was asked; else nothing, and the results speak.

/**
 * @param {object} reading what `read` made of the query
 * @param {object[]} years the reports to ask, newest first
 * @returns {object | null} what to show before the results; `leads` are the entries that it comes from
 */
function answer(reading, years) {
  const { folded: query } = reading;
  if (!query) return null;
  const guide = findGuide(reading, Boolean(library.words.get(query)?.length));
  // Who is in charge of the ledger, and until when, no guide tells.
  const onRecord = guide && (ASKS.who.test(query) || ASKS.when.test(query)) && years.some((year) => findUnstated(reading, year, false));
  if (guide && !onRecord) return guideAnswer(guide);
  if (ASKS.alike.test(query) || ASKS.paid.test(query)) {
    const nature = natureOf(reading);
    if (nature || ASKS.paid.test(query)) return nature;
  }
  if (ASKS.meaning.test(query)) return years.map((year) => answerHeadings(reading.strict, year)).find(Boolean) ?? explain(reading);
  const said = years.map((year) => answerIn(reading, year)).filter(Boolean);
  return said.find((one) => one.kind !== "unstated") ?? said[0] ?? null;
}

/** What one report answers. */
function answerIn(said, year) {
  const asked = asks(said);
  const reading = said.strict;
  // A word that the site does not know makes it another question, unless it is one that is on record.
  const strange = opensUnknown(reading) || reading.strange.some((word) => word.length > 1 && !DETAIL.test(word) && !NARROWER.test(word));
  const figures = () => answerFigures(reading, year, asked);
  const standards = () => answerStandards(reading, year, asked);
  const recorded = (nearly) => () => {
    const item = findUnstated(said, year, nearly);
    return item && unstatedAnswer(item, year, reading);
  };
  const verdicts = () => verdictsAnswer(reading, year);
  const ways = strange ? [recorded(false), recorded(true)] : [
    () => thresholdOf(reading, asked),
    ...(asked.judge ? [verdicts, figures, standards] : []),
    recorded(false),
    verdicts,
    () => answerHeadings(reading, year),
    () => (asked.which && !asked.most ? whichAnswer(reading, year, asked) : null),
    figures,
    recorded(true),
    standards,
    () => answerUnstated(reading, year, asked),
  ];
  for (const way of ways) {
    const told = way();
    if (told) return told;
  }
  return null;
}

/** Whether it begins with an unknown character that makes a place's name, or another word, of what follows. */
function opensUnknown({ loose, terms, folded: query }) {
  if (!loose.length || !query.startsWith(loose[0])) return false;
  return /^[\u4e00-\u9fff]{1,2}[县区市州都]/.test(query) || Boolean(terms[0]?.halved);
}

/** The entries at an address: of a page (perhaps only as a guide tells of it), of a heading, or of a metric's figures. */
function entriesAt(at) {
  const [page, fragment] = at.split("#");
  const metric = /^metrics\/([^/]+)\//.exec(page)?.[1];
  if (metric) return library.entries.filter((item) => item.kind === "figure" && item.cells.metric === metric);
  const exact = library.entries.filter((item) => item.at === at);
  if (exact.length || fragment) return exact;
  const found = library.entries.filter((item) => item.at.split("#")[0] === page);
  const guided = library.answers.guides.filter((guide) => guide.at === at);
  return found.length ? found : guided.map(({ title, text }) => entry({ kind: "page", title, at, lines: [text] }, null));
}
