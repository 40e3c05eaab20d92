// Rendering: answer, results, filters, and the count that is announced.

import { filterIndex } from "./page-index.js";
import { addressFilters, announce, body, element, field, filters, form, KIND_NAMES, KINDS, link, page, SEARCHING, state, status } from "./panel.js";
import { ask, chosenFilters } from "./requests.js";

const INCOMPLETE = "有的文件没有取到，可能没有找全，请刷新页面再试。";

export function show({ query, answer, results, count, known, unknown, years, need }) {
  showFilters(years);
  const parts = answer ? [answerOf(answer)] : [];
  if (unknown.length) parts.push(element("p", { class: "aside" }, `本站没有写到“${unknown.join("”“")}”，下面是按其余的字找到的。`));
  if (results.length) parts.push(element("ol", { class: "search-results" }, ...results.map(resultOf)));
  if (count > results.length) parts.push(more(query, count - results.length));
  if (!count && !answer) parts.push(noResults(query, known));
  replaceBody(parts);
  const waiting = need.some((name) => !state.fetched.has(name));
  if (!waiting) body.removeAttribute("aria-busy");
  if (waiting) announce(SEARCHING);
  else announce(count ? `找到 ${count} 条` : answer ? "没有别的结果" : "没有找到", answer ? spokenAnswer(answer) : "");
  if (!state.isIncomplete) return;
  body.append(element("p", { class: "aside" }, INCOMPLETE));
  status.append(`。${INCOMPLETE}`);
}

/** Replaces the results. The focus stays on its link, or moves from the button to the first new result, or to the field. */
function replaceBody(parts) {
  const here = body.contains(document.activeElement) ? document.activeElement : null;
  const results = () => body.querySelectorAll("[data-search-result]");
  const shown = results().length;
  body.replaceChildren(...parts);
  if (!here) return;
  const next = here.href ? [...body.querySelectorAll("a")].find(({ href }) => href === here.href) : results()[shown];
  (next ?? field).focus();
}

/** A button that shows all results. */
function more(query, rest) {
  const button = element("button", { type: "button", class: "button quiet" }, `再看其余 ${rest} 条`);
  button.addEventListener("click", () => {
    state.expandedQuery = query;
    ask();
  });
  return button;
}

function resultOf({ kind, year, title, value, period, excerpt, at }) {
  const aside = [KIND_NAMES[kind], year ? `${year}年报告` : "", period].filter(Boolean).join(" · ");
  const name = link(at, { "data-search-result": "" }, ...marks(title), ...(value ? ["：", element("b", {}, value)] : []));
  return element("li", {}, name, element("span", { class: "aside" }, aside), element("p", {}, ...marks(excerpt)));
}

const marks = (pieces) => pieces.map(([text, hit]) => (hit ? element("mark", {}, text) : text));

/** An answer with its source; sentences of the report are quoted. */
function answerOf(answer) {
  const section = element("section", { "data-search-answer": "", class: "search-answer", "aria-label": "直接回答" });
  if (answer.kind === "figure") section.append(...figuresOf(answer));
  else if (answer.kind === "standard") section.append(...standardOf(answer));
  else {
    const title = answer.kind === "guide" || answer.kind === "term" ? [element("b", {}, answer.title), "："] : [];
    section.append(element("p", {}, ...title, ended(answer.text)));
    section.append(...quotesOf(answer.quotes ?? []));
    if (answer.at) section.append(element("p", {}, link(answer.at, {}, answer.kind === "unstated" ? "看报告写到的" : "打开这一页")));
  }
  if (answer.contact) {
    const { text, at } = answer.contact;
    section.append(element("p", { class: "aside" }, `要问的可以问发布单位：${text}`, ...(at ? [link(at, {}, "怎样提意见")] : [])));
  }
  return section;
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

/** Each verdict once, as [whose, verdict]; without a name if all figures have the same verdicts. */
function verdictsOf(facts) {
  const alike = new Set(facts.map((fact) => fact.verdicts.join())).size === 1;
  const pairs = facts.flatMap(({ name, verdicts }) => verdicts.map((verdict) => [alike ? "" : `${name}：`, verdict]));
  return [...new Map(pairs.map((pair) => [pair.join(""), pair])).values()];
}

function verdictLine([whose, verdict]) {
  const [word] = verdict.split("（");
  return element("li", {}, whose, element("b", {}, word), `${verdict.slice(word.length)}。`);
}

const notesOf = (facts) => [...new Set(facts.map((fact) => fact.note).filter(Boolean))];

/** The text with a full stop, if it has none. */
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

/** An answer as one text for the live region: figures with their verdicts, or the lines of a list. */
function spokenAnswer({ kind, facts, lines, text, title, lead }) {
  if (kind === "standard") return `回答：${title}。${lines.join("")}`;
  if (kind !== "figure") return `回答：${ended(text)}`;
  const sentences = facts.map(({ name, value, change }) => [name, value, change].filter(Boolean).join("，"));
  return `回答：${lead}${sentences.join("；")}。${[...verdictsOf(facts).map((pair) => `${pair.join("")}。`), ...notesOf(facts)].join("")}`;
}

function noResults(query, known) {
  const hints = [element("li", {}, "换个说法，或者少打几个字；拼音、首字母、数字都可以。"), element("li", {}, "本站只有履行教育职责自查自评报告和它的说明，别的事这里没有。")];
  if (chosenFilters().kind) hints.unshift(element("li", {}, "只找了这一种，可以把“种类”改回“全部”。"));
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
  if (options.some(([value]) => value === addressFilters[name])) select.value = addressFilters[name];
  select.addEventListener("change", ask);
  return element("label", {}, `${words} `, select);
}

/** Tells why search is not possible, and links to the index. */
export function fail(error) {
  if (page) {
    filterIndex();
    return;
  }
  const why = error.message === "file" ? "这是存在电脑里的网页，浏览器不允许它查找。" : "查找用的文件没有取到。";
  announce(why);
  body.replaceChildren(element("p", {}, indexLink("请到索引页里找", `?${new URLSearchParams({ q: field.value })}`), "。"));
}
