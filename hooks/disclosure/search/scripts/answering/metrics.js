// Which metric is meant: the one whose names, or the clause where its value stands, say all that the query says.

import { cached } from "../worker/caches.js";
import { folded } from "../worker/folding.js";
import { isValue } from "../worker/matching.js";
import { isSoft, SOFT, STAGE } from "../worker/questions.js";
import { library } from "../worker/search-index.js";

/** How much it is worth to find a word in a name, in what the figures are of, in the clause of the value, in its sentence. */
const HIT = { name: 1, category: 1, scope: 0.9, clause: 0.8, stage: 0.75, line: 0.55 };
/** From which share of what is said a metric may be meant. */
const COVERED = 0.72;

/** What of each metric of a year is compared with a query. */
export const profilesOf = cached((year) => Object.entries(year.metrics).map(([id, metric]) => profileOf(id, metric, year)));

function profileOf(id, metric, year) {
  const own = year.figures.filter((item) => item.cells.metric === id);
  return {
    id,
    metric,
    own,
    names: [metric.name, ...(metric.words ?? [])].map(folded),
    categories: Object.entries(metric.categories ?? {}).map(([category, name]) => [category, folded(name)]),
    scope: folded(metric.scope ?? ""),
    stages: own.map((item) => stageOf(item)).join("\n"),
    clauses: own.map((item) => clauseOf(item)).join("\n"),
    lines: own.map((item) => item.lines[0]?.folded ?? "").join("\n"),
    judged: own.some((item) => item.cells.verdicts),
  };
}

/** The words around a value, between two marks, with the clause before. */
function clauseOf({ lines, cells }) {
  const clauses = (lines[0]?.text ?? "").split(/[，；。：、]/);
  const at = clauses.findIndex((clause) => folded(clause).includes(folded(cells.value)));
  return at < 0 ? "" : folded(clauses.slice(Math.max(0, at - 1), at + 1).join(""));
}

/** The families of schools that a sentence may speak of. */
const STAGES = [/小学/, /初中/, /普通高中|(?<!职业)高中/, /中职|职业/, /幼儿|学前/, /义务教育/];

/** The part of a sentence around a value, up to the next semicolon, where it speaks of one stage of schooling alone. */
function stageOf({ lines, cells }) {
  const part = (lines[0]?.text ?? "").split("；").find((text) => folded(text).includes(folded(cells.value))) ?? "";
  return STAGES.filter((words) => words.test(part)).length === 1 ? folded(part) : "";
}

/**
 * The metrics that the terms may mean, the nearest first.
 * @param {object[]} said terms of a reading
 * @param {object} asked what `asks` made of it
 * @returns {{id: string, metric: object, coverage: number, likeness: number, fits: boolean, named: boolean,
 *   categories: string[]}[]}
 */
export function candidates(said, year, asked) {
  const found = [];
  for (const profile of profilesOf(year)) {
    const one = said.length ? candidate(profile, said, asked) : null;
    if (one && one.coverage >= COVERED) found.push(one);
  }
  return found.sort((one, other) => Number(other.fits) - Number(one.fits) || other.coverage - one.coverage || other.likeness - one.likeness);
}

export const EACH = /每[个名位]?|一个|人均|平均|生均/;
const GROWN = /^(?:教师|老师|家长)$/;
/** Whose money it is, or that people met: that alone names no metric. */
const BARE = /^(?:重庆市?|全市|市里|全国|国家|县[委长里]|政府|县政府|教育局|县?教委|会议|开会)$/;
/** What is told together, and of what measure: who asks of one part alone is not told of all. */
const JOINT = [
  [/学校及幼儿园|中小学、?幼儿园/, /(?<!中)小学|初中|高中|中学|学校.?幼儿园|幼儿园.?学校/, /幼儿园|幼师|园长/, /[^%]/],
  [/一、二级/, /一、?二?级/, /二级/, /./],
  [/校内外/, /校内/, /校外/, /./],
];
const isPartOf = ({ metric, clauses }, query) =>
  JOINT.some(([whole, one, other, unit]) => whole.test(metric.name + clauses) && unit.test(metric.unit ?? "") && !whole.test(query) && one.test(query) !== other.test(query));
/** For one pupil: 一个初中生, 每个娃. */
export const PUPIL = /(?:每[个名位]?|一[个名])[^月年周天]{0,4}[生娃]|[生娃](?:一个|每)人?/;

/** How well one metric says what is said; null where it leaves out what would make it another one. */
function candidate(profile, said, asked) {
  const { names, categories, metric } = profile;
  if (isPartOf(profile, asked.query)) return null;
  // 中小学幼儿园教师多少 asks for no training.
  if (metric.name.startsWith("培训") && !/训|进修|继续教育|学习/.test(asked.query)) return null;
  const chosen = new Set();
  const places = [];
  const covered = names.map(() => 0);
  const spelled = names.map((name) => spelledOut(name, asked));
  let [weighed, hits, named, inNames] = [0, 0, false, 0];
  for (const piece of said) {
    const soft = isSoft(piece) && !piece.alternatives.some(({ text }) => names.includes(text));
    const weight = soft ? 0.12 : 1 + 0.1 * piece.length;
    const here = new Set();
    const found = piece.alternatives.map(({ text, factor }) => [hitOf(profile, text, here, covered), factor]);
    const hit = Math.max(...found.map(([worth, factor]) => worth * factor));
    for (const category of preferred(here, categories)) chosen.add(category);
    const valued = piece.number ? valueHit(profile, piece) : 0;
    if (valued) {
      weighed += weight;
      hits += weight * valued;
      continue;
    }
    if (!hit && !soft) return null;
    if (hit < HIT.clause * 0.8 && !soft && STAGE.test(piece.alternatives[0].text)) return null;
    // Whoever asks for teachers' eyes does not ask for pupils'.
    if (!hit && GROWN.test(piece.text)) return null;
    if (!hit && soft && counts(piece, asked) && !/所/.test(metric.unit ?? "")) return null;
    // A stage of schooling alone names no metric, but where something for each pupil is told by stages.
    const stage = STAGE.test(piece.alternatives[0].text);
    named ||= !soft && !BARE.test(piece.text) && found.some(([worth]) => worth >= (asked.paired ? HIT.clause : HIT.scope)) && (!stage || (here.size > 0 && EACH.test(asked.query)));
    weighed += weight;
    hits += weight * hit;
    if (!soft && !STAGE.test(piece.alternatives[0].text)) places.push(namedIn(profile, piece));
    inNames += !soft && found.some(([worth]) => worth >= HIT.name) ? 1 : 0;
  }
  // 教室 of one everyday name and 改造 of another are not what either says.
  if (!names.some((_, index) => places.every((place) => place.has(0) || place.has(index)))) return null;
  const joined = !named && joins(said, names);
  if (!named && !joined && !spelled.some(Boolean)) return null;
  if (joined) return { ...profile, coverage: 1, likeness: 1, whole: true, fits: fitsUnit(metric, asked), categories: [] };
  const likeness = Math.max(...names.map((name, index) => (spelled[index] ? 1 : Math.min(1, covered[index] / name.length))));
  const whole = said.some((piece) => piece.alternatives.some(({ text }) => names.includes(text)));
  return { ...profile, coverage: hits / weighed, likeness, whole, fits: fitsUnit(metric, asked), inNames, categories: [...chosen] };
}

/** In which names a word stands; in the first, too, where the report itself says it beside the value. */
function namedIn({ names, categories, scope, clauses, stages }, { alternatives }) {
  const says = (text) => alternatives.some((one) => text.includes(one.text));
  const places = new Set(names.flatMap((name, index) => (says(name) ? [index] : [])));
  if (categories.some(([, name]) => says(name)) || says(scope) || says(clauses) || says(stages) || !places.size) places.add(0);
  return places;
}

/** What it is worth that a number is a value of the metric, or stands in the same sentence. */
function valueHit({ own, lines }, piece) {
  if (own.some((item) => isValue(item, piece))) return HIT.name;
  const beside = library.entries.some((item) => item.cells && isValue(item, piece) && lines.includes(item.lines[0]?.folded));
  return beside ? HIT.line : 0;
}

/** Whether words that say little by themselves are a name together: 教育的钱, where 钱 is said for 经费. */
function joins(said, names) {
  if (said.length > 3) return false;
  const told = said.reduce((all, { alternatives }) => all.flatMap((text) => alternatives.map((one) => text + one.text)), [""]);
  return told.some((text) => names.includes(text));
}

/** Where a word is found, and what that is worth; notes what it covers, and the categories that it names. */
function hitOf({ names, categories, scope, clauses, stages, lines }, text, chosen, covered) {
  let hit = 0;
  names.forEach((name, index) => {
    if (!name.includes(text)) return;
    hit = HIT.name;
    covered[index] += text.length;
  });
  for (const [category, name] of categories) {
    if (text.length > 1 && !SOFT.test(text) && name.includes(text)) [hit] = [HIT.category, chosen.add(category)];
  }
  if (hit) return hit;
  // 学生资助 says what 资助惠及学生 says.
  const parts = text.length > 3 && text.length < 7 ? [2, text.length - 2].map((at) => [text.slice(0, at), text.slice(at)]) : [];
  const inverted = names.map((name) => parts.some(([one, other]) => name.includes(one) && name.includes(other)));
  inverted.forEach((met, index) => (covered[index] += met ? text.length : 0));
  if (inverted.some(Boolean)) return HIT.scope;
  if (scope.includes(text)) return HIT.scope;
  if (clauses.includes(text)) return HIT.clause;
  if (STAGE.test(text) && stages.includes(text)) return HIT.stage;
  return lines.includes(text) ? HIT.line : 0;
}

/** Who counts teachers wants teachers, not what else there is about them. */
const counts = (piece, { units }) => units.includes("人") && piece.alternatives.some(({ text }) => /^(?:教师|儿童|幼儿)$/.test(text));

/** 高中 is the ordinary one where there are two. */
function preferred(chosen, categories) {
  const named = categories.filter(([category]) => chosen.has(category));
  const usual = named.filter(([, name]) => name.startsWith("普通"));
  return (named.length > 1 && usual.length === 1 && named.every(([, name]) => name.slice(-2) === usual[0][1].slice(-2)) ? usual : named).map(([category]) => category);
}

/** Whether all characters of an everyday name are in the query: 花在教育上的钱 in 一年花多少钱在教育上. */
function spelledOut(name, { query: typed, units }) {
  const query = units.includes("元") ? `${typed.replace(/[投拨用出拿]/g, "花")}钱` : typed;
  const characters = name.replace(/[的在上了]/g, "");
  return characters.length > 3 && query.length < 3 * name.length && [...characters].every((char) => query.includes(char));
}

/** The one that is meant; null in doubt. */
export function choose(found, asked) {
  const fitting = found.filter((one) => one.fits);
  const counting = !asked.units.length && /多少|几/.test(asked.query);
  const judged = asked.verdict && !counting ? fitting.filter((one) => one.judged) : [];
  let fit = judged.length && judged[0].coverage > fitting[0].coverage - 0.08 ? judged : fitting;
  if (!fit.length) return null;
  // 有多少 asks for a number, where there is one, rather than for money or a share.
  if (counting) {
    const counts = fit.filter((one) => !["元", "%"].includes(one.metric.unit) && fit[0].coverage - one.coverage < 0.08);
    if (counts.length) fit = counts;
  }
  const [best, second] = fit;
  const clear = !second || (best.coverage > second.coverage && best.inNames > second.inNames) || best.coverage - second.coverage > 0.08 || (best.coverage >= second.coverage && best.likeness - second.likeness > 0.12);
  return clear ? best : null;
}

/** The units of figures that answer each. */
const ANSWERING = { 家: ["家", "所"], 间: ["间", "个"], 数: ["个", "项", "套", "间", "次", "场次", "所", "人", "人次", "家"], 人: ["人", "人次"], 次: ["次", "场次"], 个: ["个", "项", "套", "间", "次", "场次", "所"] };

/** Whether a figure of this unit may be what is asked for; true where no unit is. */
export function fitsUnit(metric, { units, change, verdict, when, query }) {
  // 教师培训经费按工资的多少提: money is named, and not asked for.
  if (metric.unit === "%" && units.every((unit) => unit === "元") && !/(?:多少|几)(?:个)?(?:十|百|千)?(?:钱|元|块|万|亿|工资|学费|奖金)|花|投/.test(query) && /比例|占/.test(metric.name)) return true;
  if (!units.length || (change && !units.some((unit) => unit !== "%" && unit !== "元"))) return true;
  if (verdict && units.every((unit) => unit === "%" || unit === "元")) return true;
  return units.some((unit) => (ANSWERING[unit] ?? [unit]).includes(metric.unit)) || (when && units.every((unit) => unit === "年"));
}
