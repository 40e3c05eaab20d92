// A figure that is called just as was typed is shown at once; whatever else is asked needs the files that answer.

import { folded } from "./folding.js";
import { asks, isAsked } from "./questions.js";

/** The page of a metric. */
export const metricAt = (id) => `metrics/${id}/index.html`;

/** A figure as it is shown. */
export const factOf = (item) => ({
  name: item.title,
  value: item.cells.value,
  period: item.cells.period,
  change: item.cells.change ?? "",
  verdicts: item.cells.verdicts ?? [],
  note: [item.cells.later, item.cells.note].filter(Boolean).join(""),
  sentence: item.lines[0]?.text ?? "",
  at: item.at,
  metricAt: metricAt(item.cells.metric),
});

/** Whether a metric is called so: by its whole name, or by what it ends with, as 近视率. */
export function isCalled(name, { spaced }) {
  const text = spaced.replaceAll(" ", "");
  return name === text || (text.length > 2 && !/残疾|贫困|中职/.test(name.slice(0, -text.length)) && name.endsWith(text) && /(?:率|占比|系数|人数|经费|支出)$/.test(text));
}

/** The figures of the one metric that is called as was typed. */
export function namedAnswer(reading, years) {
  for (const year of years) {
    const found = Object.entries(year.metrics).filter(([, metric]) => isCalled(folded(metric.name), reading));
    if (found.length !== 1) continue;
    const own = year.figures.filter((item) => item.cells.metric === found[0][0]);
    return { kind: "figure", facts: own.map(factOf), lead: "", year: year.year, leads: own.map((entry) => ({ entry })) };
  }
  return null;
}

/** What names a number, a rule or a way, and may be asked for without another word: 教师工资, 提建议. */
export const TELLING = /^.*(?:投诉|举报|反映|建议|提意见|下载|打印|更正|写错|错字|有误|导出|放大|excel|全文|原文|台账).*$|(?:数|总量|缺口|工资|待遇|标准|名单|期限|地址|收费|(?<!经)费|范围|结果|情况|时间|电话)$/;

/** Whether an answer may be given to what is more than a word of the report. */
export function mayBeAnswered(reading, found) {
  if (!reading.terms.length && (TELLING.test(reading.folded) || reading.folded.endsWith("率"))) return true;
  if (reading.letters || (!reading.terms.length && !isAsked(reading, asks(reading)))) return false;
  const plain = reading.terms.length === 1 && !reading.loose.length && found[0]?.coverage > 0.99;
  // 近视率 is a share by its name, and asks for nothing yet.
  return !plain || isAsked(reading, { ...asks(reading), units: [] }) || TELLING.test(reading.folded);
}
