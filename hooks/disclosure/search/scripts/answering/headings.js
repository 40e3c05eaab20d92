// Questions about the contents of a section.

import { searchIndex } from "../worker/search-index.js";

/** The headings below the one that is asked for: which problems, what next. */
export function answerHeadings(parsed, year) {
  const terms = parsed.terms.filter((token) => !/^(?:工作|主要|教育|政府|县政府|报告|学校)$/.test(token.text));
  if (!terms.length || parsed.unknown.length) return null;
  const own = searchIndex.entries.filter((entry) => entry.year === year.year);
  const above = own.find((entry) => entry.kind === "section" && terms.every((token) => token.alternatives.some(({ text }) => entry.names.includes(text) || entry.names.includes(`主要${text}`))));
  const below = above ? own.filter((entry) => ["problem", "step"].includes(entry.kind) && entry.at.split("#")[0] === above.at.split("#")[0]) : [];
  return below.length ? { kind: "standard", title: above.title, lines: below.map((entry) => entry.title), at: above.at, sources: [above, ...below].map((entry) => ({ entry })) } : null;
}
