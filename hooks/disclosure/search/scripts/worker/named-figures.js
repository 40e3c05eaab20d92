// Figures whose metric has exactly the typed name: shown at once, without the files for answers.

import { folded } from "./folding.js";
import { intentOf, isQuestion } from "./intent.js";

/** The address of a metric's page. */
export const metricAddress = (id) => `metrics/${id}/index.html`;

/** The change beside a value; "" where the figure itself is one. */
export const changeOf = ({ cells }) => (cells.change === cells.value ? "" : cells.change ?? "");

/** A figure as the page shows it. */
export const figureFact = (entry) => ({
  name: entry.title,
  value: entry.cells.value,
  period: entry.cells.period,
  change: changeOf(entry),
  verdicts: entry.cells.verdicts ?? [],
  note: [entry.cells.later, entry.cells.note].filter(Boolean).join(""),
  sentence: entry.lines[0]?.text ?? "",
  at: entry.at,
  metricAt: metricAddress(entry.cells.metric),
});

/** Whether a metric has this name, or a name that ends with it: 近视率. */
export function isCalled(name, { spaced }) {
  const text = spaced.replaceAll(" ", "");
  return name === text || (text.length > 2 && !/残疾|贫困|中职/.test(name.slice(0, -text.length)) && name.endsWith(text) && /(?:率|占比|系数|人数|经费|支出)$/.test(text));
}

/** The figures of the only metric with the typed name. */
export function namedAnswer(parsed, years) {
  for (const year of years) {
    const found = Object.entries(year.metrics).filter(([, metric]) => isCalled(folded(metric.name), parsed));
    if (found.length !== 1) continue;
    const own = year.figures.filter((entry) => entry.cells.metric === found[0][0]);
    return { kind: "figure", facts: own.map(figureFact), lead: "", year: year.year, sources: own.map((entry) => ({ entry })) };
  }
  return null;
}

/** Words that name a number, a rule or a procedure, and are answered without a question word: 教师工资, 提建议. */
export const ANSWERABLE = /^.*(?:投诉|举报|反映|建议|提意见|下载|打印|更正|写错|错字|有误|导出|放大|excel|全文|原文|台账).*$|(?:数|总量|缺口|工资|待遇|标准|名单|期限|地址|收费|(?<!经)费|范围|结果|情况|时间|电话)$/;

/** Whether the query may get an answer: more than a word of the report. */
export function mayBeAnswered(parsed, found) {
  if (!parsed.terms.length && (ANSWERABLE.test(parsed.folded) || parsed.folded.endsWith("率"))) return true;
  if (parsed.letters || (!parsed.terms.length && !isQuestion(parsed, intentOf(parsed)))) return false;
  const plain = parsed.terms.length === 1 && !parsed.unknown.length && found[0]?.coverage > 0.99;
  // 近视率 is a share by its name, but no question yet.
  return !plain || isQuestion(parsed, { ...intentOf(parsed), units: [] }) || ANSWERABLE.test(parsed.folded);
}
