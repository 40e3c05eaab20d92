// No line begins with a mark that closes or joins: 、，。；：！？）》”’ belong to the words before them.
// Only behind an address or a code that fills its line to the end may one stand alone.
() => {
  const { name, texts, clipped } = audit;
  const MARK = /^[、，。；：！？）》”’…%]/u;
  const BLOCK = "p, li, dt, dd, td, th, caption, figcaption, summary, h1, h2, h3, h4";
  const range = document.createRange();
  const box = (node, at) => {
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    return [...range.getClientRects()].find((one) => one.width > 0);
  };
  const fills = (node, at) => {
    const word = node.data.slice(0, at).match(/[!-~]*$/)[0];
    return word && box(node, at - word.length).left - node.parentElement.closest(BLOCK).getBoundingClientRect().left < 2;
  };
  const found = [];
  let before = null;
  for (const node of texts()) {
    if (clipped(node.parentElement) || node.parentElement.ownerSVGElement) continue;
    const block = node.parentElement.closest(BLOCK);
    for (let at = 0; at < node.data.length; at += 1) {
      const here = node.data[at].trim() && box(node, at);
      if (!here) continue;
      const next = before && block && before.block === block && here.top >= before.box.bottom - 4;
      if (next && MARK.test(node.data[at]) && !fills(node, at)) {
        found.push(`${node.data[at]} begins a line: ${name(node.parentElement)}`);
      }
      before = { block, box: here };
    }
  }
  return found;
}
