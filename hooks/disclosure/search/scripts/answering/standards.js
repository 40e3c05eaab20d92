// Questions about standards and verdicts.

import { folded } from "../worker/folding.js";
import { isWeak, WEAK_WORD } from "../worker/intent.js";
import { searchIndex } from "../worker/search-index.js";

/** 哪些没达标, 哪些达标了: all verdicts of that kind. */
export function answerVerdicts(parsed, year) {
  const missed = /(?:没|未|不)(?:有)?(?:达|合格|符合|过关|及格)|超标/.test(parsed.folded);
  if (!missed && !(/达标|达到|合格|符合/.test(parsed.folded) && /哪[些几]|多少|几[项个]/.test(parsed.folded))) return null;
  const isWanted = missed ? isMissed : isReached;
  if (parsed.unknown.length || parsed.terms.some((token) => !/^(?:数字|指标|标准|要求|规定|数据|数值|项目|没有达到标准|达到|国家)$/.test(token.text))) return null;
  const found = standardsOf(year).filter((entry) => entry.lines.some(isWanted));
  // The requirement shows by how much a standard was missed.
  const lines = found.flatMap((entry) => entry.lines.filter(isWanted).map((line) => verdictWithRequirement(entry, line, year)));
  return lines.length ? { kind: "standard", title: "标准对照", lines: [...new Set(lines)], at: "standards/index.html", sources: found.flatMap((entry) => entry.lines.filter(isWanted).map((line) => ({ entry, line }))) } : null;
}

/** A verdict with its value and the requirement of its standard. */
const verdictWithRequirement = ({ at }, { text }, year) => `${verdictWithValues(text, year)}${/：未?达到/.test(text) && searchIndex.answers.required[at] ? `标准：${searchIndex.answers.required[at]}。` : ""}`;

/** A verdict with its value or values; of two years, those that it is about. */
function verdictWithValues(text, year) {
  const named = year.figures.filter(({ title, cells }) => text.startsWith(`${title}：`) && !cells.later);
  const judged = named.filter(({ title, cells }) => cells.verdicts?.some((verdict) => text === `${title}：${verdict}。`));
  const values = new Set((judged.length ? judged : named).map(({ cells }) => cells.value));
  return text.replace("：", `${[...values].join("、")}：`);
}

export const standardsOf = (year) => searchIndex.entries.filter((entry) => entry.kind === "standard" && entry.year === year.year);
const isMissed = ({ text }) => text.includes("：未达到");
const isReached = ({ text }) => text.includes("：达到");

/** The verdicts of a standard that the query names: 优质均衡县达标了没. */
export function answerStandards(parsed, year, intent) {
  const terms = parsed.terms.filter((token) => !token.number);
  if (!terms.length || parsed.unknown.length) return null;
  // 生均经费 is a synonym of the metric that the verdict is about.
  const called = ({ alternatives }) => Object.values(year.metrics).filter(({ words = [] }) => alternatives.some(({ text }) => words.map(folded).includes(text))).map(({ name }) => folded(name));
  const about = (entry, token) => called(token).some((name) => entry.all.includes(name) || entry.lines.some((line) => line.folded.startsWith(name)));
  const names = (entry, { text, alternatives }) => WEAK_WORD.test(text) || alternatives.some((one) => entry.names.some((name) => name.includes(one.text)) || (intent.verdict && entry.all.includes(one.text)));
  const found = standardsOf(year).filter((entry) => terms.every((token) => names(entry, token) || about(entry, token)));
  // Without 达标 or the like only for what no figure is about: 教育经费占GDP多少.
  const only = terms.some((token) => token.text.length > 2 && !isWeak(token) && !isInFigures(token, year));
  const bare = (intent.asking || intent.change) && (only || found.every((entry) => !year.figures.some((one) => entry.lines.some((line) => line.text.startsWith(one.title)))));
  if (!found.length || found.length > 4 || !(intent.verdict || bare) || terms.every((token) => WEAK_WORD.test(token.text))) return null;
  const lines = [...new Set(found.flatMap((entry) => entry.lines.map((line) => verdictWithRequirement(entry, line, year))))];
  return { kind: "standard", title: [...new Set(found.map((entry) => entry.title))].join("；"), lines, at: found[0].at, sources: found.map((entry) => ({ entry, line: entry.lines[0] })) };
}

/** Whether any figure has a term in its names or sentence. */
const isInFigures = (token, year) => year.figures.some((entry) => token.alternatives.some(({ text }) => entry.all.includes(text)));
