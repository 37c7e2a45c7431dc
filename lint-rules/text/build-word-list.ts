import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { packWordList } from './word-list.js';

/**
 * Makes the word list that `lexicon.ts` reads, as part of the build. The words and their frequencies are those of jieba's large dictionary,
 * Simplified and Traditional (https://github.com/fxsjy/jieba, MIT licence), as the package `jieba-js` carries it.
 */
const source = createRequire(import.meta.url).resolve('jieba-js/dict/dict.txt.big');
const target = new URL('./words.bin', import.meta.url);

/** Rarer words say nothing that their parts do not; words with a character doubled in them are kept in any case, to know lawful doubling. */
const minFrequency = 5;
const maxLength = 8;
const written = /^[\p{Script=Han}〇]+$/u;
const doubled = /(.)\1/u;

/** Characters that the dictionary writes as Hong Kong or older books do, and as most Traditional texts do. */
const usualForms: Record<string, string> = { 爲: '為', 裏: '裡', 衆: '眾', 啓: '啟', 僞: '偽', 豔: '艷', 麪: '麵' };

const all = new Map<string, number>();
let total = 0;
for (const line of readFileSync(source, 'utf8').split('\n')) {
  const [word, count] = line.split(' ');
  if (!word || !count) continue;
  all.set(word, Number(count));
  total += Number(count);
  const usual = word.replace(/[爲裏衆啓僞豔麪]/g, (character) => usualForms[character]!);
  if (!all.has(usual)) all.set(usual, Number(count));
}
mendSingleCharacters(all);

const kept = new Map<string, number>();
for (const [word, frequency] of all) {
  const wanted = word.length === 1 || frequency >= minFrequency || doubled.test(word);
  if (wanted && word.length <= maxLength && written.test(word)) kept.set(word, frequency);
}
// Renamed into place: whoever reads meanwhile has a whole list.
const beside = new URL(`./words.${process.pid}.part`, import.meta.url);
writeFileSync(beside, packWordList(kept, total));
renameSync(beside, target);

/**
 * The dictionary counts most Traditional words as often as the Simplified ones, but many Traditional characters that stand alone hardly at all
 * (這 7 times, 这 261,791 times). They get the frequency of their Simplified partner: the character that takes their place in words that
 * are counted alike.
 */
function mendSingleCharacters(words: Map<string, number>): void {
  const byFrame = new Map<string, string[]>();
  for (const [word, frequency] of words) {
    const characters = [...word];
    if (characters.length < 2 || characters.length > 3 || frequency < 200) continue;
    characters.forEach((character, index) => {
      const frame = `${characters.with(index, '*').join('')} ${frequency}`;
      const alike = byFrame.get(frame);
      if (alike) alike.push(character);
      else byFrame.set(frame, [character]);
    });
  }
  const votes = new Map<string, number>();
  for (const alike of byFrame.values()) {
    if (alike.length > 3) continue;
    for (const a of alike) for (const b of alike) if (a !== b) votes.set(a + b, (votes.get(a + b) ?? 0) + 1);
  }
  const given = new Map(words);
  for (const [pair, count] of votes) {
    const [character, partner] = [...pair] as [string, string];
    const frequency = given.get(partner) ?? 0;
    const counted = words.get(character) ?? 0;
    if (count >= 3 && frequency > 50 * (given.get(character) ?? 0) && frequency > counted)
      words.set(character, frequency);
  }
}
