// What is not told of a known thing, as it follows from how the thing is asked for.

import { folded, place } from "../worker/folding.js";
import { match, VAGUE } from "../worker/matching.js";
import { metricAt } from "../worker/named-figures.js";
import { isAsked, isSoft, STAGE } from "../worker/questions.js";
import { library } from "../worker/search-index.js";
import { saidOf, siblingsOf } from "./figures.js";
import { candidates, choose, fitsUnit, profilesOf } from "./metrics.js";
import { joinedByAnd, strictlySeveral } from "./question-types.js";
import { COUNTED } from "./unstated-topics.js";

/** What makes a figure narrower than any that the report gives: a stage, a place, a sex, each one of many. */
export const NARROWER = /^(?:(?:[男女][生孩]?)+|农村|城区|城镇|乡镇|民办|公办)$/;
export const isNarrower = (piece) => STAGE.test(piece.alternatives[0].text) || isSchool(piece) || NARROWER.test(piece.alternatives[0].text);
/** A school by its name. */
export const isSchool = ({ alternatives: [{ text }] }) => text.length > 3 && /(?:中学|(?<!中)小学|校区)$/.test(text) && !STAGE.test(text);
/** What of a thing no report of this kind tells, with what is unknown in the query. */
export const DETAIL = /异常|结果|利息|利率|还款|额度|条件|流程|手续|材料|地址|位置|电话|热线|微信|申请|办理|领取|公众号|校长|园长|组长|主任|成员|名单|姓名|名字|排名|分数|单价|厂家|品牌|牌子|年龄|几岁|时间|退费|报名|补课|待遇/;

/**
 * What is asked of a known thing, and not told of it.
 * @returns {object | null}
 */
export function answerUnstated(reading, year, asked) {
  if (!asked.asking && !asked.when && !asked.which && !asked.where && !asked.who && !asked.how) return narrowerAnswer(reading, year, asked);
  return whichAnswer(reading, year, asked) ?? narrowerAnswer(reading, year, asked) ?? qualified(reading, year, asked) ?? unheardOf(reading, year, asked);
}

/** 12所一级幼儿园是哪些园: the report tells how many. */
export function whichAnswer(reading, year, asked) {
  if (!asked.which || !asked.listed || asked.most || reading.loose.join("").length > 2) return null;
  const said = saidOf(reading, year, asked).filter((piece) => !/^(?:学校|幼儿园|项目|文件|名单|名字|名称|名)$/.test(piece.text));
  // 三个增长是哪三个 names no thing, and 24项 is another number.
  if (said.every((piece) => piece.number)) return null;
  const chosen = choose(candidates(said, year, { ...asked, units: [] }).filter((one) => /[所个项间]/.test(one.metric.unit ?? "")), asked);
  if (!chosen || chosen.coverage < 0.9) return null;
  const own = year.figures.filter((item) => item.cells.metric === chosen.id);
  return untold(`${chosen.metric.name}是哪些`, own, metricAt(chosen.id), "报告写了有几个，没有写是哪些。");
}

/** 小学近视率, where the report has one for all. */
function narrowerAnswer(reading, year, asked) {
  const narrower = reading.terms.filter(isNarrower);
  // Of boys and girls no report of this kind tells, and the site has no word for them.
  const sexes = reading.loose.filter((text) => NARROWER.test(text));
  const sex = sexes.join("、");
  const measured = isAsked(reading, asked) || /(?:率|数|占比|比例|经费|支出|金额|系数)$/.test(reading.folded);
  // 松林小学是不是要新修 asks for no number.
  if (/是不是|有没有|是否|要不要|会不会|吗$/.test(reading.folded) && !asked.units.length && !asked.change && !asked.verdict) return null;
  if (!(narrower.length || sex) || reading.loose.length > Math.max(1, sexes.length) || !measured) return null;
  const rest = saidOf(reading, year, asked).filter((piece) => !narrower.includes(piece));
  const found = candidates(rest, year, asked);
  const chosen = choose(found, asked) ?? siblingsOf(found)?.[0];
  if (!chosen || chosen.coverage < 0.9 || chosen.likeness < 0.4 || chosen.categories.length) return null;
  const profile = chosen;
  // Where its sentence speaks of them, it may be theirs.
  if (narrower.some((piece) => piece.alternatives.some(({ text }) => [...profile.names, profile.scope, profile.lines].some((known) => known.includes(text))))) return null;
  const own = year.figures.filter((item) => item.cells.metric === chosen.id);
  const who = sex + narrower.map((piece) => piece.text).join("");
  return untold(`${who}的${chosen.metric.name}`, own, metricAt(chosen.id), "报告没有这样分开写。");
}

export const untold = (matter, figures, at, says) => ({
  kind: "unstated",
  title: matter,
  text: `${matter}，报告未载明。${says}`,
  quotes: [...new Set(figures.map((item) => item.lines[0]?.text).filter(Boolean))].slice(0, 2),
  at,
  contact: true,
  leads: figures.map((entry) => ({ entry })),
});

/** Of what the report speaks without saying how much, when, where, who or how: told only where no figure comes near. */
function qualified(reading, year, asked) {
  const query = reading.folded;
  const manner = mannerOf(query, asked);
  // A published ledger may tell it.
  if ((manner === "who" || manner === "when") && library.entries.some(({ kind }) => kind === "item")) return null;
  const unknown = reading.loose.join("");
  const detail = DETAIL.test(unknown) ? unknown : "";
  if (strictlySeveral(query) || asked.why || (unknown.length > 1 && !detail) || unknown === "岁" || !(manner || (detail && asked.asking))) return null;
  const terms = reading.terms.filter((piece) => !piece.number);
  const matters = terms.filter((piece) => !isSoft(piece) && !DETAIL.test(piece.text));
  const specific = matters.some((piece) => !isNarrower(piece)) ? matters.filter((piece) => !NARROWER.test(piece.text)) : matters;
  // 意见 may be anybody's, and 高中 may be said of anything.
  if (specific.every((piece) => VAGUE.test(piece.text) || STAGE.test(piece.alternatives[0].text))) return null;
  const told = { ...reading, terms: specific, loose: [], strange: [] };
  const spoken = match(told, (item) => item.year === year.year && ["section", "problem", "step"].includes(item.kind))[0];
  if (!spoken?.line || spoken.coverage < 0.99 || !says(spoken.line, specific)) return null;
  const { text } = spoken.line;
  if (isOfOthers(manner, text, specific, query) || (isTold(manner, text, specific) && !detail)) return null;
  if (manner === "much" && (isMeasured(text, asked) || (!detail && isNearFigures(specific, query, year, asked)))) return null;
  const matter = specific.map((piece) => piece.alternatives[0].text).join("");
  const wanted = detail ? `的${detail}` : { which: "是哪些", when: "在什么时候", where: "在哪里", how: "怎么办理", who: "由谁负责", much: wantedOf(asked) }[manner];
  return {
    kind: "unstated",
    title: matter,
    text: `“${matter}”${wanted}，报告未载明。报告说到的是这一句：`,
    quotes: [text],
    at: spoken.line.at,
    contact: true,
    leads: [spoken],
  };
}

/** What of a thing is asked for; null where it is only named. */
function mannerOf(query, asked) {
  if (asked.which && /学校|园|单位|老师|教师|项目|校/.test(query)) return "which";
  if (asked.when) return "when";
  if (asked.where) return "where";
  // 待遇怎么办 asks what is done, not how to apply.
  if (asked.how) return /怎么办$/.test(query) ? null : "how";
  // 哪个来管 wants to see that somebody does.
  if (asked.who && /负责|牵头|责任|主管|部门|单位/.test(query)) return "who";
  return /多少|几|多大|人数|总数/.test(query) ? "much" : null;
}

/** Whether it is asked of something else than of the matter: 农村学校缺哪些老师 of teachers, 前期手续 of what has the name. */
function isOfOthers(manner, text, terms, query) {
  const way = /条件|流程|手续|资格|材料/.exec(query)?.[0];
  if (manner === "how") return Boolean(way && text.includes(way));
  return manner === "which" && /哪(?:些|几[个名])(?:老师|教师|学生|孩子)/.test(query) && !terms.some((piece) => COUNTED.test(piece.text));
}

/** Whether a number of a measure that is asked for stands in the sentence: it may be what is meant. */
const isMeasured = (text, { units }) => units.some((unit) => MEASURED[unit]?.test(text));

/** Whether a figure comes near, in the unit that is asked for, or in one that may be meant as well. */
function isNearFigures(terms, query, year, asked) {
  const named = terms.filter((piece) => !STAGE.test(piece.text));
  const near = (units) => named.some((piece) => nearFigure(piece, year, { ...asked, units }));
  // What is counted in one way may be counted in another; of 多少娃儿戴眼镜 a share is told.
  const counted = asked.units.length && asked.units.every((unit) => !/^(?:元|%|平方米|年)$/.test(unit));
  const shared = asked.units.includes("人") && !/多少(?:个?人|个|名)?$|人数/.test(query);
  return near(asked.units) || (counted && near(["数"])) || (shared && near(["%"]));
}

/** So much, so many of what the report speaks of in several places, and nowhere gives in a unit that fits: 一个保安多少工资. */
function unheardOf(reading, year, asked) {
  const terms = reading.terms.filter((piece) => !piece.number && !isSoft(piece));
  if (!/多少|几(?!年来|乎)|多大|多高/.test(reading.folded) || !asked.units.length || (asked.which && !asked.units.includes("元")) || asked.change || asked.verdict || strictlySeveral(reading.folded)) return null;
  if (reading.loose.length || terms.length < 2 || joinedByAnd(reading.folded)) return null;
  const official = ({ alternatives: [{ text }] }) => library.official.includes(text);
  if (!terms.every(official) || !terms.some((piece) => !VAGUE.test(piece.text)) || terms.some((piece) => nearFigure(piece, year, asked))) return null;
  const matter = terms.map((piece) => piece.text).join("");
  const spoken = match({ ...reading, terms, loose: [], strange: [] }, (item) => item.year === year.year && item.kind !== "figure")[0];
  return { kind: "unstated", title: matter, text: `“${matter}”${wantedOf(asked)}，报告未载明。`, at: spoken?.line?.at ?? "", contact: true, leads: spoken ? [spoken] : [] };
}

/** What is asked for, in words. */
const wantedOf = ({ units }) => (units.includes("元") ? "多少钱" : units.includes("%") ? "占多少" : "有多少");

const says = (line, terms) => terms.every((piece) => piece.alternatives.some(({ text }) => place(line.folded, text) >= 0));

/** A number in each measure, as reports print it. */
export const MEASURED = { 元: /\d[\d.,]*[余多]?万?余?元|\d万/, 人: /\d余?万?余?[多余]?人/, 所: /\d余?所/, 次: /\d余?场?次/, 套: /\d余?套/, 间: /\d余?间/, 平方米: /\d余?平方米/, "%": /\d%/ };

/** Whether a sentence may tell what is asked for: a number, a year, a body. */
function isTold(manner, text, terms) {
  if (manner === "when") return /\d{4}年|以来|定期|每年|年初/.test(text);
  if (manner === "which") return /《|[\u4e00-\u9fff]{2}(?<!中)(?:小学|中学)(?![\u4e00-\u9fff]*教育)/.test(text);
  if (manner === "much") return false;
  if (manner === "where") return /[至到在][\u4e00-\u9fff]{2,8}(?:校区|学校|中学|小学|园区|县城|[镇乡路])/.test(clauseWith(terms, text));
  if (manner === "who") return /县教委|县委|县政府|领导小组|牵头|负责/.test(text);
  return false;
}

/** The words between two marks that say all the terms. */
const clauseWith = (terms, text) => text.split(/[，；。]/).map(folded).find((clause) => terms.every((piece) => piece.alternatives.some((one) => clause.includes(one.text)))) ?? "";

/** Whether some figure of a fitting unit bears that word in its name, or beside its value. */
const nearFigure = (piece, year, asked) =>
  profilesOf(year).some(({ metric, names, clauses }) => fitsUnit(metric, asked) && piece.alternatives.some(({ text }) => names.some((name) => name.includes(text)) || clauses.includes(text)));
