// Matching and ranking: which entries match a parsed query, and how well.

import { isWord } from "./boundaries.js";
import { positionOf } from "./folding.js";
import { INTENTS, isWeak, unitsAsked, WEAK_WORD } from "./intent.js";
import { isInRange } from "./numbers.js";
import { PARTICLE } from "./query.js";
import { searchIndex } from "./search-index.js";
import { isPrinted } from "./tokens.js";

/** Weight of a hit by the field that it is in. */
const FIELD_WEIGHTS = { title: 3, name: 2.5, line: 1.5, figureLine: 0.7, note: 0.5 };
const KIND_WEIGHTS = { figure: 1.12, section: 1.06, problem: 1.06, step: 1.05, term: 0.95, page: 0.9, standard: 0.55 };
/** Share of the query's weight that an entry must cover; more where there is unknown text. */
const STRICT_COVERAGE = 0.58;
const COVERAGE = 0.45;
/** Weight of an unknown character: of a dictionary word, of three or more characters, of two, of one. */
const UNKNOWN_WEIGHTS = { word: 3.2, many: 2.6, two: 1.8, one: 1.2 };
/**
 * Words that name a category and no topic: people, places, and what every office does. Together with an unknown word
 * they find nothing: 失业补助, 建房审批手续, 学校附近的房价.
 */
export const VAGUE = new RegExp(
  "^(?:孩子|学生|儿童|幼儿|老人|家长|群众|人民群众|教师|老师|领导|农村|乡镇|乡村|县城|城市|找工作|城区|城镇|城乡|附近|学校|小学|初中|中学|高中|普通高中|幼儿园|学前教育|校园|社区|大学|全国|国家|重庆|重庆市|教育|教学|学习|" +
    "申请|办理|报名|缴费|收费|收费标准|费用|补贴|补助|资助|信息|通知|时间|电话|地址|价格|政策|标准|规定|服务|管理|中心|项目|活动|工作|安全|审批|手续|材料|条件|流程|预约|登记|意见|建议|投诉|举报|反映|问题|查询|公示|公布|公开|" +
    "名单|网站|检查|维修|安装|使用|开放|经费|资金|投入|金额|人员|单位|部门|机构|证明|培训|考试|招生|入学|健康|建设|改造|发展|环境|交通|设施|设备|生活|工资|待遇|就业|文件|会议|比赛|竞赛|运动|灯|灯光|监控|贷款|资料|网络|宣传|认定|评估|鉴定|评价|生育|保障|制度|专业|技术|农民|三农|残疾|贫困|困难|班级|班)$",
);

/**
 * @param {object} parsed a parsed query
 * @param {(entry: object) => boolean} wanted
 * @returns {{entry: object, line: object | null, score: number, coverage: number}[]} best first
 */
export function findEntries(parsed, wanted = () => true) {
  const { unknown } = parsed;
  const terms = searchableTerms(parsed);
  if (!terms.length) return parsed.years.length ? [] : findCharacter(parsed, wanted);
  const weights = terms.map(termWeight);
  // 学区房 is not 学区, and 宅基地 is not 基地: of three characters the first and the last must be known.
  // 家委会 is not 常委会.
  if (unknown.length && terms.every(({ halved }) => halved)) return [];
  if (unknown.length && parsed.folded.length < 4 && ((parsed.folded.startsWith(unknown[0]) && !isPrinted(unknown[0])) || (parsed.endsUnknown && /[^费率数钱量课]/.test(unknown.join(""))))) return [];
  if (parsed.unknownWords.some((word) => word.length > 1) && !terms.some(isSpecific)) return [];
  const known = weights.reduce((sum, one) => sum + one, 0);
  const total = known + unknownWeight(unknown);
  const enough = !unknown.length ? COVERAGE : identifiesTopic(terms, parsed) ? Math.min(STRICT_COVERAGE, (0.5 * known) / total) : STRICT_COVERAGE;
  const found = [];
  const kinds = kindWeights(parsed);
  for (const entry of searchIndex.entries) {
    if (!wanted(entry)) continue;
    const scored = scoreEntry(entry, terms, weights);
    const coverage = scored.covered / total;
    if (coverage < enough) continue;
    const hinted = unknown.some((text) => entry.names.some((name) => name.includes(text))) ? 1.4 : 1;
    const fit = hinted * (kinds[entry.kind] ?? 1) * exactNameFactor(entry, parsed) * yearFactor(entry, parsed);
    found.push({ entry, line: scored.line, coverage, score: scored.score * coverage * coverage * fit });
  }
  const best = Math.max(0, ...found.map((one) => one.coverage));
  return found.filter((one) => one.coverage > best - 0.25).sort((one, other) => other.score - one.score);
}

/** Whether the best result covers the query, and with more than weak or related words: not 要修哪些学校 by 学校 alone. */
export const isFullMatch = ({ terms, folded: query }, found) =>
  found[0]?.coverage > 0.99 && !(terms.every(isWeak) ? INTENTS.asking.test(query) : terms.length > 1 && terms.every((token) => isWeak(token) || token.alternatives.every(({ related }) => related)));

/** The weight of unknown text, more for dictionary words. */
function unknownWeight(unknown) {
  const each = (text) => (/[a-z]/.test(text) || isWord(text) ? UNKNOWN_WEIGHTS.word : text.length > 2 ? UNKNOWN_WEIGHTS.many : text.length > 1 ? UNKNOWN_WEIGHTS.two : UNKNOWN_WEIGHTS.one);
  return unknown.reduce((sum, text) => sum + text.length * each(text), 0);
}

/** Whether the known terms identify the topic despite unknown words: a specific word, or a longer one of the report. */
function identifiesTopic(terms, { unknown, folded: query }) {
  const size = unknown.join("").length;
  return terms.some(({ text, alternatives, number, cut: cutting }) => {
    if (number || WEAK_WORD.test(text) || size > query.length / 2) return false;
    if (isSpecific({ text, alternatives, cut: cutting })) return true;
    const saying = searchIndex.entries.filter((entry) => alternatives.some((one) => entry.all.includes(one.text)));
    return text.length > 2 && saying.some((entry) => entry.year);
  });
}

/** Whether a term identifies a topic, and not only a category. */
const isSpecific = ({ text, alternatives, number, cut: cutting }) =>
  !number && !cutting && !VAGUE.test(text) && !alternatives.slice(0, 1).some((one) => VAGUE.test(one.text)) && alternatives.some((one) => !one.related && (one.text.length > 2 ? searchIndex.official.includes(one.text) : isInName(one.text) || searchIndex.words.has(one.text)));
const isInName = (text) => searchIndex.entries.some((entry) => entry.year && entry.names.some((name) => name.includes(text)));

/** Weights of kinds of entries by intent: figures for amounts, explanations for definitions. */
function kindWeights({ folded: query }) {
  if (INTENTS.meaning.test(query)) return { ...KIND_WEIGHTS, term: 1.6, page: 1.4, figure: 0.8 };
  if (/标准|要求|规定|依据/.test(query) && /文件|规定|依据|哪|谁定|国家/.test(query)) return { ...KIND_WEIGHTS, standard: 1.6 };
  if (/打算|解决|怎么办|缓解|化解/.test(query)) return { ...KIND_WEIGHTS, step: 4, term: 0.4 };
  const measured = INTENTS.change.test(query) || INTENTS.verdict.test(query) || /多少|几/.test(query) || unitsAsked(query).length > 0;
  return measured ? { ...KIND_WEIGHTS, figure: KIND_WEIGHTS.figure * 1.3 } : KIND_WEIGHTS;
}

/** Entries for a query of one character: those that have it in their title. */
function findCharacter({ folded: text }, wanted) {
  if (text.length !== 1 || !/\p{Script=Han}/u.test(text) || PARTICLE.test(text)) return [];
  return searchIndex.entries
    .filter((entry) => wanted(entry) && entry.names[0].includes(text))
    .map((entry) => ({ entry, line: entry.lines[0] ?? null, coverage: 1, score: 1 / entry.names[0].length }))
    .sort((one, other) => other.score - one.score);
}

/** Weight of a term by rarity and length. */
function termWeight(token) {
  let count = 0;
  for (const entry of searchIndex.entries) if (token.alternatives.some(({ text }) => entry.all.includes(text))) count += 1;
  if (token.number) count = Math.max(1, Math.min(count, 3));
  return Math.log(1 + searchIndex.entries.length / (count || 0.5)) * (0.7 + 0.15 * Math.min(token.text.length, 6));
}

/** The terms without numbers that are printed nowhere: 够不够50% compares with a number of its own. */
function searchableTerms({ terms }) {
  const found = terms.filter(
    (token) => !token.number || searchIndex.entries.some((entry) => (entry.cells && hasValue(entry, token)) || positionOf(entry.all, token.text) >= 0),
  );
  return found.length ? found : terms;
}

/** Score of one entry, the weight of the terms that it covers, and its best line. */
function scoreEntry(entry, terms, weights) {
  const lines = entry.lines.map(() => 0);
  let points = 0;
  let covered = 0;
  let byName = 0;
  const perLine = entry.kind === "figure" ? FIELD_WEIGHTS.figureLine : FIELD_WEIGHTS.line;
  terms.forEach((token, index) => {
    let best = 0;
    let inLine = 0;
    if (!token.alternatives.some(({ text }) => entry.all.includes(text)) && !token.number) return;
    for (const { text, factor } of token.alternatives) {
      best = Math.max(best, factor * nameScore(entry, text, terms.length));
      entry.lines.forEach((line, number) => {
        if (positionOf(line.folded, text) < 0) return;
        lines[number] += (factor * weights[index]) / token.alternatives.length ** 0.3;
        inLine = Math.max(inLine, factor);
      });
      if (entry.note.includes(text)) best = Math.max(best, factor * FIELD_WEIGHTS.note);
    }
    if (token.number && entry.value !== undefined && hasValue(entry, token)) best = 3.4;
    if (best > 0.5) byName += weights[index];
    best = Math.max(best, inLine * perLine * 0.4);
    if (best || inLine) covered += weights[index] * Math.min(1, best >= 0.5 || inLine ? 1 : 0.8);
    points += best * weights[index];
  });
  const most = lines.length ? Math.max(...lines) : 0;
  const line = lines.length ? entry.lines[lines.indexOf(most)] : null;
  // A figure is no result for words of its sentence alone: the section with the sentence is.
  if (entry.kind === "figure" && !byName) return { score: 0, covered: 0, line: null };
  const named = byName / weights.reduce((sum, one) => sum + one, 0);
  return { score: (points + most * perLine) * (0.6 + 0.4 * named), covered, line };
}

/** How well the best matching name of an entry matches `text`. */
function nameScore(entry, text, terms) {
  let best = 0;
  entry.names.forEach((name, index) => {
    if (positionOf(name, text) < 0) return;
    const share = text.length / name.length;
    best = Math.max(best, (index ? FIELD_WEIGHTS.name : FIELD_WEIGHTS.title) * (0.7 + 0.3 * share) + (share === 1 && terms === 1 ? 0.6 : 0));
  });
  return best;
}

/** Whether a figure has the typed value. */
export function hasValue(entry, { number, unit, text }) {
  const ours = entry.metric.unit ?? "";
  // 16.74% may be the change.
  if (number.digits && parseFloat(text) === parseFloat(/[\d.]+/.exec(entry.cells.change)?.[0])) return true;
  if (number.percent && ours !== "%") return false;
  const alike = { 块: "元", 块钱: "元", 平米: "平方米", 平方: "平方米" }[unit] ?? unit;
  if (alike && !(ours.startsWith(alike) || alike.startsWith(ours))) return false;
  const printed = Number((/[\d.]+/.exec(entry.cells.value.replaceAll(",", "")) ?? [NaN])[0]);
  return isInRange(number, entry.value) || (number.digits && !unit && Math.abs(number.high + number.low - 2 * printed) < 1e-9);
}

/** Bonus for an entry that has exactly the query as its name. */
function exactNameFactor(entry, { terms, unknown }) {
  if (unknown.length) return 1;
  const sayings = terms.map((token) => token.alternatives[0]?.text ?? "").join("");
  return entry.names.some((name) => name === sayings) ? 1.25 : 1;
}

/** Bonus for a figure of a year that the query names. */
function yearFactor(entry, { years }) {
  if (entry.kind !== "figure") return 1;
  const [first, last] = entry.cells.years ?? [];
  // Of equal figures the newest comes first.
  if (!years.length) return 1 + (last ?? 0) / 1e6;
  return years.some((year) => first <= Number(year) && Number(year) <= last) ? 1.4 : 0.95;
}
