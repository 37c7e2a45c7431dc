import { isDatedEvent } from '../paragraphs/not-prose.js';

/** Sections that nearly every paper has; too short to be known by their shape. */
const named =
  /^(?:引言|前言|导言|導言|绪论|緒論|序言?|概述|概要|摘要|背景|方法|结果|結果|讨论|討論|结论|結論|结语|結語|小结|小結|总结|總結|后记|後記|建议|建議|启示|啟示|展望|致谢|致謝|谢辞|謝辞|附录|附錄|参考文献|參考文獻|はじめに|おわりに|まとめ|考察|目的|緒言|序論|서론|결론|요약|방법|결과|논의|참고\s?문헌|abstract|introduction|background|methods?|materials and methods|results?|discussion|conclusions?|summary|acknowledge?ments?|references|bibliography|appendix|einleitung|einführung|hintergrund|methoden?|ergebnisse|diskussion|fazit|schluss|zusammenfassung|danksagung|literatur|résumé|méthodes|résultats|discussion|remerciements|bibliographie|resumen|introducción|métodos|resultados|discusión|conclusiones|введение|методы|результаты|обсуждение|заключение|выводы|литература)$/iu;

export const isNamedSection = (text: string): boolean => named.test(text);

const other = new RegExp(
  [
    // Captions and labels with their text.
    String.raw`^(?:[图圖表式附注註例][\s\u3000]{0,2}[\dA-Z一二三四五六七八九十]|(?:fig(?:ure)?|tab(?:le)?|abb(?:ildung)?|tabelle|tableau|listing|scheme|equation|eq|algorithm|рис(?:унок)?|таблица|그림|표)\b)`,
    String.raw`^(?:bild|figuu?r|figura|tabell?|tabela|tabella|tabla|cuadro|gráfico|obr(?:ázek)?|rys(?:unek)?|hình|bảng|şekil|tablo|мал(?:юнок)?|таблиця|схема)\.?\s\d`,
    `^[^:：]{1,16}[:：]`,
    String.raw`^[（(【][注註][\d０-９]{0,2}[）)】]`,
    String.raw`^(?:关键[词字]|關鍵[詞字]|key ?words)[\s\u3000]`,
    // Remarks in brackets, quotations, dialogue, attributions, signs.
    String.raw`^[（(【[［〔].{0,120}[）)】\]］〕]$`,
    `^[“"„«「『‘'][^“”"„«»「」『』]{0,120}[”"“»」』’']$`,
    `^「.{0,120}」$|^『.{0,120}』$|^[^\\s「」]{1,6}[ \\u3000]{1,3}[（(「].*[)）」]$`,
    `^[-–—―─•·▪●○■□◆◇★☆※→*+|>©:：]`,
    String.raw`[|｜→←=]|\.{3}|…|\s\/\s`,
    // Dates, times, numbers, amounts.
    String.raw`^[\d\s./:,年月日时時分至~～–—-]{4,40}$`,
    String.raw`\d{4}\s?年\s?\d{1,2}\s?月(?:\s?\d{1,2}\s?[日号])?$`,
    String.raw`^(?:\d{1,2}\.?\s)?\p{L}{3,12}\s(?:\d{1,2},?\s)?\d{4}$`,
    `[:：,，、;；+&/-]$`,
    // Authors and where they work, contents of letters.
    String.raw`^(?:by|von|par|por|di|от|文|作者|编译|编辑|記者|记者|通讯员)[\s/／]`,
    String.raw`^(?:此致|敬礼|敬禮|顺颂|順頌|谨上|謹上|敬上|拝啓|敬具|草々|以上|dear\b|sehr geehrte|yours\b|(?:best|kind) (?:regards|wishes)|regards|mit freundlichen|cordialement|thank you|thanks\b|vielen dank|merci\b)`,
    `^(?:图|圖|文|供图|摄影)[/／]`,
    `^(?:完|全文完|未完待续|待续|终|おわり|the end|end|fin|ende|конец)$`,
  ].join('|'),
  'iu',
);

const affiliation =
  /(?:大学|大學|学院|學院|研究院|研究所|研究中心|医院|图书馆|出版社|编辑部|有限公司|党校|实验室|実験室|研究室|委员会|학교|연구소)(?:[\s\u3000,，].{0,20})?$|\b(?:University|Universität|Université|Universidad|Università|Universiteit|Institute?|Institut|Department|Faculty|Fakultät|College|Laborator(?:y|ium)|GmbH|Ltd|Inc)\b.{0,60}$/iu;

/** Whether a line names where someone works, as one under a title does. */
export const isAffiliation = (text: string): boolean => affiliation.test(text);

/** Frequent family names; two or three characters that begin with one of them are a person. */
const surnames =
  '王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何高林罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖田董袁潘于蒋蔣蔡余杜叶葉程苏蘇魏吕呂丁任沈姚卢盧姜崔钟鐘谭譚陆陸汪范石廖贾賈韦韋夏付方邹熊孟秦邱江尹薛闫段雷侯龙龍史陶黎贺賀顾顧毛郝龚邵万萬钱錢严嚴覃武戴莫孔向汤';

/** Whether a short line without a stop is a caption, a date, a by-line, a label or the like, and no heading. Names carry no number. */
export const isSomethingElse = (text: string, numbered = false): boolean =>
  other.test(text) || isDatedEvent(text) || (!numbered && isNames(text));

/** Whether a line consists of people's names: 张三 李四, "Jane Doe and John Smith". */
function isNames(text: string): boolean {
  const parts = text.split(/[\s\u3000、,，;；]+/u);
  if (/^\p{Script=Han}/u.test(text))
    return (
      parts.length <= 8 && parts.every((part) => /^\p{Script=Han}{2,3}$/u.test(part) && surnames.includes(part[0]!))
    );
  if (parts.length > 12 || !/,| and | und | et | y /u.test(text)) return false;
  // Two single words are what a section is about: “Paper and Ink”.
  if (parts.length < 4 && !text.includes(',')) return false;
  return parts.every((part) => /^(?:\p{Lu}[\p{L}’'-]*\.?[\d*†‡]*|and|und|et|y|von|van|de|der|den|di|da)$/u.test(part));
}
