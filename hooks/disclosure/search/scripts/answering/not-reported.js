// Details of a known topic that the report does not state, as derived from the question.

import { folded, positionOf } from "../worker/folding.js";
import { isQuestion, isWeak, STAGE } from "../worker/intent.js";
import { findEntries, VAGUE } from "../worker/matching.js";
import { metricAddress } from "../worker/named-figures.js";
import { searchIndex } from "../worker/search-index.js";
import { requiredTerms, siblingsOf } from "./figures.js";
import { candidates, choose, fitsUnit, profilesOf } from "./metrics.js";
import { asksTwice, isJoined } from "./question-types.js";
import { COUNTED } from "./unstated-topics.js";

/** Subgroups for which no report of this kind states figures separately: sex, place, kind of school. */
export const SUBGROUP = /^(?:(?:[男女][生孩]?)+|农村|城区|城镇|乡镇|民办|公办)$/;
export const isSubgroup = (token) => STAGE.test(token.alternatives[0].text) || isSchool(token) || SUBGROUP.test(token.alternatives[0].text);
/** Whether it is the name of a school. */
export const isSchool = ({ alternatives: [{ text }] }) => text.length > 3 && /(?:中学|(?<!中)小学|校区)$/.test(text) && !STAGE.test(text);
/** Details that no report of this kind states. */
export const DETAIL = /异常|结果|利息|利率|还款|额度|条件|流程|手续|材料|地址|位置|电话|热线|微信|申请|办理|领取|公众号|校长|园长|组长|主任|成员|名单|姓名|名字|排名|分数|单价|厂家|品牌|牌子|年龄|几岁|时间|退费|报名|补课|待遇/;

/**
 * The answer that the report mentions the topic, but does not state what is asked of it.
 * @returns {object | null}
 */
export function answerNotReported(parsed, year, intent) {
  if (!intent.asking && !intent.when && !intent.which && !intent.where && !intent.who && !intent.how) return subgroupNotReported(parsed, year, intent);
  return whichAnswer(parsed, year, intent) ?? subgroupNotReported(parsed, year, intent) ?? detailNotReported(parsed, year, intent) ?? amountNotReported(parsed, year, intent);
}

/** 12所一级幼儿园是哪些园: the report states how many, but not which. */
export function whichAnswer(parsed, year, intent) {
  if (!intent.which || !intent.listed || intent.most || parsed.unknown.join("").length > 2) return null;
  const terms = requiredTerms(parsed, year, intent).filter((token) => !/^(?:学校|幼儿园|项目|文件|名单|名字|名称|名)$/.test(token.text));
  // 三个增长是哪三个 names no topic, and 24项 is another number.
  if (terms.every((token) => token.number)) return null;
  const chosen = choose(candidates(terms, year, { ...intent, units: [] }).filter((one) => /[所个项间]/.test(one.metric.unit ?? "")), intent);
  if (!chosen || chosen.coverage < 0.9) return null;
  const own = year.figures.filter((entry) => entry.cells.metric === chosen.id);
  return notReported(`${chosen.metric.name}是哪些`, own, metricAddress(chosen.id), "报告写了有几个，没有写是哪些。");
}

/** 小学近视率: the report states it for all together. */
function subgroupNotReported(parsed, year, intent) {
  const narrower = parsed.terms.filter(isSubgroup);
  // The site has no words for boys and girls.
  const sexes = parsed.unknown.filter((text) => SUBGROUP.test(text));
  const sex = sexes.join("、");
  const measured = isQuestion(parsed, intent) || /(?:率|数|占比|比例|经费|支出|金额|系数)$/.test(parsed.folded);
  // 松林小学是不是要新修 asks for no number.
  if (/是不是|有没有|是否|要不要|会不会|吗$/.test(parsed.folded) && !intent.units.length && !intent.change && !intent.verdict) return null;
  if (!(narrower.length || sex) || parsed.unknown.length > Math.max(1, sexes.length) || !measured) return null;
  const rest = requiredTerms(parsed, year, intent).filter((token) => !narrower.includes(token));
  const found = candidates(rest, year, intent);
  const chosen = choose(found, intent) ?? siblingsOf(found)?.[0];
  if (!chosen || chosen.coverage < 0.9 || chosen.likeness < 0.4 || chosen.categories.length) return null;
  const profile = chosen;
  // Where the sentence mentions the subgroup, the figure may be about it.
  if (narrower.some((token) => token.alternatives.some(({ text }) => [...profile.names, profile.scope, profile.lines].some((known) => known.includes(text))))) return null;
  const own = year.figures.filter((entry) => entry.cells.metric === chosen.id);
  const who = sex + narrower.map((token) => token.text).join("");
  return notReported(`${who}的${chosen.metric.name}`, own, metricAddress(chosen.id), "报告没有这样分开写。");
}

export const notReported = (matter, figures, at, says) => ({
  kind: "unstated",
  title: matter,
  text: `${matter}，报告未载明。${says}`,
  quotes: [...new Set(figures.map((entry) => entry.lines[0]?.text).filter(Boolean))].slice(0, 2),
  at,
  contact: true,
  sources: figures.map((entry) => ({ entry })),
});

/** The report mentions the topic without stating how much, when, where, who or how, and no figure is near. */
function detailNotReported(parsed, year, intent) {
  const query = parsed.folded;
  const manner = detailAsked(query, intent);
  // A published ledger may state it.
  if ((manner === "who" || manner === "when") && searchIndex.entries.some(({ kind }) => kind === "item")) return null;
  const unknown = parsed.unknown.join("");
  const detail = DETAIL.test(unknown) ? unknown : "";
  if (asksTwice(query) || intent.why || (unknown.length > 1 && !detail) || unknown === "岁" || !(manner || (detail && intent.asking))) return null;
  const terms = parsed.terms.filter((token) => !token.number);
  const matters = terms.filter((token) => !isWeak(token) && !DETAIL.test(token.text));
  const specific = matters.some((token) => !isSubgroup(token)) ? matters.filter((token) => !SUBGROUP.test(token.text)) : matters;
  // 意见 or 高中 alone is no topic.
  if (specific.every((token) => VAGUE.test(token.text) || STAGE.test(token.alternatives[0].text))) return null;
  const topic = { ...parsed, terms: specific, unknown: [], unknownWords: [] };
  const mention = findEntries(topic, (entry) => entry.year === year.year && ["section", "problem", "step"].includes(entry.kind))[0];
  if (!mention?.line || mention.coverage < 0.99 || !saysAll(mention.line, specific)) return null;
  const { text } = mention.line;
  if (asksOfAnother(manner, text, specific, query) || (mayTell(manner, text, specific) && !detail)) return null;
  if (manner === "much" && (hasMeasure(text, intent) || (!detail && isNearFigures(specific, query, year, intent)))) return null;
  const matter = specific.map((token) => token.alternatives[0].text).join("");
  const wanted = detail ? `的${detail}` : { which: "是哪些", when: "在什么时候", where: "在哪里", how: "怎么办理", who: "由谁负责", much: amountWording(intent) }[manner];
  return {
    kind: "unstated",
    title: matter,
    text: `“${matter}”${wanted}，报告未载明。报告说到的是这一句：`,
    quotes: [text],
    at: mention.line.at,
    contact: true,
    sources: [mention],
  };
}

/** The kind of detail that is asked for; null if the topic is only named. */
function detailAsked(query, intent) {
  if (intent.which && /学校|园|单位|老师|教师|项目|校/.test(query)) return "which";
  if (intent.when) return "when";
  if (intent.where) return "where";
  // 待遇怎么办 asks what is done, not how to apply.
  if (intent.how) return /怎么办$/.test(query) ? null : "how";
  // 哪个来管 asks for action, not for a name.
  if (intent.who && /负责|牵头|责任|主管|部门|单位/.test(query)) return "who";
  return /多少|几|多大|人数|总数/.test(query) ? "much" : null;
}

/** Whether another thing is asked about: 农村学校缺哪些老师 asks about teachers; or the sentence has the detail's name. */
function asksOfAnother(manner, text, terms, query) {
  const way = /条件|流程|手续|资格|材料/.exec(query)?.[0];
  if (manner === "how") return Boolean(way && text.includes(way));
  return manner === "which" && /哪(?:些|几[个名])(?:老师|教师|学生|孩子)/.test(query) && !terms.some((token) => COUNTED.test(token.text));
}

/** Whether the sentence has a number in a unit that is asked for, which may be the answer. */
const hasMeasure = (text, { units }) => units.some((unit) => MEASURES[unit]?.test(text));

/** Whether there is a figure near the topic, in the unit that is asked for or in a similar one. */
function isNearFigures(terms, query, year, intent) {
  const named = terms.filter((token) => !STAGE.test(token.text));
  const near = (units) => named.some((token) => isNearFigure(token, year, { ...intent, units }));
  // Counts may be stated in other units; 多少娃儿戴眼镜 may be stated as a share.
  const counted = intent.units.length && intent.units.every((unit) => !/^(?:元|%|平方米|年)$/.test(unit));
  const shared = intent.units.includes("人") && !/多少(?:个?人|个|名)?$|人数/.test(query);
  return near(intent.units) || (counted && near(["数"])) || (shared && near(["%"]));
}

/** An amount for a topic that the report mentions in several places, but never in a unit that fits: 一个保安多少工资. */
function amountNotReported(parsed, year, intent) {
  const terms = parsed.terms.filter((token) => !token.number && !isWeak(token));
  if (!/多少|几(?!年来|乎)|多大|多高/.test(parsed.folded) || !intent.units.length || (intent.which && !intent.units.includes("元")) || intent.change || intent.verdict || asksTwice(parsed.folded)) return null;
  if (parsed.unknown.length || terms.length < 2 || isJoined(parsed.folded)) return null;
  const official = ({ alternatives: [{ text }] }) => searchIndex.official.includes(text);
  if (!terms.every(official) || !terms.some((token) => !VAGUE.test(token.text)) || terms.some((token) => isNearFigure(token, year, intent))) return null;
  const matter = terms.map((token) => token.text).join("");
  const mention = findEntries({ ...parsed, terms, unknown: [], unknownWords: [] }, (entry) => entry.year === year.year && entry.kind !== "figure")[0];
  return { kind: "unstated", title: matter, text: `“${matter}”${amountWording(intent)}，报告未载明。`, at: mention?.line?.at ?? "", contact: true, sources: mention ? [mention] : [] };
}

/** The amount that is asked for, in words. */
const amountWording = ({ units }) => (units.includes("元") ? "多少钱" : units.includes("%") ? "占多少" : "有多少");

const saysAll = (line, terms) => terms.every((token) => token.alternatives.some(({ text }) => positionOf(line.folded, text) >= 0));

/** Unit → a number in it, as reports print it. */
export const MEASURES = { 元: /\d[\d.,]*[余多]?万?余?元|\d万/, 人: /\d余?万?余?[多余]?人/, 所: /\d余?所/, 次: /\d余?场?次/, 套: /\d余?套/, 间: /\d余?间/, 平方米: /\d余?平方米/, "%": /\d%/ };

/** Whether a sentence may state the detail: it has a number, a year, a body. */
function mayTell(manner, text, terms) {
  if (manner === "when") return /\d{4}年|以来|定期|每年|年初/.test(text);
  if (manner === "which") return /《|[\u4e00-\u9fff]{2}(?<!中)(?:小学|中学)(?![\u4e00-\u9fff]*教育)/.test(text);
  if (manner === "much") return false;
  if (manner === "where") return /[至到在][\u4e00-\u9fff]{2,8}(?:校区|学校|中学|小学|园区|县城|[镇乡路])/.test(clauseOfTerms(terms, text));
  if (manner === "who") return /县教委|县委|县政府|领导小组|牵头|负责/.test(text);
  return false;
}

/** The clause that contains all terms. */
const clauseOfTerms = (terms, text) => text.split(/[，；。]/).map(folded).find((clause) => terms.every((token) => token.alternatives.some((one) => clause.includes(one.text)))) ?? "";

/** Whether a figure with a fitting unit has the word in its name, or beside its value. */
const isNearFigure = (token, year, intent) =>
  profilesOf(year).some(({ metric, names, clauses }) => fitsUnit(metric, intent) && token.alternatives.some(({ text }) => names.some((name) => name.includes(text)) || clauses.includes(text)));
