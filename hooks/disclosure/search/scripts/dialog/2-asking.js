// Asking the worker, and taking what it found.

/** Asks the worker what the field says now. */
function ask() {
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
  asked += 1;
  const id = asked;
  setTimeout(() => asking === id && wait(), SLOW);
  asking = id;
  engine?.postMessage({ id, query, filter: chosen(), all: query === unfolded });
  if (page) history.replaceState(null, "", `?${new URLSearchParams(Object.entries({ q: query, ...chosen() }).filter(([, value]) => value))}`);
}

/** Whether what the field says is still to be shown: not after Escape, nor to who went elsewhere. */
const awaited = () => page || asking !== null || !panel.hidden;

function wait() {
  open();
  say(SEARCHING);
}

/** What is chosen in the filters; before they are there, what the address asks for. */
const chosen = () => (filters.childElementCount ? Object.fromEntries([...filters.querySelectorAll("select")].map((select) => [select.name, select.value])) : given);

/**
 * What the worker found; what it lacks is fetched, and asked again. The panel opens only now: an empty one would cost
 * a layout of its own.
 */
async function take({ data }) {
  if (data.id !== asking) return;
  asking = null;
  works = true;
  if (!data.need.length) lacks = false;
  open();
  show(data);
  const need = data.need.filter((name) => !fetched.has(name));
  if (!need.length) return;
  need.forEach((name) => fetched.add(name));
  body.setAttribute("aria-busy", "true");
  try {
    await search.more(need);
    if (awaited()) ask();
  } catch {
    need.forEach((name) => fetched.delete(name));
    lacks = true;
    if (data.id === asked && awaited()) show({ ...data, need: [] });
  }
}

/** The worker is not there, or lacks a script: before its first reply nothing can be found. */
search.broken = () => {
  lacks = true;
  if (works) return;
  search.failed = new Error("worker");
  if (awaited()) ask();
};
