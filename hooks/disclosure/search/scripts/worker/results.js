// Results as the page shows them.

import { fold, positionOf } from "./folding.js";
import { changeOf } from "./named-figures.js";

const REACH = 34;

const KINDS = { figure: "figure", section: "section", step: "section", problem: "problem", item: "problem", correction: "correction" };
/** The filter that a kind of entry belongs to. */
export const kindOf = (kind) => KINDS[kind] ?? "more";

/** One result as the page shows it, with matching text marked. */
export function resultOf({ entry, line, led: leading }, parsed) {
  const needles = parsed.terms.flatMap((token) => token.alternatives.map(({ text }) => text)).sort((one, other) => other.length - one.length);
  const whole = line && parsed.terms.every((token) => !token.alternatives.some(({ text }) => entry.all.includes(text)) || token.alternatives.some(({ text }) => line.folded.includes(text)));
  const excerpt = line ?? entry.lines[0];
  return {
    kind: entry.kind,
    year: entry.year,
    title: highlighted(entry.title, needles),
    value: entry.cells ? [entry.cells.value, changeOf(entry)].filter(Boolean).join("，") : "",
    period: entry.cells?.period ?? "",
    excerpt: excerpt ? highlighted(excerpt.text, needles, REACH, { text: excerpt.folded, places: excerpt.places }) : [],
    at: entry.kind !== "figure" && line && (whole || leading) ? line.at : entry.at,
  };
}

/** A text as [piece, matches?] pairs; with `reach` an excerpt around the first match. */
function highlighted(text, needles, reach = Infinity, { text: plain, places } = fold(text)) {
  const hits = new Array(text.length).fill(false);
  let first = -1;
  for (const needle of needles) {
    for (let at = positionOf(plain, needle); needle && at >= 0; at = plain.indexOf(needle, at + needle.length)) {
      for (let index = places[at]; index <= places[at + needle.length - 1]; index += 1) hits[index] = true;
      if (first < 0) first = places[at];
    }
  }
  const start = first > reach ? first - Math.floor(reach / 2) : 0;
  const end = Math.min(text.length, start + 3 * reach);
  const tokens = start ? [["…", false]] : [];
  for (let at = start; at < end; at += 1) {
    const last = tokens.at(-1);
    if (last && last[1] === hits[at] && !(at === start && start)) last[0] += text[at];
    else tokens.push([text[at], hits[at]]);
  }
  if (end < text.length) tokens.push(["…", false]);
  return tokens;
}

