// Questions about the site itself.

import { cached } from "../worker/caches.js";
import { folded } from "../worker/folding.js";
import { INTENTS, isWeak } from "../worker/intent.js";
import { searchIndex } from "../worker/search-index.js";
import { entriesAt } from "./entries.js";

/**
 * The guide whose words are in the query; of several the one with the longest words. Words joined by + are all required.
 * @param {boolean} whole whether the query must consist of these words: 提意见 is also a word of the report
 */
export function findGuide(parsed, whole) {
  const query = parsed.folded.replace(/如何|怎样/g, "怎么");
  // 依据待核实是什么意思 asks for a definition, not for a guide.
  if (INTENTS.meaning.test(query)) return null;
  const sizes = searchIndex.answers.guides.map((guide) => [guide, Math.max(0, ...wordsOf(guide).map((words) => matchedLength(query, words)))]);
  const fit = sizes.filter(([, size]) => size && (!whole || size >= query.length)).sort(([, one], [, other]) => other - one);
  return fit.find(([guide]) => isAbout(guide, parsed))?.[0] ?? null;
}

/** The length of the words found in the query; 0 if one is missing. */
function matchedLength(query, words) {
  const met = words.map((ways) => ways.find((word) => query.includes(word)));
  return met.every(Boolean) ? met.join("").length : 0;
}

/** The words of a guide, folded: 意见/建议+公开 requires one of two words and a third. */
const wordsOf = cached((guide) => guide.asked.map((phrase) => phrase.split("+").map((ways) => ways.split("/").map(folded))));

/** Words for parts of a website about a report. */
const SITE_PART = /^(?:电子|表格|网页|网站|页面|电脑|手机|文件|数据|报告|信息|内容|文字|数字|数值|原文|政府|县政府|教育局|教委|县教委|垫江|公告|屏幕|显示|操作|使用|功能|浏览|家长|群众|居民|村民|市民)$/;

/** Whether all of the query belongs to the guide's topic: 投诉老师 asks for more. */
function isAbout(guide, { terms, unknownWords, unknown }) {
  const own = [guide.title, guide.text, ...guide.asked, ...entriesAt(guide.at).filter((entry) => !entry.year).map((entry) => entry.all)].map(folded).join("\n");
  const words = wordsOf(guide).flat(2);
  if (unknownWords.some((text) => text.length > 1 && !/^[那这一想张]./.test(text) && !own.includes(text) && !words.some((word) => text.includes(word)))) return false;
  if (unknown.some((text) => text.length === 1 && !words.some((word) => word.includes(text)) && !/[寄拿填送带存递版纸页打往]/.test(text))) return false;
  return terms.every((token) => isWeak(token) || SITE_PART.test(token.text) || token.alternatives.some(({ text }) => own.includes(text)) || words.some((word) => token.text.includes(word) && token.length < word.length + 3));
}

export const guideAnswer = (guide) => ({ kind: "guide", title: guide.title, text: guide.text, at: guide.at, sources: entriesAt(guide.at).slice(0, 1).map((entry) => ({ entry })) });
