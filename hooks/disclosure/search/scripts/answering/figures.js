// Answers with figures.

import { folded, positionOf } from "../worker/folding.js";
import { isQuestion, isWeak, STAGE } from "../worker/intent.js";
import { hasValue, VAGUE } from "../worker/matching.js";
import { figureFact, isCalled, metricAddress } from "../worker/named-figures.js";
import { searchIndex } from "../worker/search-index.js";
import { leadOf } from "./lead-sentence.js";
import { candidates, choose } from "./metrics.js";
import { notReported } from "./not-reported.js";
import { asksSeveral, asksTwice, isJoined } from "./question-types.js";
import { answerSeveral } from "./several-figures.js";
import { standardsOf } from "./standards.js";

/** Whether the question can't be answered by a figure: why, when, who, which ones, whether at all, what to do. */
function asksNoFigure({ folded: query, terms }, intent) {
  const plain = !intent.change && !intent.verdict;
  const what = /(?:什么|有没有.*)(?:政策|措施|办法|文件|行动|规定)/.test(query);
  // 小学和初中哪个学校差距大 compares two named stages.
  const named = terms.filter((token) => STAGE.test(token.text)).length > 1;
  const which = (intent.which || what) && !intent.most && !intent.verdict && !intent.units.length && !named;
  const other = /怎么办|什么时候|何时|哪天|几月|几号|(?:谁|部门|单位)(?:来|在)?(?:负责|管|牵头|主管|解决|落实|承办)|(?:责任|负责)人/.test(query);
  // 心理健康学校管不管 asks for no number.
  const whether = plain && !intent.units.length && /([管搞抓让准])[不没]\1/.test(query);
  // 孩子安全吗 names no topic.
  const vague = plain && !intent.units.length && !/多少|几/.test(query) && terms.every((token) => isWeak(token) || VAGUE.test(token.text));
  // The number of aided people is not the number of poor people.
  const poor = !intent.units.includes("元") && /(?:贫困|困难)(?:学?生|家庭|户)/.test(query) && !/助|惠|领|拿|享|发|得|给|花/.test(query);
  return intent.why || which || other || whether || vague || poor;
}

/**
 * The figures that the query names, if it names nothing else.
 * @returns {object | null}
 */
export function answerFigures(parsed, year, intent) {
  if (asksNoFigure(parsed, intent) || !mayBeFigures(parsed)) return null;
  const terms = requiredTerms(parsed, year, intent);
  const together = asksSeveral(parsed) ? answerSeveral(parsed, terms, year, intent) : null;
  if (together) return together;
  const found = candidates(terms, year, intent);
  const chosen = choose(found, intent);
  if (isPartOnly(parsed, intent) && !(chosen && (chosen.categories.length > 1 || hasBoth(chosen, parsed, intent)))) return null;
  if (chosen && isIncrease(chosen, intent)) return notReported(`${chosen.metric.name.replace(ADDED, "")}的总${chosen.metric.unit === "平方米" ? "面积" : "数"}`, chosen.own, metricAddress(chosen.id), "报告写的只是增加、改动的数。");
  if (chosen && intent.per && !isPerOne(chosen)) return averageNotReported(chosen);
  // 中职升学就业率 names two metrics.
  if (chosen && namesAnother(chosen, terms, year)) return answerSeveral(parsed, terms, year, { ...intent, beside: true });
  if (chosen && isJoined(parsed.folded) && !namesAll(chosen, terms)) return null;
  if (chosen) return isMeant(chosen, terms, parsed, intent) ? figuresAnswer([chosen], parsed, year, intent) : null;
  const whole = intent.per ? choose(candidates(terms.filter((token) => !/^(?:每|一个|人均|平均)/.test(token.text)), year, intent), intent) : null;
  if (whole && !isPerOne(whole)) return averageNotReported(whole);
  const siblings = siblingsOf(found);
  if (siblings && isQuestion(parsed, intent)) return figuresAnswer(siblings, parsed, year, intent);
  return figuresByStage(parsed, year, intent);
}

/** Whether a term that is not in this metric's names is the name of another metric. */
const namesAnother = ({ id, names }, terms, year) =>
  terms.some((token) => !isWeak(token) && token.alternatives.every(({ text }) => names.every((name) => !name.includes(text))) && Object.entries(year.metrics).some(([other, { name }]) => other !== id && /(?:率|占比|系数|人数|金额)$/.test(token.text) && folded(name).endsWith(token.text)));

/** Words for what is counted, which need not be in a name. */
const COUNTING = /^(?:学校|学生|教师|老师|孩子|比例|占比|金额|人数|人次|次数|数量)$/;

/** Whether all joined terms are in the metric's names, or choose among its figures. */
export const namesAll = ({ names, categories, scope }, terms) =>
  categories.length > 1 || terms.every((token) => token.number || COUNTING.test(token.text) || token.alternatives.some(({ text }) => scope.includes(text) || names.some((name) => name.includes(text))));

/** Whether the unknown text is at most single characters: 县领导下学校指导了几次. */
const mayBeFigures = ({ unknown, folded: query }) => unknown.join("").length < 2 || (unknown.every((text) => text.length === 1) && query.length > 8);

/** The terms that must match: of numbers only those that the report prints, and none if compared with a standard. */
export const requiredTerms = (parsed, year, intent) => parsed.terms.filter((token) => !token.number || (!intent.verdict && isPrintedNumber(token, year)));
const isPrintedNumber = (token, year) => year.figures.some((entry) => hasValue(entry, token) || positionOf(entry.lines[0]?.folded ?? "", token.text) >= 0);

/** Whether the query is about this metric: it is a question for it, or exactly its name. */
function isMeant(chosen, terms, parsed, intent) {
  // A stage of schooling beside the name chooses the figure.
  if (isCalled(chosen.names[0], parsed) || chosen.categories.length) return true;
  if (parsed.letters || !isQuestion(parsed, intent)) return false;
  // A word of many names, or near the value only, needs a question that fits.
  const words = terms.filter((token) => !isWeak(token)).length;
  return chosen.whole || chosen.likeness >= 0.3 || (words > 1 && (intent.units.length > 0 || intent.change || intent.verdict));
}

/** Metrics that the query doesn't distinguish: 大班额 of several kinds of schools. */
export function siblingsOf(found) {
  const fit = found.filter((one) => one.fits);
  if (fit.length < 2 || fit.length > 3 || fit[0].coverage < 0.95) return null;
  const [first, ...others] = fit.map((one) => one.names[0]);
  const alike = others.every((name) => name.slice(-5) === first.slice(-5)) && fit.every((one) => one.metric.unit === fit[0].metric.unit);
  return alike ? fit : null;
}

/** Whether one figure would be half an answer: there are two questions, or two units joined by 和. */
const isPartOnly = ({ folded: query }, { units }) => asksTwice(query) || (units.length > 1 && isJoined(query)) ;

/** 近视率多少，降了几个百分点: one figure answers both, by value and change. */
const hasBoth = ({ own }, { folded: query }, intent) => intent.change && asksTwice(query) && own.some(({ cells }) => cells.change) && query.match(/多少|几/g).length === 2 && !/[和与跟及、]/.test(query);

/** Whether the metric counts an increase (新增) while the total is asked for. */
const ADDED = /^(?:新增|增设|新建|升级|改造|试点建设|试点)/;
const isIncrease = ({ metric }, { query }) => ADDED.test(metric.name) && (/^(?:新增|增设|新建)/.test(metric.name) && /有(?:多少|几)[所个项]?$/.test(query) || /一共|总共|总数|总面积|(?:学校|教学楼|校园|校舍)面积|共有|合计|全县有/.test(query)) && !/新|增|改|升|建|试|修|盖|多了/.test(query);

/** Whether the figure is per person already. */
const isPerOne = ({ names, clauses }) => names.some((name) => /均|每/.test(name)) || /每[生人]/.test(clauses);

/** The report states the total only, and no average. */
const averageNotReported = ({ metric, own, id }) => notReported(`${metric.name}平均每一个是多少`, own, metricAddress(id), "报告写的是总数。");

/** The answer with the figures of the chosen metrics: categories, year and change as asked. */
export function figuresAnswer(chosen, parsed, year, intent) {
  const facts = [];
  let missing = null;
  for (const { id, metric, categories } of chosen) {
    let own = year.figures.filter((entry) => entry.cells.metric === id);
    // 从幼儿园到高中 means all stages between.
    if (categories.length && !FROM_TO.test(parsed.folded)) own = own.filter((entry) => categories.includes(entry.cells.category));
    const wanted = FUTURE_YEAR.exec(parsed.folded)?.slice(0, 1) ?? parsed.years;
    // Without a stated change, a change is answered by the figures of both years.
    const compared = intent.change && own.length > 1 && own.every(({ cells }) => !cells.change);
    const dated = wanted.length && !compared ? own.filter((entry) => wanted.some((one) => speaksOf(entry.cells.years, one))) : own;
    if (!dated.length) return otherYearAnswer(id, metric, own, wanted[0]);
    missing ??= compared ? null : wanted.find((one) => !own.some((entry) => speaksOf(entry.cells.years, one)));
    facts.push(...dated);
  }
  return { kind: "figure", facts: facts.map((entry) => withRequirements(figureFact(entry), year)), lead: missing ? noFigureOf(missing, chosen[0].metric) : leadOf(chosen, facts, intent, parsed), year: year.year, sources: figureSources(facts, year, intent) };
}

/** A figure whose verdicts also say what the standard requires, where the two can be compared. */
function withRequirements(fact, year) {
  const standard = (verdict) => standardsOf(year).find(({ lines }) => lines.some(({ text }) => text === `${fact.name}：${verdict}。`));
  const verdicts = fact.verdicts.map((verdict) => {
    const words = /^未?达到/.test(verdict) && searchIndex.answers.required[standard(verdict)?.at];
    return words ? `${verdict}；标准是${words}` : verdict;
  });
  return { ...fact, verdicts };
}

/** A range of stages of schooling. */
const FROM_TO = /从.{2,6}到.{2,6}|(?:幼儿园?|学前|小学|初中)(?:一直)?到(?:小学|初中|高中|职高|中职)/;

/** A year after every report. */
const FUTURE_YEAR = /[明后]年|下一?年度?/;

/** The figures as sources of the answer; their verdicts first where a verdict is asked for. */
function figureSources(facts, year, intent) {
  const verdicts = intent.judge || (intent.verdict && /标准|要求|规定|目标/.test(intent.query)) ? standardsOf(year).flatMap((entry) => entry.lines.filter((line) => facts.some((fact) => line.text.startsWith(`${fact.title}：`))).map((line) => ({ entry, line }))) : [];
  const newest = facts.toSorted((one, other) => (one.cells.metric === other.cells.metric ? (other.cells.years?.[1] ?? 0) - (one.cells.years?.[1] ?? 0) : 0));
  return [...verdicts, ...newest.map((entry) => ({ entry }))];
}

const speaksOf = (years, year) => Boolean(years) && years[0] <= Number(year) && Number(year) <= years[1];

/** The sentence that the report has no figure for a year. */
const noFigureOf = (year, metric) => `${year}${year.endsWith("年") ? "" : "年"}的${metric.name}，报告未载明。`;

/** The answer that the report states the figure for another year only. */
const otherYearAnswer = (id, metric, own, year) => ({
  kind: "unstated",
  title: metric.name,
  text: noFigureOf(year, metric),
  quotes: own.slice(0, 3).map((entry) => entry.lines[0]?.text).filter(Boolean),
  at: metricAddress(id),
  contact: true,
  sources: own.map((entry) => ({ entry })),
});

/** 哪个学段涨得最多 names no metric: answered by the only metric with a category for each stage. */
function figuresByStage(parsed, year, intent) {
  if (!/学段|阶段|各级学校/.test(parsed.folded) || !(intent.most || intent.change || intent.units.includes("元"))) return null;
  if (parsed.terms.some((token) => !isWeak(token) && !STAGE.test(token.text))) return null;
  const staged = Object.entries(year.metrics).filter(([, metric]) => Object.keys(metric.categories ?? {}).length > 2);
  return staged.length === 1 ? figuresAnswer([{ id: staged[0][0], metric: staged[0][1], categories: [] }], parsed, year, intent) : null;
}
