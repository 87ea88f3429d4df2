/** What a citizen and the staff work on. `doing` follows "at"; `word` is what the notes keep coming back to. */
export type Goal = { readonly word: string; readonly doing: string }

const lines = `
morgenrutine|stå op selv, når vækkeuret ringer
badeugeplan|gå i bad tre gange om ugen
buskørsel|tage bussen alene til dagtilbuddet
pengeoversigt|få pengene til at slå til hele måneden
madlavningsdag|lave aftensmad til de andre en gang om ugen
tandbørstning|børste tænder morgen og aften
samtaletræning|sige fra uden at råbe
konfliktnedtrapning|gå fra, før det bliver for meget
vægtstabilisering|spise tre hovedmåltider om dagen
væskeindtag|drikke mindst halvanden liter om dagen
søvnrytme|slukke lyset inden klokken elleve
angsthåndtering|gå i Brugsen uden at vende om i døren
medicinselvstændighed|huske medicinen med æske og alarm
aktivitetsdeltagelse|være med til mindst én ting i fællesskab hver dag
netværksopbygning|holde kontakt til søskende
telefonopringning|ringe selv og bestille tid
lejlighedsrengøring|holde køkkenet, så der kan laves mad
vasketøjsdag|vaske tøj uden at blive mindet om det
rygestopforløb|ryge højst fem om dagen
alkoholfrihed|have fire dage om ugen uden at drikke
praktikforberedelse|møde til tiden i praktikken
læsetræning|læse en avisartikel højt
billedkommunikation|pege på tavlen i stedet for at skrige
gangtræning|gå rundt om huset uden rollator
styrketræning|rejse sig fra stolen uden hjælp
håndvask|vaske hænder før maden
svømmetræning|komme i vandet en gang om ugen
skærmtidsaftale|lægge telefonen om natten
følelsesregulering|bruge stoprummet i tide
medborgerdeltagelse|stemme til brugerrådet
spisesituation|sidde ved bordet, til alle er færdige
selvtransport|cykle til værkstedet med hjelm
blodsukkermåling|måle blodsukker selv før morgenmaden
gældsafvikling|åbne posten samme dag
flytteforberedelse|øve sig på at bo alene
forældresamvær|holde aftalerne om besøg hos børnene
havearbejde|passe drivhuset hele sommeren
skolefremmøde|komme i skole hver dag
hudplejerutine|smøre benene morgen og aften
påklædningsrækkefølge|tage tøj på i den rigtige rækkefølge
`
export const goals: readonly Goal[] = lines
  .trim()
  .split('\n')
  .map((line) => line.split('|') as [string, string])
  .map(([word, doing]) => ({ word, doing }))
