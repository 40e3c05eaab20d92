// Metric candidates: the metrics whose names, or the clauses around whose values, contain the terms of a query.

import { cached } from "../worker/caches.js";
import { folded } from "../worker/folding.js";
import { isWeak, STAGE, WEAK_WORD } from "../worker/intent.js";
import { hasValue } from "../worker/matching.js";
import { searchIndex } from "../worker/search-index.js";

/** Weight of a term by where it is found: name, category, scope, clause of the value, its part of the sentence, sentence. */
const HIT_WEIGHTS = { name: 1, category: 1, scope: 0.9, clause: 0.8, stage: 0.75, line: 0.55 };
/** Share of the terms' weight that a metric must cover. */
const METRIC_COVERAGE = 0.72;

/** The texts of each metric of a year with which terms are compared. */
export const profilesOf = cached((year) => Object.entries(year.metrics).map(([id, metric]) => profileOf(id, metric, year)));

function profileOf(id, metric, year) {
  const own = year.figures.filter((entry) => entry.cells.metric === id);
  return {
    id,
    metric,
    own,
    names: [metric.name, ...(metric.words ?? [])].map(folded),
    categories: Object.entries(metric.categories ?? {}).map(([category, name]) => [category, folded(name)]),
    scope: folded(metric.scope ?? ""),
    stages: own.map((entry) => stageOf(entry)).join("\n"),
    clauses: own.map((entry) => clauseOf(entry)).join("\n"),
    lines: own.map((entry) => entry.lines[0]?.folded ?? "").join("\n"),
    judged: own.some((entry) => entry.cells.verdicts),
  };
}

/** The clause with the value, and the one before. */
function clauseOf({ lines, cells }) {
  const clauses = (lines[0]?.text ?? "").split(/[，；。：、]/);
  const at = clauses.findIndex((clause) => folded(clause).includes(folded(cells.value)));
  return at < 0 ? "" : folded(clauses.slice(Math.max(0, at - 1), at + 1).join(""));
}

/** Stages of schooling that a sentence may be about. */
const STAGES = [/小学/, /初中/, /普通高中|(?<!职业)高中/, /中职|职业/, /幼儿|学前/, /义务教育/];

/** The part of the sentence with the value, up to a semicolon, if it is about one stage of schooling only. */
function stageOf({ lines, cells }) {
  const part = (lines[0]?.text ?? "").split("；").find((text) => folded(text).includes(folded(cells.value))) ?? "";
  return STAGES.filter((words) => words.test(part)).length === 1 ? folded(part) : "";
}

/**
 * The metrics that the terms may mean, best first.
 * @param {object[]} terms of a parsed query
 * @param {object} intent
 * @returns {{id: string, metric: object, coverage: number, likeness: number, fits: boolean, named: boolean,
 *   categories: string[]}[]}
 */
export function candidates(terms, year, intent) {
  const found = [];
  for (const profile of profilesOf(year)) {
    const one = terms.length ? rateMetric(profile, terms, intent) : null;
    if (one && one.coverage >= METRIC_COVERAGE) found.push(one);
  }
  return found.sort((one, other) => Number(other.fits) - Number(one.fits) || other.coverage - one.coverage || other.likeness - one.likeness);
}

export const EACH = /每[个名位]?|一个|人均|平均|生均/;
const ADULTS = /^(?:教师|老师|家长)$/;
/** Whose money it is, or that people met: alone, these name no metric. */
const NAMES_NO_METRIC = /^(?:重庆市?|全市|市里|全国|国家|县[委长里]|政府|县政府|教育局|县?教委|会议|开会)$/;
/** Groups that are counted together, by unit: a question about one part alone is not answered by both. */
const JOINT_FIGURES = [
  [/学校及幼儿园|中小学、?幼儿园/, /(?<!中)小学|初中|高中|中学|学校.?幼儿园|幼儿园.?学校/, /幼儿园|幼师|园长/, /[^%]/],
  [/一、二级/, /一、?二?级/, /二级/, /./],
  [/校内外/, /校内/, /校外/, /./],
];
const isPartOf = ({ metric, clauses }, query) =>
  JOINT_FIGURES.some(([whole, one, other, unit]) => whole.test(metric.name + clauses) && unit.test(metric.unit ?? "") && !whole.test(query) && one.test(query) !== other.test(query));
/** Asks per pupil: 一个初中生, 每个娃. */
export const PUPIL = /(?:每[个名位]?|一[个名])[^月年周天]{0,4}[生娃]|[生娃](?:一个|每)人?/;

/** How well a metric matches the terms; null if a term that would make it another metric is missing. */
function rateMetric(profile, terms, intent) {
  const { names, categories, metric } = profile;
  if (isPartOf(profile, intent.query)) return null;
  // 中小学幼儿园教师多少 is not about training.
  if (metric.name.startsWith("培训") && !/训|进修|继续教育|学习/.test(intent.query)) return null;
  const chosen = new Set();
  const places = [];
  const covered = names.map(() => 0);
  const spelled = names.map((name) => spelledOut(name, intent));
  let [weighed, hits, named, inNames] = [0, 0, false, 0];
  for (const token of terms) {
    const soft = isWeak(token) && !token.alternatives.some(({ text }) => names.includes(text));
    const weight = soft ? 0.12 : 1 + 0.1 * token.length;
    const here = new Set();
    const found = token.alternatives.map(({ text, factor }) => [hitWeight(profile, text, here, covered), factor]);
    const hit = Math.max(...found.map(([worth, factor]) => worth * factor));
    for (const category of preferredCategories(here, categories)) chosen.add(category);
    const valued = token.number ? valueWeight(profile, token) : 0;
    if (valued) {
      weighed += weight;
      hits += weight * valued;
      continue;
    }
    if (!hit && !soft) return null;
    if (hit < HIT_WEIGHTS.clause * 0.8 && !soft && STAGE.test(token.alternatives[0].text)) return null;
    // Figures about pupils don't answer questions about adults.
    if (!hit && ADULTS.test(token.text)) return null;
    if (!hit && soft && countsPeople(token, intent) && !/所/.test(metric.unit ?? "")) return null;
    // A stage of schooling names a metric only where something per pupil is stated by stages.
    const stage = STAGE.test(token.alternatives[0].text);
    named ||= !soft && !NAMES_NO_METRIC.test(token.text) && found.some(([worth]) => worth >= (intent.paired ? HIT_WEIGHTS.clause : HIT_WEIGHTS.scope)) && (!stage || (here.size > 0 && EACH.test(intent.query)));
    weighed += weight;
    hits += weight * hit;
    if (!soft && !STAGE.test(token.alternatives[0].text)) places.push(namedIn(profile, token));
    inNames += !soft && found.some(([worth]) => worth >= HIT_WEIGHTS.name) ? 1 : 0;
  }
  // Terms must be in the same name: not 教室 of one synonym and 改造 of another.
  if (!names.some((_, index) => places.every((place) => place.has(0) || place.has(index)))) return null;
  const joined = !named && isNameTogether(terms, names);
  if (!named && !joined && !spelled.some(Boolean)) return null;
  if (joined) return { ...profile, coverage: 1, likeness: 1, whole: true, fits: fitsUnit(metric, intent), categories: [] };
  const likeness = Math.max(...names.map((name, index) => (spelled[index] ? 1 : Math.min(1, covered[index] / name.length))));
  const whole = terms.some((token) => token.alternatives.some(({ text }) => names.includes(text)));
  return { ...profile, coverage: hits / weighed, likeness, whole, fits: fitsUnit(metric, intent), inNames, categories: [...chosen] };
}

/** The indexes of the names that contain a term; 0, the name itself, also if the term is elsewhere in the metric. */
function namedIn({ names, categories, scope, clauses, stages }, { alternatives }) {
  const says = (text) => alternatives.some((one) => text.includes(one.text));
  const places = new Set(names.flatMap((name, index) => (says(name) ? [index] : [])));
  if (categories.some(([, name]) => says(name)) || says(scope) || says(clauses) || says(stages) || !places.size) places.add(0);
  return places;
}

/** Weight of a number that is a value of the metric, or in the same sentence as one. */
function valueWeight({ own, lines }, token) {
  if (own.some((entry) => hasValue(entry, token))) return HIT_WEIGHTS.name;
  const beside = searchIndex.entries.some((entry) => entry.cells && hasValue(entry, token) && lines.includes(entry.lines[0]?.folded));
  return beside ? HIT_WEIGHTS.line : 0;
}

/** Whether weak words are a name together: 教育的钱, where 钱 is a synonym of 经费. */
function isNameTogether(terms, names) {
  if (terms.length > 3) return false;
  const joined = terms.reduce((all, { alternatives }) => all.flatMap((text) => alternatives.map((one) => text + one.text)), [""]);
  return joined.some((text) => names.includes(text));
}

/** Weight of a word by where it is found; records the covered length of names, and the categories that it names. */
function hitWeight({ names, categories, scope, clauses, stages, lines }, text, chosen, covered) {
  let hit = 0;
  names.forEach((name, index) => {
    if (!name.includes(text)) return;
    hit = HIT_WEIGHTS.name;
    covered[index] += text.length;
  });
  for (const [category, name] of categories) {
    if (text.length > 1 && !WEAK_WORD.test(text) && name.includes(text)) [hit] = [HIT_WEIGHTS.category, chosen.add(category)];
  }
  if (hit) return hit;
  // 学生资助 means the same as 资助惠及学生.
  const parts = text.length > 3 && text.length < 7 ? [2, text.length - 2].map((at) => [text.slice(0, at), text.slice(at)]) : [];
  const inverted = names.map((name) => parts.some(([one, other]) => name.includes(one) && name.includes(other)));
  inverted.forEach((met, index) => (covered[index] += met ? text.length : 0));
  if (inverted.some(Boolean)) return HIT_WEIGHTS.scope;
  if (scope.includes(text)) return HIT_WEIGHTS.scope;
  if (clauses.includes(text)) return HIT_WEIGHTS.clause;
  if (STAGE.test(text) && stages.includes(text)) return HIT_WEIGHTS.stage;
  return lines.includes(text) ? HIT_WEIGHTS.line : 0;
}

/** Whether teachers or children are counted: other figures about them are no answer. */
const countsPeople = (token, { units }) => units.includes("人") && token.alternatives.some(({ text }) => /^(?:教师|儿童|幼儿)$/.test(text));

/** The chosen categories; of two kinds of 高中 the ordinary one. */
function preferredCategories(chosen, categories) {
  const named = categories.filter(([category]) => chosen.has(category));
  const usual = named.filter(([, name]) => name.startsWith("普通"));
  return (named.length > 1 && usual.length === 1 && named.every(([, name]) => name.slice(-2) === usual[0][1].slice(-2)) ? usual : named).map(([category]) => category);
}

/** Whether all characters of a synonym are in the query: 花在教育上的钱 in 一年花多少钱在教育上. */
function spelledOut(name, { query: typed, units }) {
  const query = units.includes("元") ? `${typed.replace(/[投拨用出拿]/g, "花")}钱` : typed;
  const characters = name.replace(/[的在上了]/g, "");
  return characters.length > 3 && query.length < 3 * name.length && [...characters].every((char) => query.includes(char));
}

/** The best candidate; null if it is not clear. */
export function choose(found, intent) {
  const fitting = found.filter((one) => one.fits);
  const counting = !intent.units.length && /多少|几/.test(intent.query);
  const judged = intent.verdict && !counting ? fitting.filter((one) => one.judged) : [];
  let fit = judged.length && judged[0].coverage > fitting[0].coverage - 0.08 ? judged : fitting;
  if (!fit.length) return null;
  // 有多少 asks for a number rather than for money or a share, where there is one.
  if (counting) {
    const counts = fit.filter((one) => !["元", "%"].includes(one.metric.unit) && fit[0].coverage - one.coverage < 0.08);
    if (counts.length) fit = counts;
  }
  const [best, second] = fit;
  const clear = !second || (best.coverage > second.coverage && best.inNames > second.inNames) || best.coverage - second.coverage > 0.08 || (best.coverage >= second.coverage && best.likeness - second.likeness > 0.12);
  return clear ? best : null;
}

/** Unit asked for → units of figures that answer it. */
const ANSWERING_UNITS = { 家: ["家", "所"], 间: ["间", "个"], 数: ["个", "项", "套", "间", "次", "场次", "所", "人", "人次", "家"], 人: ["人", "人次"], 次: ["次", "场次"], 个: ["个", "项", "套", "间", "次", "场次", "所"] };

/** Whether a figure of this metric has a unit that is asked for; true if none is. */
export function fitsUnit(metric, { units, change, verdict, when, query }) {
  // 教师培训经费按工资的多少提 names money, but asks for a share.
  if (metric.unit === "%" && units.every((unit) => unit === "元") && !/(?:多少|几)(?:个)?(?:十|百|千)?(?:钱|元|块|万|亿|工资|学费|奖金)|花|投/.test(query) && /比例|占/.test(metric.name)) return true;
  if (!units.length || (change && !units.some((unit) => unit !== "%" && unit !== "元"))) return true;
  if (verdict && units.every((unit) => unit === "%" || unit === "元")) return true;
  return units.some((unit) => (ANSWERING_UNITS[unit] ?? [unit]).includes(metric.unit)) || (when && units.every((unit) => unit === "年"));
}
