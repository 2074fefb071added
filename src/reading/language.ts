/** Which language a North Star is written in, by what it says or by its own words. */
import { isAscii } from "../file/text.js";

/** A language that is recognized: its name in English, and common words of it that are no English words. */
interface Language {
  name: string;
  /** With spaces between them: most texts are English, and need no set of these. */
  words: string;
}

const language = (name: string, words: string): Language => ({ name, words });

/** Words that hold sentences together, and those by which numbers are defined ("number of", "week", "share"). */
const languages: Readonly<Record<string, Language>> = {
  de: language(
    "German",
    "der das dem des und oder nicht ein eine einer einem einen eines für von mit auf bei nach zum zur wird werden sind ist haben wir unser unsere unserer ihre ihrer ihren kunden kundinnen nutzer nutzerinnen anzahl zahl woche monat tag anteil durchschnittliche mindestens innerhalb wie viele aus als sich durch über jede jeder jeden wöchentlich wöchentliche monatlich nutzen",
  ),
  nl: language(
    "Dutch",
    "het een voor op bij naar zijn wordt worden heeft hebben niet onze ons hun klanten gebruikers aantal dat deze binnen minstens aandeel gemiddelde gemiddeld elke iedere maand wekelijks dagen uit en te wij",
  ),
  sv: language(
    "Swedish",
    "och att det som en ett av för med på är har inte vår våra deras kunder användare antal antalet vecka månad andel andelen minst inom varje genomsnittlig eller från dagar de",
  ),
  da: language(
    "Danish",
    "og det som en et af med på til er har ikke vores deres kunder brugere antal antallet uge måned andel andelen mindst inden hver gennemsnitlig eller fra dage der pr om ugen",
  ),
  nb: language(
    "Norwegian",
    "og det som en et av med på til er har ikke vår våre deres kunder brukere antall antallet uke måned andel andelen minst innen hver gjennomsnittlig eller fra dager om uken uka",
  ),
  fi: language(
    "Finnish",
    "ja ei että joka jotka ovat asiakkaat asiakkaiden käyttäjät käyttäjien määrä lukumäärä viikossa kuukaudessa osuus vähintään keskimäärin tai kanssa viikon kuukauden niiden niistä",
  ),
  fr: language(
    "French",
    "le la les des du de et une un est sont dans par sur avec qui que pour au aux ne pas nos notre leurs leur clients utilisateurs nombre semaine mois jour moins chaque ou ont ces cette moyenne",
  ),
  es: language(
    "Spanish",
    "el la los las de del y una un es en por con que para al nuestros nuestro sus su clientes usuarios número semana mes día días porcentaje menos cada o han promedio semanal mensual como quienes",
  ),
  pt: language(
    "Portuguese",
    "o os de da dos das e uma um é são em por com que para ao não nossos nosso seus clientes usuários utilizadores número semana mês dia dias percentagem porcentagem menos cada ou média semanal mensal na nas nos pelo pela",
  ),
  it: language(
    "Italian",
    "il lo gli le di del della dei delle degli e una un è sono con che al alla non nostri nostro loro clienti utenti numero settimana mese giorno giorni percentuale meno ogni o hanno settimanale mensile nel nella dai",
  ),
  ca: language(
    "Catalan",
    "els les de del una un és són en amb que al nostres seus clients usuaris nombre setmana mes dia dies percentatge menys cada o han mitjana setmanal mensual dels pels",
  ),
  pl: language(
    "Polish",
    "w z na że jest są nie który która które którzy klientów klienci użytkowników użytkownicy liczba tydzień tygodniu miesiąc miesiącu udział co najmniej każdy lub oraz przez dla się od średnia dni",
  ),
  cs: language(
    "Czech",
    "v z na že je jsou který která které kteří zákazníků zákazníci uživatelů uživatelé počet týden týdně týdnu měsíc měsíčně podíl alespoň každý nebo se od průměr dnů během",
  ),
  ro: language(
    "Romanian",
    "și de la în pe cu care este sunt nu clienți clienților utilizatori utilizatorilor numărul număr săptămână săptămânal lună lunar procentul cel puțin fiecare sau pentru din într-o medie zile",
  ),
  hu: language(
    "Hungarian",
    "az és egy hogy nem akik amely ügyfelek felhasználók száma hét héten hetente hónap havonta aránya legalább minden vagy átlagos napon heti havi",
  ),
  tr: language(
    "Turkish",
    "ve bir bu için ile olan müşteri müşteriler müşterilerin kullanıcı kullanıcılar kullanıcıların sayısı hafta haftada haftalık ay ayda aylık oranı en az her veya ortalama gün içinde eden",
  ),
  id: language(
    "Indonesian",
    "yang di ke dari untuk dengan adalah tidak pelanggan pengguna jumlah minggu bulan setiap atau rata-rata hari dalam oleh mereka kami",
  ),
  vi: language(
    "Vietnamese",
    "và của là có không cho với khách hàng người dùng số lượng tuần tháng mỗi hoặc ít nhất trong ngày tỷ lệ được những các",
  ),
};

/** Languages by a script that only they use, the first that fits. */
const scripts: readonly (readonly [code: string, name: string, letters: () => RegExp])[] = [
  ["ja", "Japanese", () => /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ["ko", "Korean", () => /\p{Script=Hangul}/gu],
  ["zh", "Chinese", () => /\p{Script=Han}/gu],
  ["uk", "Ukrainian", () => /[іїєґ]/giu],
  ["ru", "Russian", () => /\p{Script=Cyrillic}/gu],
  ["fa", "Persian", () => /[پچژگ]/gu],
  ["ar", "Arabic", () => /\p{Script=Arabic}/gu],
  ["he", "Hebrew", () => /\p{Script=Hebrew}/gu],
  ["el", "Greek", () => /\p{Script=Greek}/gu],
  ["hi", "Hindi", () => /\p{Script=Devanagari}/gu],
  ["th", "Thai", () => /\p{Script=Thai}/gu],
];

/** English words that no language above has in common use. */
const english = new Set(
  "the of and who that which with are were have has had this these those their they from by each every our where when what how many much number count share percentage average within least more than week month day customers users people".split(
    " ",
  ),
);

/** How much of a text is looked at, in UTF-16 units. */
const enough = 4000;

/** What a language that {@link languageIn} finds is called in English. */
export function languageName(code: string): string {
  return languages[code]?.name ?? scripts.find(([each]) => each === code)?.[1] ?? code;
}

/** The language of a text by its code (ISO 639-1), or null where it is English, too short to tell or of no language that is known. */
export function languageIn(text: string): string | null {
  const sample = text.slice(0, enough);
  const pattern = isAscii(sample) ? /[a-z]+(?:-[a-z]+)*/g : /[\p{L}\p{M}]+(?:-\p{L}+)*/gu;
  const words = sample.toLowerCase().match(pattern) ?? [];
  const englishWords = words.filter((word) => english.has(word)).length;
  // Most texts are English, and are told at once.
  if (englishWords >= 2 && englishWords * 5 >= words.length) return null;
  return byScript(sample) ?? byWords(words, englishWords);
}

function byScript(text: string): string | null {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (letters < 4 || latin * 2 > letters) return null;
  // Japanese, Ukrainian and Persian are told by a few letters of their own.
  const [code] = scripts.find(([, , own]) => (text.match(own())?.length ?? 0) * 30 >= letters - latin) ?? [];
  return code ?? null;
}

function byWords(words: readonly string[], englishWords: number): string | null {
  const scored = Object.entries(languages)
    .map(([code, language]) => {
      const own = new Set(language.words.split(/\s+/));
      const found = words.filter((word) => own.has(word));
      return { code, count: found.length, kinds: new Set(found).size };
    })
    .sort((a, b) => b.count - a.count || b.kinds - a.kinds);
  const [best] = scored;
  const isSure = best && best.kinds >= 2 && best.count > englishWords * 2 && best.count * 6 >= words.length;
  return isSure ? best.code : null;
}

/** What a North Star says of its language, or what it is written in; English where neither can be told. */
export function languageOf(star: Written): string {
  const known = toldLanguages.get(star) ?? languageAnew(star);
  toldLanguages.set(star, known);
  return known;
}

/** Every rule that reads English asks for it. */
const toldLanguages = new WeakMap<Written, string>();

function languageAnew(star: Written): string {
  if (star.language !== undefined) return star.language.toLowerCase().split("-")[0] ?? "en";
  const { name, definition, inputs } = star;
  const metric = `${definition}\n${name}`;
  const all = [metric, ...inputs.map((input) => input.definition)].join("\n");
  if (latest.text !== all) latest = { text: all, code: languageIn(metric) ?? languageIn(all) ?? "en" };
  return latest.code;
}

/** Versions of one file are asked for one after another, and most of them say of these the same. */
let latest = { text: "", code: "en" };

interface Written {
  language?: string;
  name: string;
  definition: string;
  inputs: readonly { definition: string }[];
}
