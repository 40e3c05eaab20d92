// Entries by their addresses.

import { entry, library } from "../worker/search-index.js";

/** The entries at an address: of a page (perhaps only as a guide tells of it), of a heading, or of a metric's figures. */
export function entriesAt(at) {
  const [page, fragment] = at.split("#");
  const metric = /^metrics\/([^/]+)\//.exec(page)?.[1];
  if (metric) return library.entries.filter((item) => item.kind === "figure" && item.cells.metric === metric);
  const exact = library.entries.filter((item) => item.at === at);
  if (exact.length || fragment) return exact;
  const found = library.entries.filter((item) => item.at.split("#")[0] === page);
  const guided = library.answers.guides.filter((guide) => guide.at === at);
  return found.length ? found : guided.map(({ title, text }) => entry({ kind: "page", title, at, lines: [text] }, null));
}
