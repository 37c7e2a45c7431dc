/**
 * What the language doubles on purpose, or by chance where two words meet. The lists by character come from counting where each one meets itself in
 * edited Chinese text, and how often it would if it were doubled by mistake.
 */

const characters = (text: string): ReadonlySet<string> => new Set(text.replace(/\s/g, ''));

/** Function words and others that never follow themselves: 的的, 在在, 是是. Lawful pairs such as 常常 or 天天 are in the dictionary. */
export const neverDoubled = characters(`
  的了在是为把被将让使令给从向往于由至自及与和跟而但且却则若如因故并或又也还已曾再更最很太都就才只仅均皆即乃尚
  我你您他她它这那其之此该各每某另何所能可应须必会要得着过吗呢吧地以用将有无不没未非勿于据按至对或
  這與為從將給對還並於則們當應須無沒
  中到内內们們碼后後者像成党黨先同資词詞主起性替城亦类類卻却外第作域著化讓需仍論论既函器全
`);

/** Those of them that the dictionary has twice over, though no text has: 的的, from 的的确确. */
export const noWordTwice = characters('的是在和了为為把被与與或也就都对對从從将將由及并而之其');

/**
 * Characters that end names, compounds and numbers which no dictionary has, before a word that begins alike: 应急司|司长, 两国|国旗, 快航|航线,
 * 卡|卡尔; and verbs before such an object: 有|有毒.
 */
export const endsUnknownWords = characters(`
  年月日时分秒个亿万千百十一二三四五六七八九两半 国省州市县区乡镇村街道路岛山水江河湖海港桥城场站沟林
  部委司局署厅处科室所院校馆厂店社会党团队班组军营连排旅舰舱机车船航 股票卡档榜课程业制式级型版号线网键灯病医学
  家客民夫花鱼鸡牛马骨包储展超智跳上下大高有对和了行收数生长局时规票 尼斯特尔巴马达纳萨马莫罗拉利加卡普布姆格亚阿 播接按游住鼓曝
`);

/** Words that end before the next one begins. */
export const particles = characters('的了個个之和与與及或在于於对對把将將被从從向由为為');

/** Characters that begin such words behind one that ends alike: 三亚|亚沙会, 纪录片|片单; and short words there: 目的|的, 可以|以. */
export const beginsUnknownWords = characters(`
  的以为对在作会说要是有并由等全新后来去到席新军局时发建座长生国州条 京津沪渝冀晋豫鲁苏浙皖赣闽粤桂琼川黔滇陕甘宁青藏新 队西港藏驻工年片团内南东北河海江湖山市村厂馆校院站台号桥船车机链税声灾旗花端图稳算受
  多朝才玉磨伞诊绕围潜学伙寒苏锡 一二三四五六七八九十百千万亿
`);

/** Those of them, and others, that may be a clause's last word behind one that ends alike: 下面就来说|说。 */
export const verbsAtEnds = characters(
  '说看听想试谈讲聊等做走来去用学问对作会要是有到在算受省市县縣区區乡鄉镇鎮村州级級院校說聽試談講來學問對會',
);

/** Classifiers and verbs repeat behind these: 一件|件, 一步|步. */
export const numerals = characters('一二三四五六七八九十百千万亿两几半每〇零');

/** Verb and object with the verb doubled: to do it for a while. */
export const doubledVerbs =
  /^(?:玩玩[具家]|按按[钮鈕键鍵]|分分[钟鐘秒]|聊聊天|散散步|帮帮忙|握握手|洗洗[澡手脸]|唱唱歌|跑跑步|鼓鼓[劲掌]|见见面|谈谈[心话]|说说[话心]|睡睡觉|吃吃[饭喝]|打打[球工]|点点[头名]|照照[镜相]|逛逛街|跳跳舞|游游泳|理理发|读读书|看看[书报病]|听听[歌课]|写写字|喝喝[茶酒]|走走[路秀]|动动[手脑]|伸伸[手腰]|歇歇脚|发发[呆慈善]|通通[风话气]|把把[脉关]|拍拍[照手]|挥挥手|摇摇头|招招手|排排队|加加油|开开[会心]|上上[网课]|下下棋|碰碰[头运]|探探路|试试看)/;

/** Endings that adjectives have, which no dictionary has behind all of them: 湿润润, 亮堂堂. */
export const doubledEndings =
  /^\p{Script=Han}(?:润润|彤彤|艳艳|油油|乎乎|溜溜|灿灿|澄澄|晃晃|森森|幽幽|茫茫|腾腾|丝丝|绵绵|茸茸|墩墩|嘟嘟|呼呼|嘻嘻|滋滋|淋淋|漉漉|汪汪|盈盈|堂堂|闪闪|花花|巴巴|光光|嗖嗖|簌簌|潤潤|艷艷|燦燦|騰騰|絲絲|綿綿|閃閃)/u;

/** Adverbs that are said twice over before a verb. */
export const manners = characters(
  '紧緊轻輕深牢久静靜缓緩渐漸慢悄默偷远遠高狠稳穩死好常刚剛仅僅早满滿重细細微频頻纷紛连連屡屢统統偏恰足',
);

/** Names of states and what belongs to them, behind a word that ends alike: 战争中|中国. */
export const namesBehind = /^(?:中中[国國央共华華方原东東美俄日欧歐韩韓]|美美[国國元军軍方欧歐]|日日本)/;

/** Measures that are said twice for a manner: 大口大口地, 成群成群的. */
export const byMeasure =
  /^[大小成满滿][口步把块塊片段堆群箱套车車批捆打串声聲杯碗桶勺滴团團篇包袋筐盆瓢朵颗顆粒本摞卷排行队隊圈页頁匹匙盘盤]$/;

/** Words that imitate a sound, which is made more than once. */
export const sounds =
  /^[咕嘟哗嘩啦叮咚滴答嗒轰轟隆噼啪咔嚓喀扑撲通噗嗤呼噜嚕哼唧叽嘰喳嘀咯吱吧哧嘎哐当噹嗡嗖簌飒颯淅沥瀝沙乒乓砰咣嘿呱嗷喵汪嗞滋]{2}$/;

/** Verbs of everyday speech that are doubled to do something for a while, with what they act on or without: 打扫打扫卫生. */
export const everydayVerbs = new Set(
  (
    '商量 讨论 考虑 打听 收拾 琢磨 溜达 走动 打扮 合计 请教 见识 凑合 打扫 锻炼 休息 放松 品尝 欣赏 热闹 高兴 开心 轻松 ' +
    '討論 考慮 請教 見識 湊合 打掃 鍛鍊 鍛煉 放鬆 品嘗 欣賞 熱鬧 高興 開心 輕鬆'
  ).split(' '),
);

/** Verbs of two characters that are doubled to try, 研究研究, when nothing that they act on follows: they are nouns as well, and then a slip. */
export const doubledToTry = new Set(
  (
    '研究 学习 了解 整理 体验 感受 交流 尝试 接触 补偿 補償 活动 反省 反思 复习 练习 享受 检查 介绍 准备 ' +
    '學習 瞭解 體驗 嘗試 復習 練習 檢查 介紹 準備'
  ).split(' '),
);

/** Words of degree, quantity and exclamation that are said twice for emphasis, adjectives that double as a whole, and names. */
export const emphatic = new Set(
  (
    '非常 特别 所有 很多 许多 太多 最多 好多 很少 很久 永远 真的 谢谢 加油 快点 慢点 绝对 赶快 赶紧 好的 对的 特別 許多 謝謝 永遠 ' +
    '雪白 通红 笔直 冰凉 漆黑 碧绿 金黄 火红 滚烫 滚圆 乌黑 雪亮 煞白 鲜红 崭新 飞快 瓦蓝 湛蓝 蜡黄 焦黄 墨绿 嫩绿 翠绿 透亮 溜光 精光 喷香 稀烂 苏丹 蘇丹'
  ).split(' '),
);

/** Words that begin with a numeral and count nothing, so that they do not repeat as 一步一步 does. */
export const noMeasure = new Set(
  '一样 一樣 一共 一切 一定 一般 一起 一直 一些 一旦 一致 一律 一向 一贯 一同 一度 一再 一系列 一体 一体化 一方面 一边 一带 一下 一流 一线 一级 两岸 两国 两会 几乎 三农 十分 百姓 千万 万一 整个 整体 整治 整改 整理 整合 整顿 整齐 每年 每天'.split(
    ' ',
  ),
);
