// Shapes that carry meaning, and the edges of controls, against what is around them: 3:1 (WCAG 1.4.11).
// A shape counts by its fill or its line; one that only lies under another shape of its drawing is a ground.
() => {
  const { behind, colour, contrast, forget, name, over, seen } = audit;
  const LEAST = 3;
  const found = new Set();
  forget();

  const ink = (text, ground) => (/^(rgb|color\()/.test(text) ? over(colour(text), ground) : null);
  const meets = (one, other) =>
    one.left <= other.right && other.left <= one.right && one.top <= other.bottom && other.top <= one.bottom;
  const shapes = (drawing) => [...drawing.querySelectorAll("rect, circle, ellipse, path, polygon, line, polyline")];
  const lined = (style) => style.stroke !== "none" && Number.parseFloat(style.strokeWidth) > 0;
  const filled = (shape, style) => style.fill !== "none" && !["line", "polyline"].includes(shape.localName);

  // What is painted where a shape stands: the last one drawn before it there, else what is behind the drawing.
  const ground = (shape) => {
    const box = shape.getBoundingClientRect();
    let below = behind(shape.ownerSVGElement.parentElement);
    for (const other of shapes(shape.ownerSVGElement)) {
      if (other === shape) break;
      const around = other.getBoundingClientRect();
      const covers = around.left <= box.left && around.right >= box.right && around.top <= box.top && around.bottom >= box.bottom;
      const style = getComputedStyle(other);
      if (covers && filled(other, style) && other.localName !== "path") below = ink(style.fill, below) ?? below;
    }
    return below;
  };

  for (const shape of document.querySelectorAll("svg :is(rect, circle, ellipse, path, polygon, line, polyline)")) {
    const box = shape.getBoundingClientRect();
    if (!seen(shape) || shape.closest("defs, pattern, clipPath, [data-decoration]") || (!box.width && !box.height)) continue;
    const style = getComputedStyle(shape);
    const below = ground(shape);
    const paints = [filled(shape, style) && style.fill, lined(style) && style.stroke].filter(Boolean);
    if (paints.some((text) => text.startsWith("url("))) continue; // a pattern is judged by its own shapes
    const inks = paints.map((text) => ink(text, below)).filter(Boolean);
    const best = Math.max(1, ...inks.map((one) => contrast(one, below)));
    if (!inks.length || best >= LEAST - 0.005) continue;
    const later = [...shapes(shape.ownerSVGElement), ...shape.ownerSVGElement.querySelectorAll("text")].some((other) => {
      if (!(shape.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING)) return false;
      const over = getComputedStyle(other);
      const marks = [filled(other, over) && over.fill, lined(over) && over.stroke].filter(Boolean);
      return meets(box, other.getBoundingClientRect()) && marks.some((text) => contrast(ink(text, inks[0]) ?? inks[0], inks[0]) >= LEAST);
    });
    if (!later) found.add(`${best.toFixed(2)}:1 ${name(shape)} in ${name(shape.ownerSVGElement)}`);
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
