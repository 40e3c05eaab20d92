// Pieces of a query: what may begin at a place of it, and what each costs.

import { isWord, standsAlone, uncut } from "./boundaries.js";
import { cached } from "./caches.js";
import { extensions } from "./extensions.js";
import { place } from "./folding.js";
import { mistakenPieces } from "./fuzzy.js";
import { numberAt } from "./numbers.js";
import { STAGE } from "./questions.js";
import { library } from "./search-index.js";
import { fillersAt } from "./stop-words.js";

/** A piece of a query that only asks costs almost nothing; the unknown costs most. */
export const COST = { stopWord: 0.15, particle: 0.6, torn: 1.5, word: 0.9, text: 1.15, cut: 1.3, heard: 1.6, vague: 1.8, slip: 2.2, number: 0.6, loose: 1.45 };
export const LONGEST = 14;

/** Everything that may begin at `at`. */
export function* piecesAt(chunk, at, { finer, strict, gaps, plain, edges }) {
  yield* numberPieces(chunk, at);
  if (/[a-z]/.test(chunk[at]) && !/[a-z]/.test(chunk[at - 1] ?? "")) yield* lettersPieces(chunk, at);
  if (!plain) {
    for (const text of fillersAt(chunk, at)) {
      const particle = /[的了吗呢吧嘛么没不啊呀]/.test(text);
      // 成都 is a word, though 成 and 都 fill.
      const torn = /^[成都]$/.test(text) && !uncut(edges, at, at + 1);
      yield { kind: "asking", text, length: text.length, cost: torn ? COST.torn : text.length > 1 || particle ? COST.stopWord : COST.particle };
    }
  }
  for (let length = Math.min(LONGEST, chunk.length - at); length > 0; length -= 1) {
    const part = chunk.slice(at, at + length);
    const all = length === chunk.length;
    const whole = all || (uncut(edges, at, at + length) && isPrintedWhole(part));
    const known = knownPiece(part, { finer, strict, whole, inner: innerEdges(edges, at, at + length) });
    if (known) yield { ...known, cut: !uncut(edges, at, at + length), halved: !whole && !library.words.has(part) };
    else if (gaps && length > 1 && /^[\u4e00-\u9fff]+$/.test(part) && !/什么|多少|怎么|怎样|哪/.test(part) && [...gaps].some((one) => one >= at && one < at + length)) {
      yield* mistakenPieces(part, whole);
    }
  }
  if (/[\u4e00-\u9fff]/.test(chunk[at]) && /[a-z]/.test(chunk)) yield* mixedPieces(chunk, at);
  yield { kind: "loose", text: chunk[at], length: 1, cost: COST.loose };
}

/** Whether a stretch is printed at all, looked up once. */
export const isPrinted = cached((part) => library.text.includes(part));

/** Whether a stretch is printed as words of their own: 学校提 of 学校提升 is not. */
export const isPrintedWhole = cached((part) => {
  if (library.words.has(part) || !isPrinted(part)) return true;
  let tries = 4;
  for (let at = library.text.indexOf(part); at >= 0 && tries > 0; at = library.text.indexOf(part, at + 1)) {
    if (standsAlone(library.text, at, at + part.length)) return true;
    tries -= 1;
  }
  return false;
});

const innerEdges = (edges, start, end) => [...edges].filter((at) => at > start && at < end).length;

/** Something that the site says, or has another word for. */
export function knownPiece(part, { finer, strict, whole, inner }) {
  const ours = strict && library.akin.has(part) ? sameAs(part) : library.words.get(part);
  const said = isPrinted(part);
  if (ours && (ours.length || part.length > 1)) {
    // What the report itself says comes before what is said for it; what only a page of the site says behind.
    const own = !ours.length || library.official.includes(part) ? [part] : [];
    const alternatives = [...new Set([...own, ...ours, ...(said ? [part] : [])])];
    const cost = COST.word - 0.02 * part.length + (whole || said || part.length > 2 ? 0 : 1.2);
    return term(part, cost, alternatives.map((text, index) => ({ text, factor: (own.length && index ? 0.8 : 1) - 0.04 * index })));
  }
  if (!said || part.length < 2 || FILLED.test(part)) return null;
  // A name and one character more says something else than the name: 智慧课堂试 of 智慧课堂试点.
  const more = goesBeyond(part);
  return term(part, COST.text + (whole ? 0 : COST.cut) + (more && part.length > 2 ? 0.7 : 0) + (finer ? 1.2 * inner : 0), [{ text: part, factor: 1 }]);
}

/** Whether it is a name and one character more, or a name and a stage of schooling: 差异系数初中; so is 全县教育. */
function goesBeyond(part) {
  for (let at = 1; at < part.length; at += 1) {
    const [before, after] = [part.slice(0, at), part.slice(at)];
    if (library.words.has(before) && (after.length === 1 || (at > 2 && STAGE.test(after)))) return true;
    if ((before.length === 1 && library.words.has(after)) || (library.fillers.has(before) && isWord(after))) return true;
  }
  return false;
}

/** The site's words for the same thing; null where there are none, and the word is none of the site's own. */
function sameAs(part) {
  const same = library.words.get(part).filter((word) => !isAkin(part, word));
  return same.length || library.official.includes(part) ? same : null;
}

/** Stretches that only look like words: they begin or end with a particle, or ask. */
const FILLED = /^[的了在是吗呢和与及也都就为到上有个所\d]|^占(?!比)|(?:[的了在是吗呢和与也都就为到]|(?<![惠普涉])及)$|什么|多少|怎么|怎样|[哪几谁这那您]|一个|有没|没有|是不/;

export const term = (part, cost, alternatives, kind = "word") => ({
  kind,
  text: part,
  length: part.length,
  cost: cost - 0.01 * part.length,
  alternatives: alternatives.flatMap(({ text, factor }) => [
    { text, factor, akin: isAkin(part, text) },
    ...(library.words.get(text) ?? []).filter((ours) => ours !== part).map((ours) => ({ text: ours, factor: factor * 0.9, akin: isAkin(part, text) || isAkin(text, ours) })),
  ]),
});

/** Whether a word only has to do with what was said: 心理老师 is no 心理辅导. */
const isAkin = (said, word) => Boolean(library.akin.get(said)?.has(word));

/** A number, a year, or both. */
function* numberPieces(chunk, at) {
  const year = /^((?:19|20)\d\d)年(?:度)?(?!以来)/.exec(chunk.slice(at)) ?? /^((?:19|20)\d\d)$/.exec(chunk.slice(at));
  if (year && !/\d/.test(chunk[at - 1] ?? "")) {
    yield { kind: "year", text: year[1], length: year[0].length, cost: 0.1 };
    return;
  }
  const number = numberAt(chunk, at);
  if (!number) return;
  const unit = /^(?:元|块钱|块|人次|人|所|场次|场|次|个|项|套|间|平方米|平米|平方|名|份|年|件|号)/.exec(chunk.slice(at + number.text.length))?.[0] ?? "";
  const text = number.text + unit;
  const cost = COST.number + (number.digits || number.percent ? 0 : 0.3);
  const middle = (number.low + number.high) / 2;
  const digits = number.digits || number.percent ? text : `${Number(middle.toFixed(4))}${unit}`;
  const alternatives = [...new Set([text, digits, number.text])].map((one, index) => ({ text: one, factor: 1 - 0.05 * index }));
  yield { kind: "number", number, unit, text, length: text.length, cost, alternatives };
}

const LETTERS = /^[a-z]+/;
/** What letters spell, once the script is there that knows it. */
export const spellings = cached((typed) => extensions.findSpellings?.(typed) ?? []);

/** Letters: printed ones, another word's, or what they spell; with the characters after them, too. */
function* lettersPieces(chunk, at) {
  const letters = LETTERS.exec(chunk.slice(at))[0];
  const alternatives = place(library.text, letters) >= 0 ? [{ text: letters, factor: 1 }] : [];
  alternatives.push(...(library.words.get(letters) ?? []).map((text) => ({ text, factor: 0.95 })), ...spellings(letters));
  if (alternatives.length) yield { ...term(letters, COST.word, alternatives, "letters"), cost: COST.word };
  else yield { kind: "loose", text: letters, length: letters.length, cost: COST.loose * 2 };
  if (/[\u4e00-\u9fff]/.test(chunk[at + letters.length] ?? "")) yield* mixedPieces(chunk, at);
}

/** Characters and letters that are one word together: 近视lv, jy经费. */
function* mixedPieces(chunk, at) {
  for (let end = Math.min(chunk.length, at + 16); end > at + 2; end -= 1) {
    const part = chunk.slice(at, end);
    if (!/[a-z]/.test(part) || !/[\u4e00-\u9fff]/.test(part) || /\d/.test(part)) continue;
    if (/[a-z]/.test(chunk[end - 1]) && /[a-z]/.test(chunk[end] ?? "")) continue;
    const alternatives = spellings(part);
    if (alternatives.length) yield { ...term(part, COST.word, alternatives, "letters"), cost: COST.word + 0.1 };
  }
}
