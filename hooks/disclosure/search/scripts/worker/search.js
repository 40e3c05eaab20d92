// Searching: results and an answer for a query, as far as the files are there.

import { isWord } from "./boundaries.js";
import { extensions } from "./extensions.js";
import { fold, simplified } from "./folding.js";
import { isWhole, match } from "./matching.js";
import { mayBeAnswered, namedAnswer, TELLING } from "./named-figures.js";
import { syllables } from "./pronunciation.js";
import { hintedAt, read } from "./query.js";
import { ASKS } from "./questions.js";
import { kindOf, shown } from "./results.js";
import { library } from "./search-index.js";

const SHOWN = 12;

/**
 * @param {string} query
 * @param {{kind?: string, year?: string}} filter `year` is one, or "all"
 * @param {boolean} all whether every result is wanted, and not only the first of them
 * @returns {{answer: object | null, results: object[], count: number, known: string[], unknown: string[], need:
 *   string[]}} `unknown` what of the query was left out to find anything; `need` names files that may say more and
 *   were not fetched yet
 */
export function search(query, filter = {}, all = false) {
  const reading = read(query);
  const finer = read(query, { finer: true });
  const readings = differs(reading, finer) ? [reading, finer] : [reading];
  const years = yearsFor(reading, filter);
  const plain = look(readings, years, filter);
  const free = !filter.kind || filter.kind === "figure";
  const asking = free && mayBeAnswered(reading, plain);
  const helping = needsHelp(reading, plain.filter((one) => one.entry.year), filter);
  const missing = missingFiles(query, years, { asking, helping });
  const said = free ? answered(readings, years, { asking, waiting: missing.length > 0 }) : null;
  const found = led(said, plain, years);
  return {
    answer: said && toldOf(said),
    count: found.length,
    results: found.slice(0, all ? Infinity : SHOWN).map((one) => shown(one, reading)),
    known: found.length ? [] : partsKnown(reading),
    unknown: found.length && !said ? unknownIn(reading) : [],
    need: missing.length || found.length || said ? missing : older(years),
  };
}

/** The files that were not fetched yet: reports, what reads strange characters and letters, and what answers. */
function missingFiles(query, years, { asking, helping }) {
  const reports = years.filter((year) => !library.years.has(year));
  if (!simplified.size && isForeign(query)) return [...reports, "variants"];
  if (!extensions.findSpellings && /[a-z]{2}/.test(fold(query).text)) return [...reports, "spelling"];
  const pages = helping && !library.pages ? ["pages"] : [];
  if (!asking) return [...reports, ...pages];
  const unstated = years.filter((year) => !library.unstated.has(year)).map((year) => `unstated ${year}`);
  return [...reports, ...pages, ...(canAnswer() ? [] : ["answers", "answering"]), ...unstated];
}

/** Whether what answers is there, its script and its data. */
const canAnswer = () => library.answers && extensions.answering;

/** Whether a character is neither a common one nor one of the site's: it may be a traditional one. */
const isForeign = (query) => [...query].some((char) => /\p{Script=Han}/u.test(char) && !syllables.has(char));

/** What is answered, as far as the files are there; a report that is still on its way may say what others do not. */
function answered(readings, years, { asking, waiting }) {
  const opened = years.map((year) => library.years.get(year)).filter(Boolean);
  if (!asking || !canAnswer()) return namedAnswer(readings[0], opened);
  const said = extensions.answering.answerAny(readings, opened);
  return waiting && said?.kind === "unstated" ? null : said;
}

/** What is found by any reading, each entry with its better score; the site's own pages where they are asked for. */
function look([first, ...others], years, filter) {
  const wanted = (item) => (!item.year || years.includes(item.year)) && (!filter.kind || kindOf(item.kind) === filter.kind);
  const printed = match(first, wanted);
  // One stretch that is printed as it was typed needs no second thought.
  const whole = first.terms.length === 1 && !first.loose.length && printed.length;
  const found = merged([printed, ...(whole ? [] : others.map((one) => match(one, wanted)))]);
  const own = found.filter((one) => one.entry.year);
  if (!needsHelp(first, own, filter)) return own;
  const hint = isWhole(first, found) ? null : hintedAt(first);
  const hinted = hint ? match(hint, wanted) : [];
  return [...hinted, ...found.filter((one) => !hinted.some(({ entry: item }) => item === one.entry))];
}

/** Where an answer comes from leads what is found. */
function led(said, found, years) {
  const first = (said?.leads ?? []).filter(({ entry: item }) => !item.year || years.includes(item.year)).slice(0, 5);
  const leading = first.map(({ entry: item, line = null }) => (!line && item.cells && found.find((one) => one.entry === item)) || { entry: item, line, led: true });
  return [...leading, ...found.filter((one) => !first.some(({ entry: item }) => item === one.entry))];
}

/** An answer as it is sent to the page. */
function toldOf({ leads, ...said }) {
  return said.contact ? { ...said, contact: { text: library.answers.contact, at: library.answers.guides[0]?.at ?? "" } } : said;
}

/** The reports to look through: the chosen, the newest, and those that may speak of the year that is named. */
function yearsFor(reading, { year }) {
  const all = library.site.years.map(([name]) => name);
  if (year === "all") return all;
  if (all.includes(year)) return [year];
  const spoken = reading.years.flatMap((one) => all.filter((name) => name === one || Number(name) === Number(one) + 1));
  return all.filter((name) => name === all[0] || spoken.includes(name) || (library.widened && library.years.has(name)));
}

/** The next older report, where nothing was found in those that were looked through. */
function older(years) {
  const next = library.site.years.map(([name]) => name).find((name) => !years.includes(name));
  library.widened = Boolean(next);
  return next && !library.years.has(next) ? [next] : [];
}

/** Whether the glossary and the site's own pages are asked for: a meaning, a way, or nothing else is whole. */
function needsHelp(reading, found, { kind }) {
  if (kind) return kind === "more";
  if (reading.letters && TELLING.test(reading.terms[0].alternatives[0].text)) return true;
  return ASKS.meaning.test(reading.folded) || /怎|如何|会不会|能不能|在哪|找谁|一样/.test(reading.folded) || !isWhole(reading, found) || found[0].entry.kind === "standard";
}

const differs = (reading, finer) => reading.terms.map((piece) => piece.text).join(" ") !== finer.terms.map((piece) => piece.text).join(" ");

/** Several lists as one, each entry with its better score. */
function merged(lists) {
  const best = new Map();
  // Words that are cut finer say less than a stretch that is printed as it was typed.
  const whole = lists[0].some((one) => one.coverage > 0.99) ? 0.7 : 1;
  for (const [index, list] of lists.entries()) {
    for (const one of list) {
      const score = one.score * (index ? whole : 1);
      if (!best.has(one.entry) || best.get(one.entry).score < score) best.set(one.entry, { ...one, score });
    }
  }
  return [...best.values()].sort((one, other) => other.score - one.score);
}

/** The words of a query that the site does not know: another county by its whole name, and what is longer than a character. */
function unknownIn({ loose, folded: query }) {
  const [place] = (query.startsWith(loose[0]) && /^.{1,3}?[县区市]/.exec(query)) || [];
  return [...(place ? [place] : []), ...loose.filter((text) => text.length > 1 && !place?.includes(text))];
}

/** The words of a query that the site does know, for who found nothing; 学金 of 奖学金 is none. */
function partsKnown({ terms }) {
  const words = terms.map((piece) => piece.alternatives[0].text).filter((text) => text.length > 1 && (library.words.has(text) || isWord(text)));
  return [...new Set(words)].slice(0, 3);
}

