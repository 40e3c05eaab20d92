// Reading a query: cut into words that the site knows, words that only ask, numbers, letters, and the unknown.

/** A piece of a query that only asks costs almost nothing; the unknown costs most. */
const COST = { asking: 0.15, particle: 0.6, word: 0.9, text: 1.15, cut: 1.3, heard: 1.6, vague: 1.8, slip: 2.2, number: 0.6, loose: 1.45 };
const LONGEST = 14;

/**
 * @param {string} query as typed
 * @param {{finer?: boolean, exact?: boolean, strict?: boolean}} ways `finer` cuts the site's text into words, `exact`
 *   thinks of no mistakes, `strict` takes no words that only have to do with what the site says
 * @returns {{folded: string, terms: object[], loose: string[], numbers: object[], years: string[], letters: boolean, headless: boolean}}
 *   `terms` each with what to look for (`alternatives`: text and factor); `loose` what the site does not know; `letters`
 *   whether nothing but letters was typed, `headless` whether it ends in something unknown
 */
function read(query, ways = {}) {
  // While one composes, an input method parts syllables: jin'shi'lv.
  const spaced = plainly(fold(query.replace(/(?<=[a-z])['’](?=[a-z])/gi, ""), " ").text.trim());
  const chunks = chunksOf(spaced);
  // What is called just so is meant, even where its words would only fill: 覆盖情况.
  if (library.words.has(spaced) && spaced.length > 2) return gather(spaced, [[knownPiece(spaced, { ...ways, whole: true })]]);
  // So is what the report prints just so, where its words would fill elsewhere: 经费投入.
  if (!ways.finer && spaced.length > 2 && spaced.length < LONGEST && /^[\u4e00-\u9fff]+$/.test(spaced) && isPrintedWhole(spaced) && library.official.includes(spaced) && !ASKS.asking.test(spaced)) {
    return gather(spaced, [[knownPiece(spaced, { ...ways, whole: true }) ?? term(spaced, COST.text, [{ text: spaced, factor: 1 }])]]);
  }
  const subject = ASKS.meaning.test(spaced) ? subjectOf(spaced) : null;
  if (subject) return gather(spaced, [[library.words.has(subject) ? knownPiece(subject, { whole: true }) : term(subject, COST.word, [{ text: subject, factor: 1 }])]]);
  const reading = gather(spaced, chunks.map((chunk) => cut(chunk, ways)), chunks);
  // Who types nothing but words that usually fill means them.
  if (!reading.terms.length && !reading.loose.length && !reading.years.length && spaced.length < 7 && !ASKS.asking.test(spaced) && !ASKS.verdict.test(spaced)) {
    return gather(spaced, chunks.map((chunk) => cheapest(chunk, { ...ways, plain: true })));
  }
  return reading;
}

/** What a question for a meaning is about, where the site has a name for it; else null. */
function subjectOf(spaced) {
  const subject = spaced.replace(/请问|报告里?的?|到底|这个|(?:指的)?(?:是|叫)?什么(?:意思|东西|含义)?|什么叫做?|(?:是)?(?:用来)?(?:干|做)(?:什么|啥|嘛)的?|怎么(?:理解|解释|算)|(?:的)?(?:意思|含义)|[看搞弄]?不懂|不明白|解释一?下?|[的呢啊吗呀 ]$|^[“"]|是$/g, "").replaceAll(" ", "");
  return library.words.has(subject) || isDefined(subject) ? subject : null;
}

/** Whether a page of the site explains the word: in its list of marks, say. */
const isDefined = (subject) => subject.length > 1 && library.entries.some((item) => item.kind === "page" && item.lines.some((line) => line.folded === subject));

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
  if (ASKS.meaning.test(reading.folded)) askMeaning(reading);
  return reading;
}

/** Fillers of one character that belong to no word; what makes another thing of the word before: 残疾证. */
const PARTICLE = /[的了吗呢吧啊呀嘛么有是在我你您他她它就都也还和与及跟被把到去来能会要想多少几不没得地着过]/;
const HEADS = /[证卡院站店厂局险票房车药群]/;

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
  for (const { kind, length, halved } of pieces) {
    if (kind === "loose" || halved) unknown.add(at);
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
function* piecesAt(chunk, at, { finer, strict, unknown, plain, edges }) {
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
    const whole = all || (uncut(edges, at, at + length) && isPrintedWhole(part));
    const known = knownPiece(part, { finer, strict, whole, inner: innerEdges(edges, at, at + length) });
    if (known) yield { ...known, cut: !uncut(edges, at, at + length), halved: !whole && !library.words.has(part) };
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
function knownPiece(part, { finer, strict, whole, inner }) {
  const ours = strict && library.akin.has(part) ? sameAs(part) : library.words.get(part);
  const printed = library.text.includes(part);
  if (ours && (ours.length || part.length > 1)) {
    // What the report itself says comes before what is said for it; what only a page of the site says behind.
    const own = !ours.length || library.official.includes(part) ? [part] : [];
    const alternatives = [...new Set([...own, ...ours, ...(printed ? [part] : [])])];
    const cost = COST.word - 0.02 * part.length + (whole || printed || part.length > 2 ? 0 : 1.2);
    return term(part, cost, alternatives.map((text, index) => ({ text, factor: (own.length && index ? 0.8 : 1) - 0.04 * index })));
  }
  if (!printed || part.length < 2 || FILLED.test(part)) return null;
  // A name and one character more says something else than the name: 智慧课堂试 of 智慧课堂试点.
  const more = goesBeyond(part);
  return term(part, COST.text + (whole ? 0 : COST.cut) + (more && part.length > 2 ? 0.7 : 0) + (finer ? 1.2 * inner : 0), [{ text: part, factor: 1 }]);
}

/** Whether it is a name and one character more, or a name and a stage of schooling: 差异系数初中. */
function goesBeyond(part) {
  for (let at = 1; at < part.length; at += 1) {
    const [before, after] = [part.slice(0, at), part.slice(at)];
    if (library.words.has(before) && (after.length === 1 || (at > 2 && STAGE.test(after)))) return true;
    if (library.words.has(after) && before.length === 1) return true;
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

const term = (part, cost, alternatives, kind = "word") => ({
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

/** A query as it should have been typed, with what was heard or mistyped put right; `strict` the same read strictly. */
function corrected(reading, ways) {
  const wrong = reading.terms.filter(({ kind }) => kind === "heard" || kind === "slip");
  const better = wrong.reduce((query, { text, alternatives }) => query.replace(text, alternatives[0].text), reading.spaced);
  const meant = wrong.length ? read(better, { ...ways, exact: true }) : reading;
  return { ...meant, strict: read(better, { ...ways, exact: wrong.length > 0, strict: true }) };
}

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
