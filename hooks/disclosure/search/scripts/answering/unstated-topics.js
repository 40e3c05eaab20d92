// Topics that the report does not state, as recorded under `unstated` in `report.yml`.

import { cached } from "../worker/caches.js";
import { folded } from "../worker/folding.js";
import { intentOf, INTENTS, isQuestion, isWeak, STAGE, unitsAsked, WEAK_WORD } from "../worker/intent.js";
import { VAGUE } from "../worker/matching.js";
import { parseQuery } from "../worker/query.js";
import { searchIndex } from "../worker/search-index.js";
import { entriesAt } from "./entries.js";
import { EACH, PUPIL } from "./metrics.js";
import { isSchool, isSubgroup } from "./not-reported.js";
import "./question-types.js";

/**
 * The recorded topic that the query asks for.
 * @param {boolean} nearly whether the query may have other words that belong to the topic
 */
export function findUnstated(parsed, year, nearly) {
  const terms = parsed.terms.filter((token) => !token.number);
  if (!(terms.length || parsed.unknown.length) || (parsed.numbers.length && !isQuestion(parsed, intentOf(parsed)))) return null;
  const asksWhy = INTENTS.why.test(parsed.folded);
  const strict = !isQuestion(parsed, intentOf(parsed)) && !/(?:收费|收费标准|学费|工资|待遇|缺口)$/.test(parsed.folded);
  // 56人以上的班 is a certain size of class.
  if (parsed.numbers.length && /以上|以下|超过|不足|多于|少于/.test(parsed.folded)) return null;
  const pairs = new Set([...parsed.unknown, ...terms.flatMap((token) => [token.text, ...token.alternatives.map(({ text }) => text)])].flatMap(bigramsOf));
  const staged = (terms) => terms.some((token) => STAGE.test(token.text));
  // 一个初中生财政花多少钱 asks per pupil; the recorded total is another topic.
  const ofPupil = PUPIL.test(parsed.folded) && staged(terms);
  let best = null;
  let most = -1;
  for (const entry of searchIndex.unstated.get(year.year) ?? []) {
    for (const phrase of entry.asked) {
      if (asksWhy || !(bigramsOf(phrase).some((pair) => pairs.has(pair)) || terms.some((token) => phrase.includes(token.text))) || !hasSameIntent(parsed.folded, folded(phrase))) continue;
      for (const other of parsePhrase(phrase)) {
        if (!hasRest(parsed.folded, folded(phrase), other)) continue;
        if (ofPupil && !staged(other.terms) && !EACH.test(phrase)) continue;
        const same = (other.terms.length || other.unknown.length) && hasSameUnknown(parsed, other) && ((!strict && sameTerms(terms, other.terms, nearly ? entry : null)) || sortedMeaning(terms) === sortedMeaning(other.terms));
        const weight = other.terms.length + (sortedCharacters(terms) === sortedCharacters(other.terms) ? 10 : 0);
        if (same && weight > most) [best, most] = [entry, weight];
      }
    }
  }
  return best;
}

/** Whether the query has the words of a phrase besides its terms, unless they are a question: 投入 of 疫情防控投入. */
function hasRest(query, phrase, { terms }) {
  const rest = terms.reduce((text, token) => text.replace(token.text, ""), phrase);
  return answerTypes(phrase).length > 0 || query.includes(rest);
}

/** A recorded phrase, parsed in both ways. */
const parsePhrase = cached((phrase) => [parseQuery(phrase, { exact: true }), parseQuery(phrase, { exact: true, finer: true })]);

/** Whether all terms of a phrase are said, and other words are weak or belong to the topic `entry`. */
function sameTerms(terms, wanted, entry) {
  const matter = entry ? folded(entry.topic + (entry.says ?? "")) : "";
  const besides = terms.filter((token) => !(isSubgroup(token) && (entry || !isSchool(token))) && !token.alternatives.some(({ text }) => text.length > 2 && matter.includes(text)));
  return covers(wanted, terms, false) && covers(besides.filter((token) => !entry || !OPENING.test(token.text)), wanted, true);
}

/** What people wait for: 松林小学什么时候能读书, 学位的问题由谁牵头解决. */
const OPENING = /^(?:问题|解决|读书|上学|入学|报名|招生|就读|投入使用|使用|建设|新建|搬迁|搬)$/;

/** The characters of the terms as typed, sorted. */
const sortedCharacters = (terms) => [...terms.map(({ text }) => text).join("")].sort().join("");

/** The characters of the terms' meanings, sorted, however they were split: 近视抽检学生 equals 抽检学生近视. */
const sortedMeaning = (terms) => [...terms.map((token) => token.alternatives.find(({ text }) => !WEAK_WORD.test(text))?.text ?? token.alternatives[0].text).join("")].sort().join("");

/** Whether each of `terms` has its match in `others`; `lenient` ignores weak words. */
const covers = (terms, others, lenient) =>
  terms.every((token) => others.some((other) => meansSame(token, other)) || (lenient && isWeak(token) && !COUNTED.test(token.alternatives[0].text) && !COUNTED.test(token.text) && others.some((other) => !isWeak(other))));

/** Teachers, who are weak words, but must not be ignored here. */
export const COUNTED = /^(?:教师|老师)$/;

/** Whether two terms mean the same: an alternative of each is the same, or most of it. */
const meansSame = (token, other) => token.alternatives.some(({ text }) => other.alternatives.some((one) => isMostOf(text, one.text)));

function isMostOf(one, other) {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return long.includes(short) && short.length / long.length > 0.6;
}

/** Whether the unknown text of a phrase is the same as the query's. */
function hasSameUnknown(parsed, other) {
  const unknown = other.unknown.join("");
  const own = parsed.unknown.join("");
  return [...own].every((char) => unknown.includes(char)) && unknown.length <= own.length;
}

/** Whether query and phrase ask alike: when, where, who, which, how much. */
function hasSameIntent(query, phrase) {
  // A change is another question than an amount.
  if ((countedUnit(phrase) || asksShare(phrase)) && INTENTS.change.test(query) && !INTENTS.change.test(phrase)) return false;
  if (NARROW.some((words) => words.test(phrase) && !words.test(query))) return false;
  if (/每人|每个|人均|生均/.test(query) && !/每(?!月)|一个(?!月)|[人生]均/.test(phrase)) return false;
  if (/钱|花/.test(query) && countedUnit(phrase)) return false;
  // Public spending is no fee that parents pay.
  if (SPENT_BY_STATE.test(query) && !SPENT_BY_STATE.test(phrase) && /费|钱/.test(phrase)) return false;
  if (asksShare(query) !== asksShare(phrase)) return false;
  const [one, two] = [countedUnit(query), countedUnit(phrase)];
  if (two && one !== two) return false;
  if (!two && /^(?:年|平方米)$/.test(one)) return false;
  const wanted = answerTypes(phrase);
  const types = answerTypes(query);
  // How to do something is another question than how much.
  if (types.length === 1 && types[0] === "how" && !wanted.includes("how")) return false;
  // 教师缺口 need not say 多少.
  if (!types.length && /缺口$/.test(query)) return /缺|差/.test(phrase);
  return !wanted.length || wanted.some((name) => types.includes(name));
}

const SPENT_BY_STATE = /(?:政府|财政|国家|县里|公家).*(?:花|给|投|补|拨|出|拿)/;

const asksShare = (query) => unitsAsked(query).some(({ unit }) => unit === "%");

/** Words of a phrase that the query must have too, because they make it another question. */
const NARROW = [/每|一个|一人|人均|标准|最[高低多少]/, /缺|差/];

/** The unit of what is counted, other than money and shares. */
const countedUnit = (query) => unitsAsked(query).find(({ unit }) => unit !== "元" && unit !== "%")?.unit ?? null;

const ANSWER_TYPES = {
  when: INTENTS.when,
  where: INTENTS.where,
  who: INTENTS.who,
  which: INTENTS.which,
  how: /怎么|怎样|如何/,
  money: /(?:多少|几)(?:个)?(?:钱|块|元|[万亿](?![人次个名平所场套多]))|金额|投资|花费|收费|[收交缴](?:多少|几)/,
  much: /多少(?!钱)|(?<!哪)几[^年月号时]|多大|人数|总数/,
  whether: /没有$|了吗$|没$/,
};
const answerTypes = (query) => Object.keys(ANSWER_TYPES).filter((name) => ANSWER_TYPES[name].test(query));

export const unstatedAnswer = (entry, year, parsed) => ({
  kind: "unstated",
  title: entry.topic,
  text: `${entry.topic}，报告未载明。${entry.says ?? ""}`,
  at: entry.at ?? "",
  contact: true,
  year: year.year,
  sources: unstatedSources(entry, year, parsed),
});

/** Sources of the answer: figures, the ledger, or the sentence that has most of the topic's words. */
function unstatedSources({ at = "", says = "" }, year, { terms }) {
  const figures = /^(?:metrics|ledger)\//.test(at) ? entriesAt(at) : [];
  // Figures come first if they have all terms: for 编外老师的工资 the sentence about these teachers comes first.
  if (figures.length && terms.every((token) => isWeak(token) || isSubgroup(token) || figures.some((entry) => token.alternatives.some(({ text }) => entry.all.includes(text))))) return figures.map((entry) => ({ entry }));
  const pairs = bigramsOf(folded(says));
  const score = (entry, line) =>
    pairs.filter((pair) => line.folded.includes(pair)).length + specificity(terms.filter((token) => token.alternatives.some(({ text }) => line.folded.includes(text)))) + (entry.at === at ? 3 : 0);
  const lines = searchIndex.entries
    .filter((entry) => entry.year === year.year && ["section", "problem", "step"].includes(entry.kind))
    .flatMap((entry) => entry.lines.map((line) => ({ entry, line, same: score(entry, line) })));
  const best = lines.toSorted((one, other) => other.same - one.same)[0];
  return [...(best?.same > 2 ? [best] : []), ...figures.map((entry) => ({ entry }))];
}

/** The weight of terms: those that name the topic count most. */
const specificity = (terms) => terms.reduce((sum, token) => sum + (isWeak(token) ? 0 : VAGUE.test(token.text) ? 12 : 30), 0);

const bigramsOf = (text) => [...text].map((_, at) => text.slice(at, at + 2)).filter((pair) => pair.length > 1);
