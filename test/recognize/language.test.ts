import { describe, expect, it } from 'vitest';
import { detectLanguage } from '../../src/recognize/language.ts';

const SENTENCES: readonly (readonly [string, string])[] = [
  [
    'en',
    'The council met on Monday and said that it will not close the bridge, which has been open for more than a year.',
  ],
  [
    'de',
    'Der Stadtrat hat am Montag beschlossen, dass die Brücke nicht geschlossen wird, und sie bleibt auch für Busse offen.',
  ],
  [
    'fr',
    'Le conseil a décidé lundi que le pont ne sera pas fermé, et il restera ouvert aux bus dans les deux sens.',
  ],
  [
    'es',
    'El consejo decidió el lunes que el puente no se cerrará y que seguirá abierto también para los autobuses de la ciudad.',
  ],
  [
    'pt',
    'O conselho decidiu na segunda-feira que a ponte não será fechada e que continuará aberta também para os autocarros da cidade.',
  ],
  [
    'gl',
    'O consello decidiu o luns que a ponte non se pechará e que seguirá aberta tamén para os autobuses da cidade, xa que non hai máis.',
  ],
  [
    'ca',
    'El consell va decidir dilluns que el pont no es tancarà i que també seguirà obert per als autobusos de la ciutat amb els veïns.',
  ],
  [
    'it',
    'Il consiglio ha deciso lunedì che il ponte non sarà chiuso e che resterà aperto anche per gli autobus della città.',
  ],
  [
    'nl',
    'De raad heeft maandag besloten dat de brug niet wordt gesloten en dat hij ook voor bussen open blijft, zegt de stad.',
  ],
  [
    'af',
    'Die raad het Maandag besluit dat die brug nie gesluit sal word nie en dat dit ook vir busse oop bly, het hulle gesê.',
  ],
  [
    'pl',
    'Rada zdecydowała w poniedziałek, że most nie zostanie zamknięty i że będzie otwarty także dla autobusów, które jadą do miasta.',
  ],
  [
    'cs',
    'Rada v pondělí rozhodla, že most nebude uzavřen a že bude otevřen také pro autobusy, které jezdí do města, ale jen ve dne.',
  ],
  [
    'sk',
    'Rada v pondelok rozhodla, že most nebude uzavretý a že bude otvorený aj pre autobusy, ktoré jazdia do mesta, ale len cez deň.',
  ],
  [
    'hu',
    'A tanács hétfőn úgy döntött, hogy a hidat nem zárják le, és az a buszok számára is nyitva marad, de csak nappal.',
  ],
  [
    'ro',
    'Consiliul a decis luni că podul nu va fi închis și că va rămâne deschis și pentru autobuzele care merg în oraș.',
  ],
  [
    'tr',
    'Meclis pazartesi günü köprünün kapatılmayacağına ve otobüsler için de açık kalacağına karar verdi, bu çok önemli bir adım.',
  ],
  [
    'az',
    'Şura bazar ertəsi körpünün bağlanmayacağına qərar verib və bu, avtobuslar üçün də açıq olacaq, çünki daha çox yol var.',
  ],
  [
    'sv',
    'Rådet beslutade på måndagen att bron inte ska stängas och att den också är öppen för bussar som kör in i staden.',
  ],
  [
    'da',
    'Rådet besluttede mandag, at broen ikke bliver lukket, og at den også er åben for busser, som kører ind i byen efter klokken to.',
  ],
  [
    'nb',
    'Rådet bestemte mandag at broen ikke blir stengt, og at den også er åpen for busser som kjører inn i byen etter klokken to, fikk de vite.',
  ],
  [
    'fi',
    'Neuvosto päätti maanantaina, että siltaa ei suljeta ja että se on auki myös busseille, jotka ajavat kaupunkiin.',
  ],
  [
    'et',
    'Volikogu otsustas esmaspäeval, et silda ei suleta ja et see on avatud ka bussidele, mis sõidavad linna, aga ainult päeval.',
  ],
  [
    'lv',
    'Dome pirmdien nolēma, ka tilts netiks slēgts un ka tas būs atvērts arī autobusiem, kas brauc uz pilsētu.',
  ],
  [
    'lt',
    'Taryba pirmadienį nusprendė, kad tiltas nebus uždarytas ir kad jis bus atviras taip pat autobusams, kurie važiuoja į miestą.',
  ],
  [
    'hr',
    'Vijeće je u ponedjeljak odlučilo da most neće biti zatvoren i da će ostati otvoren također za autobuse, rekao je gdje tko vozi tijekom tjedna.',
  ],
  [
    'sl',
    'Svet je v ponedeljek odločil, da most ne bo zaprt in da bo odprt tudi za avtobuse, ki vozijo v mesto, ker jih je več.',
  ],
  [
    'id',
    'Dewan memutuskan pada hari Senin bahwa jembatan itu tidak akan ditutup dan juga tetap dibuka untuk bus karena banyak warga.',
  ],
  [
    'vi',
    'Hội đồng đã quyết định hôm thứ Hai rằng cây cầu sẽ không bị đóng và vẫn mở cho xe buýt của thành phố.',
  ],
  [
    'sq',
    'Këshilli vendosi të hënën që ura nuk do të mbyllet dhe se ajo do të jetë e hapur edhe për autobusët që shkojnë në qytet.',
  ],
  [
    'eu',
    'Kontseiluak astelehenean erabaki zuen zubia ez dela itxiko eta autobusentzat ere zabalik egongo dela, baina egunez bakarrik izango da.',
  ],
  [
    'is',
    'Ráðið ákvað á mánudag að brúin verði ekki lokuð og að hún sé einnig opin fyrir strætó sem fer í bæinn.',
  ],
  [
    'sw',
    'Baraza liliamua siku ya Jumatatu kwamba daraja hilo halitafungwa na kwamba litakuwa wazi pia kwa ajili ya mabasi ya mji.',
  ],
  [
    'ru',
    'Совет решил в понедельник, что мост не будет закрыт и что он останется открытым также для автобусов, которые едут в город.',
  ],
  [
    'uk',
    'Рада вирішила в понеділок, що міст не буде закрито і що він залишиться відкритим також для автобусів, які їдуть до міста.',
  ],
  [
    'be',
    'Рада вырашыла ў панядзелак, што мост не будзе закрыты і што ён застанецца адкрыты таксама для аўтобусаў, якія едуць у горад.',
  ],
  [
    'bg',
    'Съветът реши в понеделник, че мостът няма да бъде затворен и че той ще остане отворен също и за автобусите, които пътуват към града.',
  ],
  [
    'mk',
    'Советот одлучи во понеделникот дека мостот нема да биде затворен и дека тој ќе остане отворен исто така за автобусите кои патуваат кон градот.',
  ],
  [
    'sr',
    'Веће је у понедељак одлучило да мост неће бити затворен и да ће остати отворен такође за аутобусе који иду у град.',
  ],
  [
    'sr',
    'Veće je u ponedeljak odlučilo da most neće biti zatvoren i da će posle toga ostati otvoren za autobuse, rekao je neko gde vreme ovde nije bitno.',
  ],
  ['hy', 'Խորհուրդը երկուշաբթի որոշեց, որ կամուրջը չի փակվի և բաց կմնա նաև ավտոբուսների համար։'],
  ['ka', 'საბჭომ ორშაბათს გადაწყვიტა, რომ ხიდი არ დაიკეტება და ავტობუსებისთვისაც ღია იქნება.'],
  ['el', 'Το συμβούλιο αποφάσισε τη Δευτέρα ότι η γέφυρα δεν θα κλείσει.'],
  ['he', 'המועצה החליטה ביום שני שהגשר לא ייסגר והוא יישאר פתוח גם לאוטובוסים.'],
  [
    'ar',
    'قرر المجلس يوم الاثنين أن الجسر لن يغلق وأنه سيبقى مفتوحا أيضا للحافلات التي تسير إلى المدينة.',
  ],
  ['fa', 'شورا روز دوشنبه تصمیم گرفت که پل بسته نشود و برای اتوبوس‌ها هم باز است.'],
  ['ur', 'کونسل نے پیر کو فیصلہ کیا کہ پل بند نہیں ہوگا اور یہ بسوں کے لیے بھی کھلا ہے۔'],
  ['hi', 'परिषद ने सोमवार को फैसला किया कि पुल बंद नहीं होगा और यह बसों के लिए भी खुला रहेगा।'],
  ['mr', 'परिषदेने सोमवारी निर्णय घेतला की पूल बंद होणार नाही आणि तो बससाठी पण खुला आहे, असे त्यांनी सांगितले.'],
  ['bn', 'পরিষদ সোমবার সিদ্ধান্ত নিয়েছে যে সেতুটি বন্ধ হবে না।'],
  ['th', 'สภาตัดสินใจเมื่อวันจันทร์ว่าสะพานจะไม่ปิด'],
  ['ja', '市議会は月曜日、橋を閉鎖しないことを決めた。バスも通ることができる。'],
  ['zh', '市议会星期一决定不关闭这座桥，公共汽车也可以通行。'],
  ['ko', '시의회는 월요일 다리를 폐쇄하지 않기로 결정했다.'],
  ['ta', 'பாலம் மூடப்படாது என்று சபை திங்கட்கிழமை முடிவு செய்தது.'],
  ['te', 'వంతెనను మూసివేయబోమని మండలి సోమవారం నిర్ణయించింది.'],
  ['as', 'পৰিষদে সোমবাৰে সিদ্ধান্ত লৈছে যে দলংখন বন্ধ কৰা নহ’ব আৰু বাছৰ বাবেও খোলা থাকিব।'],
  ['ckb', 'ئەنجوومەن ڕۆژی دووشەممە بڕیاری دا کە پردەکە داناخرێت و بۆ پاسەکانیش دەکراوە دەبێت.'],
  ['kk', 'Кеңес дүйсенбі күні көпір жабылмайды және ол автобустар үшін де ашық болады деп шешті.'],
  [
    'ms',
    'Majlis memutuskan pada hari Isnin bahawa jambatan itu tidak akan ditutup dan turut dibuka kepada bas kerana ramai penduduk.',
  ],
  [
    'fil',
    'Nagpasya ang konseho noong Lunes na hindi isasara ang tulay at mananatili itong bukas para sa mga bus ng lungsod.',
  ],
];

describe('detectLanguage', () => {
  it.each(SENTENCES)('%s', (language, text) => {
    expect(detectLanguage(text)?.language).toBe(language);
  });

  it('gives null where nothing tells', () => {
    for (const text of ['', '12345 67890', 'OK', '—', '🙂🙂🙂🙂🙂🙂🙂🙂'])
      expect(detectLanguage(text)).toBeNull();
  });

  it('looks at the start of a text only', () => {
    const text = 'the bridge and the river '.repeat(400);
    expect(detectLanguage(`${text}${'der Fluss und die Brücke '.repeat(4000)}`)).toEqual(
      detectLanguage(text),
    );
  });
});
