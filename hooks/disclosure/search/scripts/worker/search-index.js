// The search index: the entries and words of all files that were fetched.

import { clearCaches } from "./caches.js";
import { fold, folded, simplified } from "./folding.js";
import { SCALES } from "./numbers.js";
import { loadPronunciations } from "./pronunciation.js";

export const searchIndex = {
  /** @type {object[]} */
  entries: [],
  /** Folded word → the folded words to search for as well. @type {Map<string, string[]>} */
  words: new Map(),
  /** Synonym → those of its words that are only related to it. @type {Map<string, Set<string>>} */
  related: new Map(),
  /** Lines of related words, once `pages.json` was fetched. @type {string[]} */
  relatedLines: [],
  /** Words that point to others only together, wherever they stand. @type {{parts: string[][], ours: string[]}[]} */
  hints: [],
  /** Names, and whether they are synonyms that the site does not use itself. @type {{word: string, isSynonym: boolean}[]} */
  names: [],
  text: "",
  /** The text of the reports, without the site's own pages. */
  official: "",
  site: null,
  /** Words that surround a question and don't narrow it: politeness, pronouns, general places, times and verbs. */
  stopWords: new Set(),
  /** Whether `pages.json` was fetched: glossary, the site's own pages, related words. */
  pages: false,
  /** Guides and contacts, once `answers.json` was fetched. */
  answers: null,
  /** Year → the topics that its report is known not to state. */
  unstated: new Map(),
  /** Year → its file. */
  years: new Map(),
};

/** Adds a file of any kind, which its content tells. */
export function addFile(file) {
  if (file.characters) addSite(file);
  else if (file.pages) addPages(file);
  else if (file.guides) searchIndex.answers = file;
  else if (file.variants) addVariants(file.variants);
  else if (file.unstated) searchIndex.unstated.set(file.year, file.unstated);
  else addYear(file);
}

/** Adds the tables of `site.json`. */
function addSite(site) {
  searchIndex.site = site;
  loadPronunciations(site.characters, site.readings);
  searchIndex.stopWords = new Set(site.stopWords.split(" "));
}

/** Adds pairs of a traditional character and the simplified one that the site uses. */
function addVariants(pairs) {
  for (let at = 0; at < pairs.length; at += 2) simplified.set(pairs[at], pairs[at + 1]);
  clearCaches();
}

/** Adds the glossary, the site's own pages and related words. */
function addPages({ pages, related }) {
  searchIndex.pages = true;
  searchIndex.relatedLines = related;
  searchIndex.entries.push(...pages.map((cells) => makeEntry(cells, null)));
}

/** Adds the file of one year. */
function addYear(file) {
  const own = rowsOf(file.entries).map((cells) => makeEntry(cells, file.year));
  const metrics = Object.fromEntries(rowsOf(file.metrics).map((metric) => [metric.id, metric]));
  const figures = rowsOf(file.figures).map((cells) => makeFigure(cells, metrics, file.year, own));
  searchIndex.years.set(file.year, { ...file, metrics, figures });
  searchIndex.entries.push(...own, ...figures);
}

/** The rows of a table that is written by columns; `null` is a cell that a row lacks. */
function rowsOf(columns) {
  const rows = [];
  for (const [name, cells] of Object.entries(columns)) {
    cells.forEach((cell, place) => cell !== null && (rows[place] = { ...rows[place], [name]: cell }));
  }
  return rows;
}

/** An entry with its texts folded. */
export function makeEntry(cells, year) {
  const lines = (cells.lines ?? []).map((text, index) => ({
    text,
    ...withPlaces(fold(text)),
    at: cells.anchors ? `${cells.at.split("#")[0]}#${cells.anchors[index]}` : cells.at,
  }));
  const names = [cells.title, ...(cells.words ?? [])];
  return { kind: cells.kind, title: cells.title, at: cells.at, year, ...searchedText(names, lines, cells.note ?? "") };
}

/** The searchable texts of an entry; `all` is all of them joined. */
function searchedText(names, lines, note) {
  const own = { names: names.map(folded), lines, note: folded(note) };
  return { ...own, all: [...own.names, ...lines.map((line) => line.folded), own.note].join("\n") };
}

const withPlaces = ({ text, places }) => ({ folded: text, places });

/** A figure as an entry; the sentence that states it is a line of its section. */
function makeFigure(cells, metrics, year, entries) {
  const metric = metrics[cells.metric];
  const category = metric.categories?.[cells.category];
  const title = category ? `${metric.name}（${category}）` : metric.name;
  const section = cells.line && entries[cells.line[0]];
  const anchor = `figure-${cells.metric}${cells.category ? `.${cells.category}` : ""}-${cells.slug}`;
  const at = cells.at ?? `${section.at.split("#")[0]}#${anchor}`;
  const line = section ? { ...section.lines[cells.line[1]], at } : null;
  const called = [metric.name, ...(metric.words ?? [])];
  const names = [title, ...called, ...(category ? [category] : [])];
  return {
    kind: "figure",
    title,
    at,
    year,
    ...searchedText(names, line ? [line] : [], `${metric.note ?? ""}${metric.scope ?? ""}`),
    cells,
    metric,
    category,
    value: Number(cells.number ?? printedNumber(cells.value)),
  };
}

/** The numeric value of a printed one (6100余万元 → 61000000); the file holds it only where this gives another. */
function printedNumber(value) {
  const [, digits, scale] = /(\d+(?:\.\d+)?)余?多?(万|亿)?/.exec(value.replaceAll(",", "")) ?? [];
  return Number((Number(digits) * (SCALES[scale] ?? 1)).toPrecision(12));
}

/** Rebuilds vocabulary and full text; to be called once after files were added. */
export function buildIndex() {
  const { entries, site } = searchIndex;
  const texts = new Set(entries.flatMap((entry) => [...entry.names, ...entry.lines.map((line) => line.folded), entry.note]));
  searchIndex.text = [...texts].join("\n");
  searchIndex.official = entries.filter((entry) => entry.year).map((entry) => entry.all).join("\n");
  clearCaches();
  searchIndex.words = new Map();
  for (const word of ownWords(entries, site)) searchIndex.words.set(word, []);
  searchIndex.names = [...searchIndex.words.keys()].filter((word) => word.length > 1).map((word) => ({ word, isSynonym: false }));
  searchIndex.related = new Map();
  searchIndex.hints = [];
  for (const [word, ours, related] of allSynonyms(site)) {
    if (word.includes("+")) {
      searchIndex.hints.push({ parts: word.split("+").map((ways) => ways.split("/")), ours: ours.map(folded) });
      continue;
    }
    const synonym = folded(word);
    if (!searchIndex.words.has(synonym) && synonym.length > 1) searchIndex.names.push({ word: synonym, isSynonym: true });
    const same = searchIndex.words.get(synonym) ?? [];
    searchIndex.words.set(synonym, [...new Set([...same, ...ours.map(folded)])]);
    if (related) searchIndex.related.set(synonym, new Set(ours.map(folded).filter((word) => !same.includes(word))));
  }
}

/** [synonym, the site's words, whether they are only related] of lines such as 教师=老师 and 近视~眼镜. */
function synonymPairs({ synonyms }) {
  return [...synonyms, ...searchIndex.relatedLines].flatMap((line) => {
    const [ours, typed] = line.split(/[=~]/).map((words) => words.split(" "));
    return typed.map((word) => [word, ours, line.includes("~")]);
  });
}

/** All synonyms, with variants: a synonym with 老师 is also one with 教师, and so on. */
function* allSynonyms(site) {
  const SAME = [["老师", "教师"], ["教师", "老师"], ["孩子", "学生"], ["孩子", "娃儿"], ["孩子", "娃娃"], ["学生", "孩子"], ["幼儿园", "幼稚园"]];
  const pairs = synonymPairs(site);
  const known = new Set(pairs.map(([word]) => word));
  yield* pairs;
  for (const [word, ours, related = false] of [...pairs, ...[...searchIndex.words.keys()].map((name) => [name, [name]])]) {
    for (const [one, other] of SAME) {
      const likewise = word.replace(one, other);
      if (likewise !== word && word.length > one.length && !known.has(likewise) && !searchIndex.words.has(likewise)) yield [likewise, ours, related];
    }
  }
}

/** The site's own words: names of entries, terms, and words that have synonyms. */
function* ownWords(entries, site) {
  for (const entry of entries) {
    for (const name of entry.names) if (name.length > 1 && name.length < 15 && !name.includes("\n")) yield name;
  }
  // Rates are named without what they are rates of: 近视率.
  for (const entry of entries) if (entry.cells && /率$/.test(entry.names[1])) yield entry.names[1].slice(-3);
  yield* site.terms.map(folded);
  for (const [, ours] of synonymPairs(site)) yield* ours.map(folded);
}
