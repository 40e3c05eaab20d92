// What is pressed is 44 px wide and high (WCAG 2.5.5). Its exceptions: a link within a sentence, whose size the
// line decides; and one that another, large enough, on the same page stands in for.
() => {
  const { boxes, name, seen } = audit;
  const LEAST = 44;
  const SLACK = 0.5; // fractions of a pixel, from type in rem
  const found = new Set();

  const block = (element) => {
    let node = element.parentElement;
    while (getComputedStyle(node).display.startsWith("inline")) node = node.parentElement;
    return node;
  };
  // Words around it on the same lines that can't be pressed.
  const inSentence = (link) => {
    if (getComputedStyle(link).display !== "inline") return false;
    const walker = document.createTreeWalker(block(link), NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const words = node.data.replace(/[\s、，。；：|·]/g, "");
      if (words && !node.parentElement.closest("a, button, summary") && seen(node.parentElement)) return true;
    }
    return false;
  };
  const area = (element) => {
    const label = element.labels?.[0];
    const all = [element.getBoundingClientRect()];
    if (["radio", "checkbox"].includes(element.type) && label) all.push(label.getBoundingClientRect());
    const [left, top] = [Math.min(...all.map((box) => box.left)), Math.min(...all.map((box) => box.top))];
    const [right, bottom] = [Math.max(...all.map((box) => box.right)), Math.max(...all.map((box) => box.bottom))];
    return { width: right - left, height: bottom - top };
  };
  const large = ({ width, height }) => width >= LEAST - SLACK && height >= LEAST - SLACK;

  const targets = [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary")]
    .filter((item) => seen(item) && item.getBoundingClientRect().bottom > 0);
  const reached = new Set(targets.filter((item) => item.href && large(area(item))).map((item) => item.href));
  for (const target of targets) {
    const { width, height } = area(target);
    if (large({ width, height }) || reached.has(target.href)) continue;
    if (target.localName === "a" && inSentence(target)) continue;
    found.add(`${Math.round(width)}×${Math.round(height)} ${name(target)} in ${name(target.parentElement).split(" ")[0]}`);
  }
  return [...found];
}
