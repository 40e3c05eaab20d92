// Reading a query: cut into words that the site knows, words that only ask, numbers, letters, and the unknown.

/** Words that ask, join or fill, and say nothing of the matter; regular expressions of folded text. */
const ASKING = [
  "请问|我想知道|想知道|想问|查一下|查询|帮我|告诉我|麻烦",
  "(?:一共|总共|到底|究竟|大概|现在|目前|已经|还)?(?:有|是|要|花|用|投|占|做|搞|建|办|开|发|写)?了?(?:多少|好多|几)(?:万|亿)?(?:个人|个|人次|人|元|块钱|块|钱|所|次|场次|场|项|间|套|件|份|名|位|年|点|平方米|平米|平方|百分点)?(?=.|$)",
  "是什么意思|什么意思|啥意思|是什么|是啥|什么是|什么|啥子|啥|指的是|指什么",
  "怎么样|怎样|怎么|如何|咋样|咋个|咋|为什么|为啥",
  "是不是|有没有|会不会|能不能|够不够|达没达|到没到|好不好|大不大|高不高|多不多|行不行",
  "有多高|有多大|有多少|有几|多高|多大|多久|高吗|多吗|大吗|好吗|吗|呢|嘛|吧|么|没有|没|不",
  "建好|建成|修好|修完|完工|竣工|投用|启用|搬完|办完|完成|落实到位|开工|开学","(?:涨|降|升)?得?最(?:高|低|多|少|大|小|快|慢)(?:的)?|升了|降了","哪一年|哪年|哪天|哪月|几月|几号|什么时候|何时|哪几所|哪几个|哪些|哪个|哪里|哪儿|哪|谁",
  "比上年|比去年|比前年|比上一年|涨幅|增幅|去年|上年|今年|同比|年比|增长率|增长|增加|减少|下降|上升|提高|降低|上涨|涨|降|多了|少了|变化|变|逐年",
  "达标|达到|合格|超标|符合|国家标准|分别|各自|各|每个|所有|全部|一样|哪个多|哪个高|比较|相比|对比|近两年|近几年|历年",
  "存在|一年|每年|每月|一个月|每人|全县|县里|我县|本县|全市|我们|咱们|你们|新建了|可以|或者|还是",
  "[的了地得着过]",
  "[我你您他它这那去来拿领发贷让请很太挺真最更只才些种样搞做建办花用给要能会占投收缺在是有和与跟同及或还都也又就再被把对于为从到上下里中个多少高大比看找问叫点次所]",
].map((words) => new RegExp(words, "y"));

/** A piece of a query that only asks costs almost nothing; the unknown costs most. */
const COST = { asking: 0.15, particle: 0.65, word: 0.9, text: 1.15, heard: 1.6, vague: 1.8, slip: 2, number: 0.6, loose: 1.45 };
const LONGEST = 14;

/**
 * @param {string} query as typed
 * @returns {{folded: string, terms: object[], loose: string[], numbers: object[], year: string | null}}
 *   `terms` each with what to look for (`alternatives`: text and factor); `loose` what the site does not know
 */
function read(query, finer = false) {
  // While one composes, an input method parts syllables: jin'shi'lv.
  const spaced = fold(query.replace(/(?<=[a-z])['’](?=[a-z])/gi, ""), " ").text.trim();
  const reading = { folded: spaced.replaceAll(" ", ""), spaced, terms: [], loose: [], numbers: [], year: null };
  const chunks = spaced.split(" ");
  // 近 视 率 is one word that was spaced out.
  for (const chunk of chunks.every((one) => one.length === 1) ? [chunks.join("")] : chunks) {
    let last = null;
    for (const piece of cut(chunk, finer)) {
      if (piece.kind === "asking") last = null;
      else if (piece.kind === "loose") {
        if (last === "loose") reading.loose.push(reading.loose.pop() + piece.text);
        else reading.loose.push(piece.text);
        last = "loose";
      } else {
        last = piece.kind;
        if (piece.kind === "year") reading.year = piece.text.slice(0, 4);
        if (piece.number) reading.numbers.push(piece);
        if (piece.kind !== "year" || spaced === piece.text) reading.terms.push(piece.alternatives ? piece : term(piece.text, COST.word, [{ text: piece.text, factor: 1 }]));
      }
    }
  }
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
function cut(chunk, finer) {
  const pieces = cheapest(chunk, { finer });
  return pieces.some((piece) => piece.kind === "loose") ? cheapest(chunk, { finer, mistakes: true }) : pieces;
}

/** `finer` cuts the site's text only at words that it knows by name. */
function cheapest(chunk, ways) {
  const best = [{ cost: 0, pieces: null }];
  for (let at = 0; at < chunk.length; at += 1) {
    if (!best[at]) continue;
    for (const piece of piecesAt(chunk, at, ways)) {
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
function* piecesAt(chunk, at, { finer, mistakes }) {
  yield* numberPieces(chunk, at);
  const letters = /^[a-z]+/.exec(chunk.slice(at))?.[0];
  if (letters && !/[a-z]/.test(chunk[at - 1] ?? "")) yield lettersPiece(letters);
  for (const words of ASKING) {
    words.lastIndex = at;
    const match = words.exec(chunk);
    if (match?.[0]) yield { kind: "asking", text: match[0], length: match[0].length, cost: match[0].length > 1 || /[的了吗呢吧嘛么没不]/.test(match[0]) ? COST.asking : COST.particle };
  }
  for (let length = Math.min(LONGEST, chunk.length - at); length > 0; length -= 1) {
    const part = chunk.slice(at, at + length);
    const known = knownPiece(part, finer);
    if (known) yield known;
    else if (mistakes && length > 1 && !/[a-z\d]/.test(part) && !FILLED.test(part)) yield* mistakenPieces(part);
  }
  yield { kind: "loose", text: chunk[at], length: 1, cost: COST.loose };
}

/** Something that the site says, or has another word for. */
function knownPiece(part, finer) {
  const ours = library.words.get(part);
  const printed = library.text.includes(part);
  if (ours && (ours.length || part.length > 1)) {
    const alternatives = [...new Set([...(printed || !ours.length ? [part] : []), ...ours])];
    return term(part, COST.word, alternatives.map((text, index) => ({ text, factor: 1 - 0.04 * index })));
  }
  if (!printed || part.length < 2 || FILLED.test(part)) return null;
  return term(part, COST.text + (finer ? 0.5 * (part.length - 2) : 0), [{ text: part, factor: 1 }]);
}

/** Stretches that only look like words: they begin or end with a particle, or ask. */
const FILLED = /^[的了在是吗呢和与及也都就为到上占有]|[的了在是吗呢和与及也都就为到]$|什么|多少|怎么|怎样|哪/;

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

/** Words that are meant where something else was typed: homophones, then one character astray. */
function* mistakenPieces(part) {
  for (const [table, field, text, cost] of [
    [codes, "sounds", library.sounds, COST.heard],
    [vague, "vague", library.vagueSounds, COST.vague],
  ]) {
    const sounds = heard(part, table);
    const meant = new Set(library.names.filter((name) => name[field] === sounds).map((name) => name.word));
    if (part.length > 2) for (const found of occurrences(text, sounds)) meant.add(found);
    if (meant.size) {
      yield term(part, cost + 0.15 * differing(part, [...meant][0]), [...meant].map((word) => ({ text: word, factor: 0.85 })), "heard");
      return;
    }
  }
  if (part.length < 4) return;
  const meant = library.names
    .filter(({ word }) => (word[0] === part[0] || word.at(-1) === part.at(-1)) && isSlip(part, word))
    .map(({ word }) => word);
  if (meant.length) yield term(part, COST.slip, meant.slice(0, 4).map((text) => ({ text, factor: 0.75 })), "slip");
}

/** The different stretches of all text that sound like `sounds`. */
function occurrences(text, sounds) {
  const found = new Set();
  for (let at = text.indexOf(sounds); at >= 0 && found.size < 5; at = text.indexOf(sounds, at + 1)) {
    found.add(library.text.slice(at, at + sounds.length));
  }
  return found;
}

const differing = (one, other) => [...one].filter((char, index) => char !== other[index]).length;

/** Whether one character was changed, left out, added, or two were exchanged. */
function isSlip(typed, word) {
  if (Math.abs(typed.length - word.length) > 1 || word.length < 4) return false;
  let start = 0;
  while (start < typed.length && typed[start] === word[start]) start += 1;
  const [left, right] = [typed.slice(start), word.slice(start)];
  if (left.length > right.length) return left.slice(1) === right;
  if (left.length < right.length) return left === right.slice(1);
  return left.slice(1) === right.slice(1) || (left.slice(2) === right.slice(2) && left[0] === right[1] && left[1] === right[0]);
}

/** A number, a year, or both. */
function* numberPieces(chunk, at) {
  const year = /^((?:19|20)\d\d)年(?!以来)/.exec(chunk.slice(at)) ?? /^((?:19|20)\d\d)$/.exec(chunk.slice(at));
  if (year && !/\d/.test(chunk[at - 1] ?? "")) {
    yield { kind: "year", text: year[1], length: year[0].length, cost: 0.1 };
    return;
  }
  const number = numberAt(chunk, at);
  if (!number) return;
  const unit = /^(?:元|块钱|块|人次|人|所|场次|场|次|个|项|套|间|平方米|平米|平方|名|份|年)/.exec(chunk.slice(at + number.text.length))?.[0] ?? "";
  const text = number.text + unit;
  const cost = COST.number + (number.digits || number.percent ? 0 : 0.3);
  yield { kind: "number", number, unit, text, length: text.length, cost, alternatives: [{ text, factor: 1 }, { text: number.text, factor: 0.9 }] };
}

/** Letters: printed ones, or names spelt in pinyin or by initials. */
function lettersPiece(letters) {
  const alternatives = place(library.text, letters) >= 0 ? [{ text: letters, factor: 1 }] : [];
  const ours = library.words.get(letters) ?? [];
  alternatives.push(...ours.map((text) => ({ text, factor: 0.95 })), ...speltWords(letters));
  return alternatives.length
    ? { kind: "letters", text: letters, length: letters.length, cost: COST.word, alternatives }
    : { kind: "loose", text: letters, length: letters.length, cost: COST.loose * 2 };
}

/** The words that letters may spell, the surest first. */
function speltWords(letters) {
  const found = new Map();
  for (const { word } of library.names) {
    for (let at = 0; at < word.length; at += 1) {
      const match = spelt(word, at, letters);
      if (!match) continue;
      const length = match.end - at;
      if (length < 2 || (length === 2 && match.whole < 2) || (letters.length < 3 && length < word.length)) continue;
      const text = word.slice(at, match.end);
      const sure = 0.6 + 0.3 * (match.whole / length);
      found.set(text, Math.max(found.get(text) ?? 0, sure));
    }
  }
  if (!found.size) for (const text of speltTexts(letters)) found.set(text, 0.7);
  const sorted = [...found].sort((one, other) => other[1] - one[1]);
  return sorted.slice(0, 8).map(([text, factor]) => ({ text, factor }));
}

/** Stretches of all text that are spelt in full. */
function speltTexts(letters) {
  const found = new Set();
  for (const sounds of syllableRuns(letters)) {
    if (sounds.length > 1) for (const text of occurrences(library.sounds, sounds)) found.add(text);
  }
  return [...found].filter((text) => !text.includes("\n"));
}

/** All ways to cut letters into syllables, as codes; the last may be unfinished. */
function* syllableRuns(letters, before = "") {
  if (!letters) yield before;
  for (let length = Math.min(6, letters.length); length > 0; length -= 1) {
    const code = codes.get(letters.slice(0, length));
    if (code) yield* syllableRuns(letters.slice(length), before + code);
  }
}
