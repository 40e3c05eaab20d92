// The index of the search page, which is all there is without scripts.

import { field, filters, index, page, say, search } from "./panel.js";

/** The index stands in the page while nothing is asked for; its links are no results then. */
export function showIndex(shown) {
  if (search.failed || !index) return;
  if (shown) page.after(index);
  else index.remove();
  filters.hidden = shown;
}

/** Without an engine the index is narrowed by plain comparison. */
export function filterIndex() {
  if (!index.isConnected) page.after(index);
  const fold = (text) => text.normalize("NFKC").toLowerCase().replace(/[\s,，]+/g, "");
  const query = fold(field.value);
  let found = 0;
  for (const group of index.querySelectorAll("[data-search-group]")) {
    let here = 0;
    for (const entry of group.querySelectorAll("li")) {
      entry.hidden = !fold(entry.textContent).includes(query);
      here += !entry.hidden;
    }
    group.hidden = !here;
    found += here;
  }
  const why = search.failed.message === "file" ? "这是存在电脑里的网页，浏览器不允许它查找，只能在下面的索引里找。" : "查找用的文件没有取到，只能在下面的索引里找。";
  say(query ? `${why}${found ? `找到 ${found} 条` : "没有找到。可以换个说法，或清空后浏览全部索引。"}` : why);
}
