// Query parsing: splits a query into words of the site, stop words, numbers, letters and unknown text.

import { boundariesOf } from "./boundaries.js";
import { extensions } from "./extensions.js";
import { fold, positionOf } from "./folding.js";
import { INTENTS } from "./intent.js";
import { searchIndex } from "./search-index.js";
import { reworded } from "./stop-words.js";
import { COST, isPrintedOnBoundaries, knownToken, LONGEST_TOKEN, makeToken, spellings, tokensAt } from "./tokens.js";

/**
 * @param {string} query as typed
 * @param {{finer?: boolean, exact?: boolean, strict?: boolean}} ways `finer` splits printed text into single words,
 *   `exact` allows no fuzzy matching, `strict` allows no related words
 * @returns {{folded: string, spaced: string, terms: object[], unknown: string[], unknownWords: string[], numbers: object[],
 *   years: string[], letters: boolean, endsUnknown: boolean}} `terms` are tokens with what to search for
 *   (`alternatives`: text and factor); `unknown` is what the site does not know, `unknownWords` the same extended to
 *   word boundaries; `letters` tells whether only letters were typed
  */
export function parseQuery(query, ways = {}) {
  // Input methods separate syllables while one composes: jin'shi'lv.
  const spaced = reworded(fold(query.replace(/(?<=[a-z])['’](?=[a-z])/gi, ""), " ").text.trim());
  const chunks = chunksOf(spaced);
  // A name counts as a whole, even where it consists of stop words: 覆盖情况.
  const called = searchIndex.words.has(spaced) && spaced.length > 2 ? knownToken(spaced, { ...ways, whole: true }) : null;
  if (called) return combine(spaced, [[called]]);
  // So does what the report prints as typed: 经费投入.
  if (!ways.finer && spaced.length > 2 && spaced.length < LONGEST_TOKEN && /^[\u4e00-\u9fff]+$/.test(spaced) && isPrintedOnBoundaries(spaced) && searchIndex.official.includes(spaced) && !INTENTS.asking.test(spaced)) {
    return combine(spaced, [[knownToken(spaced, { ...ways, whole: true }) ?? makeToken(spaced, COST.text, [{ text: spaced, factor: 1 }])]]);
  }
  const subject = asksMeaning(spaced) ? extensions.answering.subjectOf(spaced) : null;
  if (subject) return combine(spaced, [[searchIndex.words.has(subject) ? knownToken(subject, { whole: true }) : makeToken(subject, COST.word, [{ text: subject, factor: 1 }])]]);
  const parsed = combine(spaced, chunks.map((chunk) => tokenize(chunk, ways)), chunks);
  // Who types nothing but stop words means them.
  if (!parsed.terms.length && !parsed.unknown.length && !parsed.years.length && spaced.length < 7 && !INTENTS.asking.test(spaced) && !INTENTS.verdict.test(spaced)) {
    return combine(spaced, chunks.map((chunk) => cheapestTokens(chunk, { ...ways, plain: true })));
  }
  return parsed;
}

/** Whether a definition is asked for, and the script for that was loaded. */
const asksMeaning = (query) => extensions.answering && INTENTS.meaning.test(query);

/** The query split at spaces; letters that spell one thing together, and single characters, are joined. */
function chunksOf(spaced) {
  const chunks = spaced.split(" ");
  const letters = chunks.join("");
  if (chunks.length > 1 && /^[a-z]+$/.test(letters) && positionOf(searchIndex.text, chunks[0]) < 0 && spellings(letters).length) return [letters];
  return chunks.every((one) => one.length === 1) ? [letters] : chunks;
}

/** The parsed query made from the tokens of all chunks. */
function combine(spaced, cuts, chunks = []) {
  const parsed = { folded: spaced.replaceAll(" ", ""), spaced, terms: [], unknown: [], unknownWords: [], numbers: [], years: [], endsUnknown: false };
  for (const [index, tokens] of cuts.entries()) {
    if (chunks[index]) parsed.unknownWords.push(...unknownWordsIn(chunks[index], tokens));
    let last = null;
    for (const token of tokens) {
      const { kind } = token;
      if (kind === "unknown") {
        parsed.unknown.push(last === "unknown" ? parsed.unknown.pop() + token.text : token.text);
      } else if (kind === "year") {
        // 国办发〔2018〕82号 names a document.
        if (!spaced.includes("号")) parsed.years.push(token.text);
        if (spaced === token.text || !parsed.years.length) parsed.terms.push(makeToken(token.text, COST.word, [{ text: token.text, factor: 1 }]));
      } else if (kind !== "stopWord") {
        if (token.number) parsed.numbers.push(token);
        parsed.terms.push(token);
      }
      last = kind;
    }
    parsed.endsUnknown ||= last === "unknown";
  }
  parsed.letters = parsed.terms.length > 0 && parsed.terms.every((token) => token.kind === "letters" && token.alternatives[0].text !== token.text);
  if (asksMeaning(parsed.folded)) extensions.answering.askMeaning(parsed);
  return parsed;
}

/** The cheapest tokens of a chunk; fuzzy matching is tried only where something stays unknown. */
function tokenize(chunk, ways) {
  const tokens = cheapestTokens(chunk, ways);
  const gaps = new Set();
  let at = 0;
  for (const { kind, length, halved } of tokens) {
    if (kind === "unknown" || halved) gaps.add(at);
    at += length;
  }
  return gaps.size && !ways.exact ? cheapestTokens(chunk, { ...ways, gaps }) : tokens;
}

/**
 * The cheapest sequence of tokens: dynamic programming over positions. `plain` allows no stop words; `gaps` are the
 * positions that stayed unknown, where fuzzy tokens are allowed.
 */
function cheapestTokens(chunk, ways) {
  const best = [{ cost: 0, pieces: null }];
  const boundaries = boundariesOf(chunk);
  for (let at = 0; at < chunk.length; at += 1) {
    if (!best[at]) continue;
    for (const token of tokensAt(chunk, at, { ...ways, boundaries })) {
      const end = at + token.length;
      const cost = best[at].cost + token.cost;
      if (!best[end] || cost < best[end].cost - 1e-9) best[end] = { cost, pieces: { piece: token, before: best[at].pieces } };
    }
  }
  const tokens = [];
  for (let node = best[chunk.length]?.pieces; node; node = node.before) tokens.unshift(node.piece);
  return tokens;
}

/** The query for what its words point to together, such as 作业写到半夜; null if nothing. */
export function hintedBy(parsed) {
  const met = searchIndex.hints.filter(({ parts }) => parts.every((ways) => ways.some((way) => parsed.folded.includes(way))));
  const ours = [...new Set(met.flatMap((hint) => hint.ours))];
  if (!ours.length) return null;
  return { ...parsed, terms: [makeToken("", 0, ours.map((text) => ({ text, factor: 1 })))], unknown: [], unknownWords: [], endsUnknown: false };
}

/** Stop words of one character that are never part of a word; characters that make another noun: 残疾证. */
export const PARTICLE = /[的了吗呢吧啊呀嘛么有是在我你您他她它就都也还和与及跟被把到去来能会要想多少几不没得地着过]/;
const HEAD_NOUNS = /[证卡院站店厂局险票房车药群针场]/;

/** Unknown text extended to word boundaries: 派出所, although 出 and 所 are stop words. */
function unknownWordsIn(chunk, tokens) {
  const boundaries = boundariesOf(chunk);
  const known = new Array(chunk.length).fill(false);
  const doing = new Array(chunk.length).fill(false);
  const runs = [];
  let at = 0;
  for (const { kind, length } of tokens) {
    if (kind === "unknown" && runs.at(-1)?.[1] === at) runs.at(-1)[1] += length;
    else if (kind === "unknown") runs.push([at, at + length]);
    else if (kind !== "stopWord") known.fill(true, at, at + length);
    else if (length === 1) doing[at] = !PARTICLE.test(chunk[at]);
    at += length;
  }
  const fills = (place) => place >= 0 && place < chunk.length && doing[place];
  return runs.map(([start, end]) => {
    while (!boundaries.has(start) && !known[start - 1]) start -= 1;
    while (!boundaries.has(end) && !known[end]) end += 1;
    if (end - start === 1 && fills(start - 1)) start -= 1;
    else if (end - start === 1 && (fills(end) || (HEAD_NOUNS.test(chunk[start]) && start))) [start, end] = fills(end) ? [start, end + 1] : [start - 1, end];
    return chunk.slice(start, end).replace(/[了着过的到给往]$/, "");
  });
}
