import { lines, words } from './grammar.js';
import type { Language } from './language.js';

export const zhTW: Language = {
  tag: 'zh-TW',
  space: '',
  terms: ['社區總體營造計畫', '數位典藏國家目錄', '河川流域整體治理', '原住民族語言復振'],
  grammar: {
    term: ['社區總體營造計畫', '數位典藏國家目錄', '河川流域整體治理', '原住民族語言復振'],
    org: words(`編輯室 圖書館 檔案局 研究院 工作小組 出版社 學會秘書處 縣政府 農業改良場 歷史博物館 國家實驗室 合作社 衛生所 國民小學 氣象局 測量隊 考古隊
      文化中心 志工團 審查委員會 教務處 印刷廠 里辦公處 財政局 主計處 廣播電臺 林務局 港務公司 鐵路局 消防隊 電力公司 基金會 漁會 圖資處`),
    thing:
      words(`調查報告 原始紀錄 會議紀錄 審查意見 歷史檔案 測量資料 技術標準 管理辦法 工作計畫 訪談筆記 口述史料 地方志 手稿 目錄卡片 觀測日誌 教學大綱
      館藏目錄 年度預算 底片 施工圖 問卷 水文資料 族譜 碑拓 樣品清單 訓練教材 陳情書 地籍圖 病歷 借閱簿 設備清冊 合約 空拍影像 古文書 實驗手冊 戶籍謄本 統計年報
      譯稿 校樣 出勤表 灌溉時程 種子樣本`),
    act: words(
      `整理 核對 公布 修訂 彙編 保存 翻譯 審閱 歸還 補充 比較 登記 掃描 抄錄 討論 蒐集 引用 提交 移交 複製 評估 編號 改寫 查閱 裝訂 印製 抽查 更正 寄送 展示 簡化`,
    ),
    goal: lines(`提升服務品質
      減少重複勞動
      方便讀者查閱
      保護古蹟聚落
      改善灌溉條件
      防止資料散失
      縮短辦理時間
      降低運輸成本
      擴大合作範圍
      滿足居民需要
      彌補人手不足
      避免誤解
      確保工程進度
      培養年輕教師
      節約用水
      延長設備壽命
      控制土壤沖蝕
      因應極端氣候
      留住資深技師
      尊重在地習慣
      恢復濕地植被
      查明事故原因`),
    time: words(
      `民國九十八年 2016年5月 颱風過後 開工以前 試辦期間 收割時節 暑假期間 入冬之後 規劃初期 1987年 春耕時節 驗收當天 遷村之前 第一輪評估結束後 日治時期 停電期間 2021年第三季`,
    ),
    place: words(
      `在縣城 在山區 在淡水河下游 在南部鄉鎮 在沿海漁港 在花東縱谷 在舊市區 在水庫集水區 在大專院校 在離島 在平原灌區 在工業區 在部落裡 在偏遠牧場`,
    ),
    link: words(
      '因此 不過 與此同時 相較之下 從結果來看 實際上 另一方面 此外 總括來說 具體而言 當然 換句話說 可惜的是 隨後 有趣的是 嚴格來說',
    ),
    quality: words(`完整 準確 穩定 清楚 可靠 即時 簡便 充分 豐富 零散 模糊 陳舊 有限 詳細 寶貴 可觀 罕見 複雜 單薄`),
    matter:
      words(`人口移動 水位變化 耕地面積 讀者回饋 經費來源 氣溫異常 文字錯誤 學生負擔 道路狀況 方言差異 稻米價格 版權歸屬 病蟲害 交通流量 用電負載 樹木種類 師資結構
      土壤鹽分 影像品質 婚俗演變 垃圾分類 河道淤積 貨幣流通 高齡化 就業型態 地下水位 民間信仰 都市噪音 語言接觸 引文格式 漁業資源`),
    person: words(
      `老師傅 年輕教師 退休編輯 里長 返鄉青年 外地商人 值班護理師 木匠 漁民 測量員 讀者代表 圖書館員 鄉村醫師 養蜂人 船長 檢驗員 學徒 校對者`,
    ),
    say: words('說 認為 指出 回憶道 補充說 解釋說 強調 承認'),
    share: words('37.5 2.4 18.6 40.2 9.7 63.1 5.8'),
    number: words('12 37 58 104 216 349 1500 2800 46 73 95 620'),
    unit: words('戶 份 人 處 件 冊 公頃 公里 次 噸'),
    effect: lines(`效果並不明顯
      成效良好
      受到各界歡迎
      引起廣泛關注
      耗費的時間超出預期
      留下的痕跡至今可見
      由此步上軌道
      一度陷入停頓
      大幅減輕了負擔
      反而增加了成本
      得到普遍肯定
      仍有改進空間`),
    S: lines(`{thing}裡看不出{matter}的跡象。
      三件當中有兩件{quality}，另一件則不然。
      談到{matter}，{person}始終沉默。
      {act}{thing}的是{org}，不是{org}。
      {place}，沒有人留意{thing}。
      弄懂了{matter}，{goal}也就不難。
      第一次嘗試失敗了。
      有一封信{number}次提到{thing}。
      經費由{org}負擔。
      乍看之下，{matter}足以說明一切。
      如今只有{org}還藏有{quality}的{thing}。
      {matter}和{matter}都在{thing}上留下痕跡。
      最有用的還是{act}{thing}。
      {person}追問此事是否牽涉{matter}。
      第{number}頁記述{matter}。
      近來{org}看重{matter}甚於{matter}。
      連{person}也感到意外。
      同{thing}相比，{act}{thing}容易得多。
      後人對{thing}十分珍惜。
      {person}的建議只有一條：{goal}。
      {org}{time}開始{act}{thing}，目的是{goal}。
      {link}，{thing}記載的{matter}十分{quality}。
      {place}，{matter}直接影響{org}的安排。
      為了{goal}，{org}把{thing}交給{org}{act}。
      {person}{say}，{thing}裡關於{matter}的部分最值得{act}。
      {time}，{org}一共{act}了{number}{unit}，{effect}。
      如果不先{act}{thing}，就很難{goal}。
      {matter}與{matter}之間的關係，{place}顯得比較{quality}。
      {org}認為，唯有{goal}，才談得上{goal}。
      {link}，{org}沒有力量獨自{act}這些{thing}。
      從{thing}可以看出，{matter}在{time}最為明顯。
      {person}不但熟悉{thing}，而且懂得怎樣{goal}。
      無論{matter}如何變化，{thing}都必須{quality}。
      有人主張先{goal}，也有人主張先{act}{thing}。
      {thing}由{org}{act}，{thing}則由{person}保管。
      儘管{matter}令人擔憂，{org}還是如期完成了任務。
      {time}留下的{thing}，{effect}。
      {term}寫進了{thing}，{effect}。
      圍繞著{term}，{org}與{org}多次交換意見。
      這份{thing}共{number}頁，內容{quality}，{org}據此調整了部署。
      {place}，{person}往往比專家更了解{matter}。
      究竟怎樣{goal}，{thing}沒有給出答案。
      {matter}為什麼難以{act}？{link}，{thing}太{quality}。
      {org}規定，凡是牽涉{matter}的{thing}，一律由{org}{act}。
      {person}花了{number}天時間，終於把{thing}{act}完畢。
      {thing}的保存環境欠佳，{org}不得不另想辦法{goal}。
      參與{act}工作的還有{org}、{org}和{org}。
      {matter}並非孤立的現象，它同{matter}、{matter}都有關聯。
      {link}，{person}的經驗往往寫不進{thing}。`),
    title: lines(`論{matter}與{matter}的關係
      {thing}的{act}與利用
      {matter}研究：以{org}為例
      從{thing}看{matter}`),
    heading: lines(`{thing}的來源
      {matter}的現況
      如何{goal}
      {org}的作法
      關於{matter}的討論
      {act}{thing}的方法`),
    item: lines(`{act}{thing}
      {goal}
      {matter}的變化
      由{org}{act}的{thing}`),
    caption: lines(`{matter}示意圖
      {thing}樣張`),
    cell: words('{thing} {matter} {number}{unit} {org}'),
    phrase: ['{thing}', '{matter}', '{goal}'],
    keyword: ['{matter}', '{thing}'],
  },
  quotation: lines(`{person}{say}：「{S}」
    {thing}裡寫道：「{S}{S}」
    「{S}」{person}{say}，「{S}」
    依照《{matter}管理條例》的說法，這屬於「{goal}」的範圍。
    {person}{say}：「{org}常講的『{goal}』，就是這個意思。」`),
  figures: lines(`{org}提出三點意見。一是{act}{thing}，{goal}；二是{goal}，不流於形式；三是{act}{thing}，由{org}負責。
    原因有二：第一，{matter}難以預料；第二，{thing}不夠{quality}。
    首先，{org}{act}了{thing}；其次，{person}核實了{matter}；最後，{org}予以公布。
    （一）{act}{thing}；（二）{goal}；（三）聽取{person}的意見。
    {org}（原名{org}）{time}遷入新址，{thing}也隨之移交。
    根據統計，{matter}占全部樣本的{share}%，比前一輪下降了{share}個百分點[^n]。
    如[@ref2]所述，{matter}的影響「{effect}」。{S}`),
  groups: [
    [
      '一、{act}{thing}，{goal}。{S}{S}',
      '二、{goal}，{act}{thing}。{S}{S}{S}',
      '三、依靠{org}，解決{matter}問題。{S}{S}',
    ],
    ['**{matter}**。{S}{S}', '**{matter}**。{S}{S}{S}', '**{matter}**。{S}{S}'],
    ['「{S}{S}', '「{S}{S}」{person}回憶道。'],
    ['第一，{goal}。{S}{S}', '第二，{act}{thing}。{S}{S}', '第三，{goal}。{S}'],
    ['{S}{S}具體辦法如下：', '1. {item}；\n2. {item}；\n3. {item}。', '{S}{S}'],
    ['{S}會議要求：', '- {item}\n- {item}\n- {item}', '{S}'],
  ],
  traps: lines(`旗幟高高飄揚，人們天天來散步，腳步漸漸慢下來。
    老人家諄諄叮嚀，沉甸甸的擔子落在年輕人肩上，這些還遠遠不夠。
    他說：「這件事還要研究研究、商量商量。」
    一件件舊事來來往往，彷彿就在眼前。
    版本號2.0.1、時間12:30、比例3:1和金額1,234.56元都不改動。`),
};
