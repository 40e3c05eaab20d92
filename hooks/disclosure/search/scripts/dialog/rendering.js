// Showing: an answer, results, filters, and a count that is read out.

import { filterIndex } from "./page-index.js";
import { body, element, field, filters, form, given, KINDS, link, NAMES, page, say, SEARCHING, state, status } from "./panel.js";
import { ask, chosen } from "./requests.js";

const LACKING = "有的文件没有取到，可能没有找全，请刷新页面再试。";

export function show({ query, answer, results, count, known, unknown, years, need }) {
  showFilters(years);
  const told = answer ? [answerOf(answer)] : [];
  if (unknown.length) told.push(element("p", { class: "aside" }, `本站没有写到“${unknown.join("”“")}”，下面是按其余的字找到的。`));
  if (results.length) told.push(element("ol", { class: "search-results" }, ...results.map(resultOf)));
  if (count > results.length) told.push(more(query, count - results.length));
  if (!count && !answer) told.push(nothing(query, known));
  replaceBody(told);
  const waiting = need.some((name) => !state.fetched.has(name));
  if (!waiting) body.removeAttribute("aria-busy");
  if (waiting) say(SEARCHING);
  else say(count ? `找到 ${count} 条` : answer ? "没有别的结果" : "没有找到", answer ? spokenAnswer(answer) : "");
  if (!state.lacks) return;
  body.append(element("p", { class: "aside" }, LACKING));
  status.append(`。${LACKING}`);
}

/** Shows something else below. The cursor stays on its link, or goes from the button to what that brought; else to the field. */
function replaceBody(told) {
  const here = body.contains(document.activeElement) ? document.activeElement : null;
  const results = () => body.querySelectorAll("[data-search-result]");
  const shown = results().length;
  body.replaceChildren(...told);
  if (!here) return;
  const next = here.href ? [...body.querySelectorAll("a")].find(({ href }) => href === here.href) : results()[shown];
  (next ?? field).focus();
}

/** A button that shows the rest, too. */
function more(query, rest) {
  const button = element("button", { type: "button", class: "button quiet" }, `再看其余 ${rest} 条`);
  button.addEventListener("click", () => {
    state.unfolded = query;
    ask();
  });
  return button;
}

function resultOf({ kind, year, title, value, period, excerpt, at }) {
  const aside = [NAMES[kind], year ? `${year}年报告` : "", period].filter(Boolean).join(" · ");
  const name = link(at, { "data-search-result": "" }, ...marks(title), ...(value ? ["：", element("b", {}, value)] : []));
  return element("li", {}, name, element("span", { class: "aside" }, aside), element("p", {}, ...marks(excerpt)));
}

const marks = (pieces) => pieces.map(([text, hit]) => (hit ? element("mark", {}, text) : text));

/** The answer, with its source; a quoted sentence is marked as one. */
function answerOf(answer) {
  const told = element("section", { "data-search-answer": "", class: "search-answer", "aria-label": "直接回答" });
  if (answer.kind === "figure") told.append(...figuresOf(answer));
  else if (answer.kind === "standard") told.append(...standardOf(answer));
  else {
    const title = answer.kind === "guide" || answer.kind === "term" ? [element("b", {}, answer.title), "："] : [];
    told.append(element("p", {}, ...title, ended(answer.text)));
    told.append(...quotesOf(answer.quotes ?? []));
    if (answer.at) told.append(element("p", {}, link(answer.at, {}, answer.kind === "unstated" ? "看报告写到的" : "打开这一页")));
  }
  if (answer.contact) {
    const { text, at } = answer.contact;
    told.append(element("p", { class: "aside" }, `要问的可以问发布单位：${text}`, ...(at ? [link(at, {}, "怎样提意见")] : [])));
  }
  return told;
}

function figuresOf({ lead, facts, year }) {
  const verdicts = verdictsOf(facts);
  return [
    ...(lead ? [element("p", {}, lead)] : []),
    element("ul", {}, ...facts.map(factOf)),
    ...(verdicts.length ? [element("p", {}, "与标准对照："), element("ul", {}, ...verdicts.map(verdictLine))] : []),
    ...notesOf(facts).map((note) => element("p", { class: "aside" }, `说明：${note}`)),
    ...quotesOf(facts.map((fact) => fact.sentence).filter(Boolean), facts),
    element("p", { class: "aside" }, `出自${year}年报告。`),
  ];
}

/** The verdicts, each once, as [whose, verdict]; nobody's name where they are of one figure, or the same for all. */
function verdictsOf(facts) {
  const alike = new Set(facts.map((fact) => fact.verdicts.join())).size === 1;
  const told = facts.flatMap(({ name, verdicts }) => verdicts.map((verdict) => [alike ? "" : `${name}：`, verdict]));
  return [...new Map(told.map((pair) => [pair.join(""), pair])).values()];
}

function verdictLine([whose, verdict]) {
  const [word] = verdict.split("（");
  return element("li", {}, whose, element("b", {}, word), `${verdict.slice(word.length)}。`);
}

const notesOf = (facts) => [...new Set(facts.map((fact) => fact.note).filter(Boolean))];

/** With a full stop where there is none. */
const ended = (text) => (/[。！？：]$/.test(text) ? text : `${text}。`);

function factOf({ name, value, change, period, metricAt }) {
  const said = [name, "：", element("b", {}, value), change ? `，${change}` : ""];
  return element("li", {}, link(metricAt, {}, ...said), `（${period}）`);
}

function standardOf({ title, lines, at }) {
  return [element("p", {}, link(at, {}, title)), element("ul", {}, ...lines.map((line) => element("li", {}, line)))];
}

function quotesOf(sentences, facts = []) {
  return [...new Set(sentences)].map((sentence) => {
    const fact = facts.find((one) => one.sentence === sentence);
    const source = fact ? [element("p", {}, link(fact.at, { "aria-label": `看原文中的这句话：${fact.name}` }, "看原文中的这句话"))] : [];
    return element("blockquote", {}, element("p", {}, sentence), ...source);
  });
}

/** An answer in one breath, for the live region: figures with their verdicts, or the lines of a list. */
function spokenAnswer({ kind, facts, lines, text, title, lead }) {
  if (kind === "standard") return `回答：${title}。${lines.join("")}`;
  if (kind !== "figure") return `回答：${ended(text)}`;
  const told = facts.map(({ name, value, change }) => [name, value, change].filter(Boolean).join("，"));
  return `回答：${lead}${told.join("；")}。${[...verdictsOf(facts).map((pair) => `${pair.join("")}。`), ...notesOf(facts)].join("")}`;
}

function nothing(query, known) {
  const hints = [element("li", {}, "换个说法，或者少打几个字；拼音、首字母、数字都可以。"), element("li", {}, "本站只有履行教育职责自查自评报告和它的说明，别的事这里没有。")];
  if (chosen().kind) hints.unshift(element("li", {}, "只找了这一种，可以把“种类”改回“全部”。"));
  const parts = known.filter((word) => word !== query);
  if (parts.length) hints.unshift(element("li", {}, "可以只找：", ...parts.flatMap((word) => [indexLink(word, `?${new URLSearchParams({ q: word })}`), " "])));
  hints.push(element("li", {}, indexLink("看全部数值和名词的索引", "")));
  return element("div", { class: "search-nothing" }, element("p", {}, `没有找到“${query}”。`), element("ul", {}, ...hints));
}

const indexLink = (words, query) => element("a", { href: `${form.action.split("?")[0]}${query}` }, words);

function showFilters(years) {
  if (filters.childElementCount) return;
  const reports = [["", "最新报告"], ...years, ["all", "全部年份"]];
  filters.append(choice("kind", "种类", KINDS), ...(years.length > 1 ? [choice("year", "年份", reports)] : []));
}

function choice(name, words, options) {
  const select = element("select", { name }, ...options.map(([value, text]) => element("option", { value }, text)));
  if (options.some(([value]) => value === given[name])) select.value = given[name];
  select.addEventListener("change", ask);
  return element("label", {}, `${words} `, select);
}

/** Why nothing can be searched; the index still can be read. */
export function fail(error) {
  if (page) {
    filterIndex();
    return;
  }
  const why = error.message === "file" ? "这是存在电脑里的网页，浏览器不允许它查找。" : "查找用的文件没有取到。";
  say(why);
  body.replaceChildren(element("p", {}, indexLink("请到索引页里找", `?${new URLSearchParams({ q: field.value })}`), "。"));
}
