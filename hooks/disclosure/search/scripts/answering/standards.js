// Questions about verdicts: whether standards are met.

import { folded } from "../worker/folding.js";
import { isSoft, SOFT } from "../worker/questions.js";
import { library } from "../worker/search-index.js";

/** 哪些没达标, 哪些达标了: every verdict that says so. */
export function verdictsAnswer(reading, year) {
  const missed = /(?:没|未|不)(?:有)?(?:达|合格|符合|过关|及格)|超标/.test(reading.folded);
  if (!missed && !(/达标|达到|合格|符合/.test(reading.folded) && /哪[些几]|多少|几[项个]/.test(reading.folded))) return null;
  const told = missed ? isMissed : isReached;
  if (reading.loose.length || reading.terms.some((piece) => !/^(?:数字|指标|标准|要求|规定|数据|数值|项目|没有达到标准|达到|国家)$/.test(piece.text))) return null;
  const found = standardsOf(year).filter((item) => item.lines.some(told));
  // Who asks what was missed wants to see by how much.
  const lines = found.flatMap((item) => item.lines.filter(told).map((line) => judged(item, line, year)));
  return lines.length ? { kind: "standard", title: "标准对照", lines: [...new Set(lines)], at: "standards/index.html", leads: found.flatMap((entry) => entry.lines.filter(told).map((line) => ({ entry, line }))) } : null;
}

/** A verdict with the value that it is about, and what the standard requires. */
const judged = ({ at }, { text }, year) => `${valued(text, year)}${/：未?达到/.test(text) && library.answers.required[at] ? `标准：${library.answers.required[at]}。` : ""}`;

/** A verdict with the values that it is about: of two years, those of which it is told. */
function valued(text, year) {
  const named = year.figures.filter(({ title, cells }) => text.startsWith(`${title}：`) && !cells.later);
  const judged = named.filter(({ title, cells }) => cells.verdicts?.some((verdict) => text === `${title}：${verdict}。`));
  const values = new Set((judged.length ? judged : named).map(({ cells }) => cells.value));
  return text.replace("：", `${[...values].join("、")}：`);
}

export const standardsOf = (year) => library.entries.filter((item) => item.kind === "standard" && item.year === year.year);
const isMissed = ({ text }) => text.includes("：未达到");
const isReached = ({ text }) => text.includes("：达到");

/** Verdicts of a standard that is named itself: 优质均衡县达标了没. */
export function answerStandards(reading, year, asked) {
  const said = reading.terms.filter((piece) => !piece.number);
  if (!said.length || reading.loose.length) return null;
  // 生均经费 is what people call the metric that a verdict is about.
  const called = ({ alternatives }) => Object.values(year.metrics).filter(({ words = [] }) => alternatives.some(({ text }) => words.map(folded).includes(text))).map(({ name }) => folded(name));
  const about = (item, piece) => called(piece).some((name) => item.all.includes(name) || item.lines.some((line) => line.folded.startsWith(name)));
  const names = (item, { text, alternatives }) => SOFT.test(text) || alternatives.some((one) => item.names.some((name) => name.includes(one.text)) || (asked.verdict && item.all.includes(one.text)));
  const found = standardsOf(year).filter((item) => said.every((piece) => names(item, piece) || about(item, piece)));
  // Without 达标 or the like only what no figure is about: 教育经费占GDP多少.
  const only = said.some((piece) => piece.text.length > 2 && !isSoft(piece) && !figuresSay(piece, year));
  const bare = (asked.asking || asked.change) && (only || found.every((item) => !year.figures.some((one) => item.lines.some((line) => line.text.startsWith(one.title)))));
  if (!found.length || found.length > 4 || !(asked.verdict || bare) || said.every((piece) => SOFT.test(piece.text))) return null;
  const lines = [...new Set(found.flatMap((item) => item.lines.map((line) => judged(item, line, year))))];
  return { kind: "standard", title: [...new Set(found.map((item) => item.title))].join("；"), lines, at: found[0].at, leads: found.map((entry) => ({ entry, line: entry.lines[0] })) };
}

/** Whether any figure's names or sentence have a word. */
const figuresSay = (piece, year) => year.figures.some((item) => piece.alternatives.some(({ text }) => item.all.includes(text)));
