import { lines, words } from './grammar.js';
import type { Language } from './language.js';

/** Phrases, separated by commas. */
const split = (text: string) => text.trim().replace(/\s+/g, ' ').split(/ ?, ?/);

/** With the article, with `de` and with `à`. */
const inflected = (masculine: string, feminine: string, elided: string): string[] => [
  ...split(masculine).map((noun) => `le ${noun}|du ${noun}|au ${noun}`),
  ...split(feminine).map((noun) => `la ${noun}|de la ${noun}|à la ${noun}`),
  ...split(elided).map((noun) => `l’${noun}|de l’${noun}|à l’${noun}`),
];

export const fr: Language = {
  tag: 'fr',
  space: ' ',
  elide: (text) => text.replace(/\b([Dd])e (?=[aeéiou])/g, '$1’'),
  terms: ['gestion intégrée des bassins', 'réseau des archives locales', 'conservation numérique à long terme'],
  grammar: {
    term: [
      'la gestion intégrée des bassins',
      'le réseau des archives locales',
      'la conservation numérique à long terme',
    ],
    org: inflected(
      'comité de lecture, musée, laboratoire, conseil municipal, service des eaux, centre culturel, port autonome, rectorat, syndicat, ministère, dispensaire',
      'rédaction, bibliothèque, commission, coopérative, mairie, fondation, station météorologique, caserne, société savante, préfecture, compagnie des chemins de fer',
      'imprimerie, institut de recherche, école primaire, hôpital, équipe de fouilles, office forestier, académie, association des lecteurs, observatoire',
    ),
    thing: inflected(
      'rapport, procès-verbal, manuscrit, questionnaire, contrat, registre, budget, programme, relevé, catalogue, plan du chantier, cadastre, journal de bord, brouillon',
      'chronique, traduction, carte, collection, photographie aérienne, notice, table des matières, lettre de plainte, généalogie, copie, grille horaire',
      'enquête, entretien, inventaire, étude, épreuve, annuaire, acte notarié, herbier, échantillon',
    ),
    act: split(`a classé, a vérifié, a publié, a révisé, a conservé, a traduit, a examiné, a complété, a comparé, a enregistré, a numérisé, a transcrit, a recueilli, a cité, a évalué, a corrigé,
      a simplifié, a consulté, a restauré`),
    goal: split(`éviter les doublons, aider les lecteurs, protéger les bâtiments anciens, améliorer l’irrigation, sauver les sources, réduire les délais, baisser les coûts de transport, élargir la
      coopération, répondre aux besoins locaux, pallier le manque de personnel, dissiper les malentendus, tenir le calendrier, former de jeunes enseignants, économiser l’eau, freiner l’érosion, se
      préparer aux intempéries, respecter les usages, restaurer les zones humides, éclaircir les accidents`),
    time: split(`Au printemps 2016, Après la crue, Avant le début des travaux, Pendant la période d’essai, Au moment de la récolte, Durant l’été, Le jour de la réception, Peu après la guerre, En 1987,
      À la fin du trimestre`),
    place: split(
      `en montagne, sur le cours inférieur du fleuve, dans les ports, dans la vieille ville, sur les îles, dans la plaine, aux abords de la ville, à la frontière, dans les universités`,
    ),
    link: split(
      'Cependant, Par conséquent, En même temps, En pratique, De plus, Dans l’ensemble, Autrement dit, Malheureusement, Plus tard, À vrai dire, Néanmoins',
    ),
    quality: split(
      'utile, fiable, rare, incomplet, sommaire, complexe, précis, trop vague, difficile à lire, assez riche, plutôt ancien',
    ),
    matter: inflected(
      'niveau de l’eau, prix du blé, trafic routier, bruit urbain, recul des terres cultivées, vieillissement, tri des déchets, commerce local',
      'migration, chaleur, charge des élèves, question des droits, qualité des images, circulation monétaire, baisse de la nappe, diversité des arbres',
      'avis des lecteurs, emploi, état des routes, ensablement du chenal, usage du patois, apparition de maladies',
    ),
    person: inflected(
      'vieux menuisier, maire, pêcheur, capitaine, médecin de campagne, marchand, jeune instituteur, correcteur',
      'bibliothécaire, doyenne, institutrice, lectrice, laborantine',
      'apprenti, ancien rédacteur, infirmière de garde, apiculteur, arpenteur',
    ),
    share: words('37,5 2,4 18,6 40,2 9,7 63,1 5,8'),
    reasons: lines(`Il y avait deux raisons.
      Deux choses l’expliquent.
      On avance plusieurs motifs.
      Les causes sont connues.`),
    number: split('12, 37, 58, 104, 216, 349, 1500, 2800, 46, 73, 95, 620'),
    S: lines(`Rien ne laissait prévoir {matter}.
      Deux pièces étaient en bon état, la troisième non.
      Sur {matter}, {person} gardait le silence.
      Ce n’est pas {org}, mais {org} qui {act} {thing}.
      Personne {place} ne regardait {thing} avant que {matter} ne pose problème.
      Une fois {matter} mieux connu, on a pu {goal}.
      La première tentative a échoué.
      Une lettre mentionne {thing} et {number} feuillets.
      Qui a payé {thing} ? Ce fut {org}.
      On espérait peu {goal}.
      À première vue, {matter} explique presque tout.
      Partout, {matter} et {matter} ont laissé des traces.
      L’argent venait {org:1}.
      Mieux valait {goal} que {goal}.
      En vain {person} accusa {matter}.
      La page {number} traite {matter:1}.
      Au lieu {matter:1}, on étudie aujourd’hui {matter}.
      Même {person} fut surpris par {thing}.
      Reste {thing}, que {org} {act} en dernier.
      Tout autre est le cas {thing:1}.
      C’est {person} qui conseilla de {goal}.
      Plus grave encore, {matter} gênait {org}.
      Quant {matter:2}, on verra.
      Faute de moyens, {org} renonça à {goal}.
      Enfin, {thing} passa {org:2}.
      {time}, {org} {act} {thing} afin de mieux {goal}.
      {link}, {thing} donne une idée {matter:1}.
      Peu de gens {place} pensaient que {matter} compterait autant.
      Pour {goal}, {org} s’est adressé {org:2}.
      Selon {person}, {thing} mérite plus d’attention que {matter}.
      {time}, {org} {act} {number} pièces, et {org} s’est occupé du reste.
      Sans {thing}, il aurait été difficile de {goal}.
      Le rapport entre {matter} et {matter} se voit bien {place}.
      {link}, {org} n’avait pas les moyens de {goal}.
      Il ressort {thing:1} que {matter} inquiète {place}.
      On voulait d’abord {goal} ; d’autres préféraient {goal}.
      Bien que {matter} ait causé du souci, {org} {act} {thing} à temps.
      Un chapitre entier porte sur {term}.
      Plus que {matter}, {term} a fait débat {place}.
      Long de {number} pages, {thing} a conduit {org} à changer de plan.
      Souvent, {person} connaissait {matter} mieux que les experts.
      Comment {goal} ? Sur ce point, {thing} reste muet.
      Il a fallu {number} jours avant de {goal}.
      Comme le local était humide, {org} a cherché un autre moyen de {goal}.
      L’aide est venue aussi {org:1}, {org:1} et {org:1}.
      {link}, {matter} n’est pas un fait isolé : tout dépend {matter:1}.
      Ce que {person} racontait entrait rarement dans {thing}.
      {link}, il vaut la peine de comparer {thing} avec {thing}.`),
    title: lines(`Remarques sur {matter} et {matter}
      Comment {goal}
      Étude {matter:1} {place}`),
    heading: lines(`Origine {thing:1}
      Comment {goal}
      Rôle {org:1}
      Remarques sur {matter}`),
    item: lines(`copie {thing:1}
      moyens de {goal}
      évolution {matter:1}`),
    caption: lines(`Schéma {matter:1}
      Une page {thing:1}`),
    cell: ['{thing}', '{matter}', '{number}'],
    phrase: ['{thing}', '{matter}'],
    keyword: ['{matter}', '{thing}'],
  },
  quotation: lines(`« Il fallait {goal}, disait {person}, et personne ne parlait {matter:1}. »
    On lit dans {thing} : « {S} »
    Ce que {org} appelait « {matter} » était autre chose.
    « {S} {S} » Tels furent les mots de ce témoin.`),
  figures: lines(`{reasons} Premièrement, {matter} pesait. Deuxièmement, {thing} manquait.
    Le plan avait trois buts : (1) {goal}, (2) {goal} et (3) {goal}.
    Ce service (rattaché autrefois {org:2}) dépend {org:1}.
    Pour {share} % des lecteurs, {matter} compte, soit {share} points de moins[^n].
    Comme le montre @ref2, {matter} ne doit rien au hasard (voir aussi [@ref1, p. 12]). {S}`),
  groups: [
    [
      'Premièrement, il faut {goal}. {S} {S}',
      'Deuxièmement, on doit {goal}. {S} {S}',
      'Troisièmement, il est bon de {goal}. {S}',
    ],
    ['{S} {S} Les étapes sont les suivantes :', '1. {item}\n2. {item}\n3. {item}', '{S} {S}'],
    ['{S} Voici les points principaux :', '- {item} ;\n- {item} ;\n- {item}.', '{S}'],
  ],
  traps: lines(`Nous nous sommes demandé si vous vous en souveniez.
    Elle est très, très loin, et l’on marche, on marche encore.
    Les avant- et les après-guerre se ressemblent ; c’est-à-dire qu’ils diffèrent peu.
    « Non, non », répondit-elle, « ce n’est pas si grave… »`),
};
