// Reading a query: cut into words that the site knows, words that only ask, numbers, letters, and the unknown.

import { edgesOf } from "./boundaries.js";
import { extensions } from "./extensions.js";
import { fold, place } from "./folding.js";
import { ASKS } from "./questions.js";
import { library } from "./search-index.js";
import { plainly } from "./stop-words.js";
import { COST, isPrintedWhole, knownPiece, LONGEST, piecesAt, spellings, term } from "./tokens.js";

/**
 * @param {string} query as typed
 * @param {{finer?: boolean, exact?: boolean, strict?: boolean}} ways `finer` cuts the site's text into words, `exact`
 *   thinks of no mistakes, `strict` takes no words that only have to do with what the site says
 * @returns {{folded: string, terms: object[], loose: string[], numbers: object[], years: string[], letters: boolean, headless: boolean}}
 *   `terms` each with what to look for (`alternatives`: text and factor); `loose` what the site does not know; `letters`
 *   whether nothing but letters was typed, `headless` whether it ends in something unknown
 */
export function read(query, ways = {}) {
  // While one composes, an input method parts syllables: jin'shi'lv.
  const spaced = plainly(fold(query.replace(/(?<=[a-z])['’](?=[a-z])/gi, ""), " ").text.trim());
  const chunks = chunksOf(spaced);
  // What is called just so is meant, even where its words would only fill: 覆盖情况.
  const called = library.words.has(spaced) && spaced.length > 2 ? knownPiece(spaced, { ...ways, whole: true }) : null;
  if (called) return gather(spaced, [[called]]);
  // So is what the report prints just so, where its words would fill elsewhere: 经费投入.
  if (!ways.finer && spaced.length > 2 && spaced.length < LONGEST && /^[\u4e00-\u9fff]+$/.test(spaced) && isPrintedWhole(spaced) && library.official.includes(spaced) && !ASKS.asking.test(spaced)) {
    return gather(spaced, [[knownPiece(spaced, { ...ways, whole: true }) ?? term(spaced, COST.text, [{ text: spaced, factor: 1 }])]]);
  }
  const subject = asksMeaning(spaced) ? extensions.answering.subjectOf(spaced) : null;
  if (subject) return gather(spaced, [[library.words.has(subject) ? knownPiece(subject, { whole: true }) : term(subject, COST.word, [{ text: subject, factor: 1 }])]]);
  const reading = gather(spaced, chunks.map((chunk) => cut(chunk, ways)), chunks);
  // Who types nothing but words that usually fill means them.
  if (!reading.terms.length && !reading.loose.length && !reading.years.length && spaced.length < 7 && !ASKS.asking.test(spaced) && !ASKS.verdict.test(spaced)) {
    return gather(spaced, chunks.map((chunk) => cheapest(chunk, { ...ways, plain: true })));
  }
  return reading;
}

/** Whether a meaning is asked for, and the script is there that knows how to read that. */
const asksMeaning = (query) => extensions.answering && ASKS.meaning.test(query);

/** What stands between spaces; letters that spell one thing together, and single characters, are put together. */
function chunksOf(spaced) {
  const chunks = spaced.split(" ");
  const letters = chunks.join("");
  if (chunks.length > 1 && /^[a-z]+$/.test(letters) && place(library.text, chunks[0]) < 0 && spellings(letters).length) return [letters];
  return chunks.every((one) => one.length === 1) ? [letters] : chunks;
}

/** The pieces of all chunks as one reading. */
function gather(spaced, cuts, chunks = []) {
  const reading = { folded: spaced.replaceAll(" ", ""), spaced, terms: [], loose: [], strange: [], numbers: [], years: [], headless: false };
  for (const [index, pieces] of cuts.entries()) {
    if (chunks[index]) reading.strange.push(...strangeWords(chunks[index], pieces));
    let last = null;
    for (const piece of pieces) {
      const { kind } = piece;
      if (kind === "loose") {
        reading.loose.push(last === "loose" ? reading.loose.pop() + piece.text : piece.text);
      } else if (kind === "year") {
        // 国办发〔2018〕82号 names a document.
        if (!spaced.includes("号")) reading.years.push(piece.text);
        if (spaced === piece.text || !reading.years.length) reading.terms.push(term(piece.text, COST.word, [{ text: piece.text, factor: 1 }]));
      } else if (kind !== "asking") {
        if (piece.number) reading.numbers.push(piece);
        reading.terms.push(piece);
      }
      last = kind;
    }
    reading.headless ||= last === "loose";
  }
  reading.letters = reading.terms.length > 0 && reading.terms.every((piece) => piece.kind === "letters" && piece.alternatives[0].text !== piece.text);
  if (asksMeaning(reading.folded)) extensions.answering.askMeaning(reading);
  return reading;
}

/** The cheapest way to cut a chunk into pieces; mistakes are thought of only where something stays unknown. */
function cut(chunk, ways) {
  const pieces = cheapest(chunk, ways);
  const gaps = new Set();
  let at = 0;
  for (const { kind, length, halved } of pieces) {
    if (kind === "loose" || halved) gaps.add(at);
    at += length;
  }
  return gaps.size && !ways.exact ? cheapest(chunk, { ...ways, gaps }) : pieces;
}

/**
 * `plain` knows no fillers; `finer` takes of the site's text only single words, besides names; where something stays
 * `unknown`, mistakes are thought of.
 */
function cheapest(chunk, ways) {
  const best = [{ cost: 0, pieces: null }];
  const edges = edgesOf(chunk);
  for (let at = 0; at < chunk.length; at += 1) {
    if (!best[at]) continue;
    for (const piece of piecesAt(chunk, at, { ...ways, edges })) {
      const end = at + piece.length;
      const cost = best[at].cost + piece.cost;
      if (!best[end] || cost < best[end].cost - 1e-9) best[end] = { cost, pieces: { piece, before: best[at].pieces } };
    }
  }
  const pieces = [];
  for (let node = best[chunk.length]?.pieces; node; node = node.before) pieces.unshift(node.piece);
  return pieces;
}

/** A query by what its words hint at together, as 作业写到半夜 does; null where they hint at nothing. */
export function hintedAt(reading) {
  const met = library.hints.filter(({ parts }) => parts.every((ways) => ways.some((way) => reading.folded.includes(way))));
  const ours = [...new Set(met.flatMap((hint) => hint.ours))];
  if (!ours.length) return null;
  return { ...reading, terms: [term("", 0, ours.map((text) => ({ text, factor: 1 })))], loose: [], strange: [], headless: false };
}

/** Fillers of one character that belong to no word; what makes another thing of the word before: 残疾证. */
export const PARTICLE = /[的了吗呢吧啊呀嘛么有是在我你您他她它就都也还和与及跟被把到去来能会要想多少几不没得地着过]/;
const HEADS = /[证卡院站店厂局险票房车药群针场]/;

/** What the site does not know, as far as the words go in which it stands: 派出所, though 出 and 所 fill. */
function strangeWords(chunk, pieces) {
  const edges = edgesOf(chunk);
  const known = new Array(chunk.length).fill(false);
  const doing = new Array(chunk.length).fill(false);
  const runs = [];
  let at = 0;
  for (const { kind, length } of pieces) {
    if (kind === "loose" && runs.at(-1)?.[1] === at) runs.at(-1)[1] += length;
    else if (kind === "loose") runs.push([at, at + length]);
    else if (kind !== "asking") known.fill(true, at, at + length);
    else if (length === 1) doing[at] = !PARTICLE.test(chunk[at]);
    at += length;
  }
  const fills = (place) => place >= 0 && place < chunk.length && doing[place];
  return runs.map(([start, end]) => {
    while (!edges.has(start) && !known[start - 1]) start -= 1;
    while (!edges.has(end) && !known[end]) end += 1;
    if (end - start === 1 && fills(start - 1)) start -= 1;
    else if (end - start === 1 && (fills(end) || (HEADS.test(chunk[start]) && start))) [start, end] = fills(end) ? [start, end + 1] : [start - 1, end];
    return chunk.slice(start, end).replace(/[了着过的到给往]$/, "");
  });
}
