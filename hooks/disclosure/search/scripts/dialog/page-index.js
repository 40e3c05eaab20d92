// The index on the search page, which is all there is without scripts.

import { announce, field, filters, index, page, search } from "./panel.js";

/** Shows the index while the field is empty; otherwise its links would count as results. */
export function showIndex(shown) {
  if (search.failed || !index) return;
  if (shown) page.after(index);
  else index.remove();
  filters.hidden = shown;
}

/** Without an engine the index is filtered by plain comparison. */
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
  announce(query ? `${why}${found ? `找到 ${found} 条` : "没有找到。可以换个说法，或清空后浏览全部索引。"}` : why);
}
