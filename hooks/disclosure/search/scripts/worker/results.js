// Results as the page shows them.

import { fold, place } from "./folding.js";

const REACH = 34;

const KINDS = { figure: "figure", section: "section", step: "section", problem: "problem", item: "problem", correction: "correction" };
/** The filter that a kind of entry belongs to. */
export const kindOf = (kind) => KINDS[kind] ?? "more";

/** One result as the page shows it: pieces of text, those that match marked. */
export function shown({ entry: item, line, led: leading }, reading) {
  const needles = reading.terms.flatMap((piece) => piece.alternatives.map(({ text }) => text)).sort((one, other) => other.length - one.length);
  const whole = line && reading.terms.every((piece) => !piece.alternatives.some(({ text }) => item.all.includes(text)) || piece.alternatives.some(({ text }) => line.folded.includes(text)));
  const excerpt = line ?? item.lines[0];
  return {
    kind: item.kind,
    year: item.year,
    title: marked(item.title, needles),
    value: item.cells ? `${item.cells.value}${item.cells.change ? `，${item.cells.change}` : ""}` : "",
    period: item.cells?.period ?? "",
    excerpt: excerpt ? marked(excerpt.text, needles, REACH, { text: excerpt.folded, places: excerpt.places }) : [],
    at: item.kind !== "figure" && line && (whole || leading) ? line.at : item.at,
  };
}

/** A text (folded already, perhaps) cut into [piece, matches?]; with `reach` only words around the first match. */
function marked(text, needles, reach = Infinity, { text: plain, places } = fold(text)) {
  const hits = new Array(text.length).fill(false);
  let first = -1;
  for (const needle of needles) {
    for (let at = place(plain, needle); needle && at >= 0; at = plain.indexOf(needle, at + needle.length)) {
      for (let index = places[at]; index <= places[at + needle.length - 1]; index += 1) hits[index] = true;
      if (first < 0) first = places[at];
    }
  }
  const start = first > reach ? first - Math.floor(reach / 2) : 0;
  const end = Math.min(text.length, start + 3 * reach);
  const pieces = start ? [["…", false]] : [];
  for (let at = start; at < end; at += 1) {
    const last = pieces.at(-1);
    if (last && last[1] === hits[at] && !(at === start && start)) last[0] += text[at];
    else pieces.push([text[at], hits[at]]);
  }
  if (end < text.length) pieces.push(["…", false]);
  return pieces;
}

