// Folding: one form for whatever is typed or printed.

import { cached } from "./caches.js";

/** What a folded text keeps; a point only between digits. */
const KEPT = /[\p{L}\p{N}%]/u;
const DIGIT = /\p{N}/u;
/** Marks between clauses: no word goes on behind them. */
const BREAK = /[，。；：！？,;!?]/;

/** Traditional character → the site's simplified one; filled once such characters were typed. */
export const simplified = new Map();

/**
 * Half width, lower case, simplified; without white space and punctuation.
 * @param {string} text
 * @param {string} gap what stands for a run of left-out characters: "" in texts, where a line ends with each clause;
 *   " " in queries
 * @returns {{text: string, places: number[]}} the folded text, and where each character stood
 */
export function fold(text, gap = "") {
  let folded = "";
  const places = [];
  for (let at = 0; at < text.length; at += 1) {
    const form = formOf(text[at]);
    for (const char of form || ".") {
      const between = !form && DIGIT.test(text[at - 1] ?? "") && DIGIT.test(text[at + 1] ?? "");
      const point = between && /[.．]/.test(text[at]);
      const mark = gap || (BREAK.test(text[at]) || between ? "\n" : "");
      if (!form && !point && (!mark || (between && /[,，]/.test(text[at])) || folded.endsWith(mark))) continue;
      folded += form || point ? char : mark;
      places.push(at);
    }
  }
  return { text: folded, places };
}

/** What a folded text keeps of one character; "" of a mark. */
const formOf = cached((char) => {
  const kept = [...char.normalize("NFKC").toLowerCase()].filter((one) => KEPT.test(one));
  return kept.map((one) => simplified.get(one) ?? (one === "ü" ? "v" : one)).join("");
});

/** The folded text without the places. */
export const folded = cached((text) => fold(text).text);

/** Whether text[at…] may begin or end there without cutting a number. */
function wholeNumber(text, start, end) {
  const digit = /[\d.]/;
  const opens = !digit.test(text[start]) || !digit.test(text[start - 1] ?? "");
  return opens && (!/\d/.test(text[end - 1]) || !digit.test(text[end] ?? ""));
}

/** Where `needle` stands in `text` without cutting a number; -1 where it does not. */
export function place(text, needle) {
  let at = text.indexOf(needle);
  while (at >= 0 && !wholeNumber(text, at, at + needle.length)) at = text.indexOf(needle, at + 1);
  return at;
}
