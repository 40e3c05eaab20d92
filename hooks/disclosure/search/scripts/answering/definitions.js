// Questions about the meaning of a word.

import { INTENTS, isWeak } from "../worker/intent.js";
import { parseQuery } from "../worker/query.js";
import { searchIndex } from "../worker/search-index.js";
import { COST, makeToken } from "../worker/tokens.js";
import { MEASURES } from "./not-reported.js";

/** The definition in the glossary, or on a page of the site, if the query is about this word alone. */
export function explain(parsed) {
  if (parsed.unknown.length || parsed.numbers.length || !parsed.terms.length) return null;
  const defined = parsed.terms.filter(({ text }) => isDefined(text));
  if (parsed.terms.length > 1 && defined.length === 1 && parsed.terms.every((token) => token === defined[0] || isWeak(token) || /^(?:结果|结论)$/.test(token.text))) return explain({ ...parsed, terms: defined });
  if (parsed.terms.length > 1) return distinguish(parsed);
  const texts = parsed.terms[0].alternatives.map(({ text }) => text);
  const called = (text) => searchIndex.entries.find((entry) => entry.kind === "term" && entry.names.includes(text)) ?? searchIndex.entries.find((entry) => entry.kind === "term" && text.length > 2 && entry.names[0].startsWith(text));
  const found = texts.map(called).find(Boolean);
  if (found) return { kind: "term", title: found.title, text: found.lines[0].text, at: found.at, sources: [{ entry: found }] };
  for (const entry of searchIndex.entries.filter(({ kind }) => kind === "page")) {
    const index = entry.lines.findIndex((line) => line.folded.startsWith(texts[0]) && /^(?:$|\n|是|指|表示|叫|就)/.test(line.folded.slice(texts[0].length)));
    const line = entry.lines[index]?.folded === texts[0] ? entry.lines[index + 1] : entry.lines[index];
    if (line && line.folded.length > texts[0].length + 4) return { kind: "term", title: parsed.terms[0].text, text: line.text, at: line.at, sources: [{ entry, line }] };
  }
  return null;
}

/** 人次和人数是不是一回事, 生均经费是发给学生的吗: answered by the definition of the word. */
export function answerNature(parsed) {
  const terms = parsed.terms.filter(({ text }) => text !== "一回事");
  return INTENTS.alike.test(parsed.folded) ? distinguish({ terms }) : explain({ ...parsed, terms: terms.slice(0, 1) });
}

/** 多少人算大班额: answered by the definition, if it states the number. */
export function answerThreshold({ folded: query }, { units: [unit] }) {
  if (!/(?:多少|几).{1,3}?(?:算|叫)|(?:标准|标准是|是)(?:多少|几)/.test(query)) return null;
  const { terms, ...parsed } = parseQuery(query.replace(/的?标准/, ""), { exact: true, strict: true });
  const definition = explain({ ...parsed, terms: terms.filter((token) => !isWeak(token)) });
  return definition && MEASURES[unit]?.test(definition.text) ? definition : null;
}

/** 百分点和百分比有什么区别: the only term whose definition mentions the other. */
function distinguish({ terms }) {
  const about = (entry, token) => token.alternatives.some(({ text }) => entry.names.includes(text));
  const found = searchIndex.entries.filter((entry) => entry.kind === "term" && terms.some((token) => about(entry, token)) && terms.every((token) => isWeak(token) || token.alternatives.some(({ text }) => entry.all.includes(text))));
  return found.length === 1 ? { kind: "term", title: found[0].title, text: found[0].lines[0].text, at: found[0].at, sources: [{ entry: found[0] }] } : null;
}

/** The word whose definition is asked for, if the site has it; otherwise null. */
export function subjectOf(spaced) {
  const subject = spaced.replace(/请问|报告里?的?|到底|这个|那个|数字(?:后面|前面|后头)|(?:指的)?(?:是|叫)?什么(?:意思|东西|含义)?|什么叫做?|(?:是)?(?:用来)?(?:干|做)(?:什么|啥|嘛)的?|怎么(?:理解|解释|算)|(?:的)?(?:意思|含义)|[看搞弄]?不懂|不明白|解释一?下?|[的呢啊吗呀 ]$|^[“"]|是$/g, "").replaceAll(" ", "");
  return searchIndex.words.has(subject) || isDefined(subject) ? subject : null;
}

/** Whether a page of the site explains the word, for example in its list of marks. */
const isDefined = (subject) => subject.length > 1 && searchIndex.entries.some((entry) => entry.kind === "page" && entry.lines.some((line) => line.folded === subject));

/** Reduces 6100余万的余是啥意思 to the one character that is asked about. */
export function askMeaning(parsed) {
  const bare = (text) => text.replace(/^个|字$/, "");
  const single = [...parsed.unknown.map(bare), ...parsed.terms.map(({ text }) => text)].filter((text) => text.length === 1 && searchIndex.text.includes(text));
  if (!single.length) return;
  const others = parsed.terms.filter((token) => !token.number && token.length > 1);
  parsed.terms = [...others, ...single.map((text) => makeToken(text, COST.word, [{ text, factor: 1 }]))];
  parsed.unknown = parsed.unknown.map(bare).filter((text) => text && !single.includes(text));
  parsed.unknownWords = parsed.numbers = [];
}
