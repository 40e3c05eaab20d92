// Questions about the site itself, about words, about standards and about what a section lists.

/**
 * The guide to the site whose words the query has; the longest count. Words with + must all be there.
 * @param {boolean} whole whether the query must consist of them: 提意见 is a word of the report, too
 */
function findGuide(reading, whole) {
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
function wordsOf(guide) {
  if (!guideWords.has(guide)) guideWords.set(guide, guide.asked.map((asked) => asked.split("+").map((ways) => ways.split("/").map(folded))));
  return guideWords.get(guide);
}
const guideWords = new Map();

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

const guideAnswer = (guide) => ({ kind: "guide", title: guide.title, text: guide.text, at: guide.at, leads: entriesAt(guide.at).slice(0, 1).map((entry) => ({ entry })) });

/** The glossary's explanation, or what a page of the site says of a word, where the query is that and nothing else. */
function explain(reading) {
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
function natureOf(reading) {
  const terms = reading.terms.filter(({ text }) => text !== "一回事");
  return ASKS.alike.test(reading.folded) ? distinguish({ terms }) : explain({ ...reading, terms: terms.slice(0, 1) });
}

/** 多少人算大班额: the explanation of a word, where the number that makes one is in it. */
function thresholdOf({ folded: query }, { units: [unit] }) {
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

/** 哪些没达标, 哪些达标了: every verdict that says so. */
function verdictsAnswer(reading, year) {
  const missed = /(?:没|未|不)(?:有)?(?:达|合格|符合|过关|及格)|超标/.test(reading.folded);
  if (!missed && !(/达标|达到|合格|符合/.test(reading.folded) && /哪[些几]|多少|几[项个]/.test(reading.folded))) return null;
  const told = missed ? isMissed : isReached;
  if (reading.loose.length || reading.terms.some((piece) => !/^(?:数字|指标|标准|要求|规定|数据|数值|项目|没有达到标准|达到|国家)$/.test(piece.text))) return null;
  const found = standardsOf(year).filter((item) => item.lines.some(told));
  // Who asks what was missed wants to see by how much.
  const lines = found.flatMap((item) => item.lines.filter(told).map((line) => judged(item, line, year)));
  return lines.length ? { kind: "standard", title: "标准对照", lines: [...new Set(lines)], at: "standards/index.html", leads: found.flatMap((entry) => entry.lines.filter(told).map((line) => ({ entry, line }))) } : null;
}

/** A verdict with the value that it is about, and what the standard requires. */
const judged = ({ at }, { text }, year) => `${valued(text, year)}${/：未?达到/.test(text) && library.answers.required[at] ? `标准：${library.answers.required[at]}。` : ""}`;

/** A verdict with the values that it is about: of two years, those of which it is told. */
function valued(text, year) {
  const named = year.figures.filter(({ title, cells }) => text.startsWith(`${title}：`) && !cells.later);
  const judged = named.filter(({ title, cells }) => cells.verdicts?.some((verdict) => text === `${title}：${verdict}。`));
  const values = new Set((judged.length ? judged : named).map(({ cells }) => cells.value));
  return text.replace("：", `${[...values].join("、")}：`);
}

const standardsOf = (year) => library.entries.filter((item) => item.kind === "standard" && item.year === year.year);
const isMissed = ({ text }) => text.includes("：未达到");
const isReached = ({ text }) => text.includes("：达到");

/** Verdicts of a standard that is named itself: 优质均衡县达标了没. */
function answerStandards(reading, year, asked) {
  const said = reading.terms.filter((piece) => !piece.number);
  if (!said.length || reading.loose.length) return null;
  // 生均经费 is what people call the metric that a verdict is about.
  const called = ({ alternatives }) => Object.values(year.metrics).filter(({ words = [] }) => alternatives.some(({ text }) => words.map(folded).includes(text))).map(({ name }) => folded(name));
  const about = (item, piece) => called(piece).some((name) => item.all.includes(name) || item.lines.some((line) => line.folded.startsWith(name)));
  const names = (item, { text, alternatives }) => SOFT.test(text) || alternatives.some((one) => item.names.some((name) => name.includes(one.text)) || (asked.verdict && item.all.includes(one.text)));
  const found = standardsOf(year).filter((item) => said.every((piece) => names(item, piece) || about(item, piece)));
  // Without 达标 or the like only what no figure is about: 教育经费占GDP多少.
  const only = said.some((piece) => piece.text.length > 2 && !isSoft(piece) && !figuresSay(piece, year));
  const bare = (asked.asking || asked.change) && (only || found.every((item) => !year.figures.some((one) => item.lines.some((line) => line.text.startsWith(one.title)))));
  if (!found.length || found.length > 4 || !(asked.verdict || bare) || said.every((piece) => SOFT.test(piece.text))) return null;
  const lines = [...new Set(found.flatMap((item) => item.lines.map((line) => judged(item, line, year))))];
  return { kind: "standard", title: [...new Set(found.map((item) => item.title))].join("；"), lines, at: found[0].at, leads: found.map((entry) => ({ entry, line: entry.lines[0] })) };
}

/** Whether any figure's names or sentence have a word. */
const figuresSay = (piece, year) => year.figures.some((item) => piece.alternatives.some(({ text }) => item.all.includes(text)));

/** The headings below one that is asked for: which problems, what next. */
function answerHeadings(reading, year) {
  const said = reading.terms.filter((piece) => !/^(?:工作|主要|教育|政府|县政府|报告|学校)$/.test(piece.text));
  if (!said.length || reading.loose.length) return null;
  const own = library.entries.filter((item) => item.year === year.year);
  const above = own.find((item) => item.kind === "section" && said.every((piece) => piece.alternatives.some(({ text }) => item.names.includes(text) || item.names.includes(`主要${text}`))));
  const below = above ? own.filter((item) => ["problem", "step"].includes(item.kind) && item.at.split("#")[0] === above.at.split("#")[0]) : [];
  return below.length ? { kind: "standard", title: above.title, lines: below.map((item) => item.title), at: above.at, leads: [above, ...below].map((entry) => ({ entry })) } : null;
}
