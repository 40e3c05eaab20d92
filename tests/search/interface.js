// What a search interface shows, read alike for every contender. Evaluated in the page, never part of it.

({ group, result, answer, status: statusLine, busy, gone, come, quiet, patience }) => {
  const QUOTED = "blockquote, q, [data-official-text]";
  const SEARCHING = /正在/;

  function visible(selector, root = document) {
    const found = selector ? [...root.querySelectorAll(selector)] : [];
    return found.filter((element) => element.checkVisibility({ visibilityProperty: true }));
  }

  // Each result with the addresses that it leads to at first glance: its own, or a page's and its first section's.
  function results() {
    if (!group) return visible(result).map((link) => [link.href]);
    return visible(group).map((entry) => visible(result, entry).slice(0, 2).map((link) => link.href));
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
      results: results(),
      answer: visible(answer).map(ownWords).join("\n"),
      status,
      busy: visible(busy).length > 0 || SEARCHING.test(status),
    };
  }

  // Settled once nothing has changed for a while, and a status is gone or another has come where one is waited for.
  return new Promise((resolve) => {
    const started = performance.now();
    let last = "";
    let since = started;
    function watch() {
      const seen = look();
      const told = JSON.stringify(seen);
      const now = performance.now();
      if (told !== last) [last, since] = [told, now];
      const due = (gone === null || seen.status !== gone) && (come === null || seen.status === come);
      const settled = due && !seen.busy && now - since >= quiet;
      if (settled || now - started >= patience) resolve(seen);
      else setTimeout(watch, 10);
    }
    watch();
  });
}
