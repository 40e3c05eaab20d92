// Shapes that carry meaning, and the edges of controls, against what is around them: 3:1 (WCAG 1.4.11).
// A shape counts by its fill or its line; one that only lies under another shape of its drawing is a ground.
() => {
  const { behind, colour, contrast, forget, name, over, seen } = audit;
  const LEAST = 3;
  const found = new Set();
  forget();

  const ink = (text, ground) => (text.startsWith("rgb") || text.startsWith("color(") ? over(colour(text), ground) : null);
  const around = (shape) => behind(shape.ownerSVGElement.parentElement);
  const meets = (one, other) =>
    one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

  for (const shape of document.querySelectorAll("svg :is(rect, circle, ellipse, path, polygon, line, polyline)")) {
    const box = shape.getBoundingClientRect();
    if (!seen(shape) || shape.closest("defs, pattern, clipPath, [data-decoration]")) continue;
    if (!box.width && !box.height) continue;
    const style = getComputedStyle(shape);
    const ground = around(shape);
    const lines = Number.parseFloat(style.strokeWidth) > 0 ? [style.fill, style.stroke] : [style.fill];
    if (lines.some((text) => text.startsWith("url("))) lines.push("rgb(0, 0, 0)"); // a pattern is judged by its own shapes
    const ratios = lines.map((text) => ink(text, ground)).filter(Boolean).map((one) => contrast(one, ground));
    if (!ratios.length || Math.max(...ratios) >= LEAST - 0.005) continue;
    const own = ink(style.fill, ground) ?? ground;
    const later = [...shape.ownerSVGElement.querySelectorAll("rect, circle, ellipse, path, polygon, text")].some(
      (other) =>
        shape.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING &&
        meets(box, other.getBoundingClientRect()) &&
        contrast(ink(getComputedStyle(other).fill, own) ?? own, own) >= LEAST - 0.005,
    );
    if (!later) found.add(`${Math.max(...ratios).toFixed(2)}:1 ${name(shape)} in ${name(shape.ownerSVGElement)}`);
  }
  for (const control of document.querySelectorAll("input, select, textarea, button")) {
    const style = getComputedStyle(control);
    if (!seen(control) || (style.appearance !== "none" && ["radio", "checkbox"].includes(control.type))) continue;
    const ground = behind(control.parentElement);
    const edges = [behind(control)];
    if (Number.parseFloat(style.borderTopWidth) > 0 && style.borderTopStyle !== "none") {
      edges.push(over(colour(style.borderTopColor), ground));
    }
    const best = Math.max(...edges.map((edge) => contrast(edge, ground)));
    if (best < LEAST - 0.005) found.add(`${best.toFixed(2)}:1 the edge of ${name(control)}`);
  }
  return [...found];
}
