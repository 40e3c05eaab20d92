// Spelling: what typed letters mean, as pinyin or initials, alone or together with characters.

import { boundariesOf, isOnBoundaries, standsAlone } from "../worker/boundaries.js";
import { cached } from "../worker/caches.js";
import { extensions } from "../worker/extensions.js";
import { soundIndex } from "../worker/fuzzy.js";
import { otherSyllables, syllables } from "../worker/pronunciation.js";
import { searchIndex } from "../worker/search-index.js";

/** The ways to spell a syllable: exact ones, without dots, and loose ones for sounds that are often confused. */
const spellingsOf = cached((reading) => {
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
 * Whether `typed` spells the characters of `word` from `at` on: each by its syllable, by its first letter, or as the
 * character itself; the last syllable may be unfinished.
 * @param {boolean} loosely whether confused sounds are allowed
 * @returns {{end: number, whole: number, slips: number} | null} the end, and how many syllables were spelled in full
 */
function matchSpelling(word, at, typed, loosely = false, so = { whole: 0, slips: 0 }) {
  if (!typed) return { end: at, ...so };
  if (at >= word.length) return null;
  if (!/[a-z]/.test(typed[0])) return typed[0] === word[at] ? matchSpelling(word, at + 1, typed.slice(1), loosely, so) : null;
  if (word[at] === "的" && typed[0] !== "d") return matchSpelling(word, at + 1, typed, loosely, so);
  const reading = syllables.get(word[at]);
  if (!reading) return typed[0] === word[at] ? matchSpelling(word, at + 1, typed.slice(1), loosely, so) : null;
  for (const one of [reading, ...(otherSyllables.get(word[at]) ?? [])]) {
    const found = matchSyllable(one, word, at, typed, loosely, so);
    if (found) return found;
  }
  return null;
}

/** The same for one syllable of the character at `at`. */
function matchSyllable(reading, word, at, typed, loosely, so) {
  const { exact, loose } = spellingsOf(reading);
  const tries = [
    ...exact.map((sound) => [sound, 1, 0]),
    ...(loosely ? loose.map((sound) => [sound, 1, 1]) : []),
    ...(/^[zcs]h/.test(reading) ? [[reading.slice(0, 2), 0, 0]] : []),
    [reading[0], 0, 0],
  ];
  for (const [sound, whole, slip] of tries) {
    if (!typed.startsWith(sound)) continue;
    const rest = matchSpelling(word, at + 1, typed.slice(sound.length), loosely, { whole: so.whole + whole, slips: so.slips + slip });
    if (rest) return rest;
  }
  const unfinished = typed.length > 1 && exact.some((sound) => sound.startsWith(typed));
  return unfinished ? { end: at + 1, whole: so.whole + 1, slips: so.slips } : null;
}

/**
 * What letters may spell, the most likely first.
 * @param {string} typed folded letters, perhaps with characters among them
 * @returns {{text: string, factor: number}[]}
 */
function findSpellings(typed) {
  const own = surestFirst(spelledNames(typed, false, false));
  if (own.length) return own;
  // Synonyms spelled in full count; their initials count only where nothing printed has these initials.
  const synonyms = spelledNames(typed, false, true);
  const whole = surestFirst([...synonyms].filter(([, sure]) => sure > 0.8));
  const ways = [() => whole, () => surestFirst(spelledTexts(typed, false)), () => surestFirst(synonyms), () => surestFirst(spelledNames(typed, true)), () => surestFirst(spelledTexts(typed, true))];
  for (const way of ways) {
    const found = way();
    if (found.length) return found;
  }
  return [];
}

/** Names, or parts of names, that are spelled; `synonyms` selects synonyms, or the site's own names. */
function spelledNames(typed, loosely, synonyms) {
  const found = new Map();
  for (const { word, isSynonym } of searchIndex.names) {
    if (synonyms !== undefined && isSynonym !== synonyms) continue;
    for (let at = 0; at < word.length; at += 1) {
      const match = matchSpelling(word, at, typed, loosely);
      if (!match || !saysEnough(match, at, word.length, typed)) continue;
      const text = word.slice(at, match.end);
      const part = text.length < word.length;
      const initials = match.whole < text.length / 2;
      // Synonyms must be spelled as a whole; initials must begin and end at word boundaries.
      if (loosely && (text.length < 3 || match.whole < text.length)) continue;
      if (part && (isSynonym || ((initials || text.length < 3) && !isOnBoundaries(boundariesOf(word), at, match.end)))) continue;
      const sure = 0.6 + (0.28 * match.whole) / text.length + (part ? 0 : 0.08) - 0.1 * match.slips - (isSynonym ? 0.05 : 0);
      found.set(text, Math.max(found.get(text) ?? 0, sure));
    }
  }
  return found;
}

/** Whether the match is long enough: two initials alone, or one character in full, may be anything. */
function saysEnough({ end, whole }, at, size, typed) {
  const length = end - at;
  return length > 1 && (length > 2 || whole > 1 || /[^a-z]/.test(typed)) && (typed.length > 2 || length === size);
}

/** Stretches of the text that are spelled: dictionary words, and longer stretches anywhere. */
function spelledTexts(typed, loosely) {
  const found = new Map();
  if (typed.length < 3) return found;
  const { text } = searchIndex;
  const initials = soundIndex("initials").text;
  const mixed = /[^a-z]/.test(typed);
  for (let at = 0; at < text.length; at += 1) {
    if (initials[at] !== typed[0] && text[at] !== typed[0] && !otherSyllables.has(text[at])) continue;
    if (!mixed && !mayBegin(at, typed, initials)) continue;
    const match = matchSpelling(text, at, typed, loosely);
    const part = match ? text.slice(at, match.end) : "";
    if (part.length < 2 || part.includes("\n")) continue;
    const share = match.whole / part.length;
    // A mixture of whole syllables and initials may be anything.
    const skipped = part.split("的").length - 1;
    if (!mixed && match.whole && match.whole < part.length - skipped) continue;
    if (share < 0.5 && typed.length < 4 && !mixed) continue;
    if (loosely && (share < 1 || part.length < 3)) continue;
    if ((share < 0.5 || part.length < 4) && !mixed && !standsAlone(text, at, match.end)) continue;
    found.set(part, Math.min(0.85, (found.get(part) ?? 0.5 + 0.2 * share) + 0.03));
  }
  return found;
}

/** A quick test of the second letter, before a position of the text is matched in full. */
function mayBegin(at, typed, initials) {
  const { text } = searchIndex;
  const second = typed[1];
  const parses = [syllables.get(text[at]), ...(otherSyllables.get(text[at]) ?? [])];
  return second === "h" || second === initials[at + 1] || otherSyllables.has(text[at + 1]) || text[at + 1] === "的" || parses.some((one) => one && (one[1] === second || one[1] === "h"));
}

const surestFirst = (found) =>
  [...found]
    .sort((one, other) => other[1] - one[1])
    .slice(0, 8)
    .map(([text, factor]) => ({ text, factor }));

extensions.findSpellings = findSpellings;
