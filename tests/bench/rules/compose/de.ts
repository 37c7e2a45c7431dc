import { lines, words } from './grammar.js';
import type { Language } from './language.js';

/** Phrases, separated by commas. */
const split = (text: string) => text.trim().replace(/\s+/g, ' ').split(/ ?, ?/);

/** `der|den|dem` before a noun. */
const declined = (masculine: string, feminine: string, neuter: string): string[] => [
  ...split(masculine).map((noun) => `der ${noun}|den ${noun}|dem ${noun}`),
  ...split(feminine).map((noun) => `die ${noun}|die ${noun}|der ${noun}`),
  ...split(neuter).map((noun) => `das ${noun}|das ${noun}|dem ${noun}`),
];

export const de: Language = {
  tag: 'de',
  space: ' ',
  terms: [
    'ländliche Kulturförderung',
    'Hochwasserschutzkonzept',
    'digitale Langzeitarchivierung',
    'Denkmalschutzbehörde',
  ],
  grammar: {
    term: [
      'die ländliche Kulturförderung',
      'das Hochwasserschutzkonzept',
      'die digitale Langzeitarchivierung',
      'die Denkmalschutzbehörde',
    ],
    org: declined(
      'Verlag, Landkreis, Gemeinderat, Wetterdienst, Rundfunk, Förderverein, Wasserverband, Prüfungsausschuss, Betriebsrat, Fachbereich',
      `Redaktion, Bibliothek, Forschungsgruppe, Akademie, Stadtverwaltung, Genossenschaft, Grundschule, Druckerei, Feuerwehr, Stiftung, Forstverwaltung, Kommission, Reederei,
       Gewerkschaft, Bergwacht, Landesanstalt`,
      'Archiv, Institut, Museum, Labor, Gesundheitsamt, Kulturzentrum, Finanzamt, Sekretariat, Bauamt, Krankenhaus, Gymnasium, Ministerium',
    ),
    thing: declined(
      'Bericht, Entwurf, Lehrplan, Fragebogen, Vertrag, Bauplan, Briefwechsel, Grundbuchauszug, Haushaltsplan, Messwert, Stammbaum, Jahresband',
      `Handschrift, Satzung, Umfrage, Kartei, Chronik, Übersetzung, Landkarte, Luftaufnahme, Krankenakte, Gliederung, Druckfahne, Niederschrift, Bestandsliste, Zeichnung,
       Sammlung, Urkunde`,
      'Protokoll, Gutachten, Tagebuch, Verzeichnis, Interview, Lehrbuch, Kirchenbuch, Liederheft, Versuchsprotokoll, Angebot, Merkblatt, Formular, Register',
    ),
    act: split(`prüfte, ordnete, veröffentlichte, überarbeitete, bewahrte, übersetzte, ergänzte, verglich, erfasste, kopierte, besprach, sammelte, zitierte, bewertete, berichtigte,
      verschickte, vereinfachte, kürzte, beantragte, verwarf`),
    done: split(
      `geprüft, geordnet, veröffentlicht, überarbeitet, bewahrt, übersetzt, ergänzt, verglichen, erfasst, kopiert, besprochen, gesammelt, zitiert, bewertet, berichtigt, gekürzt`,
    ),
    goal: split(`Doppelarbeit zu vermeiden, den Lesern zu helfen, alte Gebäude zu schützen, die Bewässerung zu verbessern, Quellen vor dem Verlust zu bewahren, Wartezeiten zu verkürzen,
      Kosten zu senken, die Zusammenarbeit auszuweiten, den Bedarf vor Ort zu decken, fehlendes Personal zu ersetzen, Missverständnisse auszuräumen, den Zeitplan einzuhalten,
      junge Lehrkräfte auszubilden, Wasser zu sparen, Geräte länger zu nutzen, den Boden zu schonen, Unwettern vorzubeugen, Fachkräfte zu halten, Bräuche zu achten, Feuchtgebiete
      wiederherzustellen, Unfälle aufzuklären`),
    time: split(`Im Frühjahr 2016, Nach dem Hochwasser, Vor dem Baubeginn, Während der Probezeit, Zur Erntezeit, Über den Sommer, Am Tag der Abnahme, Kurz nach dem Krieg, In den Anfangsjahren,
      Vor dem Umzug, Im Jahr 1987, Gegen Ende des Schuljahres`),
    place:
      split(`im Hochland, am Unterlauf des Flusses, in den Häfen der Küste, in der Altstadt, auf den Inseln, in der Ebene, in den Gewerbegebieten, an den Hochschulen, an der Grenze,
      auf entlegenen Weiden, am Stadtrand`),
    link: split(
      'Allerdings, Deshalb, Zugleich, Im Vergleich dazu, Tatsächlich, Andererseits, Außerdem, Insgesamt, Leider, Später, Genau genommen, Trotzdem, Immerhin',
    ),
    quality: split(
      'vollständig, genau, beständig, klar, zuverlässig, einfach, reichhaltig, verstreut, ungenau, veraltet, lückenhaft, ausführlich, wertvoll, selten, verworren, dürftig',
    ),
    matter: declined(
      'Wasserstand, Getreidepreis, Straßenverkehr, Stromverbrauch, Salzgehalt des Bodens, Lärm der Stadt, Fischbestand, Sprachkontakt, Geldumlauf, Schädlingsbefall',
      `Abwanderung, Meinung der Leser, Hitze, Belastung der Schüler, Mundart, Frage der Rechte, Bildqualität, Mülltrennung, Alterung, Beschäftigung, Zitierweise, Finanzierung,
       Verlandung der Rinne`,
      'Grundwasser, Brauchtum, Wetter, Ackerland, Wegenetz, Artensterben, Druckbild, Vereinsleben',
    ),
    person: declined(
      'Handwerker, Redakteur, Ortsvorsteher, Kaufmann, Zimmermann, Fischer, Landarzt, Imker, Kapitän, Lehrling, Vermesser',
      'Lehrerin, Krankenschwester, Bibliothekarin, Laborantin, Korrektorin, Studentin',
      'Mitglied des Vorstands',
    ),
    share: words('37,5 2,4 18,6 40,2 9,7 63,1 5,8'),
    reasons: lines(`Dafür gab es zwei Gründe.
      Zweierlei sprach dagegen.
      Das hatte mehrere Ursachen.
      Zu klären war zweierlei.`),
    number: split('12, 37, 58, 104, 216, 349, 1500, 2800, 46, 73, 95, 620'),
    S: lines(`Nichts deutete auf {matter:1} hin.
      Zwei Stücke waren {quality}, das dritte nicht.
      Zu {matter:2} schwieg {person:0}.
      Nicht {org:0}, sondern {org:0} {act} {thing:1}.
      Niemand {place} achtete auf {thing:1}, bis {matter:0} zum Problem wurde.
      Sobald man {matter:1} verstand, wurde es möglich, {goal}.
      Der erste Versuch, {goal}, misslang.
      Ein Brief erwähnt {thing:1} und {number} weitere Blätter.
      Für {thing:1} zahlte {org:0}, für alles andere {org:0}.
      Wenig sprach dafür, dass es gelänge, {goal}.
      Auf den ersten Blick erklärt {matter:0} das meiste.
      Sowohl {matter:0} als auch {matter:0} haben Spuren hinterlassen.
      Das Geld kam von {org:2}.
      Am meisten half es, {goal}.
      Ob {matter:0} etwas damit zu tun hatte, fragte {person:0} vergeblich.
      Seite {number} handelt von {matter:2} {place}.
      Statt auf {matter:1} blickt man nun auf {matter:1}.
      Selbst {person:1} überraschte {thing:0}.
      Verglichen mit {matter:2} macht {thing:0} wenig Mühe.
      Dass {thing:0} {quality} ist, bestreitet niemand.
      Vergeblich bat {person:0} darum, {goal}.
      Ganz anders verhält es sich mit {thing:2}.
      Von {person:2} stammt der Rat, {goal}.
      Schwerer wiegt {matter:0}.
      In Wahrheit {act} {org:0} nur einen Teil.
      {time} {act} {org:0} {thing:1}, um {goal}.
      {link} war {thing:0} zu {quality}, um {matter:1} zu erklären.
      Dass {matter:0} {place} so wichtig werden würde, ahnte kaum jemand.
      Um {goal}, überließ {org:0} {person:2} {thing:1}.
      Wie {person:0} berichtet, verdient {thing:0} mehr Beachtung als {matter:0}.
      {time} wurden {number} Stücke {done}, den Rest übernahm {org:0}.
      Ohne Hilfe wäre es kaum gelungen, {goal}.
      Der Zusammenhang mit {matter:2} ist {place} leicht zu erkennen.
      {link} fehlten die Mittel, um allein {goal}.
      Aus den Unterlagen geht hervor, dass {matter:0} {place} zunahm.
      {link} wusste {person:0}, wie man es anstellt, {goal}.
      Manche wollten zuerst versuchen, {goal}; andere zogen es vor, {goal}.
      Was {org:0} damals {act}, liegt heute {place}.
      Obwohl {matter:0} Sorgen bereitete, wurde {thing:0} rechtzeitig {done}.
      Ein eigenes Kapitel behandelt {term}.
      Über {term} stritten {org:0} und {org:0}.
      Mit {number} Seiten fiel {thing:0} umfangreich aus, weshalb {org:0} die Planung änderte.
      Oft verstand {person:0} mehr von {matter:2} als die Fachleute.
      Wie es gelingen soll, {goal}, lässt {thing:0} offen.
      Warum war {matter:0} so schwer zu beschreiben? {link} war {thing:0} zu {quality}.
      Nach der Vorschrift wird {thing:0} stets von {org:2} {done}.
      Erst nach {number} Tagen war {thing:0} {done}.
      Weil {thing:0} {quality} blieb, suchte {org:0} einen anderen Weg, {goal}.
      Unterstützung kam auch von {org:2}, von {org:2} und von {org:2}.
      {link} steht {matter:0} nicht für sich, sondern hängt mit {matter:2} zusammen.
      Was {person:0} erzählte, ging selten in {thing:1} ein.`),
    title: lines(`Über den Umgang mit {matter:2}
      Beobachtungen zu {matter:2} {place}
      Was sich aus {thing:2} lernen lässt`),
    heading: lines(`Woher {thing:0} stammt
      Stand der Forschung zu {matter:2}
      Welche Rolle {org:0} spielt
      Anmerkungen zu {matter:2}
      Arbeit mit {thing:2}`),
    item: lines(`Versuche, {goal}
      {quality} und {quality} zugleich
      {matter:0} {place}
      der Wunsch, {goal}`),
    caption: lines(`Skizze zu {matter:2} {place}
      Eine Seite aus {thing:2}`),
    cell: ['{thing}', '{matter}', '{number}', '{quality}'],
    phrase: ['{thing}', '{matter}'],
    keyword: ['{matter}', '{thing}'],
  },
  quotation: lines(`„Wir mussten versuchen, {goal}“, sagte {person:0}, „und niemand sprach über {matter:1}.“
    In {thing:2} heißt es dazu: „{S}“
    Was man in {org:2} „{matter:0}“ nannte, war etwas anderes.
    „{S} {S}“ So drückte es {person:0} aus.
    Einer erinnerte sich: „Man sagte ‚{quality}‘ und meinte es auch so.“`),
  figures: lines(`{reasons} Erstens kam {matter:0} hinzu. Zweitens blieb {thing:0} {quality}.
    Der Plan verfolgte drei Ziele: (1) {goal}, (2) {goal} und (3) {goal}.
    Heute verwahrt {org:0} (früher {org:0}) dort {thing:1}.
    {share} % der Befragten nannten {matter:1}, {share} Punkte weniger als zuvor[^n].
    Wie @ref2 zeigt, ist {matter:0} kein Zufall (siehe auch [@ref1, S. 12]). {S}`),
  groups: [
    ['Erstens gilt es, {goal}. {S} {S}', 'Zweitens ist es nötig, {goal}. {S} {S}', 'Drittens hilft es, {goal}. {S}'],
    ['{S} {S} Die Schritte sind folgende:', '1. {item}\n2. {item}\n3. {item}', '{S} {S}'],
    ['{S} Das waren die wichtigsten Punkte:', '- {item};\n- {item};\n- {item}.', '{S}'],
    [
      '**{quality} und {quality}.** {S} {S}',
      '**{quality} und {quality}.** {S} {S} {S}',
      '**{quality} und {quality}.** {S} {S}',
    ],
  ],
  traps: lines(`Die Leute, die die Karten zeichneten, wussten, dass das das Ende war.
    Baden-Baden liegt weit entfernt; sie fuhren und fuhren.
    Die Ein- und Ausfuhr sowie Vor- und Nachteile wurden geprüft, ebenso das Haupt- und das Nebengebäude.
    Der Film läuft und läuft, und wer der Sache nachgeht, der der Wahrheit dient, wird belohnt.
    »Nein, nein«, sagte sie, »so schlimm ist es nicht.«`),
};
