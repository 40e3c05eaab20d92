// Requests to the worker, and its replies.

import { filterIndex, showIndex } from "./page-index.js";
import { addressFilters, announce, body, clear, close, field, filters, LONGEST, open, page, panel, search, SEARCHING, SLOW, state } from "./panel.js";
import { fail, show } from "./rendering.js";

/** Sends the query in the field to the worker. */
export function ask() {
  const query = field.value.trim().slice(0, LONGEST);
  if (page) showIndex(!query);
  if (!query) {
    close();
    clear();
    if (page) history.replaceState(null, "", location.pathname);
    if (page && search.failed) filterIndex();
    return;
  }
  if (search.failed) {
    open();
    fail(search.failed);
    return;
  }
  state.lastId += 1;
  const id = state.lastId;
  setTimeout(() => state.awaitedId === id && wait(), SLOW);
  state.awaitedId = id;
  state.engine?.postMessage({ id, query, filter: chosenFilters(), all: query === state.expandedQuery });
  if (page) history.replaceState(null, "", `?${new URLSearchParams(Object.entries({ q: query, ...chosenFilters() }).filter(([, value]) => value))}`);
}

/** Whether a reply is still to be shown: not after Escape, nor after the focus left. */
export const isAwaited = () => page || state.awaitedId !== null || !panel.hidden;

function wait() {
  open();
  announce(SEARCHING);
}

/** The chosen filters; until they are shown, those of the address. */
export const chosenFilters = () => (filters.childElementCount ? Object.fromEntries([...filters.querySelectorAll("select")].map((select) => [select.name, select.value])) : addressFilters);

/**
 * Shows a reply; files that it needs are fetched, and the query is sent again. The panel opens only now, since an
 * empty one would cost a layout of its own.
 */
export async function receive({ data }) {
  if (data.id !== state.awaitedId) return;
  state.awaitedId = null;
  state.hasReplied = true;
  if (!data.need.length) state.isIncomplete = false;
  open();
  show(data);
  const need = data.need.filter((name) => !state.fetched.has(name));
  if (!need.length) return;
  need.forEach((name) => state.fetched.add(name));
  body.setAttribute("aria-busy", "true");
  try {
    await search.more(need);
    if (isAwaited()) ask();
  } catch {
    need.forEach((name) => state.fetched.delete(name));
    state.isIncomplete = true;
    if (data.id === state.lastId && isAwaited()) show({ ...data, need: [] });
  }
}

/** Called when the worker fails, or can't load a script: before its first reply no search is possible. */
search.broken = () => {
  state.isIncomplete = true;
  if (state.hasReplied) return;
  search.failed = new Error("worker");
  if (isAwaited()) ask();
};
