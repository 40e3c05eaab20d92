"""Surnames, and where the same character is not one: 王 in 王老师, but not 高 in 提高老师待遇."""

_PLAIN = (
    "王李刘陈杨赵黄吴徐孙朱郭罗梁宋郑韩唐冯董曹袁邓沈彭吕卢蒋蔡贾魏薛潘杜汪姜姚谭廖邹熊郝崔邱秦侯邵孟尹黎龚"
)
"""Common surnames that rarely end a word."""
_AFTER = {
    "张": "紧夸主扩开每一两几",
    "谢": "感答致多",
    "胡": "二京",
    "傅": "师",
    "戴": "爱穿佩",
    "钱": "花用出交收",
    "贺": "祝庆",
    "赖": "依信",
    "丁": "园",
    "高": "提升最较更崇初",
    "周": "每本上下一两双近四",
    "程": "全过课工日流进",
    "何": "任如为",
    "于": "对由关至等属位处优低高善在终基鉴",
    "方": "对双一地各多我校官甲乙北南东西警院前后",
    "任": "担责主信班",
    "余": "0-9十百千",
    "万": "0-9十百千几",
    "许": "允准",
    "曾": "不未",
    "金": "资奖基现学助",
    "文": "语作课公发行中英",
    "段": "学阶时手路",
    "常": "正日经非通平异",
    "江": "长",
    "史": "历",
    "易": "容简交",
    "林": "园森山",
    "钟": "分",
    "康": "健",
    "马": "木",
    "叶": "树茶",
    "田": "农良",
    "石": "矿",
    "雷": "防",
    "龙": "",
    "毛": "",
    "白": "",
    "夏": "",
    "范": "示规防师",
    "陆": "登大",
    "孔": "",
    "武": "",
    "苏": "",
    "顾": "照兼",
    "乔": "",
    "汤": "",
}
"""Other surnames, with the characters after which they are not surnames."""
SURNAME = "(?:[{}]|{})".format(
    _PLAIN, "|".join(f"(?<![{after}]){name}" if after else name for name, after in _AFTER.items())
)
"""A pattern for one character."""
_WORDS = (
    "高[度中校质低]|常[常见规务]|周[一二三四五六日末围]|任[课何务意]|何[时种]|方[面便案法]|许[多可]|万[一余]|程[度序]|曾经|马[上路]|"
    "余[名人个]|文[明化艺字]|金额|田径|白天|武术|史[地料]|江[河]|易[于]|段[落]|林[地]|康复|石[头]|张[贴开]|王[者]|陈[述列]|"
    "黄[色]|胡[乱]|谢[谢绝]|宋[体]|汤[水]|毛[笔病]|夏[天令季]|孔[子]|陆[续地]|范[围]|顾[虑及]|丁[点]|龙[头]|雷[雨电]|钟[点]"
)
"""The beginnings of words that are not names."""
_BEFORE = r"同学|家长|老师|学生|反映|说|被|因|在|等|的|[,。;、:()\s]|$"
FULL = rf"(?!{_WORDS}){SURNAME}(?:某某?|[\u4e00-\u9fff]{{1,2}})"
"""A surname with one or two more characters: a name where the words around it show that."""
NAME = rf"{FULL}(?={_BEFORE})"
"""The same, followed by a word or mark that can follow a name."""
