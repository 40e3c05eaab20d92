// Searching: results and an answer for a query, from the files that were fetched so far.

import { isWord } from "./boundaries.js";
import { extensions } from "./extensions.js";
import { fold, simplified } from "./folding.js";
import { INTENTS } from "./intent.js";
import { findEntries, isFullMatch } from "./matching.js";
import { ANSWERABLE, mayBeAnswered, namedAnswer } from "./named-figures.js";
import { syllables } from "./pronunciation.js";
import { hintedBy, parseQuery } from "./query.js";
import { kindOf, resultOf } from "./results.js";
import { searchIndex } from "./search-index.js";

const FIRST_RESULTS = 12;

/**
 * @param {string} query
 * @param {{kind?: string, year?: string}} filter `year` may be "all"
 * @param {boolean} all whether all results are wanted, or only the first
 * @returns {{answer: object | null, results: object[], count: number, known: string[], unknown: string[], need:
 *   string[]}} `unknown` are parts of the query that were ignored; `need` names files that were not fetched yet and
 *   may add to the results
 */
export function search(query, filter = {}, all = false) {
  const parsed = parseQuery(query);
  const finer = parseQuery(query, { finer: true });
  const parses = differ(parsed, finer) ? [parsed, finer] : [parsed];
  const years = yearsFor(parsed, filter);
  const plain = findResults(parses, years, filter);
  const free = !filter.kind || filter.kind === "figure";
  const asking = free && mayBeAnswered(parsed, plain);
  const helping = needsPages(parsed, plain.filter((one) => one.entry.year), filter);
  const missing = missingFiles(query, years, { asking, helping });
  const answered = free && answerFor(parses, years, { asking, waiting: missing.length > 0 });
  const { sources = [], ...answer } = answered || {};
  const found = withSourcesFirst(sources, plain, years);
  return {
    answer: answered ? answer : null,
    count: found.length,
    results: found.slice(0, all ? Infinity : FIRST_RESULTS).map((one) => resultOf(one, parsed)),
    known: found.length ? [] : knownParts(parsed),
    unknown: found.length && !answered ? unknownParts(parsed) : [],
    need: missing.length || found.length || answered ? missing : olderYear(years),
  };
}

/** Names of the files that are missing for this query: reports, traditional characters, spelling, answers. */
function missingFiles(query, years, { asking, helping }) {
  const reports = years.filter((year) => !searchIndex.years.has(year));
  if (!simplified.size && isUncommon(query)) return [...reports, "variants"];
  if (!extensions.findSpellings && /[a-z]{2}/.test(fold(query).text)) return [...reports, "spelling"];
  const pages = helping && !searchIndex.pages ? ["pages"] : [];
  if (!asking) return [...reports, ...pages];
  const unstated = years.filter((year) => !searchIndex.unstated.has(year)).map((year) => `unstated ${year}`);
  return [...reports, ...pages, ...(canAnswer() ? [] : ["answers", "answering"]), ...unstated];
}

/** Whether the script and the data for answers were fetched. */
const canAnswer = () => searchIndex.answers && extensions.answering;

/** Whether a character is neither common nor the site's: it may be a traditional one. */
const isUncommon = (query) => [...query].some((char) => /\p{Script=Han}/u.test(char) && !syllables.has(char));

/** The answer, as far as the files allow; "not stated" has to wait for all reports. */
function answerFor(parses, years, { asking, waiting }) {
  const opened = years.map((year) => searchIndex.years.get(year)).filter(Boolean);
  if (!asking || !canAnswer()) return namedAnswer(parses[0], opened);
  const answer = extensions.answering.answerAny(parses, opened);
  return waiting && answer?.kind === "unstated" ? null : answer;
}

/** The results of all parses, each entry with its best score; the site's own pages only where they are asked for. */
function findResults([first, ...others], years, filter) {
  const wanted = (entry) => (!entry.year || years.includes(entry.year)) && (!filter.kind || kindOf(entry.kind) === filter.kind);
  const printed = findEntries(first, wanted);
  // A single stretch that is printed as typed needs no other parse.
  const whole = first.terms.length === 1 && !first.unknown.length && printed.length;
  const found = merged([printed, ...(whole ? [] : others.map((one) => findEntries(one, wanted)))]);
  const own = found.filter((one) => one.entry.year);
  if (!needsPages(first, own, filter)) return own;
  const hint = isFullMatch(first, found) ? null : hintedBy(first);
  const hinted = hint ? findEntries(hint, wanted) : [];
  return [...hinted, ...found.filter((one) => !hinted.some(({ entry }) => entry === one.entry))];
}

/** The results, with the sources of the answer first. */
function withSourcesFirst(sources, found, years) {
  const first = sources.filter(({ entry }) => !entry.year || years.includes(entry.year)).slice(0, 5);
  const leading = first.map(({ entry, line = null }) => (!line && entry.cells && found.find((one) => one.entry === entry)) || { entry, line, led: true });
  return [...leading, ...found.filter((one) => !first.some(({ entry }) => entry === one.entry))];
}

/** The reports to search: the chosen one, else the newest and those that cover a year in the query. */
function yearsFor(parsed, { year }) {
  const all = searchIndex.site.years.map(([name]) => name);
  if (year === "all") return all;
  if (all.includes(year)) return [year];
  const covering = parsed.years.flatMap((one) => all.filter((name) => name === one || Number(name) === Number(one) + 1));
  return all.filter((name) => name === all[0] || covering.includes(name) || (searchIndex.widened && searchIndex.years.has(name)));
}

/** The next older report, where the others gave no result. */
function olderYear(years) {
  const next = searchIndex.site.years.map(([name]) => name).find((name) => !years.includes(name));
  searchIndex.widened = Boolean(next);
  return next && !searchIndex.years.has(next) ? [next] : [];
}

/** Whether `pages.json` is needed: for a definition, a procedure, or where nothing covers the query. */
function needsPages(parsed, found, { kind }) {
  if (kind) return kind === "more";
  if (parsed.letters && ANSWERABLE.test(parsed.terms[0].alternatives[0].text)) return true;
  return INTENTS.meaning.test(parsed.folded) || /怎|如何|会不会|能不能|在哪|找谁|一样/.test(parsed.folded) || !isFullMatch(parsed, found) || found[0].entry.kind === "standard";
}

const differ = (parsed, finer) => parsed.terms.map((token) => token.text).join(" ") !== finer.terms.map((token) => token.text).join(" ");

/** Several lists merged, each entry with its best score. */
function merged(lists) {
  const best = new Map();
  // Single words count less than a stretch that is printed as typed.
  const whole = lists[0].some((one) => one.coverage > 0.99) ? 0.7 : 1;
  for (const [index, list] of lists.entries()) {
    for (const one of list) {
      const score = one.score * (index ? whole : 1);
      if (!best.has(one.entry) || best.get(one.entry).score < score) best.set(one.entry, { ...one, score });
    }
  }
  return [...best.values()].sort((one, other) => other.score - one.score);
}

/** Unknown parts of a query to show: the full name of another county, and what is longer than one character. */
function unknownParts({ unknown, folded: query }) {
  const [place] = (query.startsWith(unknown[0]) && /^.{1,3}?[县区市]/.exec(query)) || [];
  return [...(place ? [place] : []), ...unknown.filter((text) => text.length > 1 && !place?.includes(text))];
}

/** Known words of a query to suggest when nothing was found; 学金 of 奖学金 is none. */
function knownParts({ terms }) {
  const words = terms.map((token) => token.alternatives[0].text).filter((text) => text.length > 1 && (searchIndex.words.has(text) || isWord(text)));
  return [...new Set(words)].slice(0, 3);
}

