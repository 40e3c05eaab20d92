// Folding: brings typed and printed text to one form, so that they can be compared.

import { cached } from "./caches.js";

/** Characters that are kept; a decimal point is kept between digits only. */
const KEPT = /[\p{L}\p{N}%]/u;
const DIGIT = /\p{N}/u;
/** Marks that end a clause: words do not continue across them. */
const BREAK = /[，。；：！？,;!?]/;

/** Traditional character → the simplified one that the site uses; filled when such a character was typed. */
export const simplified = new Map();

/**
 * Half width, lower case, simplified, without white space and punctuation.
 * @param {string} text
 * @param {string} gap what replaces a run of dropped characters: "" in texts, where each clause becomes a line;
 *   " " in queries
 * @returns {{text: string, places: number[]}} the folded text, and the original position of each of its characters
 */
export function fold(text, gap = "") {
  let folded = "";
  const places = [];
  for (let at = 0; at < text.length; at += 1) {
    const form = foldedCharacter(text[at]);
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

/** What folding keeps of one character; "" for a mark. */
const foldedCharacter = cached((char) => {
  const kept = [...char.normalize("NFKC").toLowerCase()].filter((one) => KEPT.test(one));
  return kept.map((one) => simplified.get(one) ?? (one === "ü" ? "v" : one)).join("");
});

/** The folded text without positions. */
export const folded = cached((text) => fold(text).text);

/** Whether text[start…end] does not cut a number in two. */
function cutsNoNumber(text, start, end) {
  const digit = /[\d.]/;
  const opens = !digit.test(text[start]) || !digit.test(text[start - 1] ?? "");
  return opens && (!/\d/.test(text[end - 1]) || !digit.test(text[end] ?? ""));
}

/** The position of `needle` in `text` where it does not cut a number in two; -1 if there is none. */
export function positionOf(text, needle) {
  let at = text.indexOf(needle);
  while (at >= 0 && !cutsNoNumber(text, at, at + needle.length)) at = text.indexOf(needle, at + 1);
  return at;
}
