// Filters the index of the search page by substring. Without it the page is a whole index.
// A classic script, deferred: browsers refuse to load modules from file://.

{
  const form = document.querySelector("[data-search]");
  const field = form.elements.q;
  const count = document.querySelector("[data-search-count]");
  const groups = [...document.querySelectorAll("[data-search-group]")];
  const entries = groups.flatMap((group) => [...group.querySelectorAll("li")]);
  const folded = new Map(entries.map((entry) => [entry, fold(entry.textContent)]));

  function fold(text) {
    return text.normalize("NFKC").toLowerCase().replace(/[\s,，]+/g, "");
  }

  function filter() {
    const query = fold(field.value);
    let found = 0;
    for (const entry of entries) {
      entry.hidden = !folded.get(entry).includes(query);
      found += !entry.hidden;
    }
    for (const group of groups) group.hidden = !group.querySelector("li:not([hidden])");
    count.textContent = query ? (found ? `找到 ${found} 条` : "没有找到。可以换个说法，或清空后浏览全部索引。") : "";
  }

  field.value = new URLSearchParams(location.search).get("q") ?? "";
  field.addEventListener("input", filter);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    filter();
  });
  filter();
}
