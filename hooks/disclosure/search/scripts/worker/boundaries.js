// Where words begin and end in what was typed, as far as the browser can tell: its own dictionary need not be sent.

import { cached } from "./caches.js";

const segmenter = typeof Intl === "object" && Intl.Segmenter ? new Intl.Segmenter("zh", { granularity: "word" }) : null;

/**
 * The places between words, both ends included; every place where the browser has no dictionary.
 * @param {string} text
 * @returns {Set<number>}
 */
export const edgesOf = cached((text) => {
  const edges = new Set([0, text.length]);
  if (segmenter) for (const { index } of segmenter.segment(text)) edges.add(index);
  else for (let at = 0; at < text.length; at += 1) edges.add(at);
  return edges;
});

/** Whether text[start…end] neither begins nor ends within a word. */
export const uncut = (edges, start, end) => edges.has(start) && edges.has(end);

/** Whether text[start…end] is one word of the browser's dictionary, of two characters or more. */
export function isWord(text, start = 0, end = text.length) {
  if (!segmenter || end - start < 2) return false;
  const edges = edgesOf(text);
  for (let at = start + 1; at < end; at += 1) if (edges.has(at)) return false;
  return uncut(edges, start, end);
}

/** Whether a stretch of the text begins and ends between words. */
export function standsAlone(text, start, end) {
  const from = Math.max(0, start - 6);
  return uncut(edgesOf(text.slice(from, end + 6)), start - from, end - from);
}
