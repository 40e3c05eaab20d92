// Answering: only from the data, and only what was asked; otherwise nothing, and the results speak for themselves.

import { extensions } from "../worker/extensions.js";
import { intentOf, INTENTS } from "../worker/intent.js";
import { parseQuery } from "../worker/query.js";
import { searchIndex } from "../worker/search-index.js";
import { answerNature, answerThreshold, askMeaning, explain, subjectOf } from "./definitions.js";
import { answerFigures } from "./figures.js";
import { findGuide, guideAnswer } from "./guides.js";
import { answerHeadings } from "./headings.js";
import { answerNotReported, DETAIL, SUBGROUP, whichAnswer } from "./not-reported.js";
import { asksSeveral } from "./question-types.js";
import { answerStandards, answerVerdicts } from "./standards.js";
import { findUnstated, unstatedAnswer } from "./unstated-topics.js";

/**
 * The first answer that any parse of the query gets.
 * @param {object[]} parses of the same query
 * @param {object[]} years the reports to ask, newest first
 */
function answerAny(parses, years) {
  const meant = parses.map((one, index) => correctedQuery(one, { finer: index > 0 }));
  const ways = asksSeveral(meant[0]) ? meant.toReversed() : meant;
  let found = null;
  for (const one of ways) found ??= answerParsed(one, years);
  return found?.contact ? { ...found, contact: { text: searchIndex.answers.contact, at: searchIndex.answers.guides[0]?.at ?? "" } } : found;
}

/** The parsed query with homophones and typos corrected; `strict` is the same parsed without related words. */
function correctedQuery(parsed, ways) {
  const wrong = parsed.terms.filter(({ kind }) => kind === "homophone" || kind === "typo");
  const better = wrong.reduce((query, { text, alternatives }) => query.replace(text, alternatives[0].text), parsed.spaced);
  const meant = wrong.length ? parseQuery(better, { ...ways, exact: true }) : parsed;
  return { ...meant, strict: parseQuery(better, { ...ways, exact: wrong.length > 0, strict: true }) };
}

/**
 * @param {object} parsed a corrected query
 * @param {object[]} years the reports to ask, newest first
 * @returns {object | null} what to show before the results; `sources` are the entries that it comes from
 */
function answerParsed(parsed, years) {
  const { folded: query } = parsed;
  if (!query) return null;
  const guide = findGuide(parsed, Boolean(searchIndex.words.get(query)?.length));
  // Guides don't tell who is in charge, or until when.
  const onRecord = guide && (INTENTS.who.test(query) || INTENTS.when.test(query)) && years.some((year) => findUnstated(parsed, year, false));
  if (guide && !onRecord) return guideAnswer(guide);
  if (INTENTS.alike.test(query) || INTENTS.paid.test(query)) {
    const nature = answerNature(parsed);
    if (nature || INTENTS.paid.test(query)) return nature;
  }
  if (INTENTS.meaning.test(query)) return years.map((year) => answerHeadings(parsed.strict, year)).find(Boolean) ?? explain(parsed);
  const terms = years.map((year) => answerIn(parsed, year)).filter(Boolean);
  return terms.find((one) => one.kind !== "unstated") ?? terms[0] ?? null;
}

/** The answer from one report. */
function answerIn(parsed, year) {
  const intent = intentOf(parsed);
  const strict = parsed.strict;
  // An unknown word makes it another question, unless it is one of the report's recorded gaps.
  const isUnknown = beginsUnknown(strict) || strict.unknownWords.some((word) => word.length > 1 && !DETAIL.test(word) && !SUBGROUP.test(word));
  const figures = () => answerFigures(strict, year, intent);
  const standards = () => answerStandards(strict, year, intent);
  const recorded = (nearly) => () => {
    const entry = findUnstated(parsed, year, nearly);
    return entry && unstatedAnswer(entry, year, strict);
  };
  const verdicts = () => answerVerdicts(strict, year);
  const ways = isUnknown ? [recorded(false), recorded(true)] : [
    () => answerThreshold(strict, intent),
    ...(intent.judge ? [verdicts, figures, standards] : []),
    recorded(false),
    verdicts,
    () => answerHeadings(strict, year),
    () => (intent.which && !intent.most ? whichAnswer(strict, year, intent) : null),
    figures,
    recorded(true),
    standards,
    () => answerNotReported(strict, year, intent),
  ];
  for (const way of ways) {
    const found = way();
    if (found) return found;
  }
  return null;
}

/** Whether the query begins with an unknown character that makes a place name, or another word, of what follows. */
function beginsUnknown({ unknown, terms, folded: query }) {
  if (!unknown.length || !query.startsWith(unknown[0])) return false;
  return /^[\u4e00-\u9fff]{1,2}[县区市州都]/.test(query) || Boolean(terms[0]?.halved);
}

extensions.answering = { answerAny, subjectOf, askMeaning };
