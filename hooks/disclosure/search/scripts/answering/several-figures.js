// Several figures together: by what units are asked for, or by what they are called.

import { asks, unitsAsked } from "../worker/questions.js";
import { library } from "../worker/search-index.js";
import { COST, term } from "../worker/tokens.js";
import { figuresAnswer, namesAll } from "./figures.js";
import { candidates, choose } from "./metrics.js";
import { joinedByAnd } from "./question-types.js";

/** Several figures that are asked for in one; null where that is not sure of all of them. */
export function answerTogether(reading, said, year, asked) {
  const units = asked.units.length > 1 && !asked.change ? byUnits(reading, said, year, asked) : null;
  if (units) return figuresAnswer(units, reading, year, asked);
  const whole = choose(candidates(said, year, asked), asked);
  const apart = asked.beside || /各|分别/.test(reading.folded);
  if (whole && whole.coverage > 0.9 && !apart && (!joinedByAnd(reading.folded) || (whole.fits && asked.units.length && namesAll(whole, said)))) return null;
  if (whole?.categories.length > 1) return null;
  const parted = partsOf(said, reading);
  const all = parted && parted.terms.length >= questionsIn(reading) ? partedAnswer(parted, reading, year, asked) : null;
  if (all || parted?.joined || questionsIn(reading) > 2) return all;
  for (let at = said.length - 1; at > 0; at -= 1) {
    const both = together([said.slice(0, at), said.slice(at)], year, [asked, asked]);
    if (both) return figuresAnswer(both, reading, year, asked);
  }
  return null;
}

/** One metric for each unit that is asked for. */
function byUnits(reading, said, year, asked) {
  // 几所学校几间教室: what stands behind a unit is counted, and need name nothing.
  const counted = unitsAsked(reading.folded).map(({ end }) => reading.folded.slice(end));
  const naming = said.filter(({ text }) => !counted.some((rest) => rest.startsWith(text)));
  for (const terms of [said, naming]) {
    const found = asked.units.map((unit) => candidates(terms, year, { ...asked, units: [unit], paired: true }).filter((one) => one.fits));
    const each = found.map((some) => choose(some, asked));
    const sole = each.find(Boolean);
    // 大班额个数和占比: of two that are alike the one that is of the same as what the other question finds.
    const all = each.map((one, index) => one ?? (sole && found[index].find((some) => some.names[0].slice(0, 4) === sole.names[0].slice(0, 4))));
    if (all.every(Boolean) && different(all) && all.length >= questionsIn(reading)) return all;
  }
  return null;
}

/** How many figures are asked for: 各 asks once of each that is joined. */
function questionsIn({ spaced }) {
  const single = (spaced.match(/多少|几(?!年来|乎)/g) ?? []).length;
  const listed = /^(.*?)(?:各|分别)/.exec(spaced)?.[1] ?? "";
  return single + (listed.match(/[和与跟及 ](?=.)/g) ?? []).length;
}

/** The figures of the parts of a query, each asked for in its own way. */
function partedAnswer({ terms, queries }, reading, year, asked) {
  const each = queries.map((query) => {
    const { units } = asks({ folded: query });
    return { ...asked, query, units: units.length ? units : asked.units };
  });
  const all = together(terms, year, each);
  return all ? figuresAnswer(all, reading, year, asked) : null;
}

/** The metrics of all parts, each another one; of later parts perhaps with what the first one begins with; else null. */
function together([first, ...others], year, [asked, ...otherwise]) {
  const all = [surely(first, year, asked)];
  if (!all[0]) return null;
  for (const [index, terms] of others.entries()) {
    const rest = completed(terms, first);
    all.push([rest, [first[0], ...rest]].map((ways) => surely(ways, year, otherwise[index])).find((each) => each && all.every(({ id }) => id !== each.id)));
    if (!all.at(-1)) return null;
  }
  return all;
}

/** Where a query may be parted: at the words that join; where there are none before each question but the first. */
function jointsIn(spaced) {
  const listed = /各|分别/.test(spaced);
  const several = listed || unitsAsked(spaced.replaceAll(" ", "")).length > 1;
  const joining = [...spaced.matchAll(several ? /[和与跟及 ]/g : /[和与跟及]/g)];
  const asking = [...spaced.matchAll(/多少|几(?!年来|乎)/g)].slice(1);
  // Only 各 asks of each that is joined: else the first word parts two, and the others belong to them.
  return { joined: joining.length > 0, every: listed || !joining.length, places: (joining.length ? joining : asking).map(({ index }) => index) };
}

/** A query in parts, terms and words; null where all that is said stands in one. */
function partsOf(said, { spaced }) {
  const { joined, every, places } = jointsIn(spaced);
  let from = 0;
  const starts = said.map(({ text }) => (from = spaced.indexOf(text, from) + text.length) - text.length);
  const cuts = places.map((place) => [place, starts.findIndex((start) => start >= place)]).filter(([, at], index, all) => at > 0 && at !== all[index - 1]?.[1]);
  const chosen = every ? cuts : cuts.slice(0, 1);
  if (!chosen.length) return null;
  return {
    joined,
    terms: stretches(chosen.map(([, at]) => at), said.length).map(([start, end]) => said.slice(start, end)),
    queries: stretches(chosen.map(([place]) => place), spaced.length).map(([start, end]) => spaced.slice(start, end).replace(/^[和与跟及 ]/, "").replaceAll(" ", "")),
  };
}

/** From the beginning to the first cut, from there to the next, and so on to the end. */
const stretches = (cuts, end) => [0, ...cuts].map((start, index) => [start, cuts[index] ?? end]);

/** 防疫会议和文件 says 防疫 of both: a word that is a name only with the beginning of the word before. */
function completed(rest, first) {
  const before = first.at(-1).text;
  const [word, ...others] = rest;
  for (let size = before.length - 1; size > 1; size -= 1) {
    const whole = before.slice(0, size) + word.text;
    if (library.words.has(whole)) return [term(whole, COST.word, [{ text: whole, factor: 1 }]), ...others];
  }
  return rest;
}

/** The metric of one part: in the unit that it asks for, else in any; where that is not clear null. */
function surely(terms, year, asked) {
  const ways = asked.units.length ? [asked, { ...asked, units: [] }] : [asked];
  for (const way of ways) {
    const one = choose(candidates(terms, year, way), way);
    if (one && one.coverage >= 0.9) return one;
  }
  return null;
}

const different = (each) => new Set(each.map((one) => one.id)).size === each.length;
