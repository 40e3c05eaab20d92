// Questions about the site itself.

import { cached } from "../worker/caches.js";
import { folded } from "../worker/folding.js";
import { ASKS, isSoft } from "../worker/questions.js";
import { library } from "../worker/search-index.js";
import { entriesAt } from "./entries.js";

/**
 * The guide to the site whose words the query has; the longest count. Words with + must all be there.
 * @param {boolean} whole whether the query must consist of them: 提意见 is a word of the report, too
 */
export function findGuide(reading, whole) {
  const query = reading.folded.replace(/如何|怎样/g, "怎么");
  // 依据待核实是什么意思 asks for a meaning, 6100余万的余 too: only where the guide is what is asked about.
  if (ASKS.meaning.test(query)) return null;
  const sizes = library.answers.guides.map((guide) => [guide, Math.max(0, ...wordsOf(guide).map((words) => metBy(query, words)))]);
  const fit = sizes.filter(([, size]) => size && (!whole || size >= query.length)).sort(([, one], [, other]) => other - one);
  return fit.find(([guide]) => isAbout(guide, reading))?.[0] ?? null;
}

/** How many characters of the query such words are; 0 where one is missing. */
function metBy(query, words) {
  const met = words.map((ways) => ways.find((word) => query.includes(word)));
  return met.every(Boolean) ? met.join("").length : 0;
}

/** The words of a guide, folded once: 意见/建议+公开 asks with either of two words and a third. */
const wordsOf = cached((guide) => guide.asked.map((phrase) => phrase.split("+").map((ways) => ways.split("/").map(folded))));

/** What a site about a report consists of. */
const MEDIUM = /^(?:电子|表格|网页|网站|页面|电脑|手机|文件|数据|报告|信息|内容|文字|数字|数值|原文|政府|县政府|教育局|教委|县教委|垫江|公告|屏幕|显示|操作|使用|功能|浏览|家长|群众|居民|村民|市民)$/;

/** Whether everything that is said belongs to what the guide is about: 投诉老师 asks for more. */
function isAbout(guide, { terms, strange, loose }) {
  const own = [guide.title, guide.text, ...guide.asked, ...entriesAt(guide.at).filter((item) => !item.year).map((item) => item.all)].map(folded).join("\n");
  const words = wordsOf(guide).flat(2);
  if (strange.some((text) => text.length > 1 && !/^[那这一想张]./.test(text) && !own.includes(text) && !words.some((word) => text.includes(word)))) return false;
  if (loose.some((text) => text.length === 1 && !words.some((word) => word.includes(text)) && !/[寄拿填送带存递版纸页打往]/.test(text))) return false;
  return terms.every((piece) => isSoft(piece) || MEDIUM.test(piece.text) || piece.alternatives.some(({ text }) => own.includes(text)) || words.some((word) => piece.text.includes(word) && piece.length < word.length + 3));
}

export const guideAnswer = (guide) => ({ kind: "guide", title: guide.title, text: guide.text, at: guide.at, leads: entriesAt(guide.at).slice(0, 1).map((entry) => ({ entry })) });
