// Letters: what is printed so, or characters that they spell, whole or by initials, alone or among characters.

import { edgesOf, standsAlone, uncut } from "../worker/boundaries.js";
import { cached } from "../worker/caches.js";
import { extensions } from "../worker/extensions.js";
import { hearing } from "../worker/fuzzy.js";
import { otherwise, syllables } from "../worker/pronunciation.js";
import { library } from "../worker/search-index.js";

/** How a syllable may be written: as it is read, without the dots, and in the ways in which sounds are mixed up. */
const writingsOf = cached((reading) => {
  const loose = [
    reading.replace(/^([zcs])h/, "$1"),
    reading.replace(/^([zcs])(?!h)/, "$1h"),
    reading.replace(/ng$/, "n"),
    reading.replace(/([aei])n$/, "$1ng"),
    reading.replace(/^l/, "n"),
    reading.replace(/^n/, "l"),
    reading.replace(/^f/, "h"),
    reading.replace(/^h(?=u)/, "f"),
  ];
  const exact = [...new Set([reading, reading.replace("v", "u"), reading.replace("v", "yu")])];
  return { exact, loose: [...new Set(loose)].filter((one) => !exact.includes(one)) };
});

/**
 * Whether `typed` spells the characters of `word` from `at` on: each by its whole sound, by its first letter, or as
 * it is written; the last sound perhaps unfinished.
 * @param {boolean} loosely whether sounds may be mixed up, and initials among whole sounds left out
 * @returns {{end: number, whole: number, slips: number} | null} where it ends, and how many were spelt in full
 */
function spelt(word, at, typed, loosely = false, so = { whole: 0, slips: 0 }) {
  if (!typed) return { end: at, ...so };
  if (at >= word.length) return null;
  if (!/[a-z]/.test(typed[0])) return typed[0] === word[at] ? spelt(word, at + 1, typed.slice(1), loosely, so) : null;
  if (word[at] === "的" && typed[0] !== "d") return spelt(word, at + 1, typed, loosely, so);
  const reading = syllables.get(word[at]);
  if (!reading) return typed[0] === word[at] ? spelt(word, at + 1, typed.slice(1), loosely, so) : null;
  for (const one of [reading, ...(otherwise.get(word[at]) ?? [])]) {
    const found = speltSo(one, word, at, typed, loosely, so);
    if (found) return found;
  }
  return null;
}

/** The same, where the character at `at` is read as `reading`. */
function speltSo(reading, word, at, typed, loosely, so) {
  const { exact, loose } = writingsOf(reading);
  const tries = [
    ...exact.map((sound) => [sound, 1, 0]),
    ...(loosely ? loose.map((sound) => [sound, 1, 1]) : []),
    ...(/^[zcs]h/.test(reading) ? [[reading.slice(0, 2), 0, 0]] : []),
    [reading[0], 0, 0],
  ];
  for (const [sound, whole, slip] of tries) {
    if (!typed.startsWith(sound)) continue;
    const rest = spelt(word, at + 1, typed.slice(sound.length), loosely, { whole: so.whole + whole, slips: so.slips + slip });
    if (rest) return rest;
  }
  const unfinished = typed.length > 1 && exact.some((sound) => sound.startsWith(typed));
  return unfinished ? { end: at + 1, whole: so.whole + 1, slips: so.slips } : null;
}

/**
 * What a chunk with letters may spell, the surest first.
 * @param {string} typed folded: letters, perhaps characters among them
 * @returns {{text: string, factor: number}[]}
 */
function findSpellings(typed) {
  const own = surest(speltNames(typed, false, false));
  if (own.length) return own;
  // What is only said is meant where it was spelt in full; its initials only where nothing that is printed has them.
  const said = speltNames(typed, false, true);
  const whole = surest([...said].filter(([, sure]) => sure > 0.8));
  const ways = [() => whole, () => surest(speltTexts(typed, false)), () => surest(said), () => surest(speltNames(typed, true)), () => surest(speltTexts(typed, true))];
  for (const way of ways) {
    const found = way();
    if (found.length) return found;
  }
  return [];
}

/** Names, or the part of one, that are spelt; `said` takes only what is said for them, or only what is printed. */
function speltNames(typed, loosely, said) {
  const found = new Map();
  for (const { word, spoken } of library.names) {
    if (said !== undefined && spoken !== said) continue;
    for (let at = 0; at < word.length; at += 1) {
      const match = spelt(word, at, typed, loosely);
      if (!match || !enough(match, at, word.length, typed)) continue;
      const text = word.slice(at, match.end);
      const part = text.length < word.length;
      const initials = match.whole < text.length / 2;
      // What is only said is meant whole; initials begin and end with words.
      if (loosely && (text.length < 3 || match.whole < text.length)) continue;
      if (part && (spoken || ((initials || text.length < 3) && !uncut(edgesOf(word), at, match.end)))) continue;
      const sure = 0.6 + (0.28 * match.whole) / text.length + (part ? 0 : 0.08) - 0.1 * match.slips - (spoken ? 0.05 : 0);
      found.set(text, Math.max(found.get(text) ?? 0, sure));
    }
  }
  return found;
}

/** Whether so many letters say enough: two initials may be anything, one character whole is too little. */
function enough({ end, whole }, at, size, typed) {
  const length = end - at;
  return length > 1 && (length > 2 || whole > 1 || /[^a-z]/.test(typed)) && (typed.length > 2 || length === size);
}

/** Stretches of all text that are spelt: whole words, and of more than three characters also parts of words. */
function speltTexts(typed, loosely) {
  const found = new Map();
  if (typed.length < 3) return found;
  const { text } = library;
  const initials = hearing("initials").text;
  const mixed = /[^a-z]/.test(typed);
  for (let at = 0; at < text.length; at += 1) {
    if (initials[at] !== typed[0] && text[at] !== typed[0] && !otherwise.has(text[at])) continue;
    if (!mixed && !mayBegin(at, typed, initials)) continue;
    const match = spelt(text, at, typed, loosely);
    const part = match ? text.slice(at, match.end) : "";
    if (part.length < 2 || part.includes("\n")) continue;
    const share = match.whole / part.length;
    // All in full or all by initials: both may be anything.
    const skipped = part.split("的").length - 1;
    if (!mixed && match.whole && match.whole < part.length - skipped) continue;
    if (share < 0.5 && typed.length < 4 && !mixed) continue;
    if (loosely && (share < 1 || part.length < 3)) continue;
    if ((share < 0.5 || part.length < 4) && !mixed && !standsAlone(text, at, match.end)) continue;
    found.set(part, Math.min(0.85, (found.get(part) ?? 0.5 + 0.2 * share) + 0.03));
  }
  return found;
}

/** Whether the second letter is the first sound's, or the next one's first; to look closer only where it may be. */
function mayBegin(at, typed, initials) {
  const { text } = library;
  const second = typed[1];
  const readings = [syllables.get(text[at]), ...(otherwise.get(text[at]) ?? [])];
  return second === "h" || second === initials[at + 1] || otherwise.has(text[at + 1]) || text[at + 1] === "的" || readings.some((one) => one && (one[1] === second || one[1] === "h"));
}

const surest = (found) =>
  [...found]
    .sort((one, other) => other[1] - one[1])
    .slice(0, 8)
    .map(([text, factor]) => ({ text, factor }));

extensions.findSpellings = findSpellings;
