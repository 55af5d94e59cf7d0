/**
 * Words of bylines and date lines, written for copydesk from the common wording of each country's news sites.
 * `data/languages` holds more; these are what the parsers were tuned on, in languages that it lacks too.
 */
const split = (text: string): readonly string[] => text.split('|').map((s) => s.trim());

/** What starts a byline. A colon after it is read as part of it. */
export const BYLINE_PREFIXES = split(
  `by|written by|words by|text by|story by|report by|reported by|posted by|published by|reporting by|author|authors|author(s)|article by|interview by|as told to|from our correspondent|submitted by|contributed by|reporter|photo and text by|commentary by|analysis by|opinion by|review by|edited by|compiled by|translated by|words|
  von|text|autor|autorin|autoren|ein beitrag von|ein kommentar von|ein gastbeitrag von|interview|das interview führte|das gespräch führte|aufgezeichnet von|kommentar von|eine analyse von|verfasst von|geschrieben von|bericht|artikel von|text von|veröffentlicht von|
  par|propos recueillis par|texte|texte de|texte par|auteur|auteure|auteurs|écrit par|publié par|rédigé par|entretien réalisé par|recueilli par|article de|un article de|
  por|texto|texto de|texto:|autora|escrito por|publicado por|redacción|entrevista de|informa|crónica de|por:|reportagem de|reportagem|entrevista por|
  di|a cura di|testo di|testo|autore|scritto da|articolo di|intervista di|servizio di|dal nostro inviato|dal nostro corrispondente|pubblicato da|
  door|tekst|auteur:|geschreven door|
  oprac|opracowanie|opracował|opracowała|autor tekstu|rozmawiał|rozmawiała|tekst:|autorka|autorzy|napisał|napisała|rozmowę przeprowadził|źródło i autor|
  napsal|napsala|autoři|připravil|připravila|text:|zdroj i autor|rozhovor vedl|rozhovor vedla|napísal|napísala|autor článku|
  текст|автор|авторы|автор текста|беседовал|беседовала|подготовил|подготовила|подготовили|корреспондент|материал подготовил|материал подготовила|интервью|записал|записала|опубликовал|опубликовала|автор статьи|
  автори|авторка|розмовляв|розмовляла|спілкувався|спілкувалася|підготував|підготувала|підготували|записав|журналіст|журналістка|авторка тексту|кореспондент|
  аўтар|тэкст|от|подготви|написа|пише|аутор|
  γράφει|γράφει η|γράφει ο|του|της|από τον|από την|συντάκτης|συντάκτρια|επιμέλεια|ρεπορτάζ|κείμενο|συνέντευξη στον|συνέντευξη στην|γράφουν|γράφουν οι|αρθρογράφος|
  haber|yazan|yazar|hazırlayan|muhabir|röportaj|derleyen|söyleşi|editör|yazı|
  بقلم|كتب|كتبت|كتب - |إعداد|تقرير|المصدر|تحرير|حوار|أجرى الحوار|أعدّه|حاوره|حاورته|
  نویسنده|گزارش|خبرنگار|گزارشگر|به قلم|مصاحبه|تهیه کننده|نوشته|تحریر|رپورٹ|
  מאת|כתב|כתבה|כתבת|
  रिपोर्ट|लेखक|द्वारा|लेखिका|संवाददाता|प्रस्तुति|written by:|लेखन|बाय|
  লেখক|প্রতিবেদক|
  文|文字|撰文|作者|记者|記者|本报记者|本報記者|特约记者|特約記者|采写|採訪撰文|採訪|撰稿|编译|編譯|编辑|來源|责任编辑|文/|文／|文丨|文｜|文|
  文・|文=|取材・文|取材|聞き手|聞き手・|執筆|執筆者|筆者|著者|ライター|記者:|構成|
  글|글쓴이|취재|글=|글·사진|글/|작성자|
  oleh|penulis|pewarta|reporter:|wartawan|laporan|teks|kontributor|disusun oleh|ditulis oleh|
  tác giả|bài|bài viết|thực hiện|phóng viên|theo|tổng hợp|bài và ảnh|
  โดย|เรื่อง|เรียบเรียง|ผู้เขียน|ผู้สื่อข่าว|เรื่องโดย|เขียนโดย|
  av|text|text:|skriven av|publicerad av|reporter|skribent|intervju|tekst av|skrevet av|af|skrevet af|journalist|teksti|kirjoittaja|kirjoittanut|toimittaja|haastattelu|höfundur|
  de|autor:|scris de|publicat de|text de|interviu realizat de|autori|
  írta|szerző|szerzők|szöveg|interjú|készítette|szerkesztette|
  piše|pišu|razgovarao|razgovarala|napisao|napisala|autorica|avtor|avtorica|besedilo|piše:|priredio|priredila|
  autors|teksts|autorius|tekstas|autorė|kalbino|autorid|
  per|redacció|escrit per|text de|egilea|testua|`,
).filter((p) => p !== '');

/** What stands after a name in a byline. */
export const BYLINE_SUFFIXES = split(
  '기자|특파원|인턴기자|선임기자|논설위원|칼럼니스트|記者|记者|特派員|編集委員|論説委員|報道|报道|報導|reports|writes|berichtet|informa|reporta|撮影',
);

/** What joins names. */
export const BYLINE_AND = split(
  'and|with|und|mit|et|avec|y|e|con|com|i|oraz|a|и|і|та|й|en|og|och|ja|és|ir|un|kaj|και|ve|ile|و|ו|और|এবং|dan|และ|và|și|şi|ter|&|és|i|in|met|med|és',
);

/** What stands for the newsroom itself, and words that make a name a desk. */
export const DESKS = split(
  `staff|staff writer|staff writers|staff reporter|staff reporters|staff report|staff correspondent|our correspondent|our correspondents|our staff|our editors|newsroom|news desk|newsdesk|web desk|webdesk|editorial|editorial board|the editorial board|editorial staff|editorial team|editors|the editors|editor|admin|administrator|news team|sports desk|digital desk|national desk|correspondent|special correspondent|guest author|guest writer|guest contributor|contributor|bureau|online desk|
  redaktion|die redaktion|online-redaktion|onlineredaktion|nachrichtenredaktion|sportredaktion|unsere redaktion|
  la rédaction|rédaction|la redaction|
  redacción|la redacción|redacção|redação|da redação|equipe|a redação|redacció|
  redazione|la redazione|redazione online|
  redactie|onze redactie|de redactie|redactie binnenland|
  redakcja|redakcia|redakce|redakcija|redaktionen|redaksjonen|redaksi|tim redaksi|redacția|redacţia|szerkesztőség|toimitus|uredništvo|toimetus|redakcija|
  редакция|редакція|от редакции|редакцыя|редакцията|
  συντακτική ομάδα|η συντακτική ομάδα|
  haber merkezi|editör|
  هيئة التحرير|التحرير|گروه خبر|سرویس خبر|تحریریه|ویب ڈیسک|
  מערכת|מערכת האתר|
  डेस्क|वेब डेस्क|न्यूज़ डेस्क|
  编辑部|編輯部|本报讯|編集部|편집부|온라인뉴스팀|디지털뉴스팀|กองบรรณาธิการ|ban biên tập`,
);

/** Last or first words that make any name a desk. */
export const DESK_WORDS = split(
  'desk|staff|redaktion|editors|newsroom|redaction|redazione|redacción|redactie|redakcja|डेस्क|डेस्‍क|编辑部|編集部|뉴스팀|webdesk|bureau|reporters|correspondents|correspondent|デスク',
);

/** Unnamed wire services. */
export const AGENCY_WORDS = split(
  'agencies|agency|news agencies|wire services|wire reports|wires|news services|wire service|agency reports|agenturen|mit agenturen|agentur|agences|agence|avec agences|agencias|agencia|agencias internacionales|agenzie|agências|agentschappen|agencje|agentury|агентства|агенции|агентств|агенції|agencije|ajanslar|ajans|وكالات|خبرگزاری‌ها|סוכנויות|סוכנויות הידיעות|एजेंसी|एजेंसियां|एजेन्सी|এজেন্সি|agensi|kantor berita|agențiile|πρακτορεία|agenturer|byråer|ajansları|एजेंसियाँ',
);

/** Words that mark a name as an organisation. */
export const ORGANIZATION_WORDS = split(
  `press|news|times|agency|institute|foundation|journal|post|herald|tribune|gazette|chronicle|media|network|magazine|daily|weekly|university|council|group|society|association|committee|center|centre|team|tv|radio|online|today|report|reports|digital|ltd|inc|gmbh|llc|company|international|ministry|department|project|initiative|studio|collective|service|services|broadcasting|bulletin|review|
  zeitung|verlag|nachrichten|rundfunk|stiftung|verband|redaktionsnetzwerk|institut|presse|fondation|agencia|diario|noticias|agência|notícias|jornal|agenzia|fundación|fundação|fondazione|giornale|stichting|fundacja|
  агентство|агенція|новости|издание|газета|телеканал|фонд|институт|служба|новини|интерфакс|
  ajansı|gazetesi|haber|وكالة|صحيفة|شبكة|خبرگزاری|روزنامه|שידור|חדשות|
  通讯社|通信社|新聞社|新闻社|日报|日報|新闻|新聞|网|網|통신|뉴스|신문|ニュース|編集部`,
);

/** Words that belong to a job. */
export const ROLE_WORDS = split(
  `reporter|correspondent|editor|writer|columnist|journalist|producer|staff|senior|chief|deputy|political|contributor|contributing|author|analyst|critic|bureau chief|managing editor|photographer|freelance|freelancer|editor-in-chief|researcher|professor|lecturer|fellow|associate|director|founder|ceo|president|head|
  redakteur|redakteurin|korrespondent|korrespondentin|reporterin|volontär|volontärin|autor|autorin|chefredakteur|chefredakteurin|ressortleiter|ressortleiterin|journalistin|leiter|leiterin|
  journaliste|correspondant|correspondante|envoyé spécial|envoyée spéciale|rédacteur|rédactrice|rédacteur en chef|rédactrice en chef|chef|
  periodista|corresponsal|redactor|redactora|enviado especial|enviada especial|colaborador|colaboradora|editora|repórter|jornalista|correspondente|colunista|
  giornalista|inviato|inviata|corrispondente|redattore|redattrice|caporedattore|
  redacteur|verslaggever|correspondente|journaliste|dziennikarz|dziennikarka|redaktor|redaktorka|korespondent|korespondentka|reportér|reportérka|redaktorka|novinář|novinářka|
  корреспондент|спецкор|обозреватель|журналист|журналистка|редактор|собкор|кореспондент|кореспондентка|оглядач|журналіст|журналістка|оглядачка|репортер|репортёр|
  δημοσιογράφος|ανταποκριτής|ανταποκρίτρια|συντάκτης|αρχισυντάκτης|
  muhabir|muhabiri|editörü|yazarı|temsilcisi|gazeteci|مراسل|مراسلة|صحفي|صحافي|محرر|خبرنگار|सम्वाददाता|संवाददाता|रिपोर्टर|वरिष्ठ|নিজস্ব|প্রতিবেদক|প্রতিনিধি|
  wartawan|jurnalis|editor|phóng viên|nhà báo|ผู้สื่อข่าว|toimittaja|reporter|korrespondent|journalist|újságíró|szerkesztő|novinar|novinarka|urednik`,
);

/** Labels before (or after) a date of publication. */
export const PUBLISHED_WORDS = split(
  `published|published on|published at|posted|posted on|posted at|first published|originally published|publication date|date published|publish date|date|issued|created|created on|release date|added|aired|pub|date of publication|pubdate|published time|
  veröffentlicht|veröffentlicht am|erstellt|erstellt am|erschienen|erschienen am|publiziert|publiziert am|datum|vom|erstveröffentlichung|online seit|eingestellt am|artikel vom|
  publié|publié le|publié à|publiée|publiée le|mis en ligne|mis en ligne le|paru le|date de publication|créé le|écrit le|
  publicado|publicado el|publicado em|publicada|publicada em|publicação|data de publicação|fecha de publicación|fecha|data|actualidad|criado em|creado|creado el|publicado en|publicado a las|postado em|
  pubblicato|pubblicato il|pubblicato alle|data di pubblicazione|creato il|articolo pubblicato il|
  gepubliceerd|gepubliceerd op|geplaatst op|geplaatst|publicatiedatum|
  opublikowano|opublikowany|data publikacji|dodano|data dodania|publikacja|utworzono|data utworzenia|dodane|data|opublikowane|
  publikováno|vydáno|zveřejněno|datum vydání|publikované|zverejnené|publikovať|vložené|vydané|
  опубликовано|опубликована|дата публикации|размещено|дата|создано|добавлено|публикация|
  опубліковано|дата публікації|додано|опублікована|апублікавана|публікация|публикувана|публикувано|публикувана на|објављено|објавено|
  δημοσίευση|δημοσιεύτηκε|δημοσιεύθηκε|δημοσιευμένο|ημερομηνία|ημερομηνία δημοσίευσης|αναρτήθηκε|καταχώρηση|
  yayınlanma|yayınlanma tarihi|yayın tarihi|giriş|giriş tarihi|oluşturulma|oluşturulma tarihi|eklenme tarihi|eklenme|yayımlanma|haber giriş|haberin giriş tarihi|tarih|
  نشر|نُشر|نشر في|تاريخ النشر|تم النشر|نشرت|نُشر في|نشر بتاريخ|تاريخ|الأحد|آخر|
  تاریخ انتشار|انتشار|منتشر شده|تاریخ|زمان انتشار|منتشر|تاریخ اشاعت|شائع|
  פורסם|פורסם בתאריך|פורסם ב|תאריך|תאריך פרסום|פורסם:|
  प्रकाशित|प्रकाशित तिथि|पब्लिश|प्रकाशन तिथि|प्रकाशित:|पब्लिश्ड|published|
  প্রকাশ|প্রকাশিত|প্রকাশের সময়|প্রকাশকাল|
  发布时间|发布于|发布|发表于|发表时间|发表|發布時間|發布|發佈|發佈於|發表|發表於|发稿时间|时间|日期|刊登|上版時間|出版|发布日期|發布日期|
  公開|公開日|掲載|配信|投稿日|公開日時|掲載日|発行|初出|投稿|作成日|
  입력|등록|기사입력|기사등록|작성|승인|게재|송고|최초입력|입력시간|입력일|등록일|발행|
  diterbitkan|dipublikasikan|terbit|tayang|dimuat|tanggal|diposting|dipublish|diterbitkan pada|dipaparkan|
  đăng|ngày đăng|xuất bản|đăng lúc|đăng ngày|cập nhật lúc|
  เผยแพร่|เผยแพร่เมื่อ|วันที่เผยแพร่|โพสต์เมื่อ|วันที่|ลงวันที่|
  publicerad|publicerat|publicerades|publisert|publisert den|offentliggjort|udgivet|oprettet|publiceret|julkaistu|julkaistu:|birt|skapad|
  publicat|publicat la|publicat pe|data publicării|data publicarii|postat|adăugat|creat|
  közzétéve|megjelent|megjelenés|létrehozva|publikálva|feltöltve|
  objavljeno|objavljen|datum objave|objavljena|objavljeno:|objavljen:|postavljeno|
  publicēts|publicēta|paskelbta|avaldatud|postitatud|publikuota|publikēts|pievienots|sukurta|
  publicat el|argitaratua|publicado o|opublikované`,
);

/** Labels before (or after) a date of modification. */
export const MODIFIED_WORDS = split(
  `updated|updated on|updated at|last updated|last updated on|last update|last modified|modified|modified on|revised|edited|amended|last edited|corrected|update|last revised|reviewed|last reviewed|last modified on|
  aktualisiert|aktualisiert am|zuletzt aktualisiert|zuletzt aktualisiert am|stand|letzte aktualisierung|letzte änderung|geändert|geändert am|bearbeitet|update vom|aktualisierung|letztes update|zuletzt bearbeitet|zuletzt geändert|
  mis à jour|mis à jour le|mise à jour|modifié|modifié le|actualisé|dernière mise à jour|mise à jour le|actualisé le|dernière modification|
  actualizado|actualizado el|actualizada|última actualización|modificado|atualizado|atualizado em|atualizada em|última atualização|modificado em|atualização|actualizado em|actualización|última modificación|atualizada|alterado em|
  aggiornato|aggiornato il|ultimo aggiornamento|modificato il|aggiornamento|ultima modifica|aggiornato alle|
  bijgewerkt|bijgewerkt op|laatst bijgewerkt|laatste update|gewijzigd|laatst gewijzigd|laatst gewijzigd op|aangepast|aangepast op|
  aktualizacja|zaktualizowano|ostatnia aktualizacja|data aktualizacji|zmodyfikowano|aktualizováno|poslední aktualizace|upraveno|aktualizované|upravené|aktualizace|
  обновлено|обновлен|последнее обновление|изменено|дата обновления|обновлена|оновлено|останнє оновлення|абноўлена|обновена|ажурирано|последна актуализация|актуализирана|актуализирано|
  ενημέρωση|ενημερώθηκε|τελευταία ενημέρωση|ανανεώθηκε|τελευταία τροποποίηση|
  güncellenme|güncelleme|son güncelleme|güncellenme tarihi|güncelleme tarihi|son güncellenme|son güncelleme tarihi|güncellendi|
  آخر تحديث|تحديث|تم التحديث|عُدل|تم التعديل|محدث|به‌روزرسانی|بروزرسانی|آخرین به‌روزرسانی|تاریخ به‌روزرسانی|اپ ڈیٹ|
  עודכן|עודכן בתאריך|עודכן ב|עדכון אחרון|עודכן לאחרונה|
  अपडेट|अपडेटेड|अद्यतन|अंतिम अपडेट|संशोधित|updated|আপডেট|সর্বশেষ আপডেট|হালনাগাদ|
  更新时间|更新|更新于|最后更新|更新時間|修改时间|最後更新|更新日|更新日時|最終更新|最終更新日|更新日期|最終更新日時|更新於|
  수정|최종수정|업데이트|최종 수정|수정시간|수정일|기사수정|
  diperbarui|pembaruan|update terakhir|terakhir diperbarui|dikemas kini|diubah|
  cập nhật|cập nhật lần cuối|cập nhật:|
  อัปเดต|อัพเดท|ปรับปรุง|ปรับปรุงล่าสุด|แก้ไขล่าสุด|อัปเดตล่าสุด|อัปเดตเมื่อ|แก้ไข|
  uppdaterad|uppdaterat|senast uppdaterad|senast ändrad|oppdatert|sist oppdatert|opdateret|sidst opdateret|päivitetty|muokattu|uppfært|
  actualizat|actualizat la|ultima actualizare|modificat|actualizat pe|
  frissítve|frissítés|utolsó frissítés|módosítva|módosult|
  ažurirano|zadnja izmjena|izmijenjeno|posodobljeno|posodobitev|ažurirano:|osvježeno|
  atjaunināts|atjaunota|uuendatud|atnaujinta|papildināts|papildyta|muudetud|actualitzat|eguneratua|përditësuar`,
);

/** Words of a reading time. */
export const READ_TIME_WORDS = split(
  'min read|mins read|minute read|minutes read|min. read|minutes|minute|min|mins|read|reading time|read time|lesezeit|min. lesezeit|minuten|minuten lesezeit|minuten lesedauer|lesedauer|temps de lecture|lecture|min de lecture|minutes de lecture|tiempo de lectura|min de lectura|lectura|minutos|minutos de leitura|min de leitura|tempo de leitura|tempo di lettura|minuti di lettura|minuti|min di lettura|leestijd|minuten leestijd|czas czytania|min czytania|время чтения|мин|минут|минуты|чтения|хв читання|час читання|okuma süresi|dakika|dk|dakikalık okuma|دقائق|قراءة|دقيقة|دقیقه|زمان مطالعه|χρόνος ανάγνωσης|λεπτά|menit baca|menit|lästid|lesetid|læsetid|lukuaika|olvasási idő|perc|minut|minuta|阅读|分钟阅读|分钟|読了時間|読む時間|분 읽기',
);

/** Prefixes that are nouns: they begin a byline only with a colon or a like mark after them. */
export const NEEDS_COLON: ReadonlySet<string> = new Set(
  `author authors author(s) redaccio redacao redazione redaktion reporter words text autor autorin autoren bericht interview texte auteur auteure auteurs texto autora redaccion reportagem testo autore tekst autorka autorzy text autori opracowanie
  текст автор авторы корреспондент интервью автори авторка журналист журналистка кореспондент журналіст журналістка аўтар тэкст аутор συντακτησ συντακτρια επιμελεια ρεπορταζ κειμενο αρθρογραφοσ
  haber yazan yazar hazirlayan muhabir roportaj derleyen soylesi editor yazi تقریر المصدر تحریر حوار گزارش خبرنگار گزارشگر مصاحبه نوشته रिपोर्ट लेखक लेखिका संवाददाता लेखन প্রতিবেদক লেখক penulis pewarta wartawan laporan teks kontributor bai theo เรื่อง
  skribent intervju journalist teksti toimittaja haastattelu informa szerzo szerzok szoveg interju szerkesztette avtor avtorica besedilo autorica teksts autors autorius tekstas autore autorid testua egilea from report story published posted كتب إعداد per de a i`
    .split(/\s+/u)
    .filter((w) => w !== ''),
);
