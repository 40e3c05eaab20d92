// What the report does not say: what is on record as not stated, and what follows from how a thing is asked for.

/**
 * What people looked for in the report in vain, where the query asks for just that.
 * @param {boolean} nearly whether it may say more than that, of what belongs to the matter
 */
function findUnstated(reading, year, nearly) {
  const said = reading.terms.filter((piece) => !piece.number);
  if (!said.length) return null;
  const asksWhy = ASKS.why.test(reading.folded);
  const strict = !isAsked(reading, asks(reading));
  const words = said.flatMap((piece) => [piece.text, ...piece.alternatives.map(({ text }) => text)]);
  let best = null;
  let most = -1;
  for (const item of library.unstated.get(year.year) ?? []) {
    for (const phrase of item.asked) {
      if (asksWhy || !words.some((text) => phrase.includes(text)) || !asksAlike(reading.folded, folded(phrase))) continue;
      for (const other of readPhrase(phrase)) {
        if (!saysRest(reading.folded, folded(phrase), other)) continue;
        const same = (other.terms.length || other.loose.length) && sameLoose(reading, other) && ((!strict && sameTerms(said, other.terms, nearly ? item : null)) || essence(said) === essence(other.terms));
        if (same && other.terms.length > most) [best, most] = [item, other.terms.length];
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

/** Phrases as they were read, in both ways, so that each is read once. */
const phrases = new Map();

/** Forgets what was worked out from files that others came to. */
function forget() {
  phrases.clear();
  profiles.clear();
}

function readPhrase(phrase) {
  if (!phrases.has(phrase)) phrases.set(phrase, [read(phrase, false, true), read(phrase, true, true)]);
  return phrases.get(phrase);
}

/** All of a phrase is said; what is said besides says little, or belongs to the matter of `item`. */
function sameTerms(said, terms, item) {
  const matter = item ? folded(item.topic + (item.says ?? "")) : "";
  const besides = said.filter((piece) => !isNarrower(piece) && !piece.alternatives.some(({ text }) => text.length > 2 && matter.includes(text)));
  return covers(terms, said, false) && covers(besides, terms, true);
}

/** The characters of what is meant, in any order and however they were cut: 近视抽检学生 is 抽检学生近视. */
const essence = (terms) => [...terms.map((piece) => piece.alternatives.find(({ text }) => !SOFT.test(text))?.text ?? piece.alternatives[0].text).join("")].sort().join("");

/** Whether every one of `terms` is among `others`; with `lenient` one that says little may be left over. */
const covers = (terms, others, lenient) =>
  terms.every((piece) => others.some((other) => sameMatter(piece, other)) || (lenient && isSoft(piece) && !COUNTED.test(piece.alternatives[0].text) && !COUNTED.test(piece.text) && others.some((other) => !isSoft(other))));

/** Who counts teachers does not ask for pupils. */
const COUNTED = /^(?:教师|老师)$/;

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
  if (NARROW.some((words) => words.test(phrase) && !words.test(query))) return false;
  if (/每人|每个|人均|生均/.test(query) && !/每(?!月)|一个(?!月)|人均/.test(phrase)) return false;
  if (/钱|花/.test(query) && measured(phrase)) return false;
  if (asksShare(query) && !asksShare(phrase)) return false;
  const [one, two] = [measured(query), measured(phrase)];
  if (one && two && one !== two) return false;
  const wanted = manners(phrase);
  const asked = manners(query);
  // How something is done is another question than how much of it.
  if (asked.length === 1 && asked[0] === "how" && !wanted.includes("how")) return false;
  return !wanted.length || wanted.some((name) => asked.includes(name));
}

const asksShare = (query) => unitsAsked(query).some(({ unit }) => unit === "%");

/** Words of a phrase that a query must have too, for they make the question another one. */
const NARROW = [/每|一个|人均|标准/, /缺|差/];

/** What is counted: persons by any name are 人, schools 所. */
const measured = (query) => unitsAsked(query).find(({ unit }) => unit !== "元" && unit !== "%")?.unit ?? null;

const MANNERS = {
  when: ASKS.when,
  where: ASKS.where,
  who: ASKS.who,
  which: ASKS.which,
  how: /怎么|怎样|如何/,
  money: /(?:多少|几)(?:个)?(?:钱|块|元)|金额|投资|花费|收费|[收交缴](?:多少|几)/,
  much: /多少(?!钱)|(?<!哪)几[^年月号时]|多大|人数|总数/,
  whether: /没有$|了吗$|没$/,
};
const manners = (query) => Object.keys(MANNERS).filter((name) => MANNERS[name].test(query));

const unstatedAnswer = (item, year, reading) => ({
  kind: "unstated",
  title: item.topic,
  text: `${item.topic}，报告未载明。${item.says ?? ""}`,
  at: item.at ?? "",
  contact: true,
  year: year.year,
  leads: referredTo(item, year, reading),
});

/** What an unstated matter refers to: figures, or the sentence that has most of what is said of it. */
function referredTo({ at = "", says = "" }, year, { terms }) {
  if (at.startsWith("metrics/")) return entriesAt(at).map((entry) => ({ entry }));
  const pairs = pairsOf(folded(says));
  const score = (entry, line) =>
    pairs.filter((pair) => line.folded.includes(pair)).length + 12 * terms.filter((piece) => !isSoft(piece) && piece.alternatives.some(({ text }) => line.folded.includes(text))).length + (entry.at === at ? 3 : 0);
  const lines = library.entries
    .filter((item) => item.year === year.year && ["section", "problem", "step"].includes(item.kind))
    .flatMap((entry) => entry.lines.map((line) => ({ entry, line, same: score(entry, line) })));
  const best = lines.toSorted((one, other) => other.same - one.same)[0];
  return best?.same > 2 ? [best] : [];
}

const pairsOf = (text) => [...text].map((_, at) => text.slice(at, at + 2)).filter((pair) => pair.length > 1);

/** What makes a figure narrower than any that the report gives: a stage, a place, a sex, each one of many. */
const NARROWER = /^(?:男[生孩]?|女[生孩]?|农村|城区|城镇|乡镇|民办|公办)$/;
const isNarrower = ({ alternatives: [{ text }] }) => STAGE.test(text) || (text.length > 3 && /(?:中学|(?<!中)小学|校区)$/.test(text)) || NARROWER.test(text);
/** What of a thing no report of this kind tells, with what is unknown in the query. */
const DETAIL = /利息|利率|还款|额度|条件|流程|手续|材料|地址|位置|电话|热线|微信|申请|办理|领取|公众号|校长|园长|组长|主任|成员|名单|姓名|名字|排名|分数|单价|厂家|品牌|牌子|年龄|几岁|时间|退费|报名|补课|待遇/;

/**
 * What is asked of a known thing, and not told of it.
 * @returns {object | null}
 */
function answerUnstated(reading, year, asked) {
  if (!asked.asking && !asked.when && !asked.which && !asked.where && !asked.who && !asked.how) return narrowerAnswer(reading, year, asked);
  return whichAnswer(reading, year, asked) ?? narrowerAnswer(reading, year, asked) ?? unmeasured(reading, year, asked) ?? qualified(reading, year, asked);
}

/** 12所一级幼儿园是哪些园: the report tells how many. */
function whichAnswer(reading, year, asked) {
  if (!asked.which || asked.most || reading.loose.join("").length > 2) return null;
  const said = saidOf(reading, year, asked).filter((piece) => !/^(?:学校|幼儿园|项目|文件|名单|名字|名称|名)$/.test(piece.text));
  const chosen = choose(candidates(said, year, { ...asked, units: [] }).filter((one) => /[所个项间]/.test(one.metric.unit ?? "")), asked);
  if (!chosen || chosen.coverage < 0.9) return null;
  const own = year.figures.filter((item) => item.cells.metric === chosen.id);
  return untold(`${chosen.metric.name}是哪些`, own, metricAt(chosen.id), "报告写了有几个，没有写是哪些。");
}

/** 小学近视率, where the report has one for all. */
function narrowerAnswer(reading, year, asked) {
  const narrower = reading.terms.filter(isNarrower);
  // Of boys and girls no report of this kind tells, and the site has no word for them.
  const sex = reading.loose.find((text) => NARROWER.test(text)) ?? "";
  if (!(narrower.length || sex) || reading.loose.length > 1 || !(isAsked(reading, asked) || reading.terms.length > 1)) return null;
  const rest = saidOf(reading, year, asked).filter((piece) => !narrower.includes(piece));
  const chosen = choose(candidates(rest, year, asked), asked);
  if (!chosen || chosen.coverage < 0.9 || chosen.likeness < 0.3 || chosen.categories.length) return null;
  const profile = chosen;
  if (narrower.some((piece) => piece.alternatives.some(({ text }) => [...profile.names, profile.scope, profile.clauses].some((known) => known.includes(text))))) return null;
  const own = year.figures.filter((item) => item.cells.metric === chosen.id);
  const who = sex + narrower.map((piece) => piece.text).join("");
  return untold(`${who}的${chosen.metric.name}`, own, metricAt(chosen.id), "报告没有这样分开写。");
}

/** So many persons, so much money: where the report tells of the thing in another unit only. */
function unmeasured(reading, year, asked) {
  const [unit] = asked.units;
  if (strictlySeveral(reading.folded)) return null;
  if (!unit || unit === "%" || asked.change || !mayBeFigures(reading)) return null;
  const said = saidOf(reading, year, asked);
  const found = candidates(said, year, asked);
  if (said.some((piece) => !isSoft(piece) && !STAGE.test(piece.text) && nearFigure(piece, year, asked))) return null;
  if (!found.length || found.some((one) => one.fits)) return null;
  const chosen = choose(found, { ...asked, units: [] }) ?? (found[0].coverage > 0.95 ? found[0] : null);
  if (!chosen || found[0].coverage < 0.9) return null;
  const own = year.figures.filter((item) => item.cells.metric === chosen.id);
  const wanted = { 元: "多少钱", 人: "多少人", 平方米: "多大", 年: "多久" }[unit] ?? `多少${unit}`;
  // A share tells of persons, too, as far as the report does.
  if (unit === "人" && chosen.metric.unit === "%") {
    return { kind: "figure", facts: own.map(factOf), lead: `是多少人，报告未载明。报告写的是：`, year: year.year, leads: own.map((entry) => ({ entry })) };
  }
  return untold(`${chosen.metric.name}${wanted}`, own, metricAt(chosen.id), "报告写的是别的数。");
}

const untold = (matter, figures, at, says) => ({
  kind: "unstated",
  title: matter,
  text: `${matter}，报告未载明。${says}`,
  quotes: [...new Set(figures.map((item) => item.lines[0]?.text).filter(Boolean))].slice(0, 2),
  at,
  contact: true,
  leads: figures.map((entry) => ({ entry })),
});

/** Of what the report speaks without saying how much, when, where, who or how: told only where no figure comes near. */
function qualified(reading, year, asked) {
  const quantity = /多少|几|多大|人数|总数/.test(reading.folded);
  const manner = asked.which && /学校|园|单位|老师|教师|项目|校/.test(reading.folded) ? "which" : asked.when ? "when" : asked.where ? "where" : asked.how ? "how" : asked.who ? "who" : quantity ? "much" : null;
  const unknown = reading.loose.join("");
  const detail = DETAIL.test(unknown) ? unknown : "";
  if (asked.why || (unknown.length > 1 && !detail) || unknown === "岁" || !(manner || (detail && asked.asking))) return null;
  const terms = reading.terms.filter((piece) => !piece.number);
  const matters = terms.filter((piece) => !isSoft(piece) && !DETAIL.test(piece.text));
  const specific = matters.some((piece) => !isNarrower(piece)) ? matters.filter((piece) => !NARROWER.test(piece.text)) : matters;
  if (specific.every((piece) => STAGE.test(piece.text) || STAGE.test(piece.alternatives[0].text))) return null;
  const told = { ...reading, terms: specific, loose: [] };
  const spoken = match(told, (item) => item.year === year.year && ["section", "problem", "step"].includes(item.kind))[0];
  if (!spoken?.line || spoken.coverage < 0.99 || !says(spoken.line, specific)) return null;
  if (isTold(manner, spoken.line.text) && !detail) return null;
  if (manner === "much" && !detail && specific.some((piece) => !STAGE.test(piece.text) && nearFigure(piece, year, asked))) return null;
  const matter = specific.map((piece) => piece.alternatives[0].text).join("");
  const wanted = detail ? `的${detail}` : { which: "是哪些", when: "在什么时候", where: "在哪里", how: "怎么办理", who: "由谁负责", much: asked.units.includes("元") ? "多少钱" : asked.units.includes("%") ? "占多少" : "有多少" }[manner];
  return {
    kind: "unstated",
    title: matter,
    text: `“${matter}”${wanted}，报告未载明。报告说到的是这一句：`,
    quotes: [spoken.line.text],
    at: spoken.line.at,
    contact: true,
    leads: [spoken],
  };
}

const says = (line, terms) => terms.every((piece) => piece.alternatives.some(({ text }) => place(line.folded, text) >= 0));

/** Whether a sentence may tell what is asked for: a number, a year, a body. */
function isTold(manner, text) {
  if (manner === "when") return /\d{4}年|以来|定期|每年|年初/.test(text);
  if (manner === "which") return /《|[\u4e00-\u9fff]{2}(?<!中)(?:小学|中学)(?![\u4e00-\u9fff]*教育)/.test(text);
  if (manner === "much") return false;
  if (manner === "who") return /县教委|县委|县政府|领导小组|牵头|负责/.test(text);
  return false;
}

/** Whether some figure of a fitting unit bears that word in its name, or beside its value. */
const nearFigure = (piece, year, asked) =>
  Object.entries(year.metrics).some(([id, metric]) => {
    const { names, clauses } = profileOf(id, metric, year);
    return fitsUnit(metric, asked) && piece.alternatives.some(({ text }) => names.some((name) => name.includes(text)) || clauses.includes(text));
  });
