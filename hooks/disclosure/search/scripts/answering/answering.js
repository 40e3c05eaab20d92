// Answering: only what the records say, only what was asked; else nothing, and the results speak.

import { extensions } from "../worker/extensions.js";
import { read } from "../worker/query.js";
import { ASKS, asks } from "../worker/questions.js";
import { library } from "../worker/search-index.js";
import { askMeaning, explain, natureOf, subjectOf, thresholdOf } from "./definitions.js";
import { answerFigures } from "./figures.js";
import { findGuide, guideAnswer } from "./guides.js";
import { answerHeadings } from "./headings.js";
import { answerUnstated, DETAIL, NARROWER, whichAnswer } from "./not-reported.js";
import { severalAsked } from "./question-types.js";
import { answerStandards, verdictsAnswer } from "./standards.js";
import { findUnstated, unstatedAnswer } from "./unstated-topics.js";

/**
 * The first answer that any reading of the query gets.
 * @param {object[]} readings of the same query
 * @param {object[]} years the reports to ask, newest first
 */
function answerAny(readings, years) {
  const meant = readings.map((one, index) => corrected(one, { finer: index > 0 }));
  const ways = severalAsked(meant[0]) ? meant.toReversed() : meant;
  let said = null;
  for (const one of ways) said ??= answer(one, years);
  return said;
}

/** A query as it should have been typed, with what was heard or mistyped put right; `strict` the same read strictly. */
function corrected(reading, ways) {
  const wrong = reading.terms.filter(({ kind }) => kind === "heard" || kind === "slip");
  const better = wrong.reduce((query, { text, alternatives }) => query.replace(text, alternatives[0].text), reading.spaced);
  const meant = wrong.length ? read(better, { ...ways, exact: true }) : reading;
  return { ...meant, strict: read(better, { ...ways, exact: wrong.length > 0, strict: true }) };
}

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

extensions.answering = { answerAny, subjectOf, askMeaning };
