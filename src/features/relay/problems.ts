import type { Sentences } from '#kernel/lang/problem.ts'

export const relayProblems = {
  'relay.no-vendor': {
    da: 'Skriv, hvem leverandøren er. Kæden begynder der.',
    en: 'Write who the vendor is. The chain begins there.',
  },
  'relay.no-coordinator': {
    da: 'Ingen er projektkoordinator her. Kæden kan ikke låses, før nogen er det.',
    en: 'Nobody is project coordinator here. The chain cannot be locked before somebody is.',
  },
  'relay.unit-without-contact': {
    da: '{unit} har ingen implementeringskontakt. Udpeg en, før noget sendes.',
    en: '{unit} has no implementation contact. Name one before anything is sent.',
  },
  'relay.units-without-contact': {
    da: '{unit} og {others} mere har ingen implementeringskontakt. Udpeg dem, før noget sendes.',
    en: '{unit} and {others} more have no implementation contact. Name them before anything is sent.',
  },
  'relay.chain-open': {
    da: 'Kommunikationsvejen er ikke låst endnu. Gør kæden færdig, og lås den, før den første besked.',
    en: 'The communication chain is not locked yet. Finish the chain and lock it before the first message.',
  },
  'relay.chain-locked': {
    da: 'Kommunikationsvejen er låst. Kun telefonnummeret og dagen for MED kan ændres.',
    en: 'The communication chain is locked. Only the telephone number and the day of MED can be changed.',
  },
  'relay.sent-already': { da: 'Beskeden er sendt.', en: 'The message has been sent.' },
  'relay.names-only-critical': {
    da: 'Kun kritiske beskeder kan have kvittering med navn.',
    en: 'Only critical messages can have receipts by name.',
  },
  'relay.med-not-told': {
    da: 'Kvittering med navn skal først have været et punkt i MED. Skriv dagen i kommunikationsvejen.',
    en: 'Receipts by name must first have been on the agenda of MED. Write the day in the communication chain.',
  },
  'relay.nothing-to-recall': {
    da: 'Beskeden er ikke ude, så der er intet at trække tilbage.',
    en: 'The message is not out, so there is nothing to recall.',
  },
  'relay.recalled': {
    da: 'Beskeden er trukket tilbage. Læs den nye i stedet.',
    en: 'The message has been recalled. Read the new one instead.',
  },
  'relay.passed-on-already': {
    da: 'Beskeden er allerede sendt videre i enheden.',
    en: 'The message has already been passed on in the unit.',
  },
  'relay.not-passed-on': {
    da: 'Beskeden er ikke sendt videre i enheden endnu.',
    en: 'The message has not been passed on in the unit yet.',
  },
  'relay.more-than-all': {
    da: 'Der kan ikke være nået flere, end der er.',
    en: 'No more can be reached than there are.',
  },
  'relay.no-receipt-asked': { da: 'Beskeden skal ikke kvitteres.', en: 'The message asks for no receipt.' },
  'relay.coordinator-at-work': {
    da: 'Projektkoordinatoren er på arbejde. Ring dertil, så sendes beskeden den vej.',
    en: 'The project coordinator is at work. Ring there, and the message is sent that way.',
  },
  'relay.name-in-text': {
    da: 'Det ligner et navn på et menneske. Skriv uden navn, eller send alligevel, hvis ingen kan kendes på det.',
    en: 'That looks like the name of a person. Write without it, or send anyway if nobody can be recognised.',
  },
  'relay.phones-over': {
    da: 'Mødet er for længst holdt, og koden tager ikke flere spørgsmål. Spørg din implementeringskontakt.',
    en: 'The meeting was held a while ago, and the code takes no more questions. Ask your implementation contact.',
  },
  'relay.phones-full': {
    da: 'Der er ikke plads til flere telefoner på dette møde. Spørg højt, eller bed en kollega sende spørgsmålet.',
    en: 'There is no room for more telephones at this meeting. Ask aloud, or let a colleague send the question.',
  },
  'relay.phone-unknown': {
    da: 'Telefonen er ikke med mere. Skriv koden igen.',
    en: 'The telephone is no longer with us. Type the code again.',
  },
  'relay.phone-too-fast': {
    da: 'Vent {seconds} sekunder mellem to spørgsmål. Det skrevne står her endnu.',
    en: 'Wait {seconds} seconds between two questions. What you wrote is still here.',
  },
  'relay.phone-enough': {
    da: 'Der kan ikke komme flere spørgsmål herfra. Sig det til den, der holder mødet.',
    en: 'No more questions can come from here. Tell whoever holds the meeting.',
  },
  'relay.number-in-text': {
    da: 'Der står noget, der ligner et CPR-nummer. Skriv spørgsmålet uden.',
    en: 'Something looks like a CPR number. Write the question without it.',
  },
  'relay.question-elsewhere': {
    da: 'Spørgsmålet er et andet sted i kæden nu.',
    en: 'The question is somewhere else in the chain now.',
  },
  'relay.answer-in-the-past': {
    da: 'Dagen for svaret er gået.',
    en: 'The day of the answer has passed.',
  },
  'relay.answered-already': { da: 'Spørgsmålet er besvaret.', en: 'The question has been answered.' },
  'relay.name-taken': {
    da: 'Der står allerede en interessent med det navn.',
    en: 'A stakeholder of that name is there already.',
  },
} satisfies Sentences
