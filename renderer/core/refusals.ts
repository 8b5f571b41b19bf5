import { numberFaultWords } from '../../main/contract/clientWords.ts'
import { CoreError, type ErrorCode } from '../../main/contract/errors.ts'
import type { NumberFault } from '../../main/contract/personalNumber.ts'
import type { PassphraseFault } from '../../main/contract/user.ts'
import { passphraseFaultWords } from '../../main/contract/userWords.ts'
import { fieldName } from './fieldNames.ts'
import { tooLongWords } from './tooLong.ts'

type Details = Record<string, string | number>

/** One Swedish sentence or two for each refusal: what happened, what is safe, what to do. */
const refusals: Record<ErrorCode, (details: Details) => string> = {
  // the program, its input and its files
  'invalid-input': details =>
    `${nameOf(details)} kan inte sparas som det står. Rätta det och försök igen. Inget har ändrats.`,
  'too-long': details =>
    `${nameOf(details)}: ${tooLongWords(Number(details['over']))}. Högst ${Number(details['most']).toLocaleString('sv-SE')} tecken får plats. Inget är kapat eller ändrat, och det du skrivit står kvar.`,
  'unknown-method': () => 'Programmet är felaktigt installerat. Kontakta administratören.',
  'not-found': () => 'Uppgiften finns inte här. Gå tillbaka och öppna klienten på nytt.',
  locked: () => 'Arton är låst. Lås upp med din lösenfras; det du skrivit finns kvar.',
  'not-permitted': () =>
    'Din roll ger inte rätt till det här. Inget har ändrats. Fråga administratören om du behöver det.',
  unexpected: () => 'Något gick fel och inget sparades. Försök igen; starta om programmet om felet kvarstår.',
  'disk-refuses': () =>
    'Disken är full eller går inte att skriva till, så inget sparades. Det du skrivit står kvar på skärmen. Frigör plats på disken.',
  'file-not-written': () =>
    'Filen gick inte att spara där, så inget har lämnats ut. Försök igen och välj en annan plats.',
  'draft-changed': () => 'Utkastet har skrivits i ett annat fönster. Inget har skrivits över.',
  'other-user': () =>
    'Någon annan har låst upp Arton i ett annat fönster. Inget har ändrats. Det du skrev senast sparas när du är inne igen.',

  // the binder's files
  'binder-exists': () => 'Här finns redan en pärm. Inget har ändrats. Starta om Arton och lås upp den.',
  'binder-missing': () =>
    'Pärmens databas finns inte i mappen. Lägg tillbaka den från en säkerhetskopia. Inget har ändrats.',
  'binder-empty': () =>
    'Databasfilen är tom och kan inte vara er pärm. Inget har skrivits över. Lägg tillbaka den från en säkerhetskopia.',
  'binder-damaged': () =>
    'Databasen är skadad eller hör till en annan pärm. Inget har skrivits över. Lägg tillbaka den från en säkerhetskopia.',
  'binder-newer': () =>
    'Pärmen är sparad av en nyare version av Arton. Inget har ändrats. Uppdatera programmet och försök igen.',
  'binder-in-use': () => 'Pärmen är öppen i ett annat fönster eller program. Stäng det och försök igen.',
  'keyring-missing': () =>
    'Nyckelringen saknas bredvid databasen. Lägg tillbaka filen från en säkerhetskopia. Inget har ändrats.',
  'keyring-damaged': () =>
    'Nyckelringen går inte att läsa. Inget har ändrats. Lägg tillbaka filen från en säkerhetskopia.',

  // coming in
  'wrong-passphrase': () => 'Lösenfrasen stämmer inte. Kontrollera stora och små bokstäver och försök igen.',
  wait: ({ seconds = 0 }) =>
    `Flera lösenfraser har varit fel. Vänta ${waitText(Number(seconds))} och försök sedan igen.`,
  'not-admitted': () =>
    'Lösenfrasen hör till en användare som inte längre släpps in här. Be administratören om nya ord.',
  'passphrase-not-new': () => 'Välj en lösenfras som du inte har använt här förut, och inte orden från ett blad.',
  'words-expired': () =>
    'De tillfälliga orden gällde i sju dagar och öppnar inte längre. Be administratören om nya ord.',
  'key-changed': () => 'Pärmens nyckel byttes just då, och det här sparades inte. Gör om det.',
  'key-holders-remain': () =>
    'Några behöver låsa upp en gång i den här versionen innan nyckeln byts. Vänta på dem, eller välj att de får nya ord. Inget har ändrats.',
  'key-sheet-remains': () =>
    'Skriv ut ett nytt återställningsblad först: det som gäller nu skulle annars sluta öppna. Inget har ändrats.',
  'passphrase-weak': ({ fault }) => `${passphraseFaultWords[fault as PassphraseFault]} Inget har ändrats.`,
  'passphrase-unusable': () =>
    'Den lösenfrasen går inte att använda i den här pärmen. Välj en annan, gärna fyra ord som bara du kommer på.',
  'nothing-begun': () => 'Det tog för lång stund och har avbrutits. Inget har ändrats. Lås upp och börja om.',
  'sheet-words-wrong': () => 'Orden stämmer inte med bladet. Läs dem en gång till: numret står framför varje ord.',
  'keychain-weak': () =>
    'Datorns nyckelring är inte skyddad här, så Arton lägger inget i den. Lås upp med din lösenfras som vanligt.',
  'keychain-absent': () => 'Arton når ingen nyckelring på den här datorn. Lås upp med din lösenfras som vanligt.',
  'keychain-others': () =>
    'Datorkontot öppnar redan pärmen för en annan användare. Nyckelringen kan bara användas på ett datorkonto som är ditt eget.',
  'keychain-refused': () => 'Datorns nyckelring gav ingen nyckel. Skriv din lösenfras i stället.',

  // users, and whose client it is
  'last-administrator': () => 'Pärmen måste ha en administratör. Ge rollen till någon annan först. Inget har ändrats.',
  'not-yourself': () => 'Det kan du inte göra för dig själv. Be en annan administratör. Inget har ändrats.',
  'user-named': () =>
    'Användaren har varit inne eller ansvarar för en klient och kan inte tas bort, eftersom uppgifterna namnger den som skrev. Stäng av användaren i stället.',
  'not-own-client': () =>
    'Klienten är inte din, så inget visas och inget har ändrats. Behöver du läsa ändå öppnar du med skäl, från klientens sida.',
  'not-the-therapist': () =>
    'Det här skriver klientens behandlare. Du är samordnare för klienten och kan läsa det. Inget har ändrats.',
  'assign-reason-missing': () =>
    'Skriv varför klienten byter ansvarig. Den som hade klienten får läsa skälet. Inget har ändrats.',
  'not-a-therapist': () => 'Den som ska ansvara för klienten måste vara behandlare här. Inget har ändrats.',
  'not-a-coordinator': () => 'Den som ska samordna måste vara samordnare här. Inget har ändrats.',
  'not-holder': ({ unit }) => `Klienten är överlämnad till ${unit} och kan bara läsas här. Inget har ändrats.`,

  // units
  'unit-name-taken': ({ name }) =>
    `Det finns redan en enhet som heter så: ${name}. Är det samma enhet kan de slås ihop. Inget har ändrats.`,
  'unit-is-own': () =>
    'Det är pärmens egen enhet, eller en enhet som har tagit emot klienter härifrån. Hade de slagits ihop skulle det se ut som om uppgifterna fanns här. Inget har ändrats.',

  // retention
  'retention-not-due': () =>
    'Uppgifterna har inte nått sin gallringstid, så inget kan beslutas om dem än. Inget har ändrats.',
  'retention-kept': () =>
    'Uppgifterna ska bevaras för forskning och får inte gallras (SoF 13 kap. 1 §). Inget har tagits bort.',
  'retention-at-work': () =>
    'Någon arbetar fortfarande med klienten. Avsluta först det som står på raden: utkastet, den planerade träffen eller placeringen. Inget har tagits bort.',
  'retention-not-decided': () => 'Besluta först att uppgifterna ska gallras. Inget har tagits bort.',
  'retention-own-proposal': () =>
    'Du har själv föreslagit gallringen, och en till ska besluta. Be en annan administratör. Inget har ändrats.',
  'retention-reason-missing': () =>
    'Skriv varför. Är födelsedagen eller hemkommunen okänd: hur det är kontrollerat att uppgifterna inte ska bevaras. Beslutar du ensam: skälet till gallringen. Inget har ändrats.',
  'retention-rule-changed': () =>
    'Det som talar för att bevara uppgifterna har ändrats sedan beslutet. Besluta på nytt. Inget har tagits bort.',
  'retention-other-reference': () => 'Det du skrev stämmer inte med raden. Läs en gång till. Inget har tagits bort.',

  // who the client is
  'number-invalid': details =>
    `${numberFaultWords[details['part'] as NumberFault]} Saknas nummer kan fältet lämnas tomt. Inget har ändrats.`,
  'number-missing': () => 'Ange personnummer eller ärendenummer, så att klienten går att hitta. Inget har ändrats.',
  'number-taken': () => 'Det finns redan en klient med det numret. Sök efter den i stället. Inget har ändrats.',
  'number-of-another': () =>
    'En annan klient i pärmen har det numret. Är det samma person kan de slås ihop: Mer, Slå ihop med en annan klient. Inget har ändrats.',
  'asked-often': ({ seconds = 0 }) =>
    `Du har frågat många gånger den senaste timmen om någon finns i pärmen. Vänta ${waitText(Number(seconds))} och försök igen. Det du skrivit står kvar, och dina egna klienter når du som vanligt under Klienter.`,
  'nothing-changed': () => 'Det står redan så. Inget har ändrats.',
  'held-after-death': () =>
    'En träff är genomförd efter den dagen. Kontrollera dagen, eller skriv ett tillägg till träffen. Inget har ändrats.',
  'after-death': () =>
    'Klienten är antecknad som avliden före den dagen. Det som hände tidigare kan skrivas med sin egen dag. Inget har ändrats.',
  'before-birth': () =>
    'Dagen ligger före klientens födelse. Kontrollera året, eller klientens personnummer. Inget har ändrats.',
  'merge-handed-over': () =>
    'Den som ska tas bort har varit med i en överlämning, och en annan enhet känner den. Börja från den klienten och behåll den i stället. Inget har ändrats.',
  'merge-drafts': () =>
    'Om den som ska tas bort finns något påbörjat som inte är signerat. Signera det eller ta bort det först, så att inget ord går förlorat. Inget har ändrats.',
  'merge-other-reference': () => 'Det du skrev stämmer inte med klienten. Läs en gång till. Inget har ändrats.',

  // sessions, days and goals
  'reason-does-not-fit': () => 'Skälet passar inte utfallet: klientens skäl och våra hålls isär. Välj ett annat skäl.',
  'choice-not-in-force': ({ words = 'Det du valde' }) =>
    `”${words}” går inte att välja för den dagen. Välj något som gällde då, eller rätta dagen. Inget har sparats.`,
  'already-held': () => 'Träffen är redan genomförd och signerad. Den ligger kvar som den är.',
  undocumented: () =>
    'Träffen hade en tid som har varit, och det står inte vad som kom av den. Anteckna det först, så går det att boka en ny tid.',
  'day-in-future': () => 'Dagen har inte varit än. Ange den dag det hände.',
  'days-reversed': () => 'Den senare dagen ligger före den tidigare. Rätta dagarna och försök igen.',
  'cannot-take-back': () =>
    'Det här kan inte ångras nu: det är inte ditt, inte från i dag eller skrevs hos en annan enhet. Inget har ändrats.',
  'mistake-not-ours': () =>
    'Uppgiften skrevs när en annan enhet hade klienten och stryks inte här. Skriv ett tillägg till den om något är fel.',
  'mistake-words-missing': () => 'Skriv vad som blev fel. Uppgiften står kvar som den är tills dess.',
  'mistake-place-taken': () =>
    'Träffen har fått ett nytt utfall sedan den ströks, så det gamla kan inte gälla igen. Inget har ändrats.',

  // consents and handovers
  'consent-not-in-force': () => 'Samtycket gäller inte i dag. Förnya det innan du skickar. Inget har lämnats ut.',
  'consent-not-a-waiver': () =>
    'Samtycket gäller en SIP och häver inte sekretessen. Be klienten om ett samtycke till att lämna ut uppgifter. Inget har lämnats ut.',
  'package-not-a-package': () =>
    'Filen är inte en överlämning från Arton. Välj en fil som slutar på .arton. Inget har ändrats.',
  'package-damaged': () =>
    'Filen är skadad eller ändrad på vägen. Inget har lästs in. Be avsändaren skicka den på nytt.',
  'package-wrong-words': () =>
    'Orden öppnar inte filen. Läs dem högt för avsändaren, ett i taget, och försök igen. Inget har lästs in.',
  'package-newer': () =>
    'Filen är gjord i en nyare version av Arton. Uppdatera programmet och försök igen. Inget har lästs in.',
  'package-too-large': () => 'Filen är större än en överlämning kan vara. Inget har lästs in.',
  'written-ahead': () =>
    'Något i uppgifterna är skrivet senare än datorns klocka säger att det är nu, så ingen fil gjordes. Kontrollera datorns datum. Inget har lämnats ut.',
  'record-not-sound': () =>
    'Något i uppgifterna kan inte tas emot hos mottagaren, så ingen fil gjordes. Kontrollera klientens nummer och dagar. Inget har lämnats ut.',
  'package-ahead': () =>
    'Filen är förseglad senare än i morgon enligt den här datorn. Kontrollera datorns datum. Inget har lästs in.',
  'package-other-receiver': ({ receiver }) =>
    `Överlämningen är ställd till ${receiver}. Ring avsändaren, eller skriv varför ni tar emot den ändå. Inget har lästs in.`,
  'package-consent-expired': ({ validUntil }) =>
    `Samtycket gällde till och med ${validUntil}. Ring avsändaren, eller skriv varför ni tar emot ändå. Inget har lästs in.`,
  'package-own': () => 'Överlämningen kommer från den här pärmen. Den ska öppnas hos mottagaren.',
  'client-already-here': () =>
    'Klienten finns redan i pärmen. Inget har lästs in. Öppna klienten här och ring avsändaren.',
  'handover-under-way': () =>
    'Det finns redan en skickad överlämning som väntar på kvittens. Skriv in kvittensen först.',
  'receipt-wrong': () =>
    'Kvittensen stämmer inte. Be mottagaren läsa den en gång till, fyra tecken i taget. Inget har ändrats.',
  'handover-not-sent': () => 'Överlämningen är inte skickad härifrån. Öppna den igen från Överlämning.',

  // the lists that are data
  'list-words-taken': () =>
    'En rad i listan heter redan så, och två lika går inte att skilja åt. Välj andra ord. Inget har ändrats.',
  'list-day-too-early': () =>
    'Dagen ligger före raden började gälla eller före en senare ändring av den. Välj en senare dag. Inget har ändrats.',
  'list-word-used': () =>
    'Raden är redan antecknad den dagen eller senare, och det som är antecknat behåller sitt ord. Välj en senare dag. Inget har ändrats.',
  'list-would-be-empty': () =>
    'Raden är den sista som går att välja. Lägg till en ny först, så att det som händer går att anteckna. Inget har ändrats.',
  'list-entry-needed': () =>
    'Arton skriver själv in den här raden när inget skäl är känt, så den kan inte avslutas. Orden kan ändras. Inget har ändrats.',

  'phone-numbers-full': () =>
    'Enheten har redan fyrtio nummer. Ändra ett som inte längre gäller i stället. Inget har sparats.',
  'phone-number-invalid': () =>
    'Numret är inget svenskt telefonnummer. Skriv det med riktnummer, som 019-12 34 56, eller ett kort som 112. Inget har sparats.',

  // training
  'not-own-training': () =>
    'Din egen utbildning skriver du själv. Andras, och certifieringar, skriver handledaren. Inget har ändrats.',
  'not-self-certified': () =>
    'En procedur certifieras av någon annan än en själv. Be en annan handledare. Inget har ändrats.',
  'entry-not-standing': () =>
    'Uppgiften är redan ändrad eller tillbakatagen. Läs den som den står nu. Inget har ändrats.',

  // the log and its review
  'fault-answered': () => 'Någon har redan svarat för felet. Läs svaret under Logguppföljning. Inget har ändrats.',
  'review-open': () => 'En logguppföljning är redan påbörjad. Avsluta den innan du börjar en ny.',
  'review-ended': () => 'Logguppföljningen är avslutad och ändras inte mer. Skriv det nya som ett tillägg.',
  'items-undecided': ({ left }) =>
    `${left} ${left === 1 ? 'rad' : 'rader'} saknar beslut. Ta ställning till allt innan du skriver under.`,
  'own-item': () =>
    'Raden gäller det du själv har gjort. Låt någon annan med rätt till loggen bedöma den. Inget har sparats.',
  'words-missing': () => 'Skriv några ord om vad som ska frågas eller anmälas. Inget har sparats.',
}

/** *16 sekunder*, *4 minuter* */
export function waitText(seconds: number): string {
  if (seconds > 90) return `${Math.ceil(seconds / 60)} minuter`
  return seconds === 1 ? '1 sekund' : `${seconds} sekunder`
}

/** The sentence for whatever went wrong. */
export function sentenceFor(error: unknown): string {
  const { code, details = {} } = error instanceof CoreError ? error.refusal : { code: 'unexpected' as const }
  return refusals[code](details)
}

function nameOf({ label, field = '', method = '' }: Details): string {
  return label === undefined ? fieldName(String(field), String(method)) : String(label)
}
