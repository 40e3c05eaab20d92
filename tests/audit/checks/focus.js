// The element with the focus: reachable to the eye, not covered, and marked with 3:1 (WCAG 2.4.7, 2.4.11, 2.4.13).
() => {
  const { behind, boxes, colour, contrast, forget, name, over } = audit;
  const LEAST = 3;
  const element = document.activeElement;
  if (!element || element === document.body || element === document.documentElement) return null;
  forget();
  const faults = [];
  const shown = element.matches("input[type=radio], input[type=checkbox]") ? (element.labels?.[0] ?? element) : element;
  const box = [...shown.getClientRects()].find((part) => part.width > 0 && part.height > 0);
  if (!box) return { stop: name(element), faults: ["an invisible stop"], place: null };
  if (box.bottom <= 0 || box.top >= innerHeight || box.right <= 0 || box.left >= innerWidth) faults.push("outside the window");
  else {
    const middle = (from, to, end) => (Math.max(from, 0) + Math.min(to, end)) / 2;
    const top = document.elementFromPoint(middle(box.left, box.right, innerWidth), middle(box.top, box.bottom, innerHeight));
    if (top && !shown.contains(top) && !top.contains(shown)) faults.push(`covered by ${name(top)}`);
  }

  // An outline or a shadow stands on what is around the element, or inside it; a new ground beside what it was.
  const ratios = (item) => {
    const style = getComputedStyle(item);
    const around = behind(item.parentElement);
    const inner = behind(item);
    const marks = [];
    const width = Number.parseFloat(style.outlineWidth);
    if (style.outlineStyle !== "none" && width >= 2) {
      const ground = Number.parseFloat(style.outlineOffset) <= -width ? inner : around;
      marks.push(contrast(over(colour(style.outlineColor), ground), ground));
    }
    for (const shadow of style.boxShadow.match(/(?:rgba?|color)\([^)]*\)/g) ?? []) {
      marks.push(contrast(over(colour(shadow), around), around));
    }
    return marks;
  };
  const best = Math.max(0, ...ratios(element), ...(shown === element ? [] : ratios(shown)));
  if (best < LEAST - 0.005) faults.push(`its mark has ${best.toFixed(2)}:1`);
  const number = audit.stops().indexOf(element);
  return { stop: name(element), faults, number };
}
