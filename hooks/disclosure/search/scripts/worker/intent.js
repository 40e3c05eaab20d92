// Intent: what a query asks for, such as a change, a verdict, a definition, a date or an amount in some unit.

import { cached } from "./caches.js";

export const INTENTS = {
  change: /增长|涨|增幅|涨幅|降幅|增加|减少|下降|上升|提高|降低|变化|变[好坏多少高低]|同比|年比|比(?:上|去|前|往)一?年|上一?年比|去年比|[多少降升高低]了(?:没|吗|多|几|百|$|还)|更多|更少|几个(?:百分)?点|升还是|高还是|低还是|多还是|少还是|好转|恶化|对比/,
  verdict: /[超达过到]没[超达过到]|做到|达标|达到|合格|超标|符合|过关|及格|及不及|合不合|达不达|过不过关|合规|够不够|够吗|够(?=\d|百分)|高过|快过|快于|多过|比.{2,12}(?:快|高|多|慢|低|少)(?:吗|没|不|了)|超过|高于|低于|(?:完成|实现|做到)(?:了吗|没|了没)|达没达|到没到|到.{0,5}(?:没有|了吗|没$)|有没有到|标准|要求|规定|逐年|只增不减/,
  /** Asks for a verdict, and not for a thing that is called a standard. */
  judge: /[超达过到]没[超达过到]|(?:有没有|是否|是不是)(?:都)?(?:做到|完成|实现)|达标|达到|合格|超标|符合|过关|及格|合规|够不够|够(?=\d|百分)|超过|高于|低于|只增不减|(?:完成|实现|做到)(?:了吗|没|了没)|有没有到|到.{0,5}(?:没有|了吗|没$)/,
  meaning: /什么意思|指哪|(?:干|做)(?:什么|啥|嘛)的|是什么(?![时原])|什么是|什么叫|指什么|指的是|含义|怎么算|如何计算|怎样计算|怎么计算|怎么理解|解释|区别|不同|不一样|一回事|[看搞弄]?不懂|不明白/,
  when: /什么时候|何时|哪一?年|哪天|几月|几号|多久|哪月|时间(?=$|[是定呢吗表])/,
  asking: /多少|几|吗|没有|没$|什么|怎|哪|谁|何|有没|有无|是不是|是否|(.)不\1|多高|多大|呢|还是|各|所有|全部|每个|名单|分别|情况|如何|平均|总数|的钱$|(?:次数|人数|数量|金额|总额|比例|占比|面积|个数|场次|场数|数值|数据)$/,
};

/** Unit of a figure → how amounts in it are asked for. */
const UNITS = [
  ["元", /(?:多少|几)(?:个)?(?:十|百|千)?(?:钱|块|元|[万亿](?![人次个名平所场套多])|资金|经费|费用|工资|学费|奖金|补助|补贴)|金额|总额|资金|经费|投资|费用|[金费](?:是|有)?多少(?![人个次名所])|(?:花|投|拨|用|补|发放?|交|收|缴|领|给|贷)[了过]?(?:多少|几)(?![个所间人次场套项件份名位家学老孩娃文])|花了|花费|多少补[助贴]/g],
  ["%", /百分之(?:几|多少)|百分比|比例|占比|几成|覆盖率|覆盖了?多少|参与率|配备率|达标率|入学率|升学率|就业率|近视率|率(?:是|有|为|达|多|$)|占[^元]{0,6}(?:多少|几)|多高/g],
  ["人", /(?:老师|教师|学生|孩子|娃儿?|娃娃|幼儿|保安|督学|志愿者|[校县园局]长|领导|人员|家长)(?:一共|总共|大概|现在|目前)?(?:有|是|还有)?(?:多少|几)个?(?=$|人|名|位)|(?:多少|几)(?:[万千百]|个|名|位)*(?:人次|人|学生|老师|教师|孩子|娃|幼儿|师生|家庭|督学|保安|教职工)|人(?=有?(?:多少|几))|人数|人次/g],
  ["数", /数量|数目/g],
  ["所", /(?:学校|园|校)数(?!量)|(?<!是)(?:多少|几)(?:个)?(?:所|(?:学校|幼儿园|小学|初中|中学|高中)(?![项学生老教班大课孩娃的阶毕])|园(?!区)|校(?![舍区园长服外际内]))|所数/g],
  ["家", /(?:多少|几)家/g],
  ["次", /(?:多少|几)(?:场次|场|次|回|遍|轮)|次数|场次|场数/g],
  ["套", /(?:多少|几)套|套数/g],
  ["间", /(?:多少|几)间|间数/g],
  ["平方米", /(?:多少|几)(?:个)?平(?:方米|米|方)?|面积|(?<![幅距度量数异率比额口例])多大/g],
  ["年", /(?:多少|几)年(?!级)|多久/g],
  ["个", /(?:多少|几)(?:个(?!百分|点|人|学|老|孩|娃|月|平|名|幼|园|校)|项|件|份|起|条|种|班)|个数|项数|件数/g],
];
/**
 * The units that a query asks for, in its order, each stretch of the query counted once.
 * @returns {{unit: string, at: number, end: number}[]}
 */
export const unitsAsked = cached((query) => {
  const found = [];
  for (const [unit, words] of UNITS) {
    for (const match of query.matchAll(words)) {
      const [at, end] = [match.index, match.index + match[0].length];
      if (!found.some((one) => one.at < end && at < one.end)) found.push({ unit, at, end });
    }
  }
  return found.sort((one, other) => one.at - other.at);
});

/** The intent of a parsed query: each pattern of `INTENTS` that matches, the units, the query. */
export function intentOf({ folded: query }) {
  const intent = Object.fromEntries(Object.entries(INTENTS).map(([name, words]) => [name, words.test(query)]));
  const found = [...new Set(unitsAsked(query).map(({ unit }) => unit))];
  // 教育经费占财政支出多少 names money and asks for a share.
  const shared = found.includes("%") && /占|比例|百分/.test(query) && !/(?:多少|几)(?:个)?(?:钱|块|元)|花|投[了入]/.test(query);
  const units = shared ? found.filter((unit) => unit !== "元") : found;
  // 心理辅导室上的钱 asks for money if for no other unit.
  if (!units.length && /钱/.test(query)) units.push("元");
  return { ...intent, units, query };
}

/** Words too general to narrow what is asked for. */
export const WEAK_WORD =
  /^(?:比例|比率|占比|学生|儿童|学校|教育|国家|中小学|教育系统|系统|单位|部门|各校|各学校|全县学校|全县中小学|中小学校|中小学幼儿园|学段|阶段|各学段|各级|政府|报告|数字|数据|数值|数量|情况|标准|要求|规定|指标|儿童少年|教师|老师|校园|县域|经费|资金|投入|支出|平均|生活|教育经费|教育支出|教育投入|学|个数|人数|次数|金额|人次|工作|建设|开展|活动|项目|学校里|覆盖|百分点|百分之|多少|新增|增加)$/;
export const isWeak = (token) => WEAK_WORD.test(token.text) || token.alternatives.some(({ text }) => WEAK_WORD.test(text));
/** Stages of schooling: figures of different stages are different figures. */
export const STAGE = /^(?:普通)?(?:小学|初中|高中|中学|职业高中|中等职业|中职|幼儿园|学前教育|幼儿|大学|义务教育)(?:生|阶段)?$/;
/** Whether the query is a question, and not only a name. */
export const isQuestion = ({ years, letters }, intent) => !letters && Boolean(intent.asking || intent.change || intent.judge || intent.when || intent.units.length || years.length);
