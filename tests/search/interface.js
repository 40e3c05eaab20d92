// What a search interface shows, read alike for every contender. Evaluated in the page, never part of it.

({ result, answer, status: statusLine, busy, idle, quiet, patience }) => {
  const QUOTED = "blockquote, q, [data-official-text]";
  const SEARCHING = /正在/;

  function visible(selector) {
    const found = selector ? [...document.querySelectorAll(selector)] : [];
    return found.filter((element) => element.checkVisibility({ visibilityProperty: true }));
  }

  // A quoted sentence may hold the figures of its neighbours; the answer's own words are the rest.
  function ownWords(element) {
    const copy = element.cloneNode(true);
    for (const quoted of copy.querySelectorAll(QUOTED)) quoted.remove();
    return copy.textContent.trim();
  }

  function look() {
    const status = [...document.querySelectorAll(statusLine)].map((line) => line.textContent.trim()).join("\n");
    return {
      links: visible(result).map((link) => link.href),
      answer: visible(answer).map(ownWords).join("\n"),
      status,
      busy: visible(busy).length > 0 || SEARCHING.test(status),
    };
  }

  // Settled once nothing has changed for a while; after a query, only once the status has changed at all.
  return new Promise((resolve) => {
    const started = performance.now();
    let last = "";
    let since = started;
    function watch() {
      const seen = look();
      const told = JSON.stringify(seen);
      const now = performance.now();
      if (told !== last) [last, since] = [told, now];
      const settled = now - since >= quiet && !seen.busy && (idle === null || seen.status !== idle);
      if (settled || now - started >= patience) resolve(seen);
      else setTimeout(watch, 10);
    }
    watch();
  });
}
