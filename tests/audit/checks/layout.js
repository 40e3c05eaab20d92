// Nothing leaves the window sideways, is cut off, or lies over other words.
() => {
  const { boxes, clipped, name, texts } = audit;
  const found = new Set();
  const root = document.documentElement;
  const wide = root.clientWidth;
  if (root.scrollWidth > wide) found.add(`the page is ${root.scrollWidth} px wide in a window of ${wide} px`);

  // The boxes that cut or scroll what is in them.
  const frames = (element) => {
    const all = [];
    for (let node = element; node && node !== document.body; node = node.parentElement) {
      const style = getComputedStyle(node);
      if (style.overflowX !== "visible" || style.overflowY !== "visible") all.push([node, style]);
    }
    return all;
  };

  const lines = [];
  for (const node of texts()) {
    const element = node.parentElement;
    if (clipped(element)) continue;
    const around = frames(element);
    const scrolled = around.some(([, style]) => /auto|scroll/.test(style.overflowX + style.overflowY));
    for (const box of boxes(node)) {
      // Of a line its em square is compared: the boxes of a font are taller than its characters.
      const size = Math.min(Number.parseFloat(getComputedStyle(element).fontSize), box.height);
      const middle = (box.top + box.bottom) / 2;
      const line = { left: box.left, right: box.right, top: middle - size / 2, bottom: middle + size / 2, node };
      if (!scrolled && (line.right > wide + 1 || line.left < -1) && line.bottom + scrollY > 0) {
        found.add(`beyond the window's edge: ${name(element)}`);
      }
      for (const [frame, style] of around) {
        const edge = frame.getBoundingClientRect();
        const cutX = /hidden|clip/.test(style.overflowX) && (line.right > edge.right + 1 || line.left < edge.left - 1);
        const cutY = /hidden|clip/.test(style.overflowY) && (line.bottom > edge.bottom + 1 || line.top < edge.top - 1);
        if (cutX || cutY) found.add(`cut off by ${name(frame)}: ${name(element)}`);
        line.left = Math.max(line.left, edge.left);
        line.right = Math.min(line.right, edge.right);
      }
      if (line.right > line.left) lines.push(line);
    }
  }

  lines.sort((one, other) => one.top - other.top);
  for (const [place, line] of lines.entries()) {
    for (let next = place + 1; next < lines.length && lines[next].top < line.bottom - 2; next += 1) {
      const other = lines[next];
      const across = Math.min(line.right, other.right) - Math.max(line.left, other.left);
      if (across > 2 && other.node !== line.node) {
        found.add(`${name(line.node.parentElement)} lies over ${name(other.node.parentElement)}`);
      }
    }
  }
  return [...found].slice(0, 20);
}
