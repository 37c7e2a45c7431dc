import { lines, words } from './grammar.js';
import type { Language } from './language.js';

export const zhCN: Language = {
  tag: 'zh-CN',
  space: '',
  terms: ['农村公共文化服务体系', '流域综合治理规划', '数字档案长期保存', '传统村落保护名录', '基层水利服务站'],
  grammar: {
    term: ['农村公共文化服务体系', '流域综合治理规划', '数字档案长期保存', '传统村落保护名录', '基层水利服务站'],
    org: words(`编辑部 图书馆 档案馆 研究所 课题组 出版社 学会秘书处 县水利局 市规划院 省博物馆 重点实验室 合作社 农业技术推广站 乡镇卫生院
      中心小学 气象台 测绘队 考古队 文化馆 志愿服务队 评审委员会 教务处 印刷厂 工程指挥部 居民委员会 财政部门 统计局 广播电台 疾病预防控制中心
      林业站 港务公司 铁路部门 司法所 工会 校友会 消防救援站 供电公司 信用社 监理单位 基金会`),
    thing:
      words(`调查报告 原始记录 会议纪要 评审意见 历史档案 测量数据 技术标准 管理办法 工作方案 采访笔记 口述资料 地方志 手稿 目录卡片 观测日志
      教学大纲 馆藏目录 年度预算 照片底片 施工图纸 调查问卷 水文资料 族谱 碑刻拓片 样品清单 培训教材 投诉信件 地籍图 病历 借阅登记簿 设备台账
      合同文本 航拍影像 契约文书 实验记录本 验收单 气象资料 户籍册 戏曲唱本 统计年鉴 译稿 校样 考勤表 灌溉日程 种子样本 经费申请书`),
    act: words(`整理 核对 公布 修订 汇编 保存 翻译 审阅 归还 补充 比较 登记 扫描 抄录 讨论 收集 引用 提交 移交 复制 评议 编号 改写 查阅 装订
      印发 调阅 抽查 更正 寄送 借用 注销 展示 退回 简化 更新`),
    goal: lines(`提高服务质量
      减少重复劳动
      方便读者查阅
      保护古建筑群
      改善灌溉条件
      防止资料散失
      缩短办理时间
      降低运输成本
      扩大合作范围
      满足居民需要
      推动成果转化
      弥补人手不足
      避免误解
      保证工程进度
      培养青年教师
      节约用水
      延长设备寿命
      控制土壤侵蚀
      加强跨区协作
      应对极端天气
      留住熟练工人
      尊重当地习惯
      统一计量口径
      恢复湿地植被
      消除安全隐患
      鼓励自愿参与
      稳定粮食产量
      查清事故原因`),
    time: words(`二〇一八年 2016年5月 汛期过后 开工以前 试点期间 收割季节 暑假期间 入冬之后 规划初期 1987年 春耕时节 验收当天 搬迁之前 第一轮评估结束后
      改革开放初期 民国时期 停电期间 2021年第三季度 项目立项时 暴雨来临前 值班期间 学期末`),
    place:
      words(`在县城 在山区 在长江下游 在江南集镇 在沿海港口 在西北旱地 在老城区 在库区移民村 在高校内部 在边境口岸 在黄土高原 在平原灌区 在工业园区
      在少数民族聚居地 在偏远牧场 在城乡接合部 在产粮大县 在海岛上`),
    link: words(
      '因此 不过 与此同时 相比之下 从结果看 实际上 另一方面 此外 总的来看 具体来说 当然 换句话说 遗憾的是 随后 有意思的是 在这一点上 严格地说',
    ),
    quality: words(
      `完整 准确 稳定 清楚 可靠 及时 简便 规范 充分 丰富 零散 模糊 陈旧 有限 详细 宝贵 可观 罕见 复杂 单薄`,
    ),
    matter:
      words(`人口流动 水位变化 耕地面积 读者反馈 经费来源 气温异常 文字错误 学生负担 道路状况 方言差异 粮食价格 版权归属 病虫害 交通流量 用电负荷 树木种类
      师资力量 土壤盐分 图像质量 婚俗演变 垃圾分类 航道淤积 货币流通 老龄化 就业结构 地下水位 民间信仰 城市噪声 建筑高度 语言接触 引文格式 渔业资源`),
    person: words(
      `老工人 年轻教师 退休编辑 村支书 返乡青年 外地商人 值班护士 木匠 渔民 测量员 读者代表 图书管理员 乡村医生 养蜂人 船长 化验员 学徒 校对员`,
    ),
    say: words('说 认为 指出 回忆道 补充说 解释说 强调 承认'),
    share: words('37.5 2.4 18.6 40.2 9.7 63.1 5.8'),
    number: words('12 37 58 104 216 349 1500 2800 46 73 95 620 8300 19'),
    unit: words('户 份 人 处 件 册 亩 公里 次 吨'),
    effect: lines(`效果并不明显
      收到了良好的效果
      受到各方欢迎
      引起了广泛关注
      花费的时间超出预计
      留下的痕迹至今可见
      由此走上正轨
      一度陷入停顿
      大大减轻了负担
      反而增加了成本
      得到普遍认可
      经受住了考验
      仍有改进余地
      从此有据可查`),
    S: lines(`{thing}里看不出{matter}的迹象。
      三件当中有两件{quality}，另一件则不然。
      谈到{matter}，{person}始终沉默。
      {act}{thing}的是{org}，不是{org}。
      {place}，没有人留意{thing}。
      弄懂了{matter}，{goal}也就不难。
      第一次尝试失败了。
      有一封信{number}次提到{thing}。
      经费由{org}负担。
      乍看之下，{matter}足以说明一切。
      如今只有{org}还藏有{quality}的{thing}。
      {matter}和{matter}都在{thing}上留下痕迹。
      {person}追问此事是否牵涉{matter}。
      第{number}页记述{matter}。
      连{person}也感到意外。
      同{thing}相比，{act}{thing}容易得多。
      {person}的建议只有一条：{goal}。
      {org}{time}开始{act}{thing}，目的是{goal}。
      {link}，{thing}记载的{matter}十分{quality}。
      {place}，{matter}直接影响{org}的安排。
      为了{goal}，{org}把{thing}交给{org}{act}。
      {person}{say}，{thing}里关于{matter}的部分最值得{act}。
      {time}，{org}一共{act}了{number}{unit}，{effect}。
      如果不先{act}{thing}，就很难{goal}。
      {matter}与{matter}之间的关系，{place}表现得比较{quality}。
      {org}认为，只有{goal}，才谈得上{goal}。
      {link}，{org}没有力量独自{act}这些{thing}。
      从{thing}可以看出，{matter}在{time}最为突出。
      {person}不但熟悉{thing}，而且懂得怎样{goal}。
      无论{matter}如何变化，{thing}都必须{quality}。
      有人主张先{goal}，也有人主张先{act}{thing}。
      {link}，{goal}需要{number}{unit}左右的投入。
      {thing}由{org}{act}，{thing}则由{person}保管。
      尽管{matter}令人担忧，{org}还是按期完成了任务。
      {time}形成的{thing}，{effect}。
      {term}写进了{thing}，{effect}。
      围绕{term}，{org}与{org}多次交换意见。
      这份{thing}共{number}页，内容{quality}，{org}据此调整了部署。
      {place}，{person}往往比专家更了解{matter}。
      {goal}是一方面，{goal}是另一方面，二者不可偏废。
      {org}对{matter}作了{quality}的说明，{person}表示理解。
      究竟怎样{goal}，{thing}没有给出答案。
      {matter}为什么难以{act}？{link}，{thing}太{quality}。
      {link}，把{thing}同{thing}放在一起{act}，才能发现{matter}的规律。
      {org}规定，凡是涉及{matter}的{thing}，一律由{org}{act}。
      {person}花了{number}天时间，终于把{thing}{act}完毕。
      {time}以来，{place}的{matter}逐步好转，{effect}。
      {thing}的保管条件较差，{org}不得不另想办法{goal}。
      参加{act}工作的还有{org}、{org}和{org}。
      要{goal}，就要舍得在{thing}上下功夫。
      {matter}不是孤立的现象，它同{matter}、{matter}都有联系。
      {link}，{person}的经验往往写不进{thing}。
      {org}把{number}{unit}{thing}分成三类，{act}的先后次序也不相同。`),
    title: lines(`论{matter}与{matter}的关系
      {thing}的{act}与利用
      {matter}研究：以{org}为例
      {goal}的若干途径
      从{thing}看{matter}
      {matter}调查及其启示`),
    heading: lines(`{thing}的来源
      {matter}的现状
      怎样{goal}
      {org}的做法
      关于{matter}的讨论
      {act}{thing}的方法
      {matter}与{matter}
      {goal}的条件`),
    item: lines(`{act}{thing}
      {goal}
      {matter}的变化
      由{org}{act}的{thing}
      {place}{goal}`),
    caption: lines(`{matter}示意图
      {thing}样张
      {org}历年{matter}对照`),
    cell: words('{thing} {matter} {number}{unit} {org} {quality}'),
    phrase: ['{thing}', '{matter}', '{goal}'],
    keyword: ['{matter}', '{thing}'],
  },
  quotation: lines(`{person}{say}：“{S}”
    {thing}里写道：“{S}{S}”
    “{S}”{person}{say}，“{S}”
    按照《{matter}管理条例》的说法，这属于“{goal}”的范围。
    所谓“{matter}”“{matter}”，{org}早有说明。
    {person}{say}：“{org}常讲的‘{goal}’，就是这个意思。”`),
  figures: lines(`{org}提出三点意见。一是{act}{thing}，{goal}；二是{goal}，不搞形式；三是{act}{thing}，由{org}负责。
    原因有两个：第一，{matter}难以预料；第二，{thing}不够{quality}。
    首先，{org}{act}了{thing}；其次，{person}核实了{matter}；最后，{org}予以公布。
    （一）{act}{thing}；（二）{goal}；（三）听取{person}的意见。
    {org}（原名{org}）{time}迁入新址，{thing}也随之移交。
    据统计，{matter}占全部样本的{share}%，比上一轮下降了{share}个百分点[^n]。
    {matter}的测算公式见下文，其中$k$取0.85，$n$取{number}。
    如[@ref2]所述，{matter}的影响“{effect}”。{S}
    读者可到http://example.org/data/下载{thing}，也可写信索取。
    {org}下设三个组：①资料组，负责{act}{thing}；②现场组，负责查看{matter}；③联络组，负责同{org}联系。
    以{matter}为基础、以{matter}为重点、以{matter}为补充，{org}重新{act}了{thing}。
    {org}既要{goal}，又要{goal}，还要{goal}，任务十分繁重。`),
  groups: [
    [
      '一、{act}{thing}，{goal}。{S}{S}',
      '二、{goal}，{act}{thing}。{S}{S}{S}',
      '三、依靠{org}，解决{matter}问题。{S}{S}',
      '四、{act}{thing}，接受监督。{S}{S}',
    ],
    ['**{matter}**。{S}{S}', '**{matter}**。{S}{S}{S}', '**{matter}**。{S}{S}'],
    ['（一）{act}{thing}。{S}{S}', '（二）{goal}。{S}{S}{S}', '（三）依靠{org}。{S}'],
    ['“{S}{S}', '“{S}{S}”{person}回忆道。'],
    ['问：{matter}是从什么时候开始的？', '答：{S}{S}', '问：那么{org}呢？', '答：{S}'],
    ['第一，{goal}。{S}{S}', '第二，{act}{thing}。{S}{S}', '第三，{goal}。{S}'],
    ['{S}{S}具体办法如下：', '1. {item}；\n2. {item}；\n3. {item}。', '{S}{S}'],
    ['{S}会议要求：', '- {item}\n- {item}\n- {item}', '{S}'],
  ],
  traps: lines(`广场上彩旗高高飘扬，人们天天来这里散步，脚步渐渐慢下来。
    老人谆谆嘱托，沉甸甸的担子落在年轻人肩上，这些还远远不够。
    应急司司长和省委委员都到了会，工作委员会委员逐一发言。
    二〇〇四年，一件件旧事来来往往，仿佛就在眼前。
    大家亲自倡导、亲自谋划、亲自推动，在真学真懂上用心用力，在常学常新上用心用力。
    他说：“这件事还要研究研究、商量商量。”
    会议议程由党组组长宣布，为了了解实情，科学学科的负责人的的确确下了功夫。
    微信号a_b、C++、R&D以及DOI 10.1000/x,y这类写法都要照原样保留。
    东京的𠮷野家和葛󠄀城市的写法各有来历，家庭表情👨‍👩‍👧也算一个字符。
    《管理办法》《实施条例》先后出台，常态化制度化的要求写进了章程。
    这是1）方案与2）预案的区别，不必混为一谈。
    版本号2.0.1、时间12:30、比例3:1和金额1,234.56元都不改动。
    妈妈说星星一闪一闪，爸爸哈哈大笑，孩子们蹦蹦跳跳地跑远了。`),
};
