// The panel in which results are shown, and what all parts of the interface share.

export const search = window.disclosureSearch;
export const { form, field, root } = search;
/** The place of the results on the search page; on other pages they are shown in a dialog below the form. */
export const page = document.querySelector("[data-search-live]");
export const index = document.querySelector("[data-search-index]");
export const KINDS = [["", "全部"], ["figure", "数值"], ["section", "报告正文"], ["problem", "问题和整改"], ["correction", "更正"], ["more", "名词和说明"]];
export const KIND_NAMES = { figure: "数值", section: "报告正文", problem: "问题", step: "打算", item: "整改", correction: "更正", opinion: "意见", standard: "标准对照", term: "名词", page: "说明" };
/** The filters in the page's address; unknown kinds are ignored. */
export const addressFilters = Object.fromEntries([...new URLSearchParams(page ? location.search : "")].filter(([name, value]) => name === "year" || (name === "kind" && KINDS.some(([kind]) => kind === value))));
export const SEARCHING = "正在查找…";
export const SLOW = 400;
export const LONGEST = 100;
export const panel = makePanel();
export const [status, filters, body] = panel.children;
export const state = {
  engine: null,
  /** The number of the last query, and of the query whose reply is awaited. */
  lastId: 0,
  awaitedId: null,
  /** The query of which all results are shown, and not only the first. */
  expandedQuery: null,
  /** Whether the worker has replied once, and whether a file could not be fetched. */
  hasReplied: false,
  isIncomplete: false,
  /** Names of the files that were requested later. */
  fetched: new Set(),
};

/** @param {string} tag @param {Record<string, string>} attributes @param {...(Node | string)} children */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

export const link = (at, attributes, ...children) => element("a", { href: new URL(at, root).href, ...attributes }, ...children);

function makePanel() {
  const parts = [element("p", { role: "status", class: "search-status" }), element("div", { class: "search-filters" }), element("div")];
  if (page) {
    page.append(...parts);
    return page;
  }
  const made = element("div", { id: "search-panel", class: "search-panel", role: "dialog", "aria-label": "搜索结果" }, ...parts);
  made.hidden = true;
  form.after(made);
  field.setAttribute("role", "combobox");
  field.setAttribute("aria-haspopup", "dialog");
  field.setAttribute("aria-controls", made.id);
  field.setAttribute("aria-expanded", "false");
  return made;
}

export function open() {
  if (page) return;
  panel.hidden = false;
  field.setAttribute("aria-expanded", "true");
}

/** Closes the panel, and ignores the reply that is still awaited. */
export function close() {
  state.awaitedId = null;
  if (page) return;
  panel.hidden = true;
  field.setAttribute("aria-expanded", "false");
}

/** Announces something in the live region; `spoken` is for those who don't see the answer below. */
export const announce = (words, spoken = "") => status.replaceChildren(...(spoken ? [element("span", { class: "search-spoken" }, spoken)] : []), words);

export function clear() {
  body.replaceChildren();
  announce("");
}
