// Fuzzy matching: corrections for what the site does not print, first homophones, then typos of one character.

import { boundariesOf, isWord, standsAlone } from "./boundaries.js";
import { cached } from "./caches.js";
import { initialsOf, looseSoundCodes, soundsOf } from "./pronunciation.js";
import { searchIndex } from "./search-index.js";
import { COST, makeToken } from "./tokens.js";

const SOUND_KEYS = { exactly: soundsOf, vaguely: (text) => soundsOf(text, looseSoundCodes), initials: initialsOf };
/** The index's text and names by their sounds, or by their initials. */
export const soundIndex = cached((way) => {
  const hear = SOUND_KEYS[way];
  const names = new Map();
  for (const { word, isSynonym } of searchIndex.names) if (!isSynonym || word.length > 3) names.set(hear(word), [...(names.get(hear(word)) ?? []), word]);
  return { text: hear(searchIndex.text), names, hear };
});

/**
 * @param {string} part of a query, not printed as it is
 * @param {boolean} whole whether it begins and ends at word boundaries
 * @returns {object[]} tokens
 */
export function fuzzyTokens(part, whole) {
  // Where a dictionary word goes on beyond the part, it has no typo: 孩子上户 of 孩子上户口.
  return corrections(part).filter(({ kind }) => whole || kind === "homophone").map((token) => (whole ? token : { ...token, cost: token.cost + 0.4 }));
}

const corrections = cached((part) => [...findCorrections(part)]);

function* findCorrections(part) {
  if (searchIndex.text.includes(part)) return;
  // A known word with something before or after it is no typo of another word, unless it sounds like a longer one.
  const more = part.length > 2 && extendsWord(part);
  for (const [way, cost] of [["exactly", COST.homophone], ["vaguely", COST.vague]]) {
    const { text, names, hear } = soundIndex(way);
    const meant = new Set(names.get(hear(part)));
    if (part.length > 2 && !more) for (const found of occurrences(text, hear(part))) meant.add(found);
    // A dictionary word of two characters is meant as typed: 小区 is not 校区.
    if (meant.size && (part.length > 2 || !isWord(part))) {
      yield makeToken(part, cost + 0.15 * countDifferences(part, [...meant][0]), [...meant].map((word) => ({ text: word, factor: 0.85 })), "homophone");
      return;
    }
  }
  const meant = more || isPhrase(part) || isWordWithStopWord(part) ? [] : findTypos(part);
  if (meant.length) yield makeToken(part, COST.typo, meant.slice(0, 4).map((text) => ({ text, factor: 0.75 })), "typo");
}

/** Whether it consists of dictionary words of two or more characters each: a mistyped word falls apart. */
function isPhrase(part) {
  const boundaries = [...boundariesOf(part)].sort((one, other) => one - other);
  return boundaries.every((boundary, at) => !at || boundary - boundaries[at - 1] > 1);
}

/** Whether it is printed except for a stop word of one character at one end: 均衡发展看. */
function isWordWithStopWord(part) {
  if (/[的了吗呢]/.test(part)) return true;
  // 毕业率 is a printed word with a suffix, and no typo of 就业率.
  if (part.length === 3 && isWord(part, 0, 2) && searchIndex.text.includes(part.slice(0, 2))) return true;
  return part.length > 3 && [[part.slice(0, -1), part.at(-1)], [part.slice(1), part[0]]].some(([rest, char]) => searchIndex.stopWords.has(char) && searchIndex.text.includes(rest));
}

/** Whether it begins or ends with a known word, which is all but one character, or at least three characters. */
function extendsWord(part) {
  for (let at = 1; at < part.length - 1; at += 1) {
    const [before, after] = [part.slice(0, -at), part.slice(at)];
    if ((at === 1 || before.length > 2) && (searchIndex.words.has(before) || searchIndex.words.has(after))) return true;
  }
  return false;
}

/** The different stretches of the text that sound like `sounds`. */
function occurrences(text, sounds) {
  const found = new Set();
  for (let at = text.indexOf(sounds); at >= 0 && found.size < 5; at = text.indexOf(sounds, at + 1)) {
    if (standsAlone(searchIndex.text, at, at + sounds.length)) found.add(searchIndex.text.slice(at, at + sounds.length));
  }
  return found;
}

const countDifferences = (one, other) => [...one].filter((char, index) => char !== other[index]).length;

/** Names, else stretches of the text, that differ from `part` by one typo. */
function findTypos(part) {
  const near = searchIndex.names.filter(({ word, isSynonym }) => (!isSynonym || word.length > 3) && isTypo(part, word)).map(({ word }) => word);
  if (near.length || part.length < 4) return near;
  // The first or the last character was typed correctly.
  const { text } = searchIndex;
  const found = new Set();
  const add = (start, end) => {
    const word = text.slice(start, end);
    if (start >= 0 && !word.includes("\n") && isTypo(part, word) && standsAlone(text, start, end)) found.add(word);
  };
  for (const more of [0, 1, -1]) {
    const size = part.length + more;
    for (let at = text.indexOf(part[0]); at >= 0 && found.size < 4; at = text.indexOf(part[0], at + 1)) add(at, at + size);
    for (let at = text.indexOf(part.at(-1)); at >= 0 && found.size < 4; at = text.indexOf(part.at(-1), at + 1)) add(at + 1 - size, at + 1);
  }
  return [...found];
}

/** Whether a character is inside a dictionary word: 失业率 and 远视率 are no typos of 就业率 and 近视率. */
function isInsideWord(text, at) {
  const boundaries = boundariesOf(text);
  return !(boundaries.has(at) && boundaries.has(at + 1));
}

/** Whether one character was changed, left out, added or doubled, or two neighbours were swapped. */
function isTypo(typed, word) {
  const [size, other] = [typed.length, word.length];
  if (Math.abs(size - other) > 1 || other < 3 || size < 3 || (typed[0] !== word[0] && typed.at(-1) !== word.at(-1))) return false;
  let start = 0;
  while (start < size && typed[start] === word[start]) start += 1;
  const [left, right] = [typed.slice(start), word.slice(start)];
  const exchanged = left.slice(2) === right.slice(2) && left[0] === right[1] && left[1] === right[0];
  if (size === other) return exchanged || (left.slice(1) === right.slice(1) && (size > 3 || start < 2) && !isInsideWord(typed, start));
  if (size > other) return left.slice(1) === right && start > 0 && right.length > 0 && (other > 3 || left[0] === typed[start - 1]);
  return left === right.slice(1) && start > 0 && left.length > 0;
}
