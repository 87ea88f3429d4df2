import type { Question } from './question-set.ts'

/**
 * Short help beside questions that a leader stands by. Help to think, not advice; what our sources do not settle is said.
 * A municipality's own set may say it otherwise.
 */
export const legalHelp: Readonly<Record<NonNullable<Question['topic']>, NonNullable<Question['legal']>>> = {
  medicine: {
    text: 'Et tilbud, der håndterer ordineret medicin, skal have skriftlige instrukser, og medicinlisten skal stemme med Fælles Medicinkort.',
    source: 'Styrelsen for Patientsikkerhed: Korrekt håndtering af medicin; vejledning 9079 af 12. februar 2015',
    doubt: 'Hvem uden autorisation der kan få adgang til Fælles Medicinkort, er ikke afklaret i vores kilder.',
  },
  force: {
    text: 'Magtanvendelse over for voksne er reguleret i serviceloven; for anbragte børn og unge gælder lov om voksenansvar. Et nej betyder, at der ikke er en indberetning at finde frem.',
    source:
      'Serviceloven kap. 24-24 d, bekendtgørelse 1411 af 5. december 2024; lov om voksenansvar, LBK 1006 af 30. august 2024',
    doubt: 'Bekendtgørelsernes fulde tekst er ikke læst igennem. Spørg jurist ved tvivl.',
  },
  access: {
    text: 'Man skal kun kunne se det, man har brug for i sit arbejde. Vælg det snævreste, der kan arbejdes med.',
    source: 'Databeskyttelsesforordningen artikel 5, stk. 1, litra c, og artikel 32',
    doubt: null,
  },
}
