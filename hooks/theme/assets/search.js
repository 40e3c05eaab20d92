// Makes the search form answer while one types. Nothing is fetched before somebody goes to the form; without
// this script the form leads to the search page, which is an index. A classic script: file:// knows no modules.

{
  const { site, year, worker, dialog, style } = document.currentScript.dataset;
  const form = document.querySelector("form[role=search]");
  const field = form?.elements.q;
  /** The root of the site: where the addresses of results begin. */
  const root = new URL("..", new URL(site, location.href));

  /** What the dialog's script takes over. */
  const search = (window.disclosureSearch = { form, field, root, engine: null, failed: null });

  /** Fetches everything at once, for the first time only. */
  function open() {
    if (search.engine) return;
    // Escape closes the results in the dialog, and must not empty the field from now on.
    if (!form.hasAttribute("data-search")) field.type = "text";
    const link = document.createElement("link");
    Object.assign(link, { rel: "stylesheet", href: style });
    const script = document.createElement("script");
    script.src = dialog;
    // Tried again when the field is entered the next time.
    script.onerror = () => (search.engine = null);
    document.head.append(link, script);
    search.engine = location.protocol === "file:" ? Promise.reject(new Error("file")) : start();
    search.engine.catch((error) => (search.failed = error));
  }

  /** The worker with its first two files. */
  async function start() {
    const engine = new Worker(worker);
    engine.onerror = () => (search.broken ? search.broken() : (search.failed = new Error("worker")));
    const [tables, newest] = await Promise.all([site, year].map(text));
    engine.postMessage({ files: [tables, newest] });
    search.more = async (names) => {
      const { years, others } = JSON.parse(tables);
      const paths = names.map((name) => {
        const [kind, year = kind] = name.split(" ");
        return others[name] ?? years.find(([one]) => one === year)[kind === year ? 2 : 3];
      });
      const isScript = (path) => path.endsWith(".js");
      const scripts = paths.filter(isScript).map((path) => new URL(path, root).href);
      // The worker fetches its scripts itself, while the page fetches the rest.
      if (scripts.length) engine.postMessage({ scripts });
      const files = await Promise.all(paths.filter((path) => !isScript(path)).map((path) => text(new URL(path, root))));
      engine.postMessage({ files });
    };
    return engine;
  }

  /** Chinese takes two bytes a character in GBK, and three in UTF-8. */
  async function text(address) {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(String(answer.status));
    return new TextDecoder("gbk").decode(await answer.arrayBuffer());
  }

  if (form) {
    field.addEventListener("focus", open);
    document.addEventListener("keydown", (event) => {
      const typing = event.target.closest("input, textarea, select, [contenteditable]");
      if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
      if (document.documentElement.dataset.shortcut) return;
      event.preventDefault();
      field.focus();
    });
    const asked = form.hasAttribute("data-search") && new URLSearchParams(location.search).get("q");
    if (asked) field.value = asked;
    if (asked || document.activeElement === field) open();
  }
}
