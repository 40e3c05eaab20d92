// Reading a query: cut into words that the site knows, words that only ask, numbers, letters, and the unknown.

/** A piece of a query that only asks costs almost nothing; the unknown costs most. */
const COST = { asking: 0.15, particle: 0.6, word: 0.9, text: 1.15, cut: 0.9, heard: 1.6, vague: 1.8, slip: 2.2, number: 0.6, loose: 1.45 };
const LONGEST = 14;

/**
 * @param {string} query as typed
 * @param {boolean} finer cuts the site's text into words
 * @returns {{folded: string, terms: object[], loose: string[], numbers: object[], years: string[], letters: boolean, headless: boolean}}
 *   `terms` each with what to look for (`alternatives`: text and factor); `loose` what the site does not know; `letters`
 *   whether nothing but letters was typed, `headless` whether it ends in something unknown
 */
function read(query, finer = false, exact = false) {
  // While one composes, an input method parts syllables: jin'shi'lv.
  const spaced = plainly(fold(query.replace(/(?<=[a-z])['’](?=[a-z])/gi, ""), " ").text.trim());
  const chunks = chunksOf(spaced);
  // What is called just so is meant, even where its words would only fill: 覆盖情况.
  if (library.words.has(spaced) && spaced.length > 2) return gather(spaced, [[knownPiece(spaced, { whole: true })]]);
  const subject = ASKS.meaning.test(spaced) ? subjectOf(spaced) : null;
  if (subject) return gather(spaced, [[knownPiece(subject, { whole: true })]]);
  const reading = gather(spaced, chunks.map((chunk) => cut(chunk, { finer, exact })));
  // Who types nothing but words that usually fill means them.
  if (!reading.terms.length && !reading.loose.length && !reading.years.length && spaced.length < 7 && !ASKS.asking.test(spaced) && !ASKS.verdict.test(spaced)) {
    return gather(spaced, chunks.map((chunk) => cheapest(chunk, { plain: true })));
  }
  return reading;
}

/** What a question for a meaning is about, where the site has a name for it; else null. */
function subjectOf(spaced) {
  const subject = spaced.replace(/请问|报告里?的?|到底|这个|(?:指的)?(?:是|叫)?什么(?:意思|东西|含义)?|什么叫做?|怎么(?:理解|解释|算)|(?:的)?(?:意思|含义)|[看搞弄]?不懂|不明白|解释一?下?|[的呢啊吗呀 ]$|^[“"]|是$/g, "").replaceAll(" ", "");
  return library.words.has(subject) ? subject : null;
}

/** What stands between spaces; letters that spell one thing together, and single characters, are put together. */
function chunksOf(spaced) {
  const chunks = spaced.split(" ");
  const letters = chunks.join("");
  if (chunks.length > 1 && /^[a-z]+$/.test(letters) && place(library.text, chunks[0]) < 0 && spellings(letters).length) return [letters];
  return chunks.every((one) => one.length === 1) ? [letters] : chunks;
}

/** The pieces of all chunks as one reading. */
function gather(spaced, cuts) {
  const reading = { folded: spaced.replaceAll(" ", ""), spaced, terms: [], loose: [], numbers: [], years: [], headless: false };
  for (const pieces of cuts) {
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
  reading.letters = reading.terms.length > 0 && reading.terms.every((piece) => piece.kind === "letters");
  if (ASKS.meaning.test(reading.folded)) askMeaning(reading);
  return reading;
}

/** 6100余万的余是啥意思 asks for one character; the number before it is only where it was met. */
function askMeaning(reading) {
  const single = reading.loose.filter((text) => text.length === 1 && library.text.includes(text));
  if (!single.length) return;
  reading.terms = [...reading.terms.filter((piece) => !piece.number), ...single.map((text) => term(text, COST.word, [{ text, factor: 1 }]))];
  reading.loose = reading.loose.filter((text) => !single.includes(text));
  reading.numbers = [];
}

/** The cheapest way to cut a chunk into pieces; mistakes are thought of only where something stays unknown. */
function cut(chunk, ways) {
  const pieces = cheapest(chunk, ways);
  const unknown = new Set();
  let at = 0;
  for (const { kind, length } of pieces) {
    if (kind === "loose") unknown.add(at);
    at += length;
  }
  return unknown.size && !ways.exact ? cheapest(chunk, { ...ways, unknown }) : pieces;
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

/** Everything that may begin at `at`. */
function* piecesAt(chunk, at, { finer, unknown, plain, edges }) {
  yield* numberPieces(chunk, at);
  if (/[a-z]/.test(chunk[at]) && !/[a-z]/.test(chunk[at - 1] ?? "")) yield* lettersPieces(chunk, at);
  if (!plain) {
    for (const text of fillersAt(chunk, at)) {
      yield { kind: "asking", text, length: text.length, cost: text.length > 1 || /[的了吗呢吧嘛么没不啊呀]/.test(text) ? COST.asking : COST.particle };
    }
  }
  for (let length = Math.min(LONGEST, chunk.length - at); length > 0; length -= 1) {
    const part = chunk.slice(at, at + length);
    const all = length === chunk.length;
    const whole = all || (uncut(edges, at, at + length) && (length < 3 || isPrintedWhole(part)));
    const known = knownPiece(part, { finer, whole, inner: innerEdges(edges, at, at + length) });
    if (known) yield known;
    else if (unknown && length > 1 && /^[\u4e00-\u9fff]+$/.test(part) && !/什么|多少|怎么|怎样|哪/.test(part) && [...unknown].some((one) => one >= at && one < at + length)) {
      yield* mistakenPieces(part, whole);
    }
  }
  if (/[\u4e00-\u9fff]/.test(chunk[at]) && /[a-z]/.test(chunk)) yield* mixedPieces(chunk, at);
  yield { kind: "loose", text: chunk[at], length: 1, cost: COST.loose };
}

/** Whether a stretch is printed as words of their own: 学校提 of 学校提升 is not. */
function isPrintedWhole(part) {
  if (library.words.has(part)) return true;
  let tries = 4;
  for (let at = library.text.indexOf(part); at >= 0 && tries > 0; at = library.text.indexOf(part, at + 1)) {
    if (standsAlone(library.text, at, at + part.length)) return true;
    tries -= 1;
  }
  return tries === 4;
}

const innerEdges = (edges, start, end) => [...edges].filter((at) => at > start && at < end).length;

/** Something that the site says, or has another word for. */
function knownPiece(part, { finer, whole, inner }) {
  const ours = library.words.get(part);
  const printed = library.text.includes(part);
  if (ours && (ours.length || part.length > 1)) {
    // What the report itself says comes before what is said for it; what only a page of the site says behind.
    const own = !ours.length || library.official.includes(part) ? [part] : [];
    const alternatives = [...new Set([...own, ...ours, ...(printed ? [part] : [])])];
    const cost = COST.word - 0.02 * part.length + (whole || printed || part.length > 2 ? 0 : 1.2);
    return term(part, cost, alternatives.map((text, index) => ({ text, factor: (own.length && index ? 0.8 : 1) - 0.04 * index })));
  }
  if (!printed || part.length < 2 || FILLED.test(part)) return null;
  return term(part, COST.text + (whole ? 0 : COST.cut) + (finer ? 1.2 * inner : 0), [{ text: part, factor: 1 }]);
}

/** Stretches that only look like words: they begin or end with a particle, or ask. */
const FILLED = /^[的了在是吗呢和与及也都就为到上有个所\d]|^占(?!比)|(?:[的了在是吗呢和与也都就为到]|(?<![惠普涉])及)$|什么|多少|怎么|怎样|[哪几谁这那您]|一个|有没|没有|是不/;

const term = (part, cost, alternatives, kind = "word") => ({
  kind,
  text: part,
  length: part.length,
  cost: cost - 0.01 * part.length,
  alternatives: alternatives.flatMap(({ text, factor }) => [
    { text, factor },
    ...(library.words.get(text) ?? []).filter((ours) => ours !== part).map((ours) => ({ text: ours, factor: factor * 0.9 })),
  ]),
});

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
