// Tokens: what may begin at a position of a query, and what each candidate costs.

import { isOnBoundaries, isWord, standsAlone } from "./boundaries.js";
import { cached } from "./caches.js";
import { extensions } from "./extensions.js";
import { positionOf } from "./folding.js";
import { fuzzyTokens } from "./fuzzy.js";
import { STAGE } from "./intent.js";
import { numberAt } from "./numbers.js";
import { searchIndex } from "./search-index.js";
import { stopWordsAt } from "./stop-words.js";

/** Costs of tokens: a stop word costs least, an unknown character most. */
export const COST = { stopWord: 0.15, particle: 0.6, torn: 1.5, word: 0.9, text: 1.15, cut: 1.3, homophone: 1.6, vague: 1.8, typo: 2.2, number: 0.6, unknown: 1.45 };
export const LONGEST_TOKEN = 14;

/** All tokens that may begin at `at`. */
export function* tokensAt(chunk, at, { finer, strict, gaps, plain, boundaries }) {
  yield* numberTokens(chunk, at);
  if (/[a-z]/.test(chunk[at]) && !/[a-z]/.test(chunk[at - 1] ?? "")) yield* letterTokens(chunk, at);
  if (!plain) {
    for (const text of stopWordsAt(chunk, at)) {
      const particle = /[的了吗呢吧嘛么没不啊呀]/.test(text);
      // 成都 is a word, although 成 and 都 are stop words.
      const torn = /^[成都]$/.test(text) && !isOnBoundaries(boundaries, at, at + 1);
      yield { kind: "stopWord", text, length: text.length, cost: torn ? COST.torn : text.length > 1 || particle ? COST.stopWord : COST.particle };
    }
  }
  for (let length = Math.min(LONGEST_TOKEN, chunk.length - at); length > 0; length -= 1) {
    const part = chunk.slice(at, at + length);
    const all = length === chunk.length;
    const whole = all || (isOnBoundaries(boundaries, at, at + length) && isPrintedOnBoundaries(part));
    const known = knownToken(part, { finer, strict, whole, inner: countInnerBoundaries(boundaries, at, at + length) });
    if (known) yield { ...known, cut: !isOnBoundaries(boundaries, at, at + length), halved: !whole && !searchIndex.words.has(part) };
    else if (gaps && length > 1 && /^[\u4e00-\u9fff]+$/.test(part) && !/什么|多少|怎么|怎样|哪/.test(part) && [...gaps].some((one) => one >= at && one < at + length)) {
      yield* fuzzyTokens(part, whole);
    }
  }
  if (/[\u4e00-\u9fff]/.test(chunk[at]) && /[a-z]/.test(chunk)) yield* mixedTokens(chunk, at);
  yield { kind: "unknown", text: chunk[at], length: 1, cost: COST.unknown };
}

/** Whether a stretch is printed anywhere. */
export const isPrinted = cached((part) => searchIndex.text.includes(part));

/** Whether a stretch is printed with word boundaries at both ends: 学校提 of 学校提升 is not. */
export const isPrintedOnBoundaries = cached((part) => {
  if (searchIndex.words.has(part) || !isPrinted(part)) return true;
  let tries = 4;
  for (let at = searchIndex.text.indexOf(part); at >= 0 && tries > 0; at = searchIndex.text.indexOf(part, at + 1)) {
    if (standsAlone(searchIndex.text, at, at + part.length)) return true;
    tries -= 1;
  }
  return false;
});

const countInnerBoundaries = (boundaries, start, end) => [...boundaries].filter((at) => at > start && at < end).length;

/** A token for what the site prints or has a synonym for; null if there is neither. */
export function knownToken(part, { finer, strict, whole, inner }) {
  const ours = strict && searchIndex.related.has(part) ? synonymsOf(part) : searchIndex.words.get(part);
  const printed = isPrinted(part);
  if (ours && (ours.length || part.length > 1)) {
    // Words of the reports come before their synonyms; words of the site's own pages come last.
    const own = !ours.length || searchIndex.official.includes(part) ? [part] : [];
    const alternatives = [...new Set([...own, ...ours, ...(printed ? [part] : [])])];
    const cost = COST.word - 0.02 * part.length + (whole || printed || part.length > 2 ? 0 : 1.2);
    return makeToken(part, cost, alternatives.map((text, index) => ({ text, factor: (own.length && index ? 0.8 : 1) - 0.04 * index })));
  }
  if (!printed || part.length < 2 || NO_WORD.test(part)) return null;
  // A name with one more character is not that name: 智慧课堂试 of 智慧课堂试点.
  const more = extendsName(part);
  return makeToken(part, COST.text + (whole ? 0 : COST.cut) + (more && part.length > 2 ? 0.7 : 0) + (finer ? 1.2 * inner : 0), [{ text: part, factor: 1 }]);
}

/** Whether it is a name with one more character, or with a stage of schooling: 差异系数初中; also 全县教育. */
function extendsName(part) {
  for (let at = 1; at < part.length; at += 1) {
    const [before, after] = [part.slice(0, at), part.slice(at)];
    if (searchIndex.words.has(before) && (after.length === 1 || (at > 2 && STAGE.test(after)))) return true;
    if ((before.length === 1 && searchIndex.words.has(after)) || (searchIndex.stopWords.has(before) && isWord(after))) return true;
  }
  return false;
}

/** The synonyms without related words; null if there are none and the reports don't print the word. */
function synonymsOf(part) {
  const same = searchIndex.words.get(part).filter((word) => !isRelated(part, word));
  return same.length || searchIndex.official.includes(part) ? same : null;
}

/** Stretches that are no words: they begin or end with a particle, or contain a question word. */
const NO_WORD = /^[的了在是吗呢和与及也都就为到上有个所\d]|^占(?!比)|(?:[的了在是吗呢和与也都就为到]|(?<![惠普涉])及)$|什么|多少|怎么|怎样|[哪几谁这那您]|一个|有没|没有|是不/;

export const makeToken = (part, cost, alternatives, kind = "word") => ({
  kind,
  text: part,
  length: part.length,
  cost: cost - 0.01 * part.length,
  alternatives: alternatives.flatMap(({ text, factor }) => [
    { text, factor, related: isRelated(part, text) },
    ...(searchIndex.words.get(text) ?? []).filter((ours) => ours !== part).map((ours) => ({ text: ours, factor: factor * 0.9, related: isRelated(part, text) || isRelated(text, ours) })),
  ]),
});

/** Whether `word` is only related to the typed one: 心理老师 is not the same as 心理辅导. */
const isRelated = (typed, word) => Boolean(searchIndex.related.get(typed)?.has(word));

/** The year or number that begins at `at`. */
function* numberTokens(chunk, at) {
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
/** What letters may spell, once that script was loaded. */
export const spellings = cached((typed) => extensions.findSpellings?.(typed) ?? []);

/** Letters that are printed, are a synonym, or spell something, perhaps together with the characters after them. */
function* letterTokens(chunk, at) {
  const letters = LETTERS.exec(chunk.slice(at))[0];
  const alternatives = positionOf(searchIndex.text, letters) >= 0 ? [{ text: letters, factor: 1 }] : [];
  alternatives.push(...(searchIndex.words.get(letters) ?? []).map((text) => ({ text, factor: 0.95 })), ...spellings(letters));
  if (alternatives.length) yield { ...makeToken(letters, COST.word, alternatives, "letters"), cost: COST.word };
  else yield { kind: "unknown", text: letters, length: letters.length, cost: COST.unknown * 2 };
  if (/[\u4e00-\u9fff]/.test(chunk[at + letters.length] ?? "")) yield* mixedTokens(chunk, at);
}

/** Characters and letters that spell one word together: 近视lv, jy经费. */
function* mixedTokens(chunk, at) {
  for (let end = Math.min(chunk.length, at + 16); end > at + 2; end -= 1) {
    const part = chunk.slice(at, end);
    if (!/[a-z]/.test(part) || !/[\u4e00-\u9fff]/.test(part) || /\d/.test(part)) continue;
    if (/[a-z]/.test(chunk[end - 1]) && /[a-z]/.test(chunk[end] ?? "")) continue;
    const alternatives = spellings(part);
    if (alternatives.length) yield { ...makeToken(part, COST.word, alternatives, "letters"), cost: COST.word + 0.1 };
  }
}
