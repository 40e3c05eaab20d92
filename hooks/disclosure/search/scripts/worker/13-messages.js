// What the page asks of the worker, and what it is told.

const SHOWN = 12;
const REACH = 34;

/**
 * @param {string} query
 * @param {{kind?: string, year?: string}} filter `year` is one, or "all"
 * @param {boolean} all whether every result is wanted, and not only the first of them
 * @returns {{answer: object | null, results: object[], count: number, known: string[], unknown: string[], need:
 *   string[]}} `unknown` what of the query was left out to find anything; `need` names files that may say more and
 *   were not fetched yet
 */
function search(query, filter = {}, all = false) {
  const reading = read(query);
  const finer = read(query, { finer: true });
  const readings = differs(reading, finer) ? [reading, finer] : [reading];
  const years = yearsFor(reading, filter);
  const plain = look(readings, years, filter);
  const free = !filter.kind || filter.kind === "figure";
  const asking = free && mayBeAnswered(reading, plain);
  const helping = needsHelp(reading, plain.filter((one) => one.entry.year), filter);
  const missing = missingFiles(query, years, { asking, helping });
  const said = free ? answered(readings, years, { asking, waiting: missing.length > 0 }) : null;
  const found = led(said, plain, years);
  return {
    answer: said && toldOf(said),
    count: found.length,
    results: found.slice(0, all ? Infinity : SHOWN).map((one) => shown(one, reading)),
    known: found.length ? [] : partsKnown(reading),
    unknown: found.length && !said ? unknownIn(reading) : [],
    need: missing.length || found.length || said ? missing : older(years),
  };
}

/** The files that were not fetched yet: reports, what reads strange characters and letters, and what answers. */
function missingFiles(query, years, { asking, helping }) {
  const reports = years.filter((year) => !library.years.has(year));
  if (!simplified.size && isForeign(query)) return [...reports, "variants"];
  if (typeof findSpellings === "undefined" && /[a-z]{2}/.test(fold(query).text)) return [...reports, "spelling"];
  const pages = helping && !library.pages ? ["pages"] : [];
  if (!asking) return [...reports, ...pages];
  const unstated = years.filter((year) => !library.unstated.has(year)).map((year) => `unstated ${year}`);
  return [...reports, ...pages, ...(canAnswer() ? [] : ["answers", "answering"]), ...unstated];
}

/** Whether what answers is there, its script and its data. */
const canAnswer = () => Boolean(library.answers) && typeof answer !== "undefined";

/** Whether a character is neither a common one nor one of the site's: it may be a traditional one. */
const isForeign = (query) => [...query].some((char) => /\p{Script=Han}/u.test(char) && !syllables.has(char));

/** What is answered, as far as the files are there; a report that is still on its way may say what others do not. */
function answered(readings, years, { asking, waiting }) {
  const opened = years.map((year) => library.years.get(year)).filter(Boolean);
  if (!asking || !canAnswer()) return namedAnswer(readings[0], opened);
  const meant = readings.map((one, index) => corrected(one, { finer: index > 0 }));
  const ways = severalAsked(meant[0]) ? meant.toReversed() : meant;
  let said = null;
  for (const one of ways) said ??= answer(one, opened);
  return waiting && said?.kind === "unstated" ? null : said;
}

/** What is found by any reading, each entry with its better score; the site's own pages where they are asked for. */
function look([first, ...others], years, filter) {
  const wanted = (item) => (!item.year || years.includes(item.year)) && (!filter.kind || kindOf(item.kind) === filter.kind);
  const printed = match(first, wanted);
  // One stretch that is printed as it was typed needs no second thought.
  const whole = first.terms.length === 1 && !first.loose.length && printed.length;
  const found = merged([printed, ...(whole ? [] : others.map((one) => match(one, wanted)))]);
  const own = found.filter((one) => one.entry.year);
  if (!needsHelp(first, own, filter)) return own;
  const hint = isWhole(first, found) ? null : hintedAt(first);
  const hinted = hint ? match(hint, wanted) : [];
  return [...hinted, ...found.filter((one) => !hinted.some(({ entry: item }) => item === one.entry))];
}

/** Where an answer comes from leads what is found. */
function led(said, found, years) {
  const first = (said?.leads ?? []).filter(({ entry: item }) => !item.year || years.includes(item.year)).slice(0, 5);
  const leading = first.map(({ entry: item, line = null }) => (!line && item.cells && found.find((one) => one.entry === item)) || { entry: item, line, led: true });
  return [...leading, ...found.filter((one) => !first.some(({ entry: item }) => item === one.entry))];
}

/** An answer as it is sent to the page. */
function toldOf({ leads, ...said }) {
  return said.contact ? { ...said, contact: { text: library.answers.contact, at: library.answers.guides[0]?.at ?? "" } } : said;
}

/** The reports to look through: the chosen, the newest, and those that may speak of the year that is named. */
function yearsFor(reading, { year }) {
  const all = library.site.years.map(([name]) => name);
  if (year === "all") return all;
  if (all.includes(year)) return [year];
  const spoken = reading.years.flatMap((one) => all.filter((name) => name === one || Number(name) === Number(one) + 1));
  return all.filter((name) => name === all[0] || spoken.includes(name) || (library.widened && library.years.has(name)));
}

/** The next older report, where nothing was found in those that were looked through. */
function older(years) {
  const next = library.site.years.map(([name]) => name).find((name) => !years.includes(name));
  library.widened = Boolean(next);
  return next && !library.years.has(next) ? [next] : [];
}

/** Whether the glossary and the site's own pages are asked for: a meaning, a way, or nothing else is whole. */
function needsHelp(reading, found, { kind }) {
  if (kind) return kind === "more";
  if (reading.letters && TELLING.test(reading.terms[0].alternatives[0].text)) return true;
  return ASKS.meaning.test(reading.folded) || /怎|如何|会不会|能不能|在哪|找谁|一样/.test(reading.folded) || !isWhole(reading, found) || found[0].entry.kind === "standard";
}

const differs = (reading, finer) => reading.terms.map((piece) => piece.text).join(" ") !== finer.terms.map((piece) => piece.text).join(" ");

/** Several lists as one, each entry with its better score. */
function merged(lists) {
  const best = new Map();
  // Words that are cut finer say less than a stretch that is printed as it was typed.
  const whole = lists[0].some((one) => one.coverage > 0.99) ? 0.7 : 1;
  for (const [index, list] of lists.entries()) {
    for (const one of list) {
      const score = one.score * (index ? whole : 1);
      if (!best.has(one.entry) || best.get(one.entry).score < score) best.set(one.entry, { ...one, score });
    }
  }
  return [...best.values()].sort((one, other) => other.score - one.score);
}

const KINDS = { figure: "figure", section: "section", step: "section", problem: "problem", item: "problem", correction: "correction" };
/** The filter that a kind of entry belongs to. */
const kindOf = (kind) => KINDS[kind] ?? "more";

/** One result as the page shows it: pieces of text, those that match marked. */
function shown({ entry: item, line, led: leading }, reading) {
  const needles = reading.terms.flatMap((piece) => piece.alternatives.map(({ text }) => text)).sort((one, other) => other.length - one.length);
  const whole = line && reading.terms.every((piece) => !piece.alternatives.some(({ text }) => item.all.includes(text)) || piece.alternatives.some(({ text }) => line.folded.includes(text)));
  const excerpt = line ?? item.lines[0];
  return {
    kind: item.kind,
    year: item.year,
    title: marked(item.title, needles),
    value: item.cells ? `${item.cells.value}${item.cells.change ? `，${item.cells.change}` : ""}` : "",
    period: item.cells?.period ?? "",
    excerpt: excerpt ? marked(excerpt.text, needles, REACH, { text: excerpt.folded, places: excerpt.places }) : [],
    at: item.kind !== "figure" && line && (whole || leading) ? line.at : item.at,
  };
}

/** A text (folded already, perhaps) cut into [piece, matches?]; with `reach` only words around the first match. */
function marked(text, needles, reach = Infinity, { text: plain, places } = fold(text)) {
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

/** The words of a query that the site does not know: another county by its whole name, and what is longer than a character. */
function unknownIn({ loose, folded: query }) {
  const [place] = (query.startsWith(loose[0]) && /^.{1,3}?[县区市]/.exec(query)) || [];
  return [...(place ? [place] : []), ...loose.filter((text) => text.length > 1 && !place?.includes(text))];
}

/** The words of a query that the site does know, for who found nothing; 学金 of 奖学金 is none. */
function partsKnown({ terms }) {
  const words = terms.map((piece) => piece.alternatives[0].text).filter((text) => text.length > 1 && (library.words.has(text) || isWord(text)));
  return [...new Set(words)].slice(0, 3);
}

let rehearsed = false;

/** Searches while nobody waits, for one thing at a time, so that the browser compiles what it will need. */
function rehearse([next, ...rest]) {
  if (!next) return;
  search(next);
  setTimeout(() => rehearse(rest), 10);
}

/** A few names, one of them mistyped, and a number. */
function rehearsals() {
  const names = library.names.map(({ word }) => word).filter((word) => word.length > 3).slice(0, 12);
  return [...names.slice(0, 1).map((name) => name.replace(/.$/, "乜")), "1234", ...names];
}

if (typeof WorkerGlobalScope !== "undefined") {
  addEventListener("message", ({ data }) => {
    const { files = [], scripts = [], query, filter, all, id } = data;
    if (scripts.length) importScripts(...scripts);
    for (const text of files) open(JSON.parse(text));
    if (files.length || scripts.length) arrange();
    if (query === undefined) return;
    postMessage({ id, query, years: library.site.years, ...search(query, filter, all) });
    if (!rehearsed) rehearse(rehearsals());
    rehearsed = true;
  });
}
