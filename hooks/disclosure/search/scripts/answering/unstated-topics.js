// What the report does not say, as it is on record.

import { cached } from "../worker/caches.js";
import { folded } from "../worker/folding.js";
import { VAGUE } from "../worker/matching.js";
import { read } from "../worker/query.js";
import { asks, ASKS, isAsked, isSoft, SOFT, STAGE, unitsAsked } from "../worker/questions.js";
import { library } from "../worker/search-index.js";
import { entriesAt } from "./entries.js";
import { EACH, PUPIL } from "./metrics.js";
import { isNarrower, isSchool } from "./not-reported.js";
import "./question-types.js";

/**
 * What people looked for in the report in vain, where the query asks for just that.
 * @param {boolean} nearly whether it may say more than that, of what belongs to the matter
 */
export function findUnstated(reading, year, nearly) {
  const said = reading.terms.filter((piece) => !piece.number);
  if (!(said.length || reading.loose.length) || (reading.numbers.length && !isAsked(reading, asks(reading)))) return null;
  const asksWhy = ASKS.why.test(reading.folded);
  const strict = !isAsked(reading, asks(reading)) && !/(?:收费|收费标准|学费|工资|待遇|缺口)$/.test(reading.folded);
  // 56人以上的班 is a kind of class, and not any.
  if (reading.numbers.length && /以上|以下|超过|不足|多于|少于/.test(reading.folded)) return null;
  const pairs = new Set([...reading.loose, ...said.flatMap((piece) => [piece.text, ...piece.alternatives.map(({ text }) => text)])].flatMap(pairsOf));
  const staged = (terms) => terms.some((piece) => STAGE.test(piece.text));
  // 一个初中生财政花多少钱 asks of one pupil, and not of the whole that is on record.
  const ofPupil = PUPIL.test(reading.folded) && staged(said);
  let best = null;
  let most = -1;
  for (const item of library.unstated.get(year.year) ?? []) {
    for (const phrase of item.asked) {
      if (asksWhy || !(pairsOf(phrase).some((pair) => pairs.has(pair)) || said.some((piece) => phrase.includes(piece.text))) || !asksAlike(reading.folded, folded(phrase))) continue;
      for (const other of readPhrase(phrase)) {
        if (!saysRest(reading.folded, folded(phrase), other)) continue;
        if (ofPupil && !staged(other.terms) && !EACH.test(phrase)) continue;
        const same = (other.terms.length || other.loose.length) && sameLoose(reading, other) && ((!strict && sameTerms(said, other.terms, nearly ? item : null)) || essence(said) === essence(other.terms));
        const weight = other.terms.length + (literally(said) === literally(other.terms) ? 10 : 0);
        if (same && weight > most) [best, most] = [item, weight];
      }
    }
  }
  return best;
}

/** Whether a query has what a phrase says besides its terms, where that is no question: 投入 of 疫情防控投入. */
function saysRest(query, phrase, { terms }) {
  const rest = terms.reduce((text, piece) => text.replace(piece.text, ""), phrase);
  return manners(phrase).length > 0 || query.includes(rest);
}

/** A phrase as it is read, in both ways. */
const readPhrase = cached((phrase) => [read(phrase, { exact: true }), read(phrase, { exact: true, finer: true })]);

/** All of a phrase is said; what is said besides says little, or belongs to the matter of `item`. */
function sameTerms(said, terms, item) {
  const matter = item ? folded(item.topic + (item.says ?? "")) : "";
  const besides = said.filter((piece) => !(isNarrower(piece) && (item || !isSchool(piece))) && !piece.alternatives.some(({ text }) => text.length > 2 && matter.includes(text)));
  return covers(terms, said, false) && covers(besides.filter((piece) => !item || !OPENING.test(piece.text)), terms, true);
}

/** What is waited for: 松林小学什么时候能读书, 学位的问题由谁牵头解决. */
const OPENING = /^(?:问题|解决|读书|上学|入学|报名|招生|就读|投入使用|使用|建设|新建|搬迁|搬)$/;

/** The words as they were typed, in any order. */
const literally = (terms) => [...terms.map(({ text }) => text).join("")].sort().join("");

/** The characters of what is meant, in any order and however they were cut: 近视抽检学生 is 抽检学生近视. */
const essence = (terms) => [...terms.map((piece) => piece.alternatives.find(({ text }) => !SOFT.test(text))?.text ?? piece.alternatives[0].text).join("")].sort().join("");

/** Whether every one of `terms` is among `others`; with `lenient` one that says little may be left over. */
const covers = (terms, others, lenient) =>
  terms.every((piece) => others.some((other) => sameMatter(piece, other)) || (lenient && isSoft(piece) && !COUNTED.test(piece.alternatives[0].text) && !COUNTED.test(piece.text) && others.some((other) => !isSoft(other))));

/** Who counts teachers does not ask for pupils. */
export const COUNTED = /^(?:教师|老师)$/;

/** Whether two words mean the same: one of each is the same, or most of it. */
const sameMatter = (piece, other) => piece.alternatives.some(({ text }) => other.alternatives.some((one) => alike(text, one.text)));

function alike(one, other) {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return long.includes(short) && short.length / long.length > 0.6;
}

/** Whether what the site does not know is the same in both. */
function sameLoose(reading, other) {
  const loose = other.loose.join("");
  const own = reading.loose.join("");
  return [...own].every((char) => loose.includes(char)) && loose.length <= own.length;
}

/** Whether a query asks in the way of a phrase: when, where, who, which, for how much. */
function asksAlike(query, phrase) {
  // What has changed is another question than how many there are.
  if ((measured(phrase) || asksShare(phrase)) && ASKS.change.test(query) && !ASKS.change.test(phrase)) return false;
  if (NARROW.some((words) => words.test(phrase) && !words.test(query))) return false;
  if (/每人|每个|人均|生均/.test(query) && !/每(?!月)|一个(?!月)|[人生]均/.test(phrase)) return false;
  if (/钱|花/.test(query) && measured(phrase)) return false;
  // What a government spends is no fee that parents pay.
  if (BY_STATE.test(query) && !BY_STATE.test(phrase) && /费|钱/.test(phrase)) return false;
  if (asksShare(query) !== asksShare(phrase)) return false;
  const [one, two] = [measured(query), measured(phrase)];
  if (two && one !== two) return false;
  if (!two && /^(?:年|平方米)$/.test(one)) return false;
  const wanted = manners(phrase);
  const types = manners(query);
  // How something is done is another question than how much of it.
  if (types.length === 1 && types[0] === "how" && !wanted.includes("how")) return false;
  // 教师缺口 need not say 多少.
  if (!types.length && /缺口$/.test(query)) return /缺|差/.test(phrase);
  return !wanted.length || wanted.some((name) => types.includes(name));
}

const BY_STATE = /(?:政府|财政|国家|县里|公家).*(?:花|给|投|补|拨|出|拿)/;

const asksShare = (query) => unitsAsked(query).some(({ unit }) => unit === "%");

/** Words of a phrase that a query must have too, for they make the question another one. */
const NARROW = [/每|一个|一人|人均|标准|最[高低多少]/, /缺|差/];

/** What is counted: persons by any name are 人, schools 所. */
const measured = (query) => unitsAsked(query).find(({ unit }) => unit !== "元" && unit !== "%")?.unit ?? null;

const MANNERS = {
  when: ASKS.when,
  where: ASKS.where,
  who: ASKS.who,
  which: ASKS.which,
  how: /怎么|怎样|如何/,
  money: /(?:多少|几)(?:个)?(?:钱|块|元|[万亿](?![人次个名平所场套多]))|金额|投资|花费|收费|[收交缴](?:多少|几)/,
  much: /多少(?!钱)|(?<!哪)几[^年月号时]|多大|人数|总数/,
  whether: /没有$|了吗$|没$/,
};
const manners = (query) => Object.keys(MANNERS).filter((name) => MANNERS[name].test(query));

export const unstatedAnswer = (item, year, reading) => ({
  kind: "unstated",
  title: item.topic,
  text: `${item.topic}，报告未载明。${item.says ?? ""}`,
  at: item.at ?? "",
  contact: true,
  year: year.year,
  leads: referredTo(item, year, reading),
});

/** What an unstated matter refers to: figures, the ledger, or the sentence that has most of what is said of it. */
function referredTo({ at = "", says = "" }, year, { terms }) {
  const figures = /^(?:metrics|ledger)\//.test(at) ? entriesAt(at) : [];
  // A figure leads where it says all that is meant: of 编外老师的工资 the sentence about them does.
  if (figures.length && terms.every((piece) => isSoft(piece) || isNarrower(piece) || figures.some((item) => piece.alternatives.some(({ text }) => item.all.includes(text))))) return figures.map((entry) => ({ entry }));
  const pairs = pairsOf(folded(says));
  const score = (entry, line) =>
    pairs.filter((pair) => line.folded.includes(pair)).length + weighed(terms.filter((piece) => piece.alternatives.some(({ text }) => line.folded.includes(text)))) + (entry.at === at ? 3 : 0);
  const lines = library.entries
    .filter((item) => item.year === year.year && ["section", "problem", "step"].includes(item.kind))
    .flatMap((entry) => entry.lines.map((line) => ({ entry, line, same: score(entry, line) })));
  const best = lines.toSorted((one, other) => other.same - one.same)[0];
  return [...(best?.same > 2 ? [best] : []), ...figures.map((entry) => ({ entry }))];
}

/** Words that say which thing is meant count most. */
const weighed = (terms) => terms.reduce((sum, piece) => sum + (isSoft(piece) ? 0 : VAGUE.test(piece.text) ? 12 : 30), 0);

const pairsOf = (text) => [...text].map((_, at) => text.slice(at, at + 2)).filter((pair) => pair.length > 1);
