import type { Article } from '../article.ts';
import { agencyNamed, phraseKey, words } from './words.ts';

const ASCII = /^[\x20-\x7e]+$/;

/** Somebody who is credited. */
export type Author = Article['authors'][number];

const SPACE = /\s+/;
const CASELESS = /^(?:[\p{Lo}\p{M}·・．.'’-]|\u200c|\u200d)+$/u;
const HAN = /^[\u3400-\u9fff々〆ヶ\u3040-\u30ff·・]+$/;
const HANGUL = /^[\uac00-\ud7af]+$/;
const PLAIN_WORD =
  /^(?:\p{Lu}[\p{L}\p{M}'’ʼ.-]*|\p{Lu}\.|[dDlLO]['’]\p{Lu}[\p{L}'’-]*|al-\p{Lu}\p{L}+|ʻ\p{Lu}\p{L}+|\p{Ll}{1,3}-\p{Lu}\p{L}+)$/u;
const DIGIT = /\d/;
const HONORIFIC =
  /^(?:dr|prof|mr|mrs|ms|sir|dame|fr|rev|ph\.?d|md|msc|ba|ma|mag|dipl|ing|sr|jr|phd|m\.?d|dpt|esq|ii|iii)\.?$/iu;
const PARTICLES = new Set(
  'de del della dello di da das do dos du des der den dem van von vom zu zur zum la le las los el al bin ben ibn abu af av ter ten te y e i und and the of in für for d l st saint san as at am van’t ’t t "t'.split(
    ' ',
  ),
);
const FIRST_PARTICLES = new Set(
  'de del della di da do dos du des von van vom la le el al bin ibn abu af av ter ten zu ’t ‘t'.split(
    ' ',
  ),
);
const NAME_WORDS = 5;
const LONGEST_NAME = 60;
const desks = words('desk-word');
const AGENCY_WORD =
  /(?:^|\s)(?:agencia|agência|agence|agenzia|agentur|agency|newswire|агентство|агенція|агенция|ajansı|وكالة|خبرگزاری|एजेंसी|kantor berita|πρακτορείο)(?:\s|$)|通讯社|通訊社|通信社|통신사?$/iu;
/** Words of pages' furniture that are capitalised like names. */
const FURNITURE = new Set(
  `share read more facebook twitter whatsapp instagram linkedin youtube telegram pinterest reddit email print home contact about menu search subscribe sign log login comments comment privacy policy latest popular related trending photo photos image images video videos watch listen live updates update breaking follow us join newsletter advertisement sponsored copyright rights reserved terms conditions cookies next previous back top skip main content click here download app copy link save bookmark getty alamy shutterstock unsplash source credit gallery opinion analysis politics world sports sport business technology science health entertainment culture lifestyle travel weather local national international crime economy education environment editorial exclusive explainer interview podcast recipes reviews feature features archive archives categories tags topics sections most viewed recommended stories story articles article continue reading view all show hide close open loading please wait enable javascript no script register account my profile settings help support faq advertise careers jobs donate shop store cart buy now faqs
  фейсбук фейсбуке twitterda فيسبوك تويتر واتساب واتس شارك مشاركة شاركها اشترك تابعنا تليجرام إنستغرام اشتراک‌گذاری فیس‌بوک تلگرام فیسبوک ٹویٹر شیئر فेसबुक फेसबुक ट्विटर व्हाट्सएप शेयर करें ফেসবুক টুইটার শেয়ার แชร์ facebook’ta paylaş tweetle bagikan share: chia sẻ поділитися фейсбуці udostępnij sdílet zdieľať megosztás κοινοποίηση deel del dela jaa distribuie שתפו שיתוף פייסבוק בפייסבוק טוויטר וואטסאפ 분享 分享 转发 收藏 微信 微博 打印 シェア ツイート 공유 공유하기 페이스북 트위터 카카오톡
  teilen mehr lesen drucken kommentare startseite suche impressum datenschutz anmelden abo newsletter anzeige werbung bilder video meinung politik wirtschaft panorama kultur wissen
  partager imprimer commentaires accueil recherche publicité abonnez-vous lire aussi économie société
  compartir imprimir comentarios inicio buscar publicidad leer más economía deportes sociedad opinión
  condividi stampa commenti cerca pubblicità cronaca economia
  поделиться комментарии реклама главная новости политика экономика общество культура спорт происшествия фото видео подписаться`
    .split(SPACE)
    .map(phraseKey),
);
const NOT_NAMES = new Set(
  'monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december montag dienstag mittwoch donnerstag freitag samstag sonntag this that these those when what why how there here it they we you he she his her its our your not with without after before during while if but or as from into over under'.split(
    ' ',
  ),
);

/** Whether a word is a title such as "Dr.". */
export const isHonorific = (word: string): boolean => HONORIFIC.test(word);

const isPlain = (word: string): boolean => PLAIN_WORD.test(word) || HONORIFIC.test(word);

/** Whether a text has the shape of a name: capitalised words, or few words in a script without capitals. */
export function isNameShaped(text: string): boolean {
  const parts = text.split(SPACE);
  if (text.length > LONGEST_NAME || parts.length > NAME_WORDS + 1 || DIGIT.test(text)) return false;
  if (parts.every((p) => HAN.test(p)))
    return text.replace(SPACE, '').length <= 8 || text.includes('·') || text.includes('・');
  if (parts.every((p) => HANGUL.test(p))) return text.length <= 6;
  if (parts.every((p) => CASELESS.test(p))) return parts.length <= 5 && text.length <= 40;
  const [first] = parts as [string, ...string[]];
  if (!isPlain(first) && !FIRST_PARTICLES.has(first)) return false;
  const capitals = parts.filter(isPlain);
  const rest = parts.filter((p) => !isPlain(p));
  return (
    capitals.length > 0 &&
    isPlain(parts.at(-1) as string) &&
    rest.every((p) => PARTICLES.has(p.toLowerCase()))
  );
}

/** Whether a word is the furniture of pages ("Share", "Facebook"), not a name. */
export const isFurniture = (text: string): boolean =>
  text.split(SPACE).some((w) => FURNITURE.has(phraseKey(w)));

/** Whether a capitalised text cannot be a person: weekdays, months, pronouns. */
export const isNoPerson = (text: string): boolean =>
  text.split(SPACE).some((w) => NOT_NAMES.has(w.toLowerCase()));

/** Whether a text names a job. */
export function isRole(text: string): boolean {
  const key = phraseKey(text);
  if (words('role').has(key)) return true;
  const parts = key.split(SPACE);
  return parts.some((w) => words('role').has(w) && w !== 'staff') && parts.length <= 8;
}

/** Whether a text stands for the newsroom itself. */
export function isDesk(text: string): boolean {
  const key = phraseKey(text);
  if (words('desk').has(key)) return true;
  const parts = key.split(SPACE);
  return (
    desks.has(parts[0] as string) ||
    desks.has(parts.at(-1) as string) ||
    [...desks].some((d) => d.length > 1 && !ASCII.test(d) && key.endsWith(d))
  );
}

/** Whether a text means wire services without a name. */
export const isAgencies = (text: string): boolean => words('agencies').has(phraseKey(text));

/** What kind of author a name is. */
export function kindOf(name: string): Author['kind'] {
  if (isAgencies(name)) return 'agency';
  if (isDesk(name)) return 'desk';
  if (agencyNamed(name) !== null || AGENCY_WORD.test(name)) return 'agency';
  const key = phraseKey(name);
  const parts = key.split(SPACE);
  if (parts.some((w) => words('organization').has(w))) return 'organization';
  if (parts[0] === 'the' || HAN.test(key) || HANGUL.test(key)) {
    const long =
      key.length > 4 &&
      [...words('organization')].some((o) => o.length > 1 && HAN.test(o) && key.endsWith(o));
    return long || parts[0] === 'the' ? 'organization' : 'person';
  }
  return 'person';
}
