// Asking the worker, and taking what it found.

/** Asks the worker what the field says now. */
function ask() {
  const query = field.value.trim().slice(0, LONGEST);
  if (page) showIndex(!query);
  if (!query) {
    asked += 1;
    close();
    clear();
    if (page && search.failed) filterIndex();
    return;
  }
  open();
  if (search.failed) {
    fail(search.failed);
    return;
  }
  asked += 1;
  const id = asked;
  setTimeout(() => asking === id && say("正在查找…"), SLOW);
  asking = id;
  engine?.postMessage({ id, query, filter: chosen() });
  if (page) history.replaceState(null, "", `?${new URLSearchParams(Object.entries({ q: query, ...chosen() }).filter(([, value]) => value))}`);
}

/** What is chosen in the filters; before they are there, what the address asks for. */
const chosen = () => (filters.childElementCount ? Object.fromEntries([...filters.querySelectorAll("select")].map((select) => [select.name, select.value])) : given);

/** What the worker found; what it lacks is fetched, and asked again. */
async function take({ data }) {
  const need = data.need.filter((name) => !fetched.has(name));
  if (data.id !== asked) return;
  asking = null;
  works = true;
  show(data);
  if (!need.length) return;
  need.forEach((name) => fetched.add(name));
  body.setAttribute("aria-busy", "true");
  try {
    await search.more(need);
    ask();
  } catch {
    need.forEach((name) => fetched.delete(name));
    lacks = true;
    show({ ...data, need: [] });
  }
}

/** The worker is not there, or lacks a script: before its first reply nothing can be found. */
search.broken = () => {
  lacks = true;
  if (works) return;
  search.failed = new Error("worker");
  ask();
};
