// Questions about what a section lists.

import { library } from "../worker/search-index.js";

/** The headings below one that is asked for: which problems, what next. */
export function answerHeadings(reading, year) {
  const said = reading.terms.filter((piece) => !/^(?:工作|主要|教育|政府|县政府|报告|学校)$/.test(piece.text));
  if (!said.length || reading.loose.length) return null;
  const own = library.entries.filter((item) => item.year === year.year);
  const above = own.find((item) => item.kind === "section" && said.every((piece) => piece.alternatives.some(({ text }) => item.names.includes(text) || item.names.includes(`主要${text}`))));
  const below = above ? own.filter((item) => ["problem", "step"].includes(item.kind) && item.at.split("#")[0] === above.at.split("#")[0]) : [];
  return below.length ? { kind: "standard", title: above.title, lines: below.map((item) => item.title), at: above.at, leads: [above, ...below].map((entry) => ({ entry })) } : null;
}
