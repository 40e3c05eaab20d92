// Answering: only what the records say, only what was asked; else nothing, and the results speak.

const ASKS = {
  change: /增长|涨|增幅|增加|减少|下降|上升|提高|降低|变化|同比|年比|比(?:上|去|前|上一)年|降了|多了|少了|更多|更少|几个(?:百分)?点|升了|升还是|好转|恶化/,
  verdict: /达标|达到|合格|超标|符合|够不够|够吗|达没达|到没到|到.{0,5}(?:没有|了吗|没$)|标准|要求|逐年|只增不减/,
  meaning: /什么意思|啥意思|是什么(?!时)|什么是|什么叫|指什么|指的是|含义|怎么算|如何计算|怎样计算/,
  when: /什么时候|何时|哪年|哪一年|哪天|几月|几号|多久|哪月/,
  which: /哪[几些\d一二两三四五六七八九十]*(?:所|个(?!多|高|少|大)|家|些|名|类|项)|名单|叫什么/,
  money: /多少钱|好多钱|几块|花[了多]?|资金|金额|费用|钱|投[了入]|经费|元/,
  people: /多少(?:个)?(?:人|学生|老师|孩子)|几(?:个)?人|好多(?:个)?人|人数|人次/,
  share: /比例|占比|百分之|多高|(?<!增长)率|几成|占.{0,8}多少/,
  many: /(?:多少|好多|几)(?:个(?!百分|点)|所|次|场次|场|项|间|套|件|份|家)/,
  asking: /多少|好多|几|吗|没有|什么|怎|哪|谁|何|有没|是不是|多高|多大|够不够|呢|还是|各/,
};
/** What may stay uncovered by a figure's names: it says too little to change what is asked for. */
const SOFT = /^(?:比例|比率|占比|学生|儿童|学校|教育|国家|中小学|学段|政府|报告|数字|数据|情况|标准|要求|儿童少年|教师|校园|县域|经费|资金|投入|支出|平均|教育经费|教育支出|教育投入|学)$/;
/** Whether a word says too little by itself, also by what it is said for. */
const isSoft = (piece) => SOFT.test(piece.text) || piece.alternatives.some(({ text }) => SOFT.test(text));
/** Words that name money without asking for it. */
const MONEYED = /生均|经费|支出|投入|资金|金额|补助|资助|贷款/;
/** What may be counted, and then must be in the name. */
const COUNTED = /^(?:学生|儿童|学校|教师|幼儿园|小学|初中|高中)$/;
const UNITS = { money: ["元"], people: ["人", "人次"], share: ["%"] };

/**
 * @param {object} reading what `read` made of the query
 * @param {object[]} years the reports to ask, newest first
 * @returns {object | null} what to show before the results
 */
function answer(reading, years) {
  const { folded: query } = reading;
  if (!query) return null;
  const guide = findGuide(query);
  if (guide) return { kind: "guide", title: guide.title, text: guide.text, at: guide.at };
  if (ASKS.meaning.test(query)) return explain(reading);
  const said = years.map((year) => answerIn(reading, year)).filter(Boolean);
  return said.find((one) => one.kind !== "unstated") ?? said[0] ?? null;
}

/** What one report answers. */
function answerIn(reading, year) {
  if (!reading.terms.length && /(?:没|未|不)(?:有)?(?:达|合格|符合)|超标/.test(reading.folded)) return missedAnswer(year);
  const absent = findUnstated(reading, year);
  return absent ? unstatedAnswer(absent, year) : answerFigures(reading, year, asks(reading));
}

/** 哪些没达标: every verdict that says 未达到. */
function missedAnswer(year) {
  const lines = library.entries
    .filter((item) => item.kind === "standard" && item.year === year.year)
    .flatMap((item) => item.lines.map((line) => line.text))
    .filter((text) => text.includes("：未达到"));
  return lines.length ? { kind: "standard", title: "标准对照", lines, at: "standards/index.html" } : null;
}

/** Which kinds of question a query is. */
function asks({ folded: query }) {
  const asked = Object.fromEntries(Object.entries(ASKS).map(([name, words]) => [name, words.test(query)]));
  return { ...asked, measure: measured(query) };
}

/** The measure word of a question: 多少间 wants a figure in 间. */
const MEASURE = /(?:多少|好多|几)(个(?!百分|点)|人(?!次)|所|家|间|套|件|份|项|场|次|起|平方米)/;

/** The guide to the site whose words the query has; the longest counts. */
function findGuide(query) {
  let best = null;
  let length = 0;
  for (const guide of library.site.guides) {
    for (const words of guide.asked) {
      if (words.length > length && query.includes(folded(words))) [best, length] = [guide, words.length];
    }
  }
  // 依据待核实是什么意思 asks for a meaning, 6100余万的余 too: only where the guide is what is asked about.
  return best && !ASKS.meaning.test(query) ? best : null;
}

/** The glossary's explanation, where the query is the term and nothing else. */
function explain(reading) {
  if (reading.loose.length || reading.numbers.length || reading.terms.length !== 1) return null;
  const [{ alternatives }] = reading.terms;
  const found = library.entries.find((item) => item.kind === "term" && alternatives.some(({ text }) => item.names.includes(text)));
  return found ? { kind: "term", title: found.title, text: found.lines[0].text, at: found.at } : null;
}

/** What people looked for in the report in vain, where the query asks for just that. */
function findUnstated(reading, year) {
  const said = reading.terms.filter((piece) => !piece.number);
  if (!said.length) return null;
  const words = said.flatMap((piece) => [piece.text, ...piece.alternatives.map(({ text }) => text)]);
  let best = null;
  let most = 0;
  for (const item of year.unstated) {
    for (const phrase of item.asked) {
      if (!words.some((text) => phrase.includes(text)) || !asksAlike(reading.folded, folded(phrase))) continue;
      for (const other of readPhrase(phrase)) {
        const same = sameLoose(reading, other) && covers(said, other.terms, true) && covers(other.terms, said, false);
        if (same && other.terms.length > most) [best, most] = [item, other.terms.length];
      }
    }
  }
  return best;
}

/** Phrases as they were read, in both ways, so that each is read once. */
const phrases = new Map();

function readPhrase(phrase) {
  if (!phrases.has(phrase)) phrases.set(phrase, [read(phrase), read(phrase, true)]);
  return phrases.get(phrase);
}

/** Whether every one of `terms` is among `others`; with `lenient` one that says little may be left over. */
const covers = (terms, others, lenient) =>
  terms.every((piece) => others.some((other) => sameMatter(piece, other)) || (lenient && isSoft(piece) && others.some((other) => !isSoft(other))));

/** Whether two words mean the same: one of each is the same, or most of it. */
const sameMatter = (piece, other) =>
  piece.alternatives.some(({ text }) => other.alternatives.some((one) => alike(text, one.text)));

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
  if (/每人|每个|人均|生均/.test(query) && !/每|一个|人均/.test(phrase)) return false;
  if (/钱|花/.test(query) && measured(phrase)) return false;
  if (ASKS.share.test(query) && !ASKS.share.test(phrase)) return false;
  const [one, two] = [measured(query), measured(phrase)];
  if (one && two && one !== two) return false;
  const wanted = manner(phrase);
  const asked = manner(query);
  return !wanted.length || wanted.some((name) => asked.includes(name));
}

/** Words of a phrase that a query must have too, for they make the question another one. */
const NARROW = [/每|一个|人均|标准/, /缺|差/];

/** The measure word of a question; persons by any name are 人, schools 所. */
function measured(query) {
  if (/(?:多少|几)(?:个|名|位)?(?:学生|老师|教师|孩子|幼儿|人)|人数/.test(query)) return "人";
  if (/(?:多少|几)(?:个)?(?:学校|幼儿园|小学|初中|中学|高中)/.test(query)) return "所";
  return MEASURE.exec(query)?.[1] ?? null;
}

const MANNERS = {
  when: ASKS.when,
  where: /哪里|哪儿|在哪|地址|位置/,
  who: /谁|哪个部门|哪个单位|责任/,
  which: ASKS.which,
  how: /怎么|怎样|如何|咋/,
  money: /多少钱|好多钱|金额|投资|花费/,
  much: /(?:多少|好多)(?!钱)|(?<!哪)几[^年月号时]|多大|人数|总数|没有$/,
};
const manner = (query) => Object.keys(MANNERS).filter((name) => MANNERS[name].test(query));

const unstatedAnswer = (item, year) => ({
  kind: "unstated",
  title: item.topic,
  text: `${item.topic}，报告未载明。${item.says ?? ""}`,
  at: item.at ?? "",
  contact: true,
  year: year.year,
});

/** Figures, where the query names them and nothing else. */
function answerFigures(reading, year, asked) {
  const found = reading.loose.length ? [] : candidates(reading, year, asked);
  const chosen = choose(found, asked);
  if (chosen) return figuresAnswer(chosen, reading, year, asked);
  const compound = splitQuestion(reading);
  if (compound) {
    const parts = compound.map((part) => candidates(part, year, asked)[0]).filter(Boolean);
    const different = new Set(parts.map((part) => part.id));
    if (parts.length === compound.length && different.size > 1) return figuresAnswer(parts, reading, year, asked);
  }
  if (reading.loose.length || found.some((one) => one.fits)) return null;
  return answerStandards(reading, year, asked) ?? qualified(reading, year, asked);
}

/** 升学率和就业率 asks twice: the parts between 和, read by themselves. */
function splitQuestion(reading) {
  const parts = reading.folded.split(/[和与跟及]/);
  if (parts.length !== 2 || parts.some((part) => part.length < 2)) return null;
  return parts.map(read);
}

/**
 * The metrics whose names cover all that is asked, the nearest first.
 * @returns {{id: string, metric: object, likeness: number, named: boolean, fits: boolean, categories: string[]}[]}
 */
function candidates(reading, year, asked) {
  const said = reading.terms.filter((piece) => !(piece.number && asked.verdict));
  said.whole = (name) => spelledOut(name, reading.folded);
  if (!said.length || reading.loose.join("").length > 1) return [];
  const found = [];
  for (const [id, metric] of Object.entries(year.metrics)) {
    const one = candidate(id, metric, said, asked);
    if (one) found.push({ ...one, judged: year.figures.some((item) => item.cells.metric === id && item.cells.verdicts) });
  }
  return found.sort((one, other) => Number(other.fits) - Number(one.fits) || other.likeness - one.likeness);
}

/** Whether all characters of an everyday name are in the query: 花在教育上的钱 in 一年花多少钱在教育上. */
function spelledOut(name, query) {
  const characters = name.replaceAll("的", "");
  return characters.length > 3 && query.length < 2 * name.length && [...characters].every((char) => query.includes(char));
}

/** How well the names of a metric cover the terms; null where they leave something out. */
function candidate(id, metric, said, asked) {
  const names = [metric.name, ...(metric.words ?? [])].map(folded);
  const categories = Object.entries(metric.categories ?? {});
  const chosen = new Set();
  const covered = names.map(() => 0);
  let specific = 0;
  for (const piece of said) {
    let hit = false;
    for (const { text } of piece.alternatives) {
      names.forEach((name, index) => {
        if (!name.includes(text)) return;
        hit = true;
        covered[index] += text.length;
      });
      for (const [category, name] of categories) {
        if (folded(name).includes(text)) [hit] = [true, chosen.add(category)];
      }
      if (metric.scope && folded(metric.scope).includes(text)) hit = true;
      if (hit) break;
    }
    // Who counts teachers wants teachers, not what else there is about them.
    const counted = asked.measure && piece.alternatives.some(({ text }) => COUNTED.test(text));
    if (!hit && (counted || !isSoft(piece))) return null;
    const whole = piece.text.length > 3 && names.includes(piece.text);
    if (hit && (whole || !isSoft(piece))) specific += 1;
  }
  if (!specific && !names.some((name) => said.whole(name))) return null;
  const likeness = Math.max(...names.map((name, index) => (said.whole(name) ? 1 : Math.min(1, covered[index] / name.length))));
  if (!likeness) return null;
  const first = names[0];
  const own = said.some((piece) => piece.alternatives.some(({ text }) => !SOFT.test(text) && akin(first, text)));
  const strict = said.some((piece) => piece.alternatives.some(({ text }) => text.length > 1 && !SOFT.test(text) && first.includes(text)));
  const tail = said.some((piece) => piece.alternatives.some(({ text }) => text.length > 1 && first.endsWith(text)));
  return { id, metric, likeness, own, strict, moneyed: said.some((piece) => MONEYED.test(piece.text)), tail, fits: fitsUnit(metric, asked), categories: [...chosen] };
}

/** Whether two characters in a row of a word stand in the name too. */
const akin = (name, word) => [...word].some((_, at) => at + 1 < word.length && name.includes(word.slice(at, at + 2)) && !SOFT.test(word.slice(at, at + 2)));

/** Whether the unit is one that is asked for; true where none is. */
function fitsUnit(metric, asked) {
  if (asked.change || asked.verdict) return true;
  if (asked.measure && asked.measure !== "个" && !asked.money) return (metric.unit ?? "").includes(asked.measure);
  const wanted = Object.keys(UNITS).filter((name) => asked[name]);
  if (wanted.length) return wanted.some((name) => UNITS[name].includes(metric.unit)) || (asked.money && asked.many && metric.unit !== "%");
  return !asked.many || !["%", "元"].includes(metric.unit);
}

/** The one that is meant, or several that are asked for together; null in doubt. */
function choose(found, asked) {
  const fitting = found.filter((one) => one.fits);
  const judged = asked.verdict ? fitting.filter((one) => one.judged) : [];
  const fit = judged.length ? judged : fitting;
  if (!fit.length) return null;
  const best = fit[0];
  const near = fit.filter((one) => best.likeness - one.likeness < 0.12);
  if (asked.money && asked.people && near.length === 2) return near;
  const clear = near.length === 1 || (best.likeness === 1 && near[1].likeness < 1);
  if (!clear) return null;
  const sure = best.likeness >= 0.75 || best.tail || (best.own && best.likeness >= 0.4);
  if (!sure) return asked.asking && fit.length === 1 && best.own ? [best] : null;
  if (asked.asking || asked.change || asked.verdict) return [best];
  // Nothing was asked, only named: an answer is due where the name itself is meant, and money only if money is.
  const named = best.strict || (asked.share && best.own);
  return named && (asked.money || best.moneyed || best.metric.unit !== "元") ? [best] : null;
}

/** The records of the chosen metrics: categories, year and change as asked. */
function figuresAnswer(chosen, reading, year, asked) {
  const facts = [];
  for (const { id, metric, categories } of chosen) {
    let own = year.figures.filter((item) => item.cells.metric === id);
    if (categories.length) own = own.filter((item) => categories.includes(item.cells.category));
    const dated = reading.year ? own.filter((item) => covers_year(item.cells.years, reading.year)) : own;
    if (!dated.length) return otherYear(id, metric, own, reading.year);
    facts.push(...dated.map(factOf));
  }
  const unchanged = asked.change && facts.every((fact) => !fact.change);
  const periods = new Set(facts.map((fact) => fact.period)).size;
  const lead = unchanged && periods < 2 ? `${chosen[0].metric.name}比上年的增减，报告未载明。` : "";
  const bare = /达标|合格|超标|符合|够/.test(reading.folded) && facts.every((fact) => !fact.verdicts.length && !fact.name.includes("达标")) ? "这项数值，本站没有登记可以对照的标准。" : "";
  return { kind: "figure", facts, lead: lead || bare, year: year.year };
}

const covers_year = (years, year) => Boolean(years) && years[0] <= Number(year) && Number(year) <= years[1];

/** The page of a metric. */
const metricAt = (id) => `metrics/${id}/index.html`;

/** A figure as it is shown. */
const factOf = (item) => ({
  name: item.title,
  value: item.cells.value,
  period: item.cells.period,
  change: item.cells.change ?? "",
  verdicts: item.cells.verdicts ?? [],
  note: [item.cells.later, item.cells.note].filter(Boolean).join(""),
  sentence: item.lines[0]?.text ?? "",
  at: item.at,
  metricAt: metricAt(item.cells.metric),
});

/** The report gives the figure, but of another year. */
function otherYear(id, metric, own, year) {
  return {
    kind: "unstated",
    title: `${year}年的${metric.name}`,
    text: `${year}年的${metric.name}，报告未载明。`,
    quotes: own.slice(0, 3).map((item) => item.lines[0]?.text).filter(Boolean),
    at: metricAt(id),
    contact: true,
  };
}

/** Verdicts of a standard that is named itself: 优质均衡县达标了没. */
function answerStandards(reading, year, asked) {
  const said = reading.terms.filter((piece) => !piece.number);
  if (!said.length) return null;
  const found = library.entries.filter(
    (item) => item.kind === "standard" && item.year === year.year && said.every((piece) => SOFT.test(piece.text) || piece.alternatives.some(({ text }) => item.names.some((name) => name.includes(text)))),
  );
  // Without 达标 or the like only what no figure is about: 教育经费占GDP多少.
  const bare = asked.asking && found.every((item) => !year.figures.some((one) => item.lines.some((line) => line.text.startsWith(one.title))));
  if (!found.length || found.length > 4 || !(asked.verdict || bare)) return null;
  const lines = [...new Set(found.flatMap((item) => item.lines.map((line) => line.text)))];
  return { kind: "standard", title: [...new Set(found.map((item) => item.title))].join("；"), lines, at: found[0].at };
}

/** Of what the report speaks without saying how much or when: told only where no figure comes near. */
function qualified(reading, year, asked) {
  const quantity = asked.money || asked.people || asked.many || /多少|几|多大/.test(reading.folded);
  if (reading.loose.length || !reading.terms.length || reading.terms.some((piece) => piece.number) || !(quantity || asked.when)) return null;
  const specific = reading.terms.filter((piece) => !isSoft(piece));
  const spoken = match(reading, (item) => item.year === year.year && ["section", "problem", "step"].includes(item.kind))[0];
  if (!specific.length || !spoken?.line || spoken.coverage < 0.99) return null;
  if (asked.when ? /\d{4}年|以来/.test(spoken.line.text) : /\d/.test(spoken.line.text) || specific.some((piece) => nearFigure(piece, year, asked))) return null;
  const matter = reading.terms.map((piece) => piece.alternatives[0].text).join("");
  return {
    kind: "unstated",
    title: matter,
    text: `“${matter}”${asked.when ? "在什么时候" : asked.money ? "多少钱" : "有多少"}，报告未载明。报告说到的是这一句：`,
    quotes: [spoken.line.text],
    at: spoken.line.at,
    contact: true,
  };
}

/** Whether some figure of a fitting unit bears that word in its name. */
const nearFigure = (piece, year, asked) =>
  Object.values(year.metrics).some(
    (metric) => fitsUnit(metric, asked) && [metric.name, ...(metric.words ?? [])].some((name) => piece.alternatives.some(({ text }) => folded(name).includes(text))),
  );
