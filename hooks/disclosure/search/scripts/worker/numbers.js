// Numbers as people write and say them: 143,311 · 14.33亿 · 十四亿 · 百分之五十二 · 六千多万.

const HAN_DIGITS = new Map([..."零一二三四五六七八九"].map((char, digit) => [char, digit]));
HAN_DIGITS.set("两", 2).set("〇", 0);
const POWERS = { 十: 10, 百: 100, 千: 1000 };
export const SCALES = { 百: 100, 千: 1000, 万: 1e4, 十万: 1e5, 百万: 1e6, 千万: 1e7, 亿: 1e8 };
const HAN_NUMBER = "[零〇一二两三四五六七八九十百千万亿]";
const NUMBER = new RegExp(
  "(百分之)?(?:(\\d+(?:\\.\\d+)?)(十万|百万|千万|百|千|万|亿)?" +
    `|(${HAN_NUMBER}+)(?:点([零〇一二三四五六七八九]+)(万|亿)?)?)` +
    "(余|多|来|几)?(万|亿)?(%)?",
  "y",
);

/** A single Chinese digit counts as a number only before a measure word: 七个, but not 一个 or 两个. */
const COUNTED_DIGIT = /^[三四五六七八九十][个所次项间套场件]/;

/**
 * Reads the number that begins at `at` of a folded text.
 * @returns {{text: string, low: number, high: number, percent: boolean, digits: boolean} | null} the range that may
 *   be meant: from `low` up to but not including `high`
 */
export function numberAt(text, at) {
  NUMBER.lastIndex = at;
  const match = NUMBER.exec(text);
  if (!match) return null;
  const [whole, percent, digits, scale, han, point, pointScale, more, outer, sign] = match;
  if (digits && /[\d.]/.test(text[at - 1] ?? "")) return null;
  const spoken = han === undefined ? null : spokenNumber(han);
  if (han !== undefined && (spoken === null || (!percent && han.length < 2 && !point && !outer && !COUNTED_DIGIT.test(text.slice(at))))) return null;
  let number = Number(digits ?? `${spoken.number}${point ? `.${[...point].map((char) => HAN_DIGITS.get(char)).join("")}` : ""}`);
  let step = digits ? 10 ** -(digits.split(".")[1] ?? "").length : point ? 10 ** -point.length : spoken.step;
  const times = (SCALES[scale ?? pointScale] ?? 1) * (SCALES[outer] ?? 1);
  number *= times;
  step *= times;
  const round = more && Number.isInteger(number / (step * 10)) ? 10 ** Math.floor(Math.log10(number / step)) : 1;
  // Plain digits mean exactly that number; spoken, scaled or decimal numbers may be rounded.
  const plain = digits && !digits.includes(".") && !scale && !outer && !percent && !sign;
  const reach = more ? step * round : plain ? Number.EPSILON * number : step / 2;
  // Rounding leaves half a step open on both sides; 余 and 多 leave one whole step open above.
  return {
    text: whole,
    low: more ? number : number - reach,
    high: number + reach,
    percent: Boolean(percent || sign),
    digits: Boolean(digits),
  };
}

/** A whole number in Chinese characters and the unit of its last digit; null if the text is none. */
function spokenNumber(text) {
  if (text === "百") return { number: 100, step: 1 }; // 百分之百
  let total = 0;
  let section = 0;
  let digit = null;
  let [unit, before] = [1, Infinity];
  for (const char of text) {
    if (HAN_DIGITS.has(char)) {
      if (digit) return null;
      digit = HAN_DIGITS.get(char);
      unit = unit > 10 && char !== "零" && char !== "〇" ? unit / 10 : 1;
      if (char === "零" || char === "〇") [digit, unit] = [null, 1];
    } else if (char in POWERS) {
      section += (digit ?? (section || POWERS[char] > 10 ? 0 : 1)) * POWERS[char];
      [digit, unit] = [null, POWERS[char]];
    } else {
      if (!section && digit === null && !total) return null;
      const times = SCALES[char];
      // 十四万三千万 is how 143000万 is read aloud.
      total = times >= before ? (total + section + (digit ?? 0)) * times : total + (section + (digit ?? 0)) * times;
      // 六千万 is rounded to thousands of 万; 二十万 is not.
      [section, digit, unit, before] = [0, null, times * (digit === null && unit > 10 ? unit : 1), times];
    }
  }
  if (digit === null) return total + section || text === "零" ? { number: total + section, step: unit } : null;
  // 八万二 is 82,000 but 二十五 is 25: after a unit, a last digit counts tenths of that unit.
  const last = /[百千万亿]/.test(text.at(-2) ?? "") ? unit : 1;
  return { number: total + section + digit * last, step: last };
}

/** Whether a typed number may mean `value` (in base units). */
export const isInRange = (number, value) => number.low <= value && value < number.high;
