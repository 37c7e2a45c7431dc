import { lines } from './grammar.js';
import type { Language } from './language.js';

/** Phrases, separated by commas. */
const split = (text: string) => text.trim().replace(/\s+/g, ' ').split(/ ?, ?/);

export const en: Language = {
  tag: 'en',
  space: ' ',
  elide: (text) => text.replace(/\b([Aa]) (?=[aeiou])/g, '$1n '),
  terms: [
    'integrated catchment management',
    'community archive network',
    'long-term digital preservation',
    'rural extension programme',
  ],
  grammar: {
    term: [
      'integrated catchment management',
      'the community archive network',
      'long-term digital preservation',
      'the rural extension programme',
    ],
    org: split(`the editorial board, the county library, the records office, the research institute, the working group, the press, the learned society, the water
      authority, the planning department, the museum, the laboratory, the cooperative, the extension service, the health centre, the primary school, the weather
      station, the survey team, the excavation crew, the arts centre, the volunteers, the review committee, the registry, the printing house, the parish council, the treasury,
      the statistics bureau, the broadcaster, the forestry service, the harbour company, the railway, the fire brigade, the utility, the foundation`),
    thing:
      split(`survey reports, field notes, minutes, referee comments, historical records, measurements, technical standards, bylaws, work plans, interview
      transcripts, oral histories, local chronicles, manuscripts, index cards, observation logs, syllabuses, holdings lists, annual budgets, glass negatives, construction drawings,
      questionnaires, stream gauges, pedigrees, rubbings, sample inventories, training materials, letters of complaint, cadastral maps, case histories, lending
      registers, equipment lists, contracts, aerial photographs, deeds, laboratory notebooks, delivery notes, parish registers, songbooks, yearbooks, draft translations, page proofs,
      time sheets, irrigation schedules, seed collections`),
    act: split(`arranged, checked, published, revised, compiled, preserved, translated, examined, returned, extended, compared, registered, scanned, transcribed, discussed,
      collected, cited, submitted, copied, assessed, numbered, rewrote, consulted, bound, distributed, corrected, dispatched, displayed, simplified`),
    goal: split(`raise the quality of service, avoid duplicated effort, help readers find their way, protect historic buildings, improve irrigation, keep sources from being
      lost, shorten waiting times, lower transport costs, widen cooperation, meet local needs, make up for missing staff, prevent misunderstandings, keep construction on schedule,
      train young teachers, save water, make equipment last longer, control erosion, prepare for extreme weather, retain skilled workers, respect local customs, restore wetlands,
      establish the cause of accidents, stabilise yields, encourage voluntary participation`),
    time: split(`In the spring of 2016, After the floods, Before construction began, During the trial period, At harvest time, Over the summer, In 1987, On the day of the inspection,
      Shortly after the war, While the power was out, At the end of term, In the early years, Before the relocation`),
    place:
      split(`in the uplands, along the lower river, in coastal ports, in the old town, on the islands, across the plain, in industrial districts, at universities, in border
      towns, on remote pastures, at the edge of the city`),
    link: split(`However, Therefore, At the same time, By comparison, In practice, On the other hand, Moreover, On the whole, More precisely, In other words, Unfortunately, Later,
      Interestingly, Strictly speaking, To be sure, Even so`),
    quality: split(
      `complete, accurate, stable, clear, reliable, prompt, simple, ample, rich, scattered, vague, outdated, limited, detailed, valuable, considerable, rare, complex, meagre`,
    ),
    matter:
      split(`population movement, changing water levels, the loss of farmland, readers' opinions, uncertain funding, unusual heat, printing errors, the burden on pupils,
      the state of the roads, differences of dialect, the price of grain, questions of copyright, plant disease, traffic, electricity demand, the variety of trees, staff turnover, soil
      salinity, image quality, changing wedding customs, waste sorting, silting channels, the circulation of money, ageing, employment, falling groundwater, folk belief, urban noise, language
      contact, citation style, fish stocks`),
    person:
      split(`an old craftsman, a young teacher, a retired editor, the village head, a returning student, a foreign merchant, the night nurse, a carpenter, a fisherman, the surveyor,
      a reader, the librarian, a country doctor, a beekeeper, the captain, a technician, an apprentice, the proofreader`),
    share: split('37.5, 2.4, 18.6, 40.2, 9.7, 63.1, 5.8'),
    reasons: lines(`There were two reasons.
      Two things stood in the way.
      Several causes come to mind.
      The reasons are well known.`),
    number: split('12, 37, 58, 104, 216, 349, 1500, 2800, 46, 73, 95, 620'),
    S: lines(`Nothing in the {thing} hinted at {matter}.
      Had {org} not {act} it at once, {matter} would have gone unnoticed.
      From the {thing} one learns that {org} meant to {goal}.
      Two of the {thing} were {quality}, the third was not.
      As for {matter}, {person} kept silent.
      It was {org}, not {org}, that {act} the {thing}.
      Nobody {place} cared about the {thing} until {matter} became a problem.
      Once {matter} was understood, it became possible to {goal}.
      The first attempt to {goal} failed; the second, with {quality} {thing}, did not.
      A letter from {org} mentions {number} {thing}.
      Where the {thing} are {quality}, {matter} is hard to judge.
      {org} paid for the {thing}, {org} for everything else.
      There was little hope that {org} would {goal}.
      At first sight {matter} seems to explain the {thing}.
      Only {org} still has {quality} {thing}.
      Both {matter} and {matter} left traces in the {thing}.
      Money for the {thing} came from {org}.
      In the end {person} {act} the {thing} for {org}.
      Compared with {matter}, the {thing} cause little trouble.
      What helped most was to {goal}.
      {person} asked what {matter} had to do with the {thing}.
      Later generations {act} these {thing} more than once.
      Page {number} of the yearbook deals with {matter} {place}.
      Instead of {matter}, {org} now looks at {matter}.
      The {quality} {thing} surprised even {person}.
      {time}, {org} {act} the {thing} in order to {goal}.
      {link}, the {thing} gave a {quality} picture of {matter}.
      Few people {place} had expected {matter} to matter so much to {org}.
      To {goal}, {org} handed the {thing} over to {org}.
      According to {person}, the {thing} deserved more attention than {matter}.
      {time}, {org} {act} {number} items, and {org} {act} the rest.
      Without the {thing} it would have been hard to {goal}.
      The link between {matter} and {matter} was easy to see {place}.
      {link}, {org} lacked the means to {goal} alone.
      The {thing} show that {matter} grew worse {place}.
      Not only did {person} know the {thing}, but {person} knew how to {goal}.
      Whatever became of {matter}, {quality} {thing} remained indispensable.
      Some wanted to {goal} first; others would rather {goal}.
      The {thing}, which {org} {act}, are kept {place}.
      Although {matter} caused concern, {org} finished the work on time.
      The {thing} devoted a whole chapter to {term}.
      Over {term}, {org} quarrelled with {org}.
      When the {thing} reached {number} pages, {org} changed its plans.
      Often {person} understood {matter} better than the experts did.
      How to {goal} is a question that the {thing} leave open.
      Why was {matter} so difficult to describe? {link}, the {thing} were too {quality}.
      Under the rules, {org} {act} all {thing} that touched on {matter}.
      It took {number} days before {org} {act} the {thing}.
      Because the {thing} were stored badly, {org} looked for another way to {goal}.
      Help also came from {org}, {org} and {org}.
      {link}, {matter} is no isolated phenomenon: it depends on {matter}.
      What {person} remembered seldom found its way into the {thing}.
      {link}, it pays to compare the {thing} with the {thing}.`),
    title: lines(`On {matter} and {matter}
      How to {goal}
      A study of {matter} {place}
      What the {thing} tell us about {matter}`),
    heading: lines(`Where the {thing} come from
      The state of {matter}
      How to {goal}
      The role of {org}
      Remarks on {matter}
      Working with {thing}`),
    item: lines(`{quality} {thing}
      a plan to {goal}
      {matter} {place}
      the {thing} that {org} {act}`),
    caption: lines(`Outline of {matter} {place}
      A page from the {thing}`),
    cell: ['{thing}', '{matter}', '{number}', '{quality}'],
    phrase: ['the {thing}', '{matter}'],
    keyword: ['{matter}', '{thing}'],
  },
  quotation: lines(`“We had to {goal},” said {person}, “and nobody told us about {matter}.”
    The {thing} put it plainly: “{S}”
    What {org} called “{matter}” was something else.
    “{S} {S}” Such were the words of {person}.
    One of them recalled: “They used to say ‘{goal}’ and meant it.”`),
  figures: lines(`{reasons} First, {matter} could not be foreseen. Second, the {thing} were too {quality}.
    The plan had three aims: (1) to {goal}, (2) to {goal}, and (3) to {goal}.
    Firstly, {org} {act} the {thing}. Secondly, {person} looked into {matter}. Finally, {org} made the results known.
    This part of {org} (formerly {org}) kept the {thing} when it moved.
    {share}% of the sample named {matter}, {share} points less than before[^n].
    As @ref2 argue, {matter} is not a matter of chance (see also [@ref1, p. 12]). {S}
    The data (version 2.0.1, 12:30 UTC) can be had from https://example.org/data/ on request. {S}`),
  groups: [
    [
      'First, one has to {goal}. {S} {S}',
      'Second, it is necessary to {goal}. {S} {S}',
      'Third, it helps to {goal}. {S}',
    ],
    ['**{quality} {thing}.** {S} {S}', '**{quality} {thing}.** {S} {S} {S}', '**{quality} {thing}.** {S} {S}'],
    ['{S} {S} The steps are as follows:', '1. {item}\n2. {item}\n3. {item}', '{S} {S}'],
    ['{S} The main points were these:', '- {item};\n- {item};\n- {item}.', '{S}'],
    ['“{S} {S}', '“{S} {S}” The letter ended there.'],
    ['The flow is given by', '$$\nq = 3k / n\n$$', 'where $k$ is a constant and $n$ is the number of {thing}. {S}'],
  ],
  traps: lines(`He said that that was exactly what he had had in mind.
    It was a very, very long way, and they walked and walked.
    The e-mail address is help@example.org, the DOI 10.1000/x,y and the room B-12.
    Bora Bora and Walla Walla are far apart, as are Baden-Baden and New York, New York.
    The pre- and post-war records differ; so do short- and long-term plans.
    “No, no,” she answered, “it isn't so bad ... or is it?”`),
};
