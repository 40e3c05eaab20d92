// Things follow each other as they are written: below, or to the right; a jump upward only into the next column.
(what) => {
  const { name, seen, stops, texts, boxes, clipped } = audit;
  const found = [];
  const area = (item) => {
    const box = item.localName === "input" && item.labels?.[0] ? item.labels[0] : item;
    return box.getBoundingClientRect();
  };
  const list =
    what === "stops"
      ? stops().map((item) => [area(item), item])
      : texts().filter((node) => !clipped(node.parentElement)).map((node) => [boxes(node)[0], node.parentElement]);

  let before = null;
  for (const [box, element] of list) {
    if (!box || (box.bottom + scrollY <= 0) || (element.ownerSVGElement && what !== "stops")) continue;
    if (before) {
      const [last, earlier] = before;
      const below = box.top >= last.bottom - 4 || box.bottom >= last.bottom + 4;
      const beside = box.left >= last.left - 1 && box.bottom > last.top;
      const column = box.left >= last.right - 1;
      if (!(below || beside || column)) found.push(`${name(element)} stands before ${name(earlier)}`);
    }
    before = [box, element];
  }
  return found;
}
