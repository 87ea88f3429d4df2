import type { Sentences } from '#kernel/lang/problem.ts'

export const clarificationProblems = {
  'clarification.may-not-answer': {
    da: 'Personen har ikke en rolle i enheden, der kan svare for den. Giv rollen implementeringskontakt først.',
    en: 'The person holds no role in the unit that may answer for it. Give them the role of implementation contact first.',
  },
  'clarification.deputy-is-contact': {
    da: 'Stedfortræderen skal være en anden end implementeringskontakten.',
    en: 'The deputy must be another than the implementation contact.',
  },
  'clarification.contact-already': {
    da: 'Der er allerede en implementeringskontakt fra den dag eller senere. Afslut den først.',
    en: 'There is an implementation contact from that day or later already. End that first.',
  },
  'clarification.not-a-contact': {
    da: 'Kun implementeringskontakten og stedfortræderen kan meldes væk her.',
    en: 'Only the implementation contact and the deputy can be away here.',
  },
  'clarification.ends-before': { da: 'Sidste dag ligger før den første.', en: 'The last day comes before the first.' },
  'clarification.no-questions': {
    da: 'Der er ingen spørgsmål til enheden endnu. Projektkoordinatoren udsender dem.',
    en: 'There are no questions for the unit yet. The project coordinator publishes them.',
  },
  'clarification.key-twice': {
    da: 'Spørgsmålet {question} står der to gange.',
    en: 'Question {question} stands there twice.',
  },
  'clarification.options-missing': {
    da: 'Spørgsmålet {question} skal have svarmuligheder, eller er af en slags, der ingen har.',
    en: 'Question {question} must have options, or is of a kind that has none.',
  },
  'clarification.asks-of-nothing': {
    da: 'Spørgsmålet {question} afhænger af et svar, der ikke kommer før det.',
    en: 'Question {question} depends on an answer that does not come before it.',
  },
  'clarification.no-such-setting': {
    da: '{key} er ikke et felt i en enheds opsætning, eller kan ikke have den værdi (spørgsmål {question}).',
    en: '{key} is no setting of a unit, or cannot have that value (question {question}).',
  },
  'clarification.template-of-nothing': {
    da: 'Skabelonen svarer på {question}, som ingen spørger om.',
    en: 'The template answers {question}, which nobody asks.',
  },
  'clarification.begun-already': { da: 'Enheden er allerede i gang.', en: 'The unit has begun already.' },
  'clarification.not-begun': {
    da: 'Enheden er ikke begyndt. Vælg, hvilken slags tilbud I er.',
    en: 'The unit has not begun. Choose what kind of offer you are.',
  },
  'clarification.no-such-question': {
    da: 'Spørgsmålet {question} stilles ikke mere.',
    en: 'Question {question} is not asked any more.',
  },
  'clarification.wrong-kind': {
    da: 'Svaret passer ikke til spørgsmålet {question}.',
    en: 'The answer is not of the kind that question {question} asks for.',
  },
  'clarification.no-such-option': {
    da: 'Den mulighed findes ikke i {question}. Skriv den under »Ingen af dem passer«.',
    en: 'There is no such option in {question}. Write it under “None of them fits”.',
  },
  'clarification.no-such-person': {
    da: 'Nogen af dem, der er nævnt i {question}, er ikke ansat her.',
    en: 'Somebody named in {question} is not employed here.',
  },
  'clarification.one-thing': {
    da: 'Svar med ét af tre: en mulighed, »ved ikke« eller det, ingen mulighed dækker.',
    en: 'Answer with one of three: an option, “don’t know”, or what no option covers.',
  },
  'clarification.who-said-it': {
    da: 'Skriv, hvem der har sagt det. Du skriver for en anden.',
    en: 'Write who said it. You are writing for somebody else.',
  },
  'clarification.not-yours': {
    da: 'Det svarer projektkoordinatoren på sammen med kommunen eller leverandøren.',
    en: 'The project coordinator answers this with the municipality or the vendor.',
  },
  'clarification.leaders-own': {
    da: 'Det svarer lederen på. Tal om det, så lederen kender jeres ord.',
    en: 'The leader answers this. Talk about it, so that the leader knows your words.',
  },
  'clarification.approved-say-why': {
    da: 'Svarene er godkendt. Skriv, hvorfor det ændres: så åbner en ny udgave, som lederen godkender igen.',
    en: 'The answers are approved. Write why this is changed: that opens a new version, which the leader approves again.',
  },
  'clarification.submitted-already': { da: 'Svarene er sendt ind.', en: 'The answers are sent in.' },
  'clarification.not-submitted': {
    da: 'Enheden er ikke færdig med at svare endnu.',
    en: 'The unit has not finished answering yet.',
  },
  'clarification.not-met': {
    da: 'Afklaringsmødet er ikke holdt endnu.',
    en: 'The clarification meeting has not been held yet.',
  },
  'clarification.still-open': {
    da: '{count} spørgsmål mangler svar, det første er {question}.',
    en: '{count} questions lack an answer, the first is {question}.',
  },
  'clarification.must-know': {
    da: 'Om medicin, magtanvendelse og adgang kan svaret ikke være »ved ikke«. Find svaret på {question} først.',
    en: 'About medicine, use of force and access the answer cannot be “don’t know”. Find the answer to {question} first.',
  },
  'clarification.says-no-reason': {
    da: 'Svaret på {question} strider mod noget andet, vi ved om jer. Skriv, hvorfor det alligevel er rigtigt.',
    en: 'The answer to {question} conflicts with something else known of you. Write why it is right all the same.',
  },
  'clarification.meets-later': {
    da: 'Mødet er ikke holdt endnu. Skriv det, når det er.',
    en: 'The meeting has not been held yet. Write it when it has.',
  },
  'clarification.not-approved': {
    da: 'Lederen har ikke godkendt svarene.',
    en: 'The leader has not approved the answers.',
  },
  'clarification.new-leader': {
    da: 'Enheden har fået en anden leder, siden svarene blev godkendt. Den nye leder skal stå inde for adgang og magtanvendelse først.',
    en: 'The unit has another leader since the answers were approved. The new leader must stand by access and use of force first.',
  },
  'clarification.gap-without-owner': { da: 'Vælg, hvem der har gabet.', en: 'Choose who owns the gap.' },
  'clarification.gap-without-step': {
    da: 'Skriv næste skridt og dagen for det.',
    en: 'Write the next step and the day for it.',
  },
  'clarification.step-in-the-past': { da: 'Dagen er gået.', en: 'The day has passed.' },
  'clarification.leader-says-yes': {
    da: 'En anden arbejdsgang kræver et ja fra enhedens leder.',
    en: 'Another way of working needs the unit leader’s yes.',
  },
  'clarification.sets-by-decision': {
    da: 'En værdi, som intet svar giver, skal hvile på en beslutning.',
    en: 'A value that no answer gives must rest on a decision.',
  },
  'clarification.sets-when-set-up': {
    da: 'Værdier hører til et gab, der er løst ved opsætning.',
    en: 'Values belong to a gap that is solved by set-up.',
  },
  'clarification.not-decided': {
    da: 'Beslutningen er ikke taget, eller den gælder ikke for enheden.',
    en: 'The decision is not made, or does not hold for the unit.',
  },
  'clarification.gap-into-itself': {
    da: 'Et gab kan ikke samles med sig selv.',
    en: 'A gap cannot be merged with itself.',
  },
  'clarification.gap-merged-already': {
    da: 'Et af de to er allerede samlet med andre. Skil dem ad først.',
    en: 'One of the two is merged with others already. Take them apart first.',
  },
  'clarification.nothing-to-judge': {
    da: 'Der står ikke noget at tage stilling til endnu.',
    en: 'Nothing is written there to judge yet.',
  },
  'clarification.says-not-what': { da: 'Skriv, hvad der ikke passer.', en: 'Write what does not fit.' },
  'clarification.map-is-empty': {
    da: '»Sådan er vi« er tom. Et portræt har brug for ord om enheden.',
    en: '“This is us” is empty. A portrait needs words about the unit.',
  },
} satisfies Sentences
