// Entries by address.

import { makeEntry, searchIndex } from "../worker/search-index.js";

/** The entries at an address: of a page (or the guide to it), of a heading, or of a metric's figures. */
export function entriesAt(at) {
  const [page, fragment] = at.split("#");
  const metric = /^metrics\/([^/]+)\//.exec(page)?.[1];
  if (metric) return searchIndex.entries.filter((entry) => entry.kind === "figure" && entry.cells.metric === metric);
  const exact = searchIndex.entries.filter((entry) => entry.at === at);
  if (exact.length || fragment) return exact;
  const found = searchIndex.entries.filter((entry) => entry.at.split("#")[0] === page);
  const guided = searchIndex.answers.guides.filter((guide) => guide.at === at);
  return found.length ? found : guided.map(({ title, text }) => makeEntry({ kind: "page", title, at, lines: [text] }, null));
}
