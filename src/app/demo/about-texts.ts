const lines = (s: string): string[] => s.trim().split('\n')

/** Things people say about themselves, by kind of offer. */
export const aboutTexts: Record<string, string[]> = {
  home: lines(`
Jeg vil gerne have døren på klem. Jeg kan godt lide, at nogen siger godnat.
Jeg passer selv min vasketøjskurv. Jeg skal bare mindes om det.
Jeg kan godt lide hunde, men ikke store hunde.
Spørg, før du går ind. Det er min stue.
Jeg spiser langsomt, og det er helt fint.
Jeg holder af Kim Larsen og rundstykker om lørdagen.
Jeg taler ikke så meget om morgenen. Kom igen efter kaffen.
Jeg har boet mange steder. Her vil jeg gerne blive.
Jeg kan læse lidt. Store bogstaver er bedst.
Jeg skal vide, hvem der kommer på vagt. Skriv det på min tavle.
Jeg bliver bange, når folk råber. Så går jeg.
Jeg har en kæreste i den anden ende af huset.
Jeg går til bowling om onsdagen, og der må ikke laves andre aftaler.
Jeg vil gerne hjælpe i køkkenet. Jeg er god til at skrælle kartofler.`),
  support: lines(`
Jeg vil helst mødes ude. Min lejlighed er ikke altid klar.
Send en besked en time før. Så er jeg klar.
Jeg kan godt det meste. Det er brevene, der driller.
Jeg sover dårligt og er bedst efter klokken elleve.
Jeg skal have nogen med til lægen, ellers kommer jeg ikke af sted.
Jeg har en plan for økonomien, og den holder jeg næsten.
Mine børn kommer hver anden weekend. Så vil jeg ikke have besøg.
Jeg er god til at lave mad, og dårlig til at købe ind.
Vi skal lave én ting ad gangen.
Jeg vil gerne ud at gå, også når jeg siger nej.
Jeg har været uden bolig. Jeg passer godt på den her.
Jeg vil gerne i arbejde igen, måske få timer.`),
  day: lines(`
Jeg laver det samme hver dag, og det er det gode ved det.
Jeg kan godt lide frokosten og dem, jeg sidder med.
Jeg er værkstedets bedste til at sortere skruer.
Jeg skal have høreværn på, ellers får jeg hovedpine.
Jeg kommer med bussen. Den er aldrig til tiden.
Jeg vil gerne prøve at være i kantinen.
Jeg maler mest heste.
Jeg har brug for en pause klokken ti. Bare ti minutter.
Jeg tager gerne de nye med rundt.`),
  treatment: lines(`
Jeg kommer, fordi jeg selv har valgt det.
Jeg skal have det sagt lige ud.
Mit mål er at kunne have min datter i weekenden.
Jeg har ikke drukket siden foråret. Næsten.
Ring ikke til mit arbejde. De ved det ikke.
Jeg har prøvet før. Nu prøver jeg igen.`),
  shelter: lines(`
Jeg skal bare have ro et par dage.
Jeg har boet hos venner, til der ikke var flere.
Jeg vil have min egen lejlighed, også selv om den er lille.
Spørg mig om formiddagen. Om aftenen vil jeg være i fred.`),
  young: lines(`
Jeg vil være tømrer. Eller noget med computere.
Lad mig være de første ti minutter, når jeg kommer hjem fra skole.
Jeg ringer selv til min mor.
Jeg spiller fodbold om tirsdagen, og det vil jeg ikke misse.`),
  respite: lines(`
Jeg skal have min bamse og mit natlys med.
Jeg elsker trampolinen. Jeg spiser kun pasta uden sovs.
Jeg siger til med min tavle, når jeg er tørstig.
Jeg kan godt lide vand. Pas på, jeg løber hurtigt.`),
}
