// The library: entries of the site and of the years that were fetched, ready to be looked through.

import { clearCaches } from "./caches.js";
import { fold, folded, simplified } from "./folding.js";
import { SCALES } from "./numbers.js";
import { learnSounds } from "./pronunciation.js";

/** What is looked through: its entries, its words, and all its text by letter and by sound. */
export const library = {
  /** @type {object[]} */
  entries: [],
  /** Folded word → the folded words to look for instead or besides. @type {Map<string, string[]>} */
  words: new Map(),
  /** Everyday word → those of its words that only have to do with it. @type {Map<string, Set<string>>} */
  akin: new Map(),
  /** Lines of such words, once they were fetched. @type {string[]} */
  akinLines: [],
  /** Words that together hint at ours, though they stand apart. @type {{parts: string[][], ours: string[]}[]} */
  hints: [],
  /** Names of things, and whether they are only said. @type {{word: string, spoken: boolean}[]} */
  names: [],
  text: "",
  /** What reports say, without the site's own pages. */
  official: "",
  site: null,
  /** What surrounds a question: politeness, pronouns, places and times that every question here has, and doing words. */
  fillers: new Set(),
  /** Whether terms and the site's own pages are there. */
  pages: false,
  /** Guides and whom to ask, once they were fetched. */
  answers: null,
  /** Year → what people looked for in its report in vain. */
  unstated: new Map(),
  /** Year → its file. */
  years: new Map(),
};

/** Takes any file by what is in it. */
export function open(file) {
  if (file.characters) openSite(file);
  else if (file.pages) openPages(file);
  else if (file.guides) library.answers = file;
  else if (file.variants) openVariants(file.variants);
  else if (file.unstated) library.unstated.set(file.year, file.unstated);
  else openYear(file);
}

/** Takes the tables. */
function openSite(site) {
  library.site = site;
  learnSounds(site.characters, site.readings);
  library.fillers = new Set(site.fillers.split(" "));
}

/** Takes pairs of a traditional character and the one that the site writes. */
function openVariants(pairs) {
  for (let at = 0; at < pairs.length; at += 2) simplified.set(pairs[at], pairs[at + 1]);
  clearCaches();
}

/** Takes terms, the site's own pages, and words that only have to do with what the site says. */
function openPages({ pages, akin }) {
  library.pages = true;
  library.akinLines = akin;
  library.entries.push(...pages.map((cells) => entry(cells, null)));
}

/** Takes the file of one year. */
function openYear(file) {
  const own = file.entries.map((cells) => entry(cells, file.year));
  const figures = file.figures.map((cells) => figure(cells, file, own));
  library.years.set(file.year, { ...file, figures });
  library.entries.push(...own, ...figures);
}

/** One entry, folded once. */
export function entry(cells, year) {
  const lines = (cells.lines ?? []).map((text, index) => ({
    text,
    ...named(fold(text)),
    at: cells.anchors ? `${cells.at.split("#")[0]}#${cells.anchors[index]}` : cells.at,
  }));
  const names = [cells.title, ...(cells.words ?? [])];
  return { kind: cells.kind, title: cells.title, at: cells.at, year, ...searched(names, lines, cells.note ?? "") };
}

/** What of an entry is looked through; `all` is everything once more. */
function searched(names, lines, note) {
  const own = { names: names.map(folded), lines, note: folded(note) };
  return { ...own, all: [...own.names, ...lines.map((line) => line.folded), own.note].join("\n") };
}

const named = ({ text, places }) => ({ folded: text, places });

/** A figure as an entry; its sentence is a line of its section. */
function figure(cells, file, entries) {
  const metric = file.metrics[cells.metric];
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
    year: file.year,
    ...searched(names, line ? [line] : [], `${metric.note ?? ""}${metric.scope ?? ""}`),
    cells,
    metric,
    category,
    value: Number(cells.number ?? printedNumber(cells.value)),
  };
}

/** The number of a printed value: 6100余万元 → 61000000; sent only where it is another. */
function printedNumber(value) {
  const [, digits, scale] = /(\d+(?:\.\d+)?)余?多?(万|亿)?/.exec(value.replaceAll(",", "")) ?? [];
  return Number((Number(digits) * (SCALES[scale] ?? 1)).toPrecision(12));
}

/** Gathers words and texts anew; called once after files came in. */
export function arrange() {
  const { entries, site } = library;
  const texts = new Set(entries.flatMap((item) => [...item.names, ...item.lines.map((line) => line.folded), item.note]));
  library.text = [...texts].join("\n");
  library.official = entries.filter((item) => item.year).map((item) => item.all).join("\n");
  clearCaches();
  library.words = new Map();
  for (const word of ownWords(entries, site)) library.words.set(word, []);
  library.names = [...library.words.keys()].filter((word) => word.length > 1).map((word) => ({ word, spoken: false }));
  library.akin = new Map();
  library.hints = [];
  for (const [word, ours, akin] of everydayWords(site)) {
    if (word.includes("+")) {
      library.hints.push({ parts: word.split("+").map((ways) => ways.split("/")), ours: ours.map(folded) });
      continue;
    }
    const spoken = folded(word);
    if (!library.words.has(spoken) && spoken.length > 1) library.names.push({ word: spoken, spoken: true });
    const same = library.words.get(spoken) ?? [];
    library.words.set(spoken, [...new Set([...same, ...ours.map(folded)])]);
    if (akin) library.akin.set(spoken, new Set(ours.map(folded).filter((word) => !same.includes(word))));
  }
}

/** Everyday word, the site's words for it, and whether they are only akin, of lines such as 教师=老师 and 近视~眼镜. */
function everydayPairs({ everyday }) {
  return [...everyday, ...library.akinLines].flatMap((line) => {
    const [ours, said] = line.split(/[=~]/).map((words) => words.split(" "));
    return said.map((word) => [word, ours, line.includes("~")]);
  });
}

/** Everyday words; what is said of 老师 may be said of 教师, and so on. */
function* everydayWords(site) {
  const SAME = [["老师", "教师"], ["教师", "老师"], ["孩子", "学生"], ["孩子", "娃儿"], ["孩子", "娃娃"], ["学生", "孩子"], ["幼儿园", "幼稚园"]];
  const pairs = everydayPairs(site);
  const said = new Set(pairs.map(([word]) => word));
  yield* pairs;
  for (const [word, ours, akin = false] of [...pairs, ...[...library.words.keys()].map((name) => [name, [name]])]) {
    for (const [one, other] of SAME) {
      const likewise = word.replace(one, other);
      if (likewise !== word && word.length > one.length && !said.has(likewise) && !library.words.has(likewise)) yield [likewise, ours, akin];
    }
  }
}

/** What the site calls things: entries, terms, and what everyday words are said for. */
function* ownWords(entries, site) {
  for (const item of entries) {
    for (const name of item.names) if (name.length > 1 && name.length < 15 && !name.includes("\n")) yield name;
  }
  // 近视率 and its like are spoken of without what they are rates of.
  for (const item of entries) if (item.cells && /率$/.test(item.names[1])) yield item.names[1].slice(-3);
  yield* site.terms.map(folded);
  for (const [, ours] of everydayPairs(site)) yield* ours.map(folded);
}
