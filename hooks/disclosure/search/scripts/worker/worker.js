// The worker's entry point: receives files and queries from the page, and replies with results.

import { addFile, buildIndex, searchIndex } from "./search-index.js";
import { search } from "./search.js";

let warmedUp = false;

/** Runs queries one at a time while the worker is idle, so that the browser compiles the code. */
function warmUp([next, ...rest]) {
  if (!next) return;
  search(next);
  setTimeout(() => warmUp(rest), 10);
}

/** A few names, one with a typo, and a number. */
function warmUpQueries() {
  const names = searchIndex.names.map(({ word }) => word).filter((word) => word.length > 3).slice(0, 12);
  return [...names.slice(0, 1).map((name) => name.replace(/.$/, "乜")), "1234", ...names];
}

addEventListener("message", ({ data }) => {
  const { files = [], scripts = [], query, filter, all, id } = data;
  if (scripts.length) importScripts(...scripts);
  for (const text of files) addFile(JSON.parse(text));
  if (files.length || scripts.length) buildIndex();
  if (query === undefined) return;
  postMessage({ id, query, years: searchIndex.site.years, ...search(query, filter, all) });
  if (!warmedUp) warmUp(warmUpQueries());
  warmedUp = true;
});
