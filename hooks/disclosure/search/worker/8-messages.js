// What the page asks of the worker, and what it is told.

const SHOWN = 12;
const REACH = 34;

/**
 * @param {string} query
 * @param {{kind?: string, year?: string}} filter
 * @returns {{answer: object | null, results: object[], count: number, suggestions: string[]}}
 */
function search(query, filter = {}) {
  const reading = read(query);
  const finer = read(query, true);
  const wanted = (item) =>
    (!filter.year || !item.year || item.year === filter.year) && (!filter.kind || kindOf(item.kind) === filter.kind);
  const guide = findGuide(reading.folded);
  const found = merged([match(reading, wanted), differs(reading, finer) ? match(finer, wanted) : []], guide);
  const said = filter.kind ? null : (answer(reading) ?? (differs(reading, finer) ? answer(finer) : null));
  return {
    answer: said,
    count: found.length,
    results: found.slice(0, SHOWN).map((one) => shown(one, reading)),
    suggestions: found.length ? [] : suggest(reading),
  };
}

const differs = (reading, finer) => reading.terms.map((piece) => piece.text).join(" ") !== finer.terms.map((piece) => piece.text).join(" ");

/** Two lists as one, each entry with its better score; first the page that a guide leads to. */
function merged(lists, guide) {
  const best = new Map();
  for (const one of lists.flat()) {
    if (!best.has(one.entry) || best.get(one.entry).score < one.score) best.set(one.entry, one);
  }
  const led = guide && library.entries.find((item) => item.kind === "page" && item.at.split("#")[0] === guide.at);
  const found = [...best.values()].filter((one) => one.entry !== led).sort((one, other) => other.score - one.score);
  return led ? [{ entry: led, line: null, score: Infinity, coverage: 1 }, ...found] : found;
}

const KINDS = { figure: "figure", section: "section", step: "section", problem: "problem", item: "problem", correction: "correction" };
/** The filter that a kind of entry belongs to. */
const kindOf = (kind) => KINDS[kind] ?? "more";

/** One result as the page shows it: pieces of text, those that match marked. */
function shown({ entry: item, line }, reading) {
  const needles = reading.terms.flatMap((piece) => piece.alternatives.map(({ text }) => text)).sort((one, other) => other.length - one.length);
  const whole = line && reading.terms.every((piece) => !piece.alternatives.some(({ text }) => item.all.includes(text)) || piece.alternatives.some(({ text }) => line.folded.includes(text)));
  const excerpt = line ?? item.lines[0];
  return {
    kind: item.kind,
    year: item.year,
    title: marked(item.title, needles),
    value: item.cells ? `${item.cells.value}${item.cells.change ? `，${item.cells.change}` : ""}` : "",
    period: item.cells?.period ?? "",
    excerpt: excerpt ? marked(excerpt.text, needles, REACH) : [],
    at: item.kind !== "figure" && whole && line ? line.at : item.at,
  };
}

/** A text cut into [piece, matches?]; with `reach` only the words around the first match. */
function marked(text, needles, reach = Infinity) {
  const { text: plain, places } = fold(text);
  const hits = new Array(text.length).fill(false);
  let first = -1;
  for (const needle of needles) {
    for (let at = place(plain, needle); needle && at >= 0; at = plain.indexOf(needle, at + needle.length)) {
      for (let index = places[at]; index <= places[at + needle.length - 1]; index += 1) hits[index] = true;
      if (first < 0) first = places[at];
    }
  }
  const start = first > reach ? first - Math.floor(reach / 2) : 0;
  const end = Math.min(text.length, start + 3 * reach);
  const pieces = start ? [["…", false]] : [];
  for (let at = start; at < end; at += 1) {
    const last = pieces.at(-1);
    if (last && last[1] === hits[at] && !(at === start && start)) last[0] += text[at];
    else pieces.push([text[at], hits[at]]);
  }
  if (end < text.length) pieces.push(["…", false]);
  return pieces;
}

/** Names that share something with what was not found; never as results. */
function suggest({ terms, loose }) {
  const known = terms.map((piece) => piece.alternatives[0].text).filter((text) => text.length > 1);
  return loose.length ? known.slice(0, 3) : [];
}

if (typeof WorkerGlobalScope !== "undefined") {
  addEventListener("message", ({ data }) => {
    if (data.site) openSite(JSON.parse(data.site));
    for (const text of data.years ?? []) openYear(JSON.parse(text));
    if (data.site || data.years) arrange();
    if (data.query !== undefined) postMessage({ id: data.id, ...search(data.query, data.filter) });
  });
}
