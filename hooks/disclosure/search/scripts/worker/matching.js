// Matching: which entries say what was asked, and how well.

import { isWord } from "./boundaries.js";
import { place } from "./folding.js";
import { fits } from "./numbers.js";
import { PARTICLE } from "./query.js";
import { ASKS, isSoft, SOFT, unitsAsked } from "./questions.js";
import { library } from "./search-index.js";
import { isPrinted } from "./tokens.js";

/** How much a hit counts where it stands. */
const FIELD = { title: 3, name: 2.5, line: 1.5, figureLine: 0.7, note: 0.5 };
const KIND = { figure: 1.12, section: 1.06, problem: 1.06, step: 1.05, term: 0.95, page: 0.9, standard: 0.55 };
/** What share of a query's weight an entry must say; less where every word is known to the site. */
const ENOUGH = 0.58;
const ALMOST = 0.45;
/** How much an unknown character weighs: of a word that the browser knows, and the site does not; of several; of one. */
const UNKNOWN = { word: 3.2, many: 2.6, two: 1.8, one: 1.2 };
/**
 * Words that say what sort of thing is looked for, and not which: people, places, and whatever an office does. Beside a
 * word that the site does not know they find nothing: 失业补助, 建房审批手续, 学校附近的房价.
 */
export const VAGUE = new RegExp(
  "^(?:孩子|学生|儿童|幼儿|老人|家长|群众|人民群众|教师|老师|领导|农村|乡镇|乡村|县城|城市|找工作|城区|城镇|城乡|附近|学校|小学|初中|中学|高中|普通高中|幼儿园|学前教育|校园|社区|大学|全国|国家|重庆|重庆市|教育|教学|学习|" +
    "申请|办理|报名|缴费|收费|收费标准|费用|补贴|补助|资助|信息|通知|时间|电话|地址|价格|政策|标准|规定|服务|管理|中心|项目|活动|工作|安全|审批|手续|材料|条件|流程|预约|登记|意见|建议|投诉|举报|反映|问题|查询|公示|公布|公开|" +
    "名单|网站|检查|维修|安装|使用|开放|经费|资金|投入|金额|人员|单位|部门|机构|证明|培训|考试|招生|入学|健康|建设|改造|发展|环境|交通|设施|设备|生活|工资|待遇|就业|文件|会议|比赛|竞赛|运动|灯|灯光|监控|贷款|资料|网络|宣传|认定|评估|鉴定|评价|生育|保障|制度|专业|技术|农民|三农|残疾|贫困|困难|班级|班)$",
);

/**
 * @param {object} reading what `read` made of the query
 * @param {(entry: object) => boolean} wanted
 * @returns {{entry: object, line: object | null, score: number, coverage: number}[]} the best first
 */
export function match(reading, wanted = () => true) {
  const { loose } = reading;
  const terms = askedFor(reading);
  if (!terms.length) return reading.years.length ? [] : single(reading, wanted);
  const weights = terms.map(weight);
  // 学区房 is another word than 学区, and 宅基地 than 基地: of three characters the first and the last must be known.
  // 家委会 is no 常委会.
  if (loose.length && terms.every(({ halved }) => halved)) return [];
  if (loose.length && reading.folded.length < 4 && ((reading.folded.startsWith(loose[0]) && !isPrinted(loose[0])) || (reading.headless && /[^费率数钱量课]/.test(loose.join(""))))) return [];
  if (reading.strange.some((word) => word.length > 1) && !terms.some(isSpecific)) return [];
  const known = weights.reduce((sum, one) => sum + one, 0);
  const total = known + unknownWeight(loose);
  const enough = !loose.length ? ALMOST : tells(terms, reading) ? Math.min(ENOUGH, (0.5 * known) / total) : ENOUGH;
  const found = [];
  const kinds = kindsAskedFor(reading);
  for (const item of library.entries) {
    if (!wanted(item)) continue;
    const scored = score(item, terms, weights);
    const coverage = scored.covered / total;
    if (coverage < enough) continue;
    const hinted = loose.some((text) => item.names.some((name) => name.includes(text))) ? 1.4 : 1;
    const fit = hinted * (kinds[item.kind] ?? 1) * exactness(item, reading) * timely(item, reading);
    found.push({ entry: item, line: scored.line, coverage, score: scored.score * coverage * coverage * fit });
  }
  const best = Math.max(0, ...found.map((one) => one.coverage));
  return found.filter((one) => one.coverage > best - 0.25).sort((one, other) => other.score - one.score);
}

/** Whether all is found that was typed, and says what is meant: 要修哪些学校 does not by 学校, 老师减负 not by words that are akin. */
export const isWhole = ({ terms, folded: query }, found) =>
  found[0]?.coverage > 0.99 && !(terms.every(isSoft) ? ASKS.asking.test(query) : terms.length > 1 && terms.every((piece) => isSoft(piece) || piece.alternatives.every(({ akin }) => akin)));

/** What the unknown weighs, more where it is a word of its own. */
function unknownWeight(loose) {
  const each = (text) => (/[a-z]/.test(text) || isWord(text) ? UNKNOWN.word : text.length > 2 ? UNKNOWN.many : text.length > 1 ? UNKNOWN.two : UNKNOWN.one);
  return loose.reduce((sum, text) => sum + text.length * each(text), 0);
}

/** Whether what is known says what a query with unknown words is about: a long word, or a rare one of some name. */
function tells(terms, { loose, folded: query }) {
  const unknown = loose.join("").length;
  return terms.some(({ text, alternatives, number, cut: cutting }) => {
    if (number || SOFT.test(text) || unknown > query.length / 2) return false;
    if (isSpecific({ text, alternatives, cut: cutting })) return true;
    const saying = library.entries.filter((item) => alternatives.some((one) => item.all.includes(one.text)));
    return text.length > 2 && saying.some((item) => item.year);
  });
}

/** Whether a word of the report says what is meant, and not only what sort of thing. */
const isSpecific = ({ text, alternatives, number, cut: cutting }) =>
  !number && !cutting && !VAGUE.test(text) && !alternatives.slice(0, 1).some((one) => VAGUE.test(one.text)) && alternatives.some((one) => !one.akin && (one.text.length > 2 ? library.official.includes(one.text) : isInName(one.text) || library.words.has(one.text)));
const isInName = (text) => library.entries.some((item) => item.year && item.names.some((name) => name.includes(text)));

/** What each kind of entry is worth: who asks how much wants a figure, who asks for a meaning an explanation. */
function kindsAskedFor({ folded: query }) {
  if (ASKS.meaning.test(query)) return { ...KIND, term: 1.6, page: 1.4, figure: 0.8 };
  if (/标准|要求|规定|依据/.test(query) && /文件|规定|依据|哪|谁定|国家/.test(query)) return { ...KIND, standard: 1.6 };
  if (/打算|解决|怎么办|缓解|化解/.test(query)) return { ...KIND, step: 4, term: 0.4 };
  const measured = ASKS.change.test(query) || ASKS.verdict.test(query) || /多少|几/.test(query) || unitsAsked(query).length > 0;
  return measured ? { ...KIND, figure: KIND.figure * 1.3 } : KIND;
}

/** A query of one character that the site prints: found literally. */
function single({ folded: text }, wanted) {
  if (text.length !== 1 || !/\p{Script=Han}/u.test(text) || PARTICLE.test(text)) return [];
  return library.entries
    .filter((item) => wanted(item) && item.names[0].includes(text))
    .map((item) => ({ entry: item, line: item.lines[0] ?? null, coverage: 1, score: 1 / item.names[0].length }))
    .sort((one, other) => other.score - one.score);
}

/** Rare words weigh more, and long ones. */
function weight(piece) {
  let count = 0;
  for (const item of library.entries) if (piece.alternatives.some(({ text }) => item.all.includes(text))) count += 1;
  if (piece.number) count = Math.max(1, Math.min(count, 3));
  return Math.log(1 + library.entries.length / (count || 0.5)) * (0.7 + 0.15 * Math.min(piece.text.length, 6));
}

/** The terms without numbers that are nowhere: 够不够50% asks against a number that the report need not print. */
function askedFor({ terms }) {
  const found = terms.filter(
    (piece) => !piece.number || library.entries.some((item) => (item.cells && isValue(item, piece)) || place(item.all, piece.text) >= 0),
  );
  return found.length ? found : terms;
}

/** What the terms find in one entry: points, the weight that they cover, and the line that says most. */
function score(item, terms, weights) {
  const lines = item.lines.map(() => 0);
  let points = 0;
  let covered = 0;
  let byName = 0;
  const perLine = item.kind === "figure" ? FIELD.figureLine : FIELD.line;
  terms.forEach((piece, index) => {
    let best = 0;
    let inLine = 0;
    if (!piece.alternatives.some(({ text }) => item.all.includes(text)) && !piece.number) return;
    for (const { text, factor } of piece.alternatives) {
      best = Math.max(best, factor * nameField(item, text, terms.length));
      item.lines.forEach((line, number) => {
        if (place(line.folded, text) < 0) return;
        lines[number] += (factor * weights[index]) / piece.alternatives.length ** 0.3;
        inLine = Math.max(inLine, factor);
      });
      if (item.note.includes(text)) best = Math.max(best, factor * FIELD.note);
    }
    if (piece.number && item.value !== undefined && isValue(item, piece)) best = 3.4;
    if (best > 0.5) byName += weights[index];
    best = Math.max(best, inLine * perLine * 0.4);
    if (best || inLine) covered += weights[index] * Math.min(1, best >= 0.5 || inLine ? 1 : 0.8);
    points += best * weights[index];
  });
  const most = lines.length ? Math.max(...lines) : 0;
  const line = lines.length ? item.lines[lines.indexOf(most)] : null;
  // A figure is no result for what only its sentence says: the sentence's section is.
  if (item.kind === "figure" && !byName) return { score: 0, covered: 0, line: null };
  const named = byName / weights.reduce((sum, one) => sum + one, 0);
  return { score: (points + most * perLine) * (0.6 + 0.4 * named), covered, line };
}

/** How well a name of the entry says `text`. */
function nameField(item, text, terms) {
  let best = 0;
  item.names.forEach((name, index) => {
    if (place(name, text) < 0) return;
    const share = text.length / name.length;
    best = Math.max(best, (index ? FIELD.name : FIELD.title) * (0.7 + 0.3 * share) + (share === 1 && terms === 1 ? 0.6 : 0));
  });
  return best;
}

/** Whether a figure has the value that was typed. */
export function isValue(item, { number, unit, text }) {
  const ours = item.metric.unit ?? "";
  // 16.74% may be what it has grown by.
  if (number.digits && parseFloat(text) === parseFloat(/[\d.]+/.exec(item.cells.change)?.[0])) return true;
  if (number.percent && ours !== "%") return false;
  const alike = { 块: "元", 块钱: "元", 平米: "平方米", 平方: "平方米" }[unit] ?? unit;
  if (alike && !(ours.startsWith(alike) || alike.startsWith(ours))) return false;
  const printed = Number((/[\d.]+/.exec(item.cells.value.replaceAll(",", "")) ?? [NaN])[0]);
  return fits(number, item.value) || (number.digits && !unit && Math.abs(number.high + number.low - 2 * printed) < 1e-9);
}

/** More for an entry that is called just as the query says. */
function exactness(item, { terms, loose }) {
  if (loose.length) return 1;
  const sayings = terms.map((piece) => piece.alternatives[0]?.text ?? "").join("");
  return item.names.some((name) => name === sayings) ? 1.25 : 1;
}

/** More for a figure of the year that was asked for. */
function timely(item, { years }) {
  if (item.kind !== "figure") return 1;
  const [first, last] = item.cells.years ?? [];
  // The newest of the same is shown first.
  if (!years.length) return 1 + (last ?? 0) / 1e6;
  return years.some((year) => first <= Number(year) && Number(year) <= last) ? 1.4 : 0.95;
}
