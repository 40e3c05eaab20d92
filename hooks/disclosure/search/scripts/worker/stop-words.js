// Stop words: words that ask, join or fill, and don't narrow what is searched for.

import { folded } from "./folding.js";
import { searchIndex } from "./search-index.js";

/** Dialect and colloquial wording → the standard wording that the other patterns expect. */
const REWORDINGS = [
  [/没得|莫得|没的(?=$| )/g, "没有"],
  [/好多(?!了)/g, "多少"],
  [/有好(?=[高大远长])/g, "有多"],
  [/[啥么]子|啥(?!事)/g, "什么"],
  [/咋个|咋样?|哪么|啷个|浪个/g, "怎么"],
  [/哪儿|哪点儿?|哪里头|哪头|哪塌/g, "哪里"],
  [/几多/g, "多少"],
  [/没有?几[个所名位]?/g, "很少"],
  [/(?<=[里上])头(?!年)/g, ""],
  [/加起来|加拢|合起来/g, "合计"],
  [/公家(?=(?:一年)?[给出每花拨补在])/g, "政府"],
  [/国标/g, "国家标准"],
  [/(?<!超)过线/g, "达标"],
  [/有线(?=没有|吗|不|$)/g, "有标准"],
  [/跑赢/g, "高于"],
  [/人均(?:财政)?(?:拨款|投入|经费)/g, "生均经费"],
  [/头年(?!级)/g, "去年"],
  [/(?<!\d)(2\d)年(?![来级])/g, "20$1年"],
  [/打得?出来/g, "打印出来"],
  [/((?:这些|那些|所有|全部|报告的?|里)数)(?=$|[弄拷下存导改放写])/g, "$1字"],
  [/哪$/g, "哪里"],
  [/[那这][条根个]?(?:杠杠|红线|底线|线)|杠杠/g, "标准"],
  [/好久|几时|什么时间|哪个时候/g, "什么时候"],
  [/哪个(?=负责|管|牵头|来管|回复|说)/g, "谁"],
  [/([一二三四五六七八九])成(?![功果立绩员长本为都])/g, "百分之$1十"],
  [/开(?:了|过)?((?:多少|几)(?:次|场|个)?)会(?![议员])/g, "会议$1"],
  [/发(?:了|过)?((?:多少|几)个?)文(?!件)/g, "文件$1"],
];

/** A query in standard wording. */
export const reworded = (query) => REWORDINGS.reduce((text, [pattern, wording]) => text.replace(pattern, wording), query);

/** Question words, with the measure words that they ask for. */
const QUESTION_WORDS = [
  "(?:一共|总共|合计|到底|究竟|大概|大约|现在|目前|已经|还|共|各|又|都)?(?:有|是|要|花|用|投|占|做|搞|建|办|开|发|写|贷|收|交|涨|降|多|少|差)?(?:了|过|得)?(?:多少|几)(?:个)?(?:十|百|千)?(?:万|亿)?(?:个人|个|人次|人|元|块钱|块|钱|所|次|场次|场|回|项|间|套|件|份|名|位|家|起|年|点|平方米|平米|平方|百分点|成)?(?=.|$)",
  "的(?:政策|措施|办法|规定)(?=有|吗|没|$)|百分比|百分率|百分之几|百分之多少|几个百分点|几个点|几成",
  "是什么意思|什么意思|是什么|什么是|什么叫|叫什么名字|什么名字|叫什么|名字|什么|指的是|指什么|怎么回事",
  "怎么样|怎样|怎么|如何|为什么|凭什么|人(?=有?(?:多少|几))|[看搞弄]不懂|不明白",
  "(?:合不合|及不及)格|达不达标|过不过关|符不符合|(.)[不没]\\1以?|是否|有没有|有无|达没达|到没到|是真的吗|对不对|要不要",
  "(?:有)?多(?:高|大|久|长|少|快|重|远)|高吗|多吗|大吗|好吗|没有|没|不|未",
  "结束|收尾|搞定|解决好|建好|建成|修好|修完|完工|竣工|投用|启用|搬完|办完|完成|落实到位|开工|开学|调到位|到位",
  "(?:涨|降|升|长)?得?(?:最|更|比较)?(?:高|低|多|少|大|小|快|慢)(?:些|点|一点|一些)?(?=了|的|吗|还是|哪|和|$)|升了|降了",
  "哪一年|哪年|哪天|哪月|几月|几号|什么时候|何时|哪几所|哪几个|哪几项|哪项|哪样|哪件|哪种|哪类|哪方面|哪些|哪个|哪里|哪家|哪|谁",
  "(?:比|跟|和|与)?(?:上年|去年|前年|上一年|前一年|头一年|往年)(?:度)?(?:比|相比|比较)?|比起|涨幅|增幅|降幅|今年|同比|年比|增长率|增长|增加|减少|下降|上升|提高|降低|上涨|涨|降|幅度|高过|快过|多过|快于|大于|多了|少了|变化|变好|变坏|好转|恶化|变|逐年",
  "(?:有)?(?:什么|啥子?|哪些|哪里)?(?:区别|不一样|不同)",
  "(?:由|归|是|该|找)?(?:谁|哪个部门|哪个单位|什么部门|哪些部门|哪些单位|哪家单位|哪位领导)(?:来|在)?(?:牵头|负责|主管|管|落实|承办|带头)?",
  "(?<=校|园|生|师|班|间|套|场|次|所|项|件|份|个)数(?=[和跟与及]|$)|数量|数目|个数|间数|套数|场数|次数|所数|项数|件数|份数",
  "(?:每|一)(?:个人|个|套|间|所|次|场|名|位|人|件|平方米|家|学期|学年|年|月)",
  "达标|达到|合格|超标准|超标|超过|超出|符合|过关|及格|合规|完成|实现|国家标准|国家要求|国家规定|分别|各自|各有|各是|各占|各|每个|所有|全部|一样|哪个多|哪个高|哪个低|哪个快|比较|相比|对比|近两年|近几年|这两年|这几年|两年|历年",
  "多?[上为买修做写出分到办加占发够完定帮建开弄得投拨换掏拿提搞搬收改整添用盖砸给花补装设评贷跌配抽测][了过]|[划分编组](?:成|为|作)(?:了)?",
].map((words) => new RegExp(words, "y"));

const LONGEST_STOP_WORD = 6;

/** The county's own name is a stop word, except where the site prints it with what follows: 垫江中学. */
function placeNameAt(chunk, at) {
  const name = searchIndex.site.places.map(folded).find((one) => chunk.startsWith(one, at));
  const after = name ? chunk.slice(at + name.length, at + name.length + 2) : "";
  return name && !(after.length > 1 && searchIndex.text.includes(name + after)) ? name : "";
}

/** The stop words that begin at `at`; a single character at the end of a short query only if it is a particle. */
export function* stopWordsAt(chunk, at) {
  if (placeNameAt(chunk, at)) yield placeNameAt(chunk, at);
  for (const words of QUESTION_WORDS) {
    words.lastIndex = at;
    const match = words.exec(chunk);
    if (match?.[0]) yield match[0];
  }
  for (let length = Math.min(LONGEST_STOP_WORD, chunk.length - at); length > 0; length -= 1) {
    const part = chunk.slice(at, at + length);
    if (searchIndex.stopWords.has(part) && !(length === 1 && isLastOfFew(chunk, at))) yield part;
  }
}

/** Whether this is the last of few characters and no particle: 会 of 家长会, but not 呢 of 近视率呢. */
const isLastOfFew = (chunk, at) => chunk.length < 5 && at === chunk.length - 1 && !/[的了吗呢吧啊呀么]/.test(chunk[at]);
