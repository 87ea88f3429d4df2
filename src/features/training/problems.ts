import type { Sentences } from '#kernel/lang/problem.ts'

export const trainingProblems = {
  'training.set-up-not-applied': {
    da: 'Kurset holdes i enhedens egen opsætning, og den er ikke taget i brug endnu. Indbyd nu og tilmeld, når den er det. Skal kurset holdes før, kræver det en beslutning.',
    en: 'The course is held in the unit’s own set-up, which has not been applied yet. Invite now and enrol when it has. To hold the course before, a decision is needed.',
  },
  'training.cancelled': { da: 'Holdet er aflyst. Vælg et andet.', en: 'The session is cancelled. Choose another.' },
  'training.is-over': { da: 'Holdet er forbi. Vælg et, der kommer.', en: 'The session is over. Choose one to come.' },
  'training.not-of-the-unit': {
    da: 'Medarbejderen arbejder ikke i enheden.',
    en: 'The employee does not work in the unit.',
  },
  'training.not-for-the-unit': {
    da: 'Holdet er ikke for den enhed. Vælg et, enheden er budt ind til.',
    en: 'The session is not for that unit. Choose one the unit is asked to.',
  },
  'training.has-a-place': {
    da: 'Der er allerede en plads på samme kursus den {startsOn}, måske fra en anden enhed. Kurset tages kun én gang.',
    en: 'There is already a place on the same course on {startsOn}, perhaps from another unit. The course is taken once.',
  },
  'training.clashes': {
    da: 'Medarbejderen er på et andet kursus på samme tid. Tilmeld alligevel, eller vælg et andet hold.',
    en: 'The employee is on another course at the same time. Enrol all the same, or choose another session.',
  },
  'training.on-the-list': { da: 'Medarbejderen står allerede på listen.', en: 'The employee is on the list already.' },
  'training.place-is-settled': {
    da: 'Pladsen kan ikke ændres mere: Den er brugt, afmeldt, eller holdet er begyndt.',
    en: 'The place can no longer be changed: it has been used or given up, or the session has begun.',
  },
  'training.not-begun': {
    da: 'Holdet er ikke begyndt. Fremmøde skrives fra en halv time før.',
    en: 'The session has not begun. Attendance is written from half an hour before.',
  },
  'training.absent-says-no-why': {
    da: 'Skriv hvorfor: syg, vagten kunne ikke dækkes, udeblev eller andet.',
    en: 'Say why: ill, the shift could not be covered, did not come or other.',
  },
  'training.door-closed': {
    da: 'Koden virker fra en halv time før holdet begynder, til det slutter. Bed underviseren om at skrive dig på listen.',
    en: 'The code works from half an hour before the session until it ends. Ask the trainer to put you on the list.',
  },
  'training.wrong-code': {
    da: 'Det er ikke koden, der hænger på døren. Prøv igen.',
    en: 'That is not the code on the door. Try again.',
  },
  'training.swap-other-course': {
    da: 'I kan kun bytte mellem to hold på samme kursus.',
    en: 'You can only change places between two sessions of the same course.',
  },
  'training.swap-other-role': {
    da: 'I kan kun bytte, når I har samme funktion i samme enhed, så vagterne stadig går op.',
    en: 'You can only change places with the same role in the same unit, so that shifts still add up.',
  },
  'training.asked-already': {
    da: 'Du har allerede spurgt om at bytte. Vent på svaret.',
    en: 'You have already asked to change places. Wait for the answer.',
  },
  'training.answered-already': { da: 'Der er allerede svaret.', en: 'It has been answered already.' },
  'training.code-taken': { da: 'Et andet kursus har det nummer.', en: 'Another course has that number.' },
  'training.no-steps': {
    da: 'Kravet har ingen trin at øve. Vælg et krav, der er skrevet som en opgave.',
    en: 'The requirement has no steps to practise. Choose one that is written as a task.',
  },
  'training.exercise-is-there': {
    da: 'Kurset har allerede en øvelse af det krav.',
    en: 'The course already has an exercise of that requirement.',
  },
  'training.not-oneself': {
    da: 'En anden skal have set dig gøre det.',
    en: 'Somebody else must have seen you do it.',
  },
  'training.expired-already': {
    da: 'Dagen er passeret. Vælg en dag, der kommer, eller ingen.',
    en: 'The day has passed. Choose one to come, or none.',
  },
  'training.ends-before-it-starts': {
    da: 'Holdet slutter, før det begynder.',
    en: 'The session ends before it begins.',
  },
  'training.no-such-decision': {
    da: 'Beslutningen gælder ikke. Vælg en, der er truffet og står ved magt.',
    en: 'The decision is not in force. Choose one that has been made and stands.',
  },
} satisfies Sentences
