// Answers with figures of several metrics, which the query separates by units or by names.

import { intentOf, unitsAsked } from "../worker/intent.js";
import { searchIndex } from "../worker/search-index.js";
import { COST, makeToken } from "../worker/tokens.js";
import { figuresAnswer, namesAll } from "./figures.js";
import { candidates, choose } from "./metrics.js";
import { isJoined } from "./question-types.js";

/** The figures of several metrics in one answer; null if any of them is unclear. */
export function answerSeveral(parsed, terms, year, intent) {
  const units = intent.units.length > 1 && !intent.change ? metricsByUnit(parsed, terms, year, intent) : null;
  if (units) return figuresAnswer(units, parsed, year, intent);
  const whole = choose(candidates(terms, year, intent), intent);
  const apart = intent.beside || /各|分别/.test(parsed.folded);
  if (whole && whole.coverage > 0.9 && !apart && (!isJoined(parsed.folded) || (whole.fits && intent.units.length && namesAll(whole, terms)))) return null;
  if (whole?.categories.length > 1) return null;
  const parted = partsOf(terms, parsed);
  const all = parted && parted.terms.length >= questionsIn(parsed) ? partedAnswer(parted, parsed, year, intent) : null;
  if (all || parted?.joined || questionsIn(parsed) > 2) return all;
  for (let at = terms.length - 1; at > 0; at -= 1) {
    const both = metricsOfParts([terms.slice(0, at), terms.slice(at)], year, [intent, intent]);
    if (both) return figuresAnswer(both, parsed, year, intent);
  }
  return null;
}

/** One metric for each unit that is asked for. */
function metricsByUnit(parsed, terms, year, intent) {
  // 几所学校几间教室: what follows a unit is counted, and need not be in a name.
  const counted = unitsAsked(parsed.folded).map(({ end }) => parsed.folded.slice(end));
  const naming = terms.filter(({ text }) => !counted.some((rest) => rest.startsWith(text)));
  for (const tried of [terms, naming]) {
    const found = intent.units.map((unit) => candidates(tried, year, { ...intent, units: [unit], paired: true }).filter((one) => one.fits));
    const each = found.map((some) => choose(some, intent));
    const sole = each.find(Boolean);
    // 大班额个数和占比: of two similar metrics the one about the same thing as the other question.
    const all = each.map((one, index) => one ?? (sole && found[index].find((some) => some.names[0].slice(0, 4) === sole.names[0].slice(0, 4))));
    if (all.every(Boolean) && areDifferent(all) && all.length >= questionsIn(parsed)) return all;
  }
  return null;
}

/** The number of questions; 各 asks once for each joined thing. */
function questionsIn({ spaced }) {
  const single = (spaced.match(/多少|几(?!年来|乎)/g) ?? []).length;
  const listed = /^(.*?)(?:各|分别)/.exec(spaced)?.[1] ?? "";
  return single + (listed.match(/[和与跟及 ](?=.)/g) ?? []).length;
}

/** The figures of the parts of a query, each with its own intent. */
function partedAnswer({ terms, queries }, parsed, year, intent) {
  const each = queries.map((query) => {
    const { units } = intentOf({ folded: query });
    return { ...intent, query, units: units.length ? units : intent.units };
  });
  const all = metricsOfParts(terms, year, each);
  return all ? figuresAnswer(all, parsed, year, intent) : null;
}

/** A different metric for each part, with the beginning of the first part added where needed; null if one is unclear. */
function metricsOfParts([first, ...others], year, [intent, ...otherwise]) {
  const all = [sureMetric(first, year, intent)];
  if (!all[0]) return null;
  for (const [index, terms] of others.entries()) {
    const rest = completedBy(terms, first);
    all.push([rest, [first[0], ...rest]].map((ways) => sureMetric(ways, year, otherwise[index])).find((each) => each && all.every(({ id }) => id !== each.id)));
    if (!all.at(-1)) return null;
  }
  return all;
}

/** The positions at which a query may be split: at conjunctions, otherwise before each further question. */
function splitsIn(spaced) {
  const listed = /各|分别/.test(spaced);
  const several = listed || unitsAsked(spaced.replaceAll(" ", "")).length > 1;
  const joining = [...spaced.matchAll(several ? /[和与跟及 ]/g : /[和与跟及]/g)];
  const asking = [...spaced.matchAll(/多少|几(?!年来|乎)/g)].slice(1);
  // Without 各 only the first conjunction splits; the others belong to the parts.
  return { joined: joining.length > 0, every: listed || !joining.length, places: (joining.length ? joining : asking).map(({ index }) => index) };
}

/** The terms and the texts of the parts of a query; null if it can't be split. */
function partsOf(terms, { spaced }) {
  const { joined, every, places } = splitsIn(spaced);
  let from = 0;
  const starts = terms.map(({ text }) => (from = spaced.indexOf(text, from) + text.length) - text.length);
  const cuts = places.map((place) => [place, starts.findIndex((start) => start >= place)]).filter(([, at], index, all) => at > 0 && at !== all[index - 1]?.[1]);
  const chosen = every ? cuts : cuts.slice(0, 1);
  if (!chosen.length) return null;
  return {
    joined,
    terms: rangesBetween(chosen.map(([, at]) => at), terms.length).map(([start, end]) => terms.slice(start, end)),
    queries: rangesBetween(chosen.map(([place]) => place), spaced.length).map(([start, end]) => spaced.slice(start, end).replace(/^[和与跟及 ]/, "").replaceAll(" ", "")),
  };
}

/** [0, first cut], [first cut, second cut] and so on up to `end`. */
const rangesBetween = (cuts, end) => [0, ...cuts].map((start, index) => [start, cuts[index] ?? end]);

/** 防疫会议和文件 means 防疫文件: completes a word to a name with the beginning of the word before. */
function completedBy(rest, first) {
  const before = first.at(-1).text;
  const [word, ...others] = rest;
  for (let size = before.length - 1; size > 1; size -= 1) {
    const whole = before.slice(0, size) + word.text;
    if (searchIndex.words.has(whole)) return [makeToken(whole, COST.word, [{ text: whole, factor: 1 }]), ...others];
  }
  return rest;
}

/** The metric of one part, in the unit that it asks for, otherwise in any; null if unclear. */
function sureMetric(terms, year, intent) {
  const ways = intent.units.length ? [intent, { ...intent, units: [] }] : [intent];
  for (const way of ways) {
    const one = choose(candidates(terms, year, way), way);
    if (one && one.coverage >= 0.9) return one;
  }
  return null;
}

const areDifferent = (each) => new Set(each.map((one) => one.id)).size === each.length;
