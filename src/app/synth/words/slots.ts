/** What goes into the braces of a sentence. */
const list = (text: string): string[] => text.trim().split(/\s*\|\s*/)

export const slots: Readonly<Record<string, readonly string[]>> = {
  min: list('5|10|10|15|15|20|25|30|40|45'),
  few: list('2|2|3|3|4|5|6'),
  gange: list('to gange|tre gange|fire gange|flere gange|en enkelt gang'),
  // Times and meals by the time of day: night, morning, day, evening.
  kln: list('0.30|1|1.15|2|2.20|3|3.40|4|4.10|5|5.30|6'),
  klm: list('6.50|7.15|7.40|8|8.05|8.30|9|9.20|9.40'),
  kld: list('10|10.20|10.45|11.30|12.10|13|13.35|14|14.20|15|15.45'),
  kle: list('16.30|17.10|18|18.40|19|19.30|20.15|21|21.20|21.50|22.10'),
  natkl: list('0.30|1|1.15|2|2.20|3|3.40|4|4.10|5|5.30|6'),
  mad: list(
    'frikadeller|kartoffelmos|gullasch|pasta med kødsovs|fiskefilet|hakkebøf med bløde løg|tarteletter|karrysuppe|lasagne|rugbrød med leverpostej|grøntsagssuppe|kyllingegryde|pandekager|millionbøf|stegt flæsk|medister|risengrød|æggekage|biksemad|tomatsuppe|kold kartoffelsalat|brændende kærlighed',
  ),
  drik: list('kaffe|te|saftevand|kærnemælk|vand|kakao|juice|en proteindrik'),
  maaltidn: list('natmaden|et stykke brød'),
  maaltidm: list('morgenmaden|morgenkaffen|havregrøden'),
  maaltidd: list('frokosten|eftermiddagskaffen|mellemmåltidet|frugten'),
  maaltide: list('aftensmaden|aftenkaffen|den varme mad'),
  sted: list(
    'fællesstuen|køkkenet|haven|gangen|værelset|terrassen|værkstedet|spisestuen|sofaen|cykelskuret|drivhuset|bryggerset|musikrummet|stoprummet',
  ),
  hvor: list(
    'i fællesstuen|i køkkenet|i haven|på gangen|på værelset|på terrassen|i spisestuen|ved indgangen|i drivhuset|ude ved skuret|i sofaen|ved vinduet',
  ),
  tur: list(
    'rundt om søen|til Brugsen|ned til havnen|gennem skoven|til biblioteket|rundt om huset|til bageren|op på bakken|hen til genbrugsbutikken|til stationen og tilbage|ud til hestene',
  ),
  gaere: list(
    'spillede kort|lagde puslespil|strikkede|så fjernsyn|malede|hørte musik|spillede ludo|læste i avisen|byggede med træklodser|sang med på de gamle sange|klippede billeder ud|spillede computer|sad med sit hækletøj|bladrede i fotoalbummet',
  ),
  pligt: list(
    'opvasken|bordækningen|støvsugningen|vasketøjet|affaldet|vinduerne|blomsterne på terrassen|indkøbssedlen|gulvet i badeværelset|køleskabet|postkassen|sengetøjet',
  ),
  hvem: list(
    'sin søster|sin bror|sin mor|sin far|en gammel ven|sin kæreste|sin niece|sin støtteperson|en tidligere nabo|sin datter|sin besøgsven|sin fætter',
  ),
  person: list(
    'en anden beboer|to af de andre|naboen|vikaren|køkkendamen|chaufføren|en ny medarbejder|pedellen|praktikanten|en pårørende',
  ),
  stemning: list(
    'glad|træt|stille|i godt humør|tilfreds|lidt trist|irritabel|rolig|snakkesalig|anspændt|fåmælt|opstemt|eftertænksom|nervøs|vrissen|lettet|afslappet|ked af det|rastløs|stolt',
  ),
  grad: list('lidt|meget|noget|tydeligt|ret|temmelig|en smule|usædvanlig'),
  krop: list('knæet|ryggen|hovedet|maven|skulderen|foden|halsen|højre hånd|hoften|en kindtand|nakken|det venstre øre'),
  tegn: list('hævet|rød|varm|øm|stiv|blå|irriteret|tør'),
  maalt: list(
    'Temperatur 36,8|Temperatur 37,2|Temperatur 37,9|Blodtryk 128/81|Blodtryk 141/88|Puls 72|Puls 88|Blodsukker 6,4|Blodsukker 9,1|Vægt uændret|Vægt 400 g ned|Saturation 97',
  ),
  tid: list('i går|i sidste uge|i går aftes|for et par dage siden|sidste måned|i weekenden|sidst|tidligere på dagen'),
  snart: list(
    'i morgen|på mandag|i næste uge|på torsdag|til husmødet|inden weekenden|ved næste samtale|om fjorten dage|efter ferien|i morgen tidlig',
  ),
  hvorfor:
    ', fordi planen var ændret|, fordi der var mange gæster|, fordi bussen kom for sent| uden at vi kunne se hvorfor| efter en dårlig nat| efter et opkald hjemmefra|, fordi det regnede|, da der kom en vikar| efter for meget kaffe|, fordi andre talte højt| på grund af varmen|, da fjernsynet gik i stykker'.split(
      '|',
    ),
  hjaelp: list(
    'med en smule guidning|uden hjælp|med støtte fra mig|efter to påmindelser|med hjælp til det sidste|ved at følge billedkortene|med et par pauser undervejs|side om side med mig|efter tavlen|med hånden på skulderen',
  ),
  sag: list(
    'økonomien|flytningen|weekenden|besøget på søndag|den nye kontaktperson|sommerferien|telefonregningen|prøvetimen|ansøgningen|arbejdstiden|fødselsdagen|den nye lejlighed|brevet fra kommunen|turen til Legoland|sit gamle arbejde|huslejen',
  ),
  myndighed: list(
    'sagsbehandler|egen læge|fysioterapeuten|psykiatrisk ambulatorium|hjemmesygeplejersken|værgen|jobcentret|tandplejen|hjælpemiddelcentralen|misbrugskonsulenten|skolen|socialtilsynet',
  ),
  ting: list(
    'nøglerne|sin taske|brillerne|sin jakke|fjernbetjeningen|sit buskort|pungen|høreapparatet|sin kalender|sin lygte|de gode sko|sin bamse',
  ),
  vejr: list('i solen|i regnvejr|i blæst|i frostvejr|i det lune vejr|i slud|i tåge|mellem to byger'),
  kreativ: list(
    'et fuglehus|et maleri af havet|lys i tre farver|en perleplade|en skål i ler|et krus|et halstørklæde|en kasse til brænde|et bordkort|en collage|et insekthotel|en stofpose',
  ),
  stof: list('hash|øl|vin|piller, som ikke var ordineret|amfetamin|stærk spiritus'),
  barn: list(
    'klodserne|trampolinen|gyngen|svømmebassinet|sandkassen|musikinstrumenterne|iPaden|sansegyngen|bobleapparatet|cyklen',
  ),
  sammensat: list(
    'aktivitetshandleplansmødet|medicinhåndteringsvejledningen|kontaktpersonssamarbejdsaftalen|magtanvendelsesindberetningen|socialtilsynsbesøgsrapporten|rehabiliteringsforløbsplanen|kommunikationspasopdateringen|beboerpårørendemødet|trivselsundersøgelsesskemaet|dobbeltkontrolproceduren|sansestimuleringsredskaberne|ernæringsscreeningsskemaet|tryghedsforanstaltningerne|bostøttebesøgskalenderen|ungdomsuddannelsesvejledningen|weekendoverleveringsskemaet|beskæftigelsesforberedelsesforløbet|indflytningssamtaleskemaet|misbrugsbehandlingsplanen|forebyggelsesindsatskataloget',
  ),
}

const heads =
  'kommunikations|aktivitets|medicinerings|ernærings|beskæftigelses|sundheds|overleverings|indflytnings|tryghedsskabende|samarbejds'.split(
    '|',
  )
const middles =
  'gennemgangs|opfølgnings|vurderings|registrerings|udviklings|planlægnings|evaluerings|forberedelses'.split('|')
const tails = 'skemaet|mødet|aftalen|notatet|planen|samtalen|materialet|vejledningen'.split('|')

/** 640 long compounds such as kommunikationsopfølgningsskemaet. */
export const compounds: readonly string[] = [
  ...slots.sammensat!,
  ...heads.flatMap((head) => middles.flatMap((middle) => tails.map((tail) => head + middle + tail))),
]
