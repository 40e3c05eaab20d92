// What the checks share: which elements a reader sees, and in which colours.
// Every check is a function of the page that returns its complaints, each a line of text.

globalThis.audit ??= (() => {
  const seen = (element) =>
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true, contentVisibilityAuto: true });

  // The words that are painted for screen readers only, clipped to a pixel.
  const clipped = (element) => {
    for (let node = element; node && node !== document.body; node = node.parentElement) {
      const style = getComputedStyle(node);
      if (style.clipPath !== "none" || style.clip !== "auto") return true;
    }
    return false;
  };

  const name = (element) => {
    const id = element.id ? `#${element.id}` : "";
    const classes = [...element.classList].map((item) => `.${item}`).join("");
    const words = (element.textContent || element.getAttribute("aria-label") || "").replace(/\s+/g, " ").trim();
    return `<${element.localName}${id}${classes}> ${words.slice(0, 40)}`.trim();
  };

  // A colour as a browser prints it: rgb(r, g, b), rgb(r g b / a), rgba(…), color(srgb r g b / a).
  const colour = (text) => {
    const [red, green, blue, alpha = 1] = text.match(/[\d.]+(?:e-\d+)?%?/g)?.map(Number) ?? [0, 0, 0, 0];
    const scale = text.startsWith("color(srgb") ? 255 : 1;
    return [red * scale, green * scale, blue * scale, alpha];
  };
  const over = ([r, g, b, a], below) => [r, g, b].map((part, i) => part * a + below[i] * (1 - a)).concat(1);
  const light = ([...parts]) => {
    const [r, g, b] = parts.map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (one, other) => {
    const [dark, bright] = [light(one), light(other)].sort((a, b) => a - b);
    return (bright + 0.05) / (dark + 0.05);
  };

  // What is painted behind an element's words: its own and its ancestors' backgrounds, the page's last.
  const backgrounds = new Map();
  const canvas = () => {
    const probe = document.createElement("i");
    probe.style.setProperty("background-color", "Canvas");
    document.body.append(probe);
    const found = colour(getComputedStyle(probe).backgroundColor);
    probe.remove();
    return found;
  };
  const behind = (element) => {
    if (!element) return canvas();
    if (!backgrounds.has(element)) {
      const style = getComputedStyle(element);
      const own = colour(style.backgroundColor);
      backgrounds.set(element, own[3] === 1 ? own : over(own, behind(element.parentElement)));
    }
    return backgrounds.get(element);
  };
  const pictured = (element) => {
    for (let node = element; node; node = node.parentElement) {
      const style = getComputedStyle(node);
      if (style.backgroundImage !== "none") return node;
      if (colour(style.backgroundColor)[3] === 1) return null;
    }
    return null;
  };
  const opacity = (element) => {
    let share = 1;
    for (let node = element; node; node = node.parentElement) share *= Number(getComputedStyle(node).opacity);
    return share;
  };

  const texts = () => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.data.trim() && seen(node.parentElement)) found.push(node);
    }
    return found;
  };
  const boxes = (node) => {
    const range = document.createRange();
    range.selectNodeContents(node);
    return [...range.getClientRects()].filter((box) => box.width > 0 && box.height > 0);
  };

  const STOPS = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]";
  const stops = () =>
    [...document.querySelectorAll(STOPS)].filter((item) => item.tabIndex >= 0 && !item.disabled && seen(item));

  const forget = () => backgrounds.clear();
  return { behind, boxes, clipped, colour, contrast, forget, name, opacity, over, pictured, seen, stops, texts };
})();
