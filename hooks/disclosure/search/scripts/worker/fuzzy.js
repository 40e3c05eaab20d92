// Words that are meant where something else was typed: homophones, then one character astray.

import { edgesOf, isWord, standsAlone } from "./boundaries.js";
import { cached } from "./caches.js";
import { heard, initialsOf, vague } from "./pronunciation.js";
import { library } from "./search-index.js";
import { COST, term } from "./tokens.js";

const HEARD = { exactly: heard, vaguely: (text) => heard(text, vague), initials: initialsOf };
/** All text and the site's names as they sound in one of these ways. */
export const hearing = cached((way) => {
  const hear = HEARD[way];
  const names = new Map();
  for (const { word, spoken } of library.names) if (!spoken || word.length > 3) names.set(hear(word), [...(names.get(hear(word)) ?? []), word]);
  return { text: hear(library.text), names, hear };
});

/**
 * @param {string} part of a query, not known as it is
 * @param {boolean} whole whether it begins and ends between words
 * @returns {object[]} pieces of a query
 */
export function mistakenPieces(part, whole) {
  // Where a word of the browser goes on, nothing was mistyped: 孩子上户 of 孩子上户口.
  return mistakesFor(part).filter(({ kind }) => whole || kind === "heard").map((piece) => (whole ? piece : { ...piece, cost: piece.cost + 0.4 }));
}

const mistakesFor = cached((part) => [...meantBy(part)]);

function* meantBy(part) {
  if (library.text.includes(part)) return;
  // Who goes on after a name, or before it, says something more, unless it sounds like a longer one.
  const more = part.length > 2 && goesOn(part);
  for (const [way, cost] of [["exactly", COST.heard], ["vaguely", COST.vague]]) {
    const { text, names, hear } = hearing(way);
    const meant = new Set(names.get(hear(part)));
    if (part.length > 2 && !more) for (const found of occurrences(text, hear(part))) meant.add(found);
    // Two characters that are a word of their own are meant: 小区 is not 校区.
    if (meant.size && (part.length > 2 || !isWord(part))) {
      yield term(part, cost + 0.15 * differing(part, [...meant][0]), [...meant].map((word) => ({ text: word, factor: 0.85 })), "heard");
      return;
    }
  }
  const meant = more || isPhrase(part) || fillsUp(part) ? [] : slips(part);
  if (meant.length) yield term(part, COST.slip, meant.slice(0, 4).map((text) => ({ text, factor: 0.75 })), "slip");
}

/** Whether it is made of words, of two characters or more each: what is mistyped falls apart. */
function isPhrase(part) {
  const edges = [...edgesOf(part)].sort((one, other) => one - other);
  return edges.every((edge, at) => !at || edge - edges[at - 1] > 1);
}

/** Whether it is printed but for a particle or a doing word at one end: 均衡发展看. */
function fillsUp(part) {
  if (/[的了吗呢]/.test(part)) return true;
  // 毕业率 is a word with what it is counted by, and no 就业率.
  if (part.length === 3 && isWord(part, 0, 2) && library.text.includes(part.slice(0, 2))) return true;
  return part.length > 3 && [[part.slice(0, -1), part.at(-1)], [part.slice(1), part[0]]].some(([rest, char]) => library.fillers.has(char) && library.text.includes(rest));
}

/** Whether a name stands at the beginning or the end of it: all but one character, or three and more. */
function goesOn(part) {
  for (let at = 1; at < part.length - 1; at += 1) {
    const [before, after] = [part.slice(0, -at), part.slice(at)];
    if ((at === 1 || before.length > 2) && (library.words.has(before) || library.words.has(after))) return true;
  }
  return false;
}

/** The different stretches of all text that sound like `sounds`. */
function occurrences(text, sounds) {
  const found = new Set();
  for (let at = text.indexOf(sounds); at >= 0 && found.size < 5; at = text.indexOf(sounds, at + 1)) {
    if (standsAlone(library.text, at, at + sounds.length)) found.add(library.text.slice(at, at + sounds.length));
  }
  return found;
}

const differing = (one, other) => [...one].filter((char, index) => char !== other[index]).length;

/** Names, else stretches of the text, that are `part` but for one character. */
function slips(part) {
  const near = library.names.filter(({ word, spoken }) => (!spoken || word.length > 3) && isSlip(part, word)).map(({ word }) => word);
  if (near.length || part.length < 4) return near;
  // It begins or ends as it was typed.
  const { text } = library;
  const found = new Set();
  const add = (start, end) => {
    const word = text.slice(start, end);
    if (start >= 0 && !word.includes("\n") && isSlip(part, word) && standsAlone(text, start, end)) found.add(word);
  };
  for (const more of [0, 1, -1]) {
    const size = part.length + more;
    for (let at = text.indexOf(part[0]); at >= 0 && found.size < 4; at = text.indexOf(part[0], at + 1)) add(at, at + size);
    for (let at = text.indexOf(part.at(-1)); at >= 0 && found.size < 4; at = text.indexOf(part.at(-1), at + 1)) add(at + 1 - size, at + 1);
  }
  return [...found];
}

/** Whether a character stands in a word of the browser's: 失业率 and 远视率 are no mistyped 就业率 and 近视率. */
function inWord(text, at) {
  const edges = edgesOf(text);
  return !(edges.has(at) && edges.has(at + 1));
}

/** Whether one character was changed, left out, added or doubled, or two were exchanged. */
function isSlip(typed, word) {
  const [size, other] = [typed.length, word.length];
  if (Math.abs(size - other) > 1 || other < 3 || size < 3 || (typed[0] !== word[0] && typed.at(-1) !== word.at(-1))) return false;
  let start = 0;
  while (start < size && typed[start] === word[start]) start += 1;
  const [left, right] = [typed.slice(start), word.slice(start)];
  const exchanged = left.slice(2) === right.slice(2) && left[0] === right[1] && left[1] === right[0];
  if (size === other) return exchanged || (left.slice(1) === right.slice(1) && (size > 3 || start < 2) && !inWord(typed, start));
  if (size > other) return left.slice(1) === right && start > 0 && right.length > 0 && (other > 3 || left[0] === typed[start - 1]);
  return left === right.slice(1) && start > 0 && left.length > 0;
}
