import type { Sentences } from '#kernel/lang/problem.ts'

export const documentsProblems = {
  'documents.name-unusable': {
    da: 'Filens navn indeholder tegn, der ikke kan bruges. Giv den et andet navn, og vedhæft igen.',
    en: 'The file’s name holds signs that cannot be used. Give it another name and attach it again.',
  },
  'documents.empty': { da: 'Filen er tom.', en: 'The file is empty.' },
  'documents.too-big': { da: 'Filen er for stor: højst {maxMb} MB.', en: 'The file is too large: at most {maxMb} MB.' },
  'documents.kind-unknown': {
    da: 'Den slags fil kan ikke gemmes her. Brug PDF, Word (docx), Excel (xlsx), odt, billede (jpg, png, webp, heic), txt eller csv.',
    en: 'That kind of file cannot be kept here. Use PDF, Word (docx), Excel (xlsx), odt, a picture (jpg, png, webp, heic), txt or csv.',
  },
  'documents.not-what-it-says': {
    da: 'Filens indhold passer ikke til dens navn. Åbn den der, hvor den er lavet, og gem den igen.',
    en: 'The file’s content does not match its name. Open it where it was made and save it again.',
  },
  'documents.macros': {
    da: 'Filen indeholder makroer og kan ikke gemmes her. Gem den uden makroer (docx, xlsx) eller som PDF.',
    en: 'The file holds macros and cannot be kept here. Save it without macros (docx, xlsx) or as PDF.',
  },
  'documents.virus': {
    da: 'Virusscanneren fandt noget i filen, og den er ikke gemt. Kontakt jeres systemansvarlige.',
    en: 'The virus scanner found something in the file, and it was not stored. Contact your system owner.',
  },
  'documents.already-ended': { da: 'Filen er allerede taget væk.', en: 'The file has already been taken away.' },
} satisfies Sentences
