// The worker: takes files and queries from the page, and replies with what it finds.

import { arrange, library, open } from "./search-index.js";
import { search } from "./search.js";

let rehearsed = false;

/** Searches while nobody waits, for one thing at a time, so that the browser compiles what it will need. */
function rehearse([next, ...rest]) {
  if (!next) return;
  search(next);
  setTimeout(() => rehearse(rest), 10);
}

/** A few names, one of them mistyped, and a number. */
function rehearsals() {
  const names = library.names.map(({ word }) => word).filter((word) => word.length > 3).slice(0, 12);
  return [...names.slice(0, 1).map((name) => name.replace(/.$/, "乜")), "1234", ...names];
}

addEventListener("message", ({ data }) => {
  const { files = [], scripts = [], query, filter, all, id } = data;
  if (scripts.length) importScripts(...scripts);
  for (const text of files) open(JSON.parse(text));
  if (files.length || scripts.length) arrange();
  if (query === undefined) return;
  postMessage({ id, query, years: library.site.years, ...search(query, filter, all) });
  if (!rehearsed) rehearse(rehearsals());
  rehearsed = true;
});
