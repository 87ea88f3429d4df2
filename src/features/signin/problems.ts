import type { Sentences } from '#kernel/lang/problem.ts'

export const signinProblems = {
  'signin.wait': {
    da: 'Der er prøvet for mange gange. Vent {seconds} sekunder, og prøv igen. Har du glemt adgangskoden, kan jeres administrator give dig en ny.',
    en: 'Too many tries. Wait {seconds} seconds and try again. If you forgot the password, your administrator can give you a new one.',
  },
  'signin.begin-again': { da: 'Der gik for lang tid. Begynd forfra.', en: 'That took too long. Begin again.' },
  'signin.show-again': {
    da: 'Log ind igen først: det er over et kvarter siden, eller du loggede ind med pinkode.',
    en: 'Sign in again first: it is more than a quarter of an hour ago, or you signed in with a PIN.',
  },
  'signin.wrong-code': {
    da: 'Koden passer ikke. Vent på den næste i appen, og skriv den.',
    en: 'The code does not fit. Wait for the next one in the app and type it.',
  },
  'signin.wrong-current': { da: 'Den nuværende adgangskode passer ikke.', en: 'The present password does not fit.' },
  'signin.once-over': {
    da: 'Adgangskoden var til én gang og er udløbet. Bed jeres administrator om en ny.',
    en: 'The password was for once and has run out. Ask your administrator for a new one.',
  },
  'signin.password-short': {
    da: 'For kort: mindst {least} tegn. Fire tilfældige ord er let at huske.',
    en: 'Too short: at least {least} characters. Four random words are easy to remember.',
  },
  'signin.password-names-you': {
    da: 'Adgangskoden indeholder dit navn, brugernavn eller arbejdssted. Vælg en anden.',
    en: 'The password holds your name, user name or workplace. Choose another.',
  },
  'signin.password-common': {
    da: 'Adgangskoden er blandt dem, der gættes først. Vælg en anden, for eksempel fire tilfældige ord.',
    en: 'The password is among those guessed first. Choose another, for instance four random words.',
  },
  'signin.password-same': {
    da: 'Det er den adgangskode, du fik. Vælg din egen.',
    en: 'That is the password you were given. Choose your own.',
  },
  'signin.passkey-refused': {
    da: 'Adgangsnøglen blev ikke godkendt. Prøv igen, eller brug en anden måde.',
    en: 'The passkey was not accepted. Try again, or use another way.',
  },
  'signin.factor-required': {
    da: 'Kommunen kræver to trin. Tilføj en anden måde, før du fjerner den sidste.',
    en: 'The municipality requires two steps. Add another way before removing the last.',
  },
  'signin.no-factor': {
    da: 'Koder på papir hører til en app eller adgangsnøgle. Tilføj en først.',
    en: 'Paper codes belong to an app or a passkey. Add one first.',
  },
  'signin.pin-easy': {
    da: 'Pinkoden er for let at gætte (tal i rækkefølge, gentagelser eller en dato). Vælg en anden.',
    en: 'The PIN is too easy to guess (digits in a row, repeats or a date). Choose another.',
  },
  'signin.wrong-pin': { da: 'Pinkoden passer ikke. Prøv igen.', en: 'The PIN does not fit. Try again.' },
  'signin.no-pin': {
    da: 'Du har ikke valgt en pinkode endnu. Log ind med adgangskode; så kan du vælge den under Din sikkerhed.',
    en: 'You have not chosen a PIN yet. Sign in with your password; then choose it under Your security.',
  },
  'signin.full-owed': {
    da: 'Log ind på den lange måde denne gang. Bagefter virker pinkoden igen.',
    en: 'Sign in the long way this time. Afterwards the PIN works again.',
  },
  'signin.not-a-device': {
    da: 'Denne tablet er ikke parret med en enhed. Lederen kan parre den.',
    en: 'This tablet is not paired with a unit. The leader can pair it.',
  },
  'signin.wrong-device-code': {
    da: 'Koden passer ikke eller er udløbet. Bed lederen om en ny.',
    en: 'The code does not fit or has run out. Ask the leader for a new one.',
  },
  'signin.device-ended': { da: 'Tabletten er allerede afmeldt.', en: 'The tablet has already been ended.' },
  'signin.policy-in-the-past': {
    da: 'Reglen kan tidligst gælde fra i dag.',
    en: 'The rule can begin today at the earliest.',
  },
  'signin.provider-kind-fixed': {
    da: 'En login-tjeneste kan ikke skifte art. Opret en ny.',
    en: 'A sign-in provider cannot change its kind. Create a new one.',
  },
  'signin.certificate-unreadable': {
    da: 'Certifikatet kan ikke læses. Indsæt det med linjerne BEGIN og END CERTIFICATE.',
    en: 'The certificate cannot be read. Paste it with its BEGIN and END CERTIFICATE lines.',
  },
  'signin.key-not-of-certificate': {
    da: 'Nøglen passer ikke til vores certifikat.',
    en: 'The key does not belong to our certificate.',
  },
  'signin.subject-taken': {
    da: 'Id’et er knyttet til en anden medarbejder.',
    en: 'The id is tied to another employee.',
  },
  'signin.provider-barred': {
    da: 'Kommunens login kan ikke nås herfra. Sig det til jeres systemansvarlige.',
    en: 'The municipality’s sign-in cannot be reached from here. Tell your system owner.',
  },
  'signin.trip-over': {
    da: 'Der gik for lang tid, eller svaret var brugt. Begynd forfra herfra.',
    en: 'That took too long, or the answer was used already. Begin again from here.',
  },
  'signin.answer-refused': {
    da: 'Svaret fra kommunens login blev ikke godkendt. Prøv igen; bliver det ved, så sig det til jeres systemansvarlige.',
    en: 'The answer from the municipality’s sign-in was not accepted. Try again; if it goes on, tell your system owner.',
  },
  'signin.assurance-low': {
    da: 'Du loggede ind på en måde, der ikke er sikker nok til Rød Tråd. Brug en stærkere måde hos kommunens login.',
    en: 'You signed in in a way that is not strong enough for Rød Tråd. Use a stronger way at the municipality’s sign-in.',
  },
  'signin.no-role': {
    da: 'Kommunens login kender dig, men giver dig ingen rolle i Rød Tråd. Bed din leder om den.',
    en: 'The municipality’s sign-in knows you but gives you no role in Rød Tråd. Ask your leader for one.',
  },
  'signin.unknown-person': {
    da: 'Kommunens login kender dig, men du er ikke oprettet i Rød Tråd. Bed din leder om det.',
    en: 'The municipality’s sign-in knows you, but you are not in Rød Tråd. Ask your leader.',
  },
  'signin.not-employed': {
    da: 'Din ansættelse er ophørt eller ikke begyndt. Tal med din leder, hvis det er forkert.',
    en: 'Your employment has ended or not begun. Talk to your leader if that is wrong.',
  },
  'signin.no-subject': {
    da: 'Kommunens login sagde ikke, hvem du er. Sig det til jeres systemansvarlige.',
    en: 'The municipality’s sign-in did not say who you are. Tell your system owner.',
  },
  'signin.privileges-unreadable': {
    da: 'Dine roller fra kommunens login kunne ikke læses. Sig det til jeres systemansvarlige.',
    en: 'Your roles from the municipality’s sign-in could not be read. Tell your system owner.',
  },
} satisfies Sentences
