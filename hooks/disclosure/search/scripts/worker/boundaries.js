// Word boundaries in a text, by the browser's own dictionary (`Intl.Segmenter`), so that none has to be sent.

import { cached } from "./caches.js";

const segmenter = typeof Intl === "object" && Intl.Segmenter ? new Intl.Segmenter("zh", { granularity: "word" }) : null;

/**
 * The positions between words, both ends included; every position where the browser has no dictionary.
 * @param {string} text
 * @returns {Set<number>}
 */
export const boundariesOf = cached((text) => {
  const boundaries = new Set([0, text.length]);
  if (segmenter) for (const { index } of segmenter.segment(text)) boundaries.add(index);
  else for (let at = 0; at < text.length; at += 1) boundaries.add(at);
  return boundaries;
});

/** Whether text[start…end] begins and ends at word boundaries. */
export const isOnBoundaries = (boundaries, start, end) => boundaries.has(start) && boundaries.has(end);

/** Whether text[start…end] is one dictionary word of two or more characters. */
export function isWord(text, start = 0, end = text.length) {
  if (!segmenter || end - start < 2) return false;
  const boundaries = boundariesOf(text);
  for (let at = start + 1; at < end; at += 1) if (boundaries.has(at)) return false;
  return isOnBoundaries(boundaries, start, end);
}

/** Whether a stretch of a long text begins and ends at word boundaries. */
export function standsAlone(text, start, end) {
  const from = Math.max(0, start - 6);
  return isOnBoundaries(boundariesOf(text.slice(from, end + 6)), start - from, end - from);
}
