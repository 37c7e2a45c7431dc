import { lines, phrases, words } from './grammar.js';
import { nouns, verbs } from './korean-forms.js';
import type { Language } from './language.js';

/** Nouns stand in the forms of `nouns` (`:1` the topic, `:2` the subject, `:3` the object, `:4` and, `:5` by means of, `:6` it was, `:7` it is), verbs in those of `verbs`. */
export const ko: Language = {
  tag: 'ko',
  space: ' ',
  terms: ['지역돌봄통합센터', '하천유역관리계획', '공공기록물보존제도', '근대건축물보호구역'],
  grammar: {
    term: nouns(words('지역돌봄통합센터 하천유역관리계획 공공기록물보존제도 근대건축물보호구역')),
    org: nouns(
      phrases(`편집부, 군립 도서관, 자료관, 연구소, 조사반, 출판사, 학회 사무국, 도청 건설과, 시청 기획과, 박물관, 실험실, 협동조합, 농업시험장, 보건소,
      초등학교, 기상대, 측량대, 발굴조사단, 문화원, 봉사단체, 심사위원회, 교무과, 인쇄소, 주민회, 재무과, 통계사무소, 방송국, 산림조합, 항만공사,
      철도청, 소방서, 전력회사, 재단, 어촌계`),
    ),
    thing: nouns(
      phrases(`조사보고서, 기록부, 회의록, 심사 결과, 고문서, 측량 자료, 기술 기준, 관리 규정, 작업 지침서, 취재 수첩, 구술 자료, 향토사, 초고, 목록 카드,
      관측 일지, 수업 계획, 장서 목록, 예산안, 사진 원판, 설계도, 설문지, 수문 자료, 족보, 탁본, 시료 목록, 연수 교재, 민원 편지, 지적도,
      진료 기록, 대출 장부, 설비 대장, 계약서, 항공사진, 실험 노트, 검수서, 호적, 악보, 통계 연보, 번역 원고, 교정지, 출근부, 종자 표본`),
    ),
    act: nouns(
      words(
        '정리 확인 공개 개정 편집 보존 번역 점검 반납 보완 비교 등록 촬영 검토 수집 인용 제출 복제 평가 분류 열람 배포 정정 발송 전시 조사',
      ),
    ),
    goal: verbs(
      phrases(`이용자의 부담을 줄이, 겹치는 일을 없애, 누구나 찾아보게 하, 옛 거리를 지키, 물길을 바로잡, 자료가 흩어지는 것을 막, 절차에 드는 시간을 아끼,
      운송 비용을 낮추, 협력의 폭을 넓히, 주민의 요구에 답하, 모자란 일손을 메우, 오해를 피하, 늦어진 공사를 따라잡, 젊은 교사를 키우, 물을 아껴 쓰,
      기계를 오래 쓰, 흙이 쓸려 나가는 것을 막, 이상 기후에 대비하, 지역의 관습을 존중하, 습지를 되살리, 사고의 원인을 밝히`),
    ),
    time: phrases(`2018년 가을에, 2016년 5월에, 홍수가 지나간 뒤에, 공사를 시작하기 전에, 시범 운영 기간에, 수확 철에, 여름 방학 동안, 겨울이 되어서야,
      계획 초기에, 1987년에, 모내기 무렵에, 검사 당일에, 이사하기 전에, 전쟁이 끝난 직후에, 정전이 이어지는 동안`),
    place:
      phrases(`산간 지역에서는, 하류에서는, 바닷가 항구에서는, 옛 시가지에서는, 섬에서는, 평야 지대에서는, 공업 지대에서는, 대학 안에서는, 국경 마을에서는,
      농촌에서는, 교외에서는, 고원에서는`),
    link: phrases(`따라서, 그러나, 동시에, 이와 달리, 결과적으로, 실제로, 한편, 나아가, 전체적으로, 구체적으로, 물론, 다시 말해, 유감스럽게도, 그 뒤, 흥미롭게도,
      엄밀히 말하면`),
    quality: words(
      '완전한 정확한 안정된 명쾌한 확실한 간편한 충분한 풍부한 단편적인 모호한 오래된 한정된 자세한 귀중한 상당한 드문 복잡한',
    ),
    matter: nouns(
      phrases(`인구 이동, 수위 변화, 경작지 면적, 독자의 반응, 재원 확보, 기온의 이상, 오자의 비율, 학생의 부담, 도로 상태, 방언의 차이, 쌀값,
      저작권의 귀속, 해충 발생, 교통량, 전력 수요, 나무의 종류, 교원 구성, 토양의 염분, 화상의 품질, 혼례의 변화, 쓰레기 분리, 항로 준설,
      화폐 유통, 고령화, 고용 구조, 지하수 고갈, 민간 신앙, 도시의 소음, 언어의 접촉, 인용 서식, 어획량`),
    ),
    person: nouns(
      phrases(`늙은 장인, 젊은 교사, 은퇴한 편집자, 촌장, 고향에 돌아온 청년, 외지 상인, 당직 간호사, 목수, 어부, 측량사, 독자 대표, 사서, 마을 의사,
      양봉가, 선장, 검사 기사, 견습생, 교열자`),
    ),
    share: words('37.5 2.4 18.6 40.2 9.7 63.1 5.8'),
    number: words('12 37 58 104 216 349 1500 2800 46 73 95 620'),
    unit: nouns(words('가구 명 곳 건 권 헥타르 킬로미터 상자 톤')),
    S: lines(`{thing}에는 {matter}의 조짐이 전혀 보이지 않는다.
      셋 가운데 둘은 {quality} 것이었다.
      {matter}에 대해 {person:1} 입을 다물었다.
      {thing:3} {act}한 곳은 {org:2} 아니라 {org:6}.
      {place} 아무도 {thing:3} 눈여겨보지 않았다.
      {matter:3} 알기만 하면 {goal:0} 어렵지 않다.
      첫 시도는 실패로 끝났다.
      어느 편지에는 {thing}에 관한 이야기가 {number}번이나 나온다.
      비용은 {org:2} 댔다.
      {goal:2} 가망은 거의 없었다.
      언뜻 보면 {matter:2} 모든 것을 설명해 주는 듯하다.
      {quality} {thing:3} 가진 곳은 이제 {org}뿐이다.
      {matter}도 {matter}도 {thing}에 자취를 남겼다.
      무엇보다 쓸모가 있었던 것은 {thing}의 {act:6}.
      {person:1} {matter:4} 어떤 관련이 있느냐고 물었다.
      {number}쪽에 {matter}에 관한 이야기가 실려 있다.
      요즘 {org:1} {matter}보다 {matter}에 더 마음을 쓴다.
      여기에는 {person}마저 놀랐다.
      {thing}에 비하면 {thing}의 {act:1} 쉬운 편이다.
      뒷세대도 {thing:3} 소중히 여겼다.
      만약 {org:2} {act:3} 게을리했다면 {matter:1} 그냥 지나쳤을 것이다.
      {person}의 조언은 {goal:0} 위해 애쓰라는 것이었다.
      {matter}만큼 까다로운 문제는 없다.
      {time} 드디어 {thing:2} 발견되었다.
      {thing}의 여백에는 {person:2} 써넣은 글이 있다.
      {org:1} {time} {thing}의 {act:3} 시작했다.
      {link} {thing}에 나타난 {matter:1} {quality} 것이었다.
      {place} {matter:2} {org}의 일정을 좌우한다.
      {goal:0} 위해 {org:1} {thing:3} {org}에 맡겼다.
      {person}에 따르면 {matter:3} 다룬 {thing:2} {act}할 만하다고 한다.
      {time} {org:1} 모두 {number}{unit:3} {act}했다.
      먼저 {thing:3} {act}하지 않으면 {goal:0} 어렵다.
      {matter:4} {matter}의 관계는 {place} 뚜렷하다.
      {org:1} {goal:1} 일이 먼저이고, {goal:1} 일은 그다음이라고 보았다.
      {link} {org}만으로는 {thing:3} {act}할 여유가 없었다.
      {thing}에서는 {matter:2} 특히 심각했다는 사실을 읽을 수 있다.
      {person:1} {thing}에 밝을 뿐 아니라 {goal:1} 방법도 알고 있었다.
      {matter:2} 어떻게 바뀌든 {quality} {thing:2} 필요하다.
      먼저 {goal:3} 했던 사람도 있고, {thing}의 {act:3} 앞세운 사람도 있다.
      {thing:1} {org:2} {act}했고, {thing:1} {person:2} 보관했다.
      {matter:2} 걱정되었지만 {org:1} 제때 일을 마쳤다.
      {time} 만들어진 {thing:1} 지금도 {org}에 남아 있다.
      {term:1} {thing}에 적혀 있다.
      {term:3} 둘러싸고 {org:4} {org:1} 여러 차례 의견을 나누었다.
      이 {thing:1} 모두 {number}쪽이며, {org:1} 이것을 바탕으로 계획을 고쳤다.
      {place} {person:2} 전문가보다 {matter:3} 더 잘 아는 경우가 많다.
      어떻게 하면 {goal:2} 수 있는지, {thing}에는 답이 없다.
      {matter:1} 왜 {act}하기 어려운가? {link} {thing:2} 모자라기 때문이다.
      {org}의 규정에 따르면 {matter}에 관한 {thing:1} 모두 {org:2} {act}하게 되어 있다.
      {person:1} {number}일이 걸려서야 {thing}의 {act:3} 끝냈다.
      {thing}의 보관 상태가 나빠서 {org:1} 다른 방법을 찾을 수밖에 없었다.
      {act}에는 {org:4} {org}, 그리고 {org}도 참여했다.
      {matter:1} 외따로 일어난 현상이 아니며, {matter:4} {matter}에도 이어져 있다.
      {link} {person}의 경험은 좀처럼 {thing}에 기록되지 않는다.`),
    title: lines(`{matter:4} {matter}에 대하여
      {thing}의 {act:4} 활용
      {org}의 {matter} 연구
      {thing:5} 본 {matter}`),
    heading: lines(`{thing}의 유래
      {matter}의 현황
      {org}의 활동
      {matter:3} 둘러싼 논의
      {thing:3} {act}하는 방법`),
    item: lines(`{thing}의 {act}
      {goal:1} 일
      {matter}
      {org:2} {act}한 {thing}`),
    caption: lines(`{matter}의 개념도
      {thing}의 견본`),
    cell: words('{thing} {matter} {number}{unit} {org}'),
    phrase: ['{thing}', '{matter}'],
    keyword: ['{matter}', '{thing}'],
  },
  quotation: lines(`{person:1} “{S}”라고 말했다.
    {thing}에는 “{S} {S}”라는 구절이 있다.
    {org:2} 말하는 ‘{matter}’의 뜻은 곧 {matter:7}.
    {person:1} 『{matter} 비망록』을 펼치고 “{S}”라고 읽었다.
    “{org}에서는 ‘{matter}’에 관한 이야기를 자주 합니다.” 하고 {person:2} 설명했다.`),
  figures: lines(`까닭은 두 가지이다. 첫째, {matter:1} 예측하기 어렵다. 둘째, {thing:2} 모자란다.
    먼저 {org:2} {thing:3} {act}했다. 다음으로 {person:2} {matter:3} 확인했다. 끝으로 {org:2} 공개했다.
    (1) {thing}의 {act}, (2) {matter}의 파악, (3) {person}의 면담 순으로 진행했다.
    {org}(옛 이름은 {org})의 건물은 {time} 자리를 옮겼고 {thing:1} 그때 함께 옮겨졌다.
    통계에 따르면 {matter:1} 전체의 {share}%를 차지하며, 지난번보다 {share}%포인트 낮아졌다[^n].
    [@ref2]에서 말하듯이 {matter}의 영향은 작지 않다. {S}`),
  groups: [
    ['**{matter}.** {S} {S}', '**{matter}.** {S} {S} {S}', '**{matter}.** {S} {S}'],
    ['첫째, {goal:1} 일이다. {S} {S}', '둘째, {thing:3} {act}하는 일이다. {S} {S}', '셋째, {goal:1} 일이다. {S}'],
    ['{S} {S} 순서는 다음과 같다.', '1. {item}\n2. {item}\n3. {item}', '{S} {S}'],
    ['{S} 요점을 들면 다음과 같다.', '- {item}\n- {item}\n- {item}', '{S}'],
    ['“{S}”', '“{S} {S}”', '{person:1} 그렇게 대답했다.'],
  ],
  traps: lines(`집집마다 하나하나 다른 사연이 있었고, 그 이야기는 두고두고 입에 오르내렸다.
    물은 조금씩 조금씩, 그러나 쉬지 않고 흘렀다. 아이들은 깡충깡충 뛰며 울긋불긋한 산을 바라보았다.
    그 그림은 이 이야기와 잘 어울린다. 다 다른 사람들이 더 더운 곳을 찾아 나섰다.
    파일은 12:30에 고쳐졌고 판 번호는 2.0.1, 금액은 1,234원이었다.
    “아니, 아니.” 어머니는 고개를 저었다. “가라, 가라, 멀리 가라.”
    시·군·구에서는 3~5일마다 한 차례 모였다(2019년 기준). 제1조와 제2조는 고치지 않았다…….`),
};
