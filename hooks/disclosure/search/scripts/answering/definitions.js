// Questions about what a word means.

import { read } from "../worker/query.js";
import { ASKS, isSoft } from "../worker/questions.js";
import { library } from "../worker/search-index.js";
import { COST, term } from "../worker/tokens.js";
import { MEASURED } from "./not-reported.js";

/** The glossary's explanation, or what a page of the site says of a word, where the query is that and nothing else. */
export function explain(reading) {
  if (reading.loose.length || reading.numbers.length || !reading.terms.length) return null;
  const defined = reading.terms.filter(({ text }) => isDefined(text));
  if (reading.terms.length > 1 && defined.length === 1 && reading.terms.every((piece) => piece === defined[0] || isSoft(piece) || /^(?:结果|结论)$/.test(piece.text))) return explain({ ...reading, terms: defined });
  if (reading.terms.length > 1) return distinguish(reading);
  const texts = reading.terms[0].alternatives.map(({ text }) => text);
  const called = (text) => library.entries.find((item) => item.kind === "term" && item.names.includes(text)) ?? library.entries.find((item) => item.kind === "term" && text.length > 2 && item.names[0].startsWith(text));
  const found = texts.map(called).find(Boolean);
  if (found) return { kind: "term", title: found.title, text: found.lines[0].text, at: found.at, leads: [{ entry: found }] };
  for (const item of library.entries.filter(({ kind }) => kind === "page")) {
    const index = item.lines.findIndex((line) => line.folded.startsWith(texts[0]) && /^(?:$|\n|是|指|表示|叫|就)/.test(line.folded.slice(texts[0].length)));
    const line = item.lines[index]?.folded === texts[0] ? item.lines[index + 1] : item.lines[index];
    if (line && line.folded.length > texts[0].length + 4) return { kind: "term", title: reading.terms[0].text, text: line.text, at: line.at, leads: [{ entry: item, line }] };
  }
  return null;
}

/** 人次和人数是不是一回事, 生均经费是发给学生的吗: what the word means, where the glossary tells it. */
export function natureOf(reading) {
  const terms = reading.terms.filter(({ text }) => text !== "一回事");
  return ASKS.alike.test(reading.folded) ? distinguish({ terms }) : explain({ ...reading, terms: terms.slice(0, 1) });
}

/** 多少人算大班额: the explanation of a word, where the number that makes one is in it. */
export function thresholdOf({ folded: query }, { units: [unit] }) {
  if (!/(?:多少|几).{1,3}?(?:算|叫)|(?:标准|标准是|是)(?:多少|几)/.test(query)) return null;
  const { terms, ...reading } = read(query.replace(/的?标准/, ""), { exact: true, strict: true });
  const told = explain({ ...reading, terms: terms.filter((piece) => !isSoft(piece)) });
  return told && MEASURED[unit]?.test(told.text) ? told : null;
}

/** 百分点和百分比有什么区别: the one term whose explanation speaks of the other. */
function distinguish({ terms }) {
  const about = (item, piece) => piece.alternatives.some(({ text }) => item.names.includes(text));
  const found = library.entries.filter((item) => item.kind === "term" && terms.some((piece) => about(item, piece)) && terms.every((piece) => isSoft(piece) || piece.alternatives.some(({ text }) => item.all.includes(text))));
  return found.length === 1 ? { kind: "term", title: found[0].title, text: found[0].lines[0].text, at: found[0].at, leads: [{ entry: found[0] }] } : null;
}

/** What a question for a meaning is about, where the site has a name for it; else null. */
export function subjectOf(spaced) {
  const subject = spaced.replace(/请问|报告里?的?|到底|这个|那个|数字(?:后面|前面|后头)|(?:指的)?(?:是|叫)?什么(?:意思|东西|含义)?|什么叫做?|(?:是)?(?:用来)?(?:干|做)(?:什么|啥|嘛)的?|怎么(?:理解|解释|算)|(?:的)?(?:意思|含义)|[看搞弄]?不懂|不明白|解释一?下?|[的呢啊吗呀 ]$|^[“"]|是$/g, "").replaceAll(" ", "");
  return library.words.has(subject) || isDefined(subject) ? subject : null;
}

/** Whether a page of the site explains the word: in its list of marks, say. */
const isDefined = (subject) => subject.length > 1 && library.entries.some((item) => item.kind === "page" && item.lines.some((line) => line.folded === subject));

/** 6100余万的余是啥意思 asks for one character; the number before it is only where it was met. */
export function askMeaning(reading) {
  const bare = (text) => text.replace(/^个|字$/, "");
  const single = [...reading.loose.map(bare), ...reading.terms.map(({ text }) => text)].filter((text) => text.length === 1 && library.text.includes(text));
  if (!single.length) return;
  const others = reading.terms.filter((piece) => !piece.number && piece.length > 1);
  reading.terms = [...others, ...single.map((text) => term(text, COST.word, [{ text, factor: 1 }]))];
  reading.loose = reading.loose.map(bare).filter((text) => text && !single.includes(text));
  reading.strange = reading.numbers = [];
}
