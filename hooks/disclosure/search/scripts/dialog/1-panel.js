// The form's own things: where results are shown, and how an element is made. All parts are one block.

const search = window.disclosureSearch;
const { form, field, root } = search;
/** On the search page results stand in the page; elsewhere in a dialog below the form. */
const page = document.querySelector("[data-search-live]");
const index = document.querySelector("[data-search-index]");
const KINDS = [["", "全部"], ["figure", "数值"], ["section", "报告正文"], ["problem", "问题和整改"], ["correction", "更正"], ["more", "名词和说明"]];
const NAMES = { figure: "数值", section: "报告正文", problem: "问题", step: "打算", item: "整改", correction: "更正", opinion: "意见", standard: "标准对照", term: "名词", page: "说明" };
/** What a shared address asks for besides words; a kind that there is not is none. */
const given = Object.fromEntries([...new URLSearchParams(page ? location.search : "")].filter(([name, value]) => name === "year" || (name === "kind" && KINDS.some(([kind]) => kind === value))));
const SEARCHING = "正在查找…";
const SLOW = 400;
const LONGEST = 100;
const panel = makePanel();
const [status, filters, body] = panel.children;
let engine = null;
let asked = 0;
let asking = null;
/** The query of which all results are shown, and not only the first. */
let unfolded = null;
/** Whether the worker has replied yet, and whether a later file could not be had. */
let [works, lacks] = [false, false];
const fetched = new Set();

/** @param {string} tag @param {Record<string, string>} attributes @param {...(Node | string)} children */
function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

const link = (at, attributes, ...children) => element("a", { href: new URL(at, root).href, ...attributes }, ...children);

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
