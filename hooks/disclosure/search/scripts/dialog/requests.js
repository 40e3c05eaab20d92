// Asking the worker, and taking what it found.

import { filterIndex, showIndex } from "./page-index.js";
import { body, clear, close, field, filters, given, LONGEST, open, page, panel, say, search, SEARCHING, SLOW, state } from "./panel.js";
import { fail, show } from "./rendering.js";

/** Asks the worker what the field says now. */
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
  state.asked += 1;
  const id = state.asked;
  setTimeout(() => state.asking === id && wait(), SLOW);
  state.asking = id;
  state.engine?.postMessage({ id, query, filter: chosen(), all: query === state.unfolded });
  if (page) history.replaceState(null, "", `?${new URLSearchParams(Object.entries({ q: query, ...chosen() }).filter(([, value]) => value))}`);
}

/** Whether what the field says is still to be shown: not after Escape, nor to who went elsewhere. */
export const awaited = () => page || state.asking !== null || !panel.hidden;

function wait() {
  open();
  say(SEARCHING);
}

/** What is chosen in the filters; before they are there, what the address asks for. */
export const chosen = () => (filters.childElementCount ? Object.fromEntries([...filters.querySelectorAll("select")].map((select) => [select.name, select.value])) : given);

/**
 * What the worker found; what it lacks is fetched, and asked again. The panel opens only now: an empty one would cost
 * a layout of its own.
 */
export async function take({ data }) {
  if (data.id !== state.asking) return;
  state.asking = null;
  state.works = true;
  if (!data.need.length) state.lacks = false;
  open();
  show(data);
  const need = data.need.filter((name) => !state.fetched.has(name));
  if (!need.length) return;
  need.forEach((name) => state.fetched.add(name));
  body.setAttribute("aria-busy", "true");
  try {
    await search.more(need);
    if (awaited()) ask();
  } catch {
    need.forEach((name) => state.fetched.delete(name));
    state.lacks = true;
    if (data.id === state.asked && awaited()) show({ ...data, need: [] });
  }
}

/** The worker is not there, or lacks a script: before its first reply nothing can be found. */
search.broken = () => {
  state.lacks = true;
  if (state.works) return;
  search.failed = new Error("worker");
  if (awaited()) ask();
};
