// Figures as answers: one, several that are asked for together, or why none is given.

import { folded, place } from "../worker/folding.js";
import { isValue, VAGUE } from "../worker/matching.js";
import { factOf, isCalled, metricAt } from "../worker/named-figures.js";
import { isAsked, isSoft, STAGE } from "../worker/questions.js";
import { library } from "../worker/search-index.js";
import { leadOf } from "./lead-sentence.js";
import { candidates, choose } from "./metrics.js";
import { untold } from "./not-reported.js";
import { joinedByAnd, severalAsked, strictlySeveral } from "./question-types.js";
import { answerTogether } from "./several-figures.js";
import { standardsOf } from "./standards.js";

/** Whether it is asked for something that no figure tells: why, when, who, which ones, whether at all, what to do. */
function asksNoFigure({ folded: query, terms }, asked) {
  const plain = !asked.change && !asked.verdict;
  const what = /(?:什么|有没有.*)(?:政策|措施|办法|文件|行动|规定)/.test(query);
  // 小学和初中哪个学校差距大 asks of two that are named.
  const named = terms.filter((piece) => STAGE.test(piece.text)).length > 1;
  const which = (asked.which || what) && !asked.most && !asked.verdict && !asked.units.length && !named;
  const other = /怎么办|什么时候|何时|哪天|几月|几号|(?:谁|部门|单位)(?:来|在)?(?:负责|管|牵头|主管|解决|落实|承办)|(?:责任|负责)人/.test(query);
  // 心理健康学校管不管 asks for no number.
  const whether = plain && !asked.units.length && /([管搞抓让准])[不没]\1/.test(query);
  // 孩子安全吗 names what may be anything.
  const vague = plain && !asked.units.length && !/多少|几/.test(query) && terms.every((piece) => isSoft(piece) || VAGUE.test(piece.text));
  // Who is poor is not counted by who was aided.
  const poor = !asked.units.includes("元") && /(?:贫困|困难)(?:学?生|家庭|户)/.test(query) && !/助|惠|领|拿|享|发|得|给|花/.test(query);
  return asked.why || which || other || whether || vague || poor;
}

/**
 * Figures, where the query names them and nothing else.
 * @returns {object | null}
 */
export function answerFigures(reading, year, asked) {
  if (asksNoFigure(reading, asked) || !mayBeFigures(reading)) return null;
  const said = saidOf(reading, year, asked);
  const together = severalAsked(reading) ? answerTogether(reading, said, year, asked) : null;
  if (together) return together;
  const found = candidates(said, year, asked);
  const chosen = choose(found, asked);
  if (isPartOnly(reading, asked) && !(chosen && (chosen.categories.length > 1 || tellsBoth(chosen, reading, asked)))) return null;
  if (chosen && addsOnly(chosen, asked)) return untold(`${chosen.metric.name.replace(ADDED, "")}的总${chosen.metric.unit === "平方米" ? "面积" : "数"}`, chosen.own, metricAt(chosen.id), "报告写的只是增加、改动的数。");
  if (chosen && asked.per && !isPerOne(chosen)) return averageOf(chosen);
  // 中职升学就业率 names two.
  if (chosen && namesAnother(chosen, said, year)) return answerTogether(reading, said, year, { ...asked, beside: true });
  if (chosen && joinedByAnd(reading.folded) && !namesAll(chosen, said)) return null;
  if (chosen) return meant(chosen, said, reading, asked) ? figuresAnswer([chosen], reading, year, asked) : null;
  const whole = asked.per ? choose(candidates(said.filter((piece) => !/^(?:每|一个|人均|平均)/.test(piece.text)), year, asked), asked) : null;
  if (whole && !isPerOne(whole)) return averageOf(whole);
  const siblings = siblingsOf(found);
  if (siblings && isAsked(reading, asked)) return figuresAnswer(siblings, reading, year, asked);
  return stageless(reading, year, asked);
}

/** Whether a word that the metric is not called by is what another one is called. */
const namesAnother = ({ id, names }, said, year) =>
  said.some((piece) => !isSoft(piece) && piece.alternatives.every(({ text }) => names.every((name) => !name.includes(text))) && Object.entries(year.metrics).some(([other, { name }]) => other !== id && /(?:率|占比|系数|人数|金额)$/.test(piece.text) && folded(name).endsWith(piece.text)));

/** What is counted, or by what: no figure need be called so. */
const COUNTING = /^(?:学校|学生|教师|老师|孩子|比例|占比|金额|人数|人次|次数|数量)$/;

/** Whether all that is joined stands in the metric's names, or chooses among its figures. */
export const namesAll = ({ names, categories, scope }, said) =>
  categories.length > 1 || said.every((piece) => piece.number || COUNTING.test(piece.text) || piece.alternatives.some(({ text }) => scope.includes(text) || names.some((name) => name.includes(text))));

/** What the site does not know may be some character, no word: 县领导下学校指导了几次. */
const mayBeFigures = ({ loose, folded: query }) => loose.join("").length < 2 || (loose.every((text) => text.length === 1) && query.length > 8);

/** The terms that must be found; of numbers those that the report prints, and none where one asks against them. */
export const saidOf = (reading, year, asked) => reading.terms.filter((piece) => !piece.number || (!asked.verdict && printed(piece, year)));
const printed = (piece, year) => year.figures.some((item) => isValue(item, piece) || place(item.lines[0]?.folded ?? "", piece.text) >= 0);

/** Whether the metric is what the query is about: it is asked for, or is called just so. */
function meant(chosen, said, reading, asked) {
  // A stage of schooling beside a name says which figure is meant.
  if (isCalled(chosen.names[0], reading) || chosen.categories.length) return true;
  if (reading.letters || !isAsked(reading, asked)) return false;
  // A word that stands in many names, or only near the value, needs a question that fits.
  const words = said.filter((piece) => !isSoft(piece)).length;
  return chosen.whole || chosen.likeness >= 0.3 || (words > 1 && (asked.units.length > 0 || asked.change || asked.verdict));
}

/** Metrics that are told apart by nothing that was said: 大班额 of one kind of school and of another. */
export function siblingsOf(found) {
  const fit = found.filter((one) => one.fits);
  if (fit.length < 2 || fit.length > 3 || fit[0].coverage < 0.95) return null;
  const [first, ...others] = fit.map((one) => one.names[0]);
  const alike = others.every((name) => name.slice(-5) === first.slice(-5)) && fit.every((one) => one.metric.unit === fit[0].metric.unit);
  return alike ? fit : null;
}

/** Whether one figure would be half an answer: two questions were asked, or two units that are joined by 和. */
const isPartOnly = ({ folded: query }, { units }) => strictlySeveral(query) || (units.length > 1 && joinedByAnd(query)) ;

/** 近视率多少，降了几个百分点: one figure has its value and its change. */
const tellsBoth = ({ own }, { folded: query }, asked) => asked.change && strictlySeveral(query) && own.some(({ cells }) => cells.change) && query.match(/多少|几/g).length === 2 && !/[和与跟及、]/.test(query);

/** 新增 and the like are no totals: who asks how many there are in all is told so. */
const ADDED = /^(?:新增|增设|新建|升级|改造|试点建设|试点)/;
const addsOnly = ({ metric }, { query }) => ADDED.test(metric.name) && (/^(?:新增|增设|新建)/.test(metric.name) && /有(?:多少|几)[所个项]?$/.test(query) || /一共|总共|总数|总面积|(?:学校|教学楼|校园|校舍)面积|共有|合计|全县有/.test(query)) && !/新|增|改|升|建|试|修|盖|多了/.test(query);

/** Whether a figure is of one pupil already. */
const isPerOne = ({ names, clauses }) => names.some((name) => /均|每/.test(name)) || /每[生人]/.test(clauses);

/** Only the whole is told: so much for each is not. */
const averageOf = ({ metric, own, id }) => untold(`${metric.name}平均每一个是多少`, own, metricAt(id), "报告写的是总数。");

/** The records of the chosen metrics: categories, year and change as asked. */
export function figuresAnswer(chosen, reading, year, asked) {
  const facts = [];
  let missing = null;
  for (const { id, metric, categories } of chosen) {
    let own = year.figures.filter((item) => item.cells.metric === id);
    // 从幼儿园到高中 names the ends of them all.
    if (categories.length && !FROM_TO.test(reading.folded)) own = own.filter((item) => categories.includes(item.cells.category));
    const wanted = COMING.exec(reading.folded)?.slice(0, 1) ?? reading.years;
    // Two years are compared by both, where the report states no change.
    const compared = asked.change && own.length > 1 && own.every(({ cells }) => !cells.change);
    const dated = wanted.length && !compared ? own.filter((item) => wanted.some((one) => speaksOf(item.cells.years, one))) : own;
    if (!dated.length) return otherYear(id, metric, own, wanted[0]);
    missing ??= compared ? null : wanted.find((one) => !own.some((item) => speaksOf(item.cells.years, one)));
    facts.push(...dated);
  }
  return { kind: "figure", facts: facts.map((item) => required(factOf(item), year)), lead: missing ? notOf(missing, chosen[0].metric) : leadOf(chosen, facts, asked, reading), year: year.year, leads: leadingOf(facts, year, asked) };
}

/** A figure whose verdicts say what their standard requires, where the two can be compared. */
function required(fact, year) {
  const standard = (verdict) => standardsOf(year).find(({ lines }) => lines.some(({ text }) => text === `${fact.name}：${verdict}。`));
  const verdicts = fact.verdicts.map((verdict) => {
    const words = /^未?达到/.test(verdict) && library.answers.required[standard(verdict)?.at];
    return words ? `${verdict}；标准是${words}` : verdict;
  });
  return { ...fact, verdicts };
}

/** From one stage of schooling to another. */
const FROM_TO = /从.{2,6}到.{2,6}|(?:幼儿园?|学前|小学|初中)(?:一直)?到(?:小学|初中|高中|职高|中职)/;

/** A year that no report of the past tells of. */
const COMING = /[明后]年|下一?年度?/;

/** The figures themselves; before them their verdicts, where one asks for those. */
function leadingOf(facts, year, asked) {
  const verdicts = asked.judge || (asked.verdict && /标准|要求|规定|目标/.test(asked.query)) ? standardsOf(year).flatMap((item) => item.lines.filter((line) => facts.some((fact) => line.text.startsWith(`${fact.title}：`))).map((line) => ({ entry: item, line }))) : [];
  const newest = facts.toSorted((one, other) => (one.cells.metric === other.cells.metric ? (other.cells.years?.[1] ?? 0) - (one.cells.years?.[1] ?? 0) : 0));
  return [...verdicts, ...newest.map((entry) => ({ entry }))];
}

const speaksOf = (years, year) => Boolean(years) && years[0] <= Number(year) && Number(year) <= years[1];

/** That the report has no figure of a year. */
const notOf = (year, metric) => `${year}${year.endsWith("年") ? "" : "年"}的${metric.name}，报告未载明。`;

/** The report gives the figure, but of another year. */
const otherYear = (id, metric, own, year) => ({
  kind: "unstated",
  title: metric.name,
  text: notOf(year, metric),
  quotes: own.slice(0, 3).map((item) => item.lines[0]?.text).filter(Boolean),
  at: metricAt(id),
  contact: true,
  leads: own.map((entry) => ({ entry })),
});

/** 哪个学段涨得最多 names no metric: there is one alone that tells stages apart by money. */
function stageless(reading, year, asked) {
  if (!/学段|阶段|各级学校/.test(reading.folded) || !(asked.most || asked.change || asked.units.includes("元"))) return null;
  if (reading.terms.some((piece) => !isSoft(piece) && !STAGE.test(piece.text))) return null;
  const staged = Object.entries(year.metrics).filter(([, metric]) => Object.keys(metric.categories ?? {}).length > 2);
  return staged.length === 1 ? figuresAnswer([{ id: staged[0][0], metric: staged[0][1], categories: [] }], reading, year, asked) : null;
}
