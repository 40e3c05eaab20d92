// Words against what is behind them: 7:1 for every one, large or small (WCAG 1.4.6).
() => {
  const { behind, clipped, colour, contrast, forget, name, opacity, over, pictured, texts } = audit;
  const LEAST = 7;
  const found = new Set();
  forget();

  const compare = (element, ink, ground, what = "") => {
    const shown = over([...ink.slice(0, 3), ink[3] * opacity(element)], ground);
    const ratio = contrast(shown, ground);
    if (ratio < LEAST - 0.005) found.add(`${ratio.toFixed(2)}:1 ${what}${name(element)}`);
  };

  // Shapes drawn before a word of the same drawing, beneath it.
  const painted = (element) => {
    const box = element.getBoundingClientRect();
    const shapes = [...element.ownerSVGElement.querySelectorAll("rect, circle, ellipse, path, polygon")];
    return shapes.filter((shape) => {
      const other = shape.getBoundingClientRect();
      const earlier = shape.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING;
      const meets = other.left < box.right && box.left < other.right && other.top < box.bottom && box.top < other.bottom;
      return earlier && meets && getComputedStyle(shape).fill.startsWith("rgb");
    });
  };

  for (const node of texts()) {
    const element = node.parentElement;
    if (clipped(element)) continue;
    const style = getComputedStyle(element);
    if (element.ownerSVGElement) {
      const below = behind(element.ownerSVGElement.parentElement);
      const grounds = painted(element).map((shape) => over(colour(getComputedStyle(shape).fill), below));
      for (const ground of [grounds.at(-1) ?? below]) compare(element, colour(style.fill), ground, "SVG ");
      continue;
    }
    const picture = pictured(element);
    if (picture) found.add(`a picture behind words can't be measured: ${name(picture)}`);
    compare(element, colour(style.color), behind(element));
  }
  for (const element of document.querySelectorAll("input, select, textarea")) {
    if (!audit.seen(element) || ["radio", "checkbox", "hidden"].includes(element.type)) continue;
    compare(element, colour(getComputedStyle(element).color), behind(element), "what is typed in ");
    if (element.placeholder) {
      compare(element, colour(getComputedStyle(element, "::placeholder").color), behind(element), "placeholder of ");
    }
  }
  for (const element of document.querySelectorAll("body *")) {
    for (const part of ["::before", "::after"]) {
      const style = getComputedStyle(element, part);
      if (/^"[^"]/.test(style.content) && audit.seen(element) && style.content.trim() !== '" "') {
        compare(element, colour(style.color), over(colour(style.backgroundColor), behind(element)), `${part} of `);
      }
    }
  }
  return [...found];
}
