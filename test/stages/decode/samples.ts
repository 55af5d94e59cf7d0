/** Invented news in charsets that are told from the bytes alone. */
export const DETECTED = {
  russian: {
    text: 'Городской совет сообщил в понедельник, что старый мост через реку откроют на следующей неделе после зимнего ремонта. Первыми по нему пойдут автобусы, сказала глава комитета по транспорту. Жители соседних улиц ждали этого решения почти полгода.',
    charsets: ['windows-1251', 'koi8-r', 'ibm866', 'iso-8859-5'],
  },
  greek: {
    text: 'Το δημοτικό συμβούλιο ανακοίνωσε τη Δευτέρα ότι η παλιά γέφυρα θα ανοίξει ξανά την επόμενη εβδομάδα μετά τις χειμερινές επισκευές. Πρώτα θα περάσουν τα λεωφορεία, είπε η πρόεδρος της επιτροπής μεταφορών.',
    charsets: ['windows-1253', 'iso-8859-7'],
  },
  hebrew: {
    text: 'מועצת העיר הודיעה ביום שני כי הגשר הישן ייפתח מחדש בשבוע הבא לאחר חורף של תיקונים. האוטובוסים יעברו בו ראשונים, אמרה יושבת ראש ועדת התחבורה. תושבי הרחובות הסמוכים חיכו להחלטה הזאת כמעט חצי שנה.',
    charsets: ['windows-1255'],
  },
  japanese: {
    text: '市議会は月曜日、冬の間に修理していた古い橋を来週から再び開通させると発表した。最初に通るのはバスで、一般の車は五月まで待つことになると交通委員会の委員長は述べた。近くの住民は半年近くこの決定を待っていた。',
    charsets: ['shift_jis', 'euc-jp'],
  },
  chinese: {
    text: '市议会周一表示，经过一个冬天的维修，老桥将于下周重新开放。交通委员会主席说，公交车将首先通过，私家车要等到五月。附近街道的居民等待这一决定已经将近半年。',
    charsets: ['gb18030'],
  },
  taiwanese: {
    text: '市議會週一表示，經過一個冬天的維修，老橋將於下週重新開放。交通委員會主席說，公車將首先通過，私家車要等到五月。附近街道的居民等待這項決定已經將近半年。',
    charsets: ['big5'],
  },
  korean: {
    text: '시의회는 월요일 겨우내 수리한 오래된 다리를 다음 주에 다시 연다고 밝혔다. 버스가 먼저 지나가고 승용차는 오월까지 기다려야 한다고 교통위원장은 말했다. 이웃 주민들은 반년 가까이 이 결정을 기다려 왔다.',
    charsets: ['euc-kr'],
  },
  thai: {
    text: 'สภาเมืองแถลงเมื่อวันจันทร์ว่าสะพานเก่าจะเปิดใช้อีกครั้งในสัปดาห์หน้าหลังซ่อมแซมตลอดฤดูหนาว ประธานคณะกรรมการขนส่งกล่าวว่ารถเมล์จะข้ามก่อน ส่วนรถยนต์ต้องรอถึงเดือนพฤษภาคม',
    charsets: ['tis-620'],
  },
  german: {
    text: 'Der Stadtrat teilte am Montag mit, die alte Brücke werde nächste Woche nach einem Winter voller Ausbesserungen wieder geöffnet. „Zuerst fahren die Busse“, sagte die Vorsitzende des Verkehrsausschusses, die Bürger müssten sich noch gedulden – bis Mai.',
    charsets: ['windows-1252'],
  },
  french: {
    text: 'Le conseil municipal a annoncé lundi que le vieux pont rouvrirait la semaine prochaine après un hiver de réparations. « Les bus passeront d’abord », a déclaré la présidente de la commission des transports, très émue à la fin de la séance.',
    charsets: ['windows-1252'],
  },
  polish: {
    text: 'Rada miasta ogłosiła w poniedziałek, że stary most zostanie ponownie otwarty w przyszłym tygodniu po zimowych naprawach. Najpierw pojadą autobusy, powiedziała przewodnicząca komisji transportu, a mieszkańcy muszą jeszcze poczekać. Życie w dzielnicy wróci do normy.',
    charsets: ['windows-1250', 'iso-8859-2'],
  },
  turkish: {
    text: 'Belediye meclisi pazartesi günü, eski köprünün kış onarımlarının ardından önümüzdeki hafta yeniden açılacağını duyurdu. Önce otobüsler geçecek, dedi ulaşım komisyonu başkanı; sürücülerin mayısa kadar beklemesi gerekiyor. Işıklar için şehir ayrıca para ayırdı.',
    charsets: ['windows-1254'],
  },
  arabic: {
    text: 'أعلن مجلس المدينة يوم الاثنين أن الجسر القديم سيفتح من جديد الأسبوع المقبل بعد شتاء من الإصلاحات. وقالت رئيسة لجنة النقل إن الحافلات ستعبر أولا، وعلى السيارات أن تنتظر حتى شهر مايو.',
    charsets: ['windows-1256'],
  },
  estonian: {
    text: 'Linnavolikogu teatas esmaspäeval, et vana sild avatakse järgmisel nädalal pärast talviseid parandustöid. Esimesena sõidavad üle bussid, ütles transpordikomisjoni juht Žanna Šeršnjova. Šokolaadivabriku ees mängib orkester.',
    charsets: ['windows-1252', 'iso-8859-15'],
  },
  finnish: {
    text: 'Kaupunginvaltuusto kertoi maanantaina, että vanha silta avataan ensi viikolla talven korjausten jälkeen. Ensin yli ajavat linja-autot, sanoi liikennelautakunnan puheenjohtaja Šeikki Käpylä. Lippu maksaa 3 €.',
    charsets: ['windows-1252', 'iso-8859-15'],
  },
  latvian: {
    text: 'Pilsētas dome pirmdien paziņoja, ka vecais tilts pēc ziemas remontdarbiem nākamnedēļ tiks atkal atvērts. Vispirms pāri brauks autobusi, sacīja satiksmes komisijas priekšsēdētāja, un iedzīvotājiem vēl jāgaida.',
    charsets: ['windows-1257'],
  },
  ukrainian: {
    text: 'Міська рада повідомила в понеділок, що старий міст знову відкриють наступного тижня після зимового ремонту. Першими поїдуть автобуси, сказала голова комісії з транспорту, а мешканцям під’їзд іще закритий.'.replace(
      '’',
      "'",
    ),
    charsets: ['windows-1251', 'koi8-u'],
  },
  swedish: {
    text: 'Kommunfullmäktige meddelade på måndagen att den gamla bron öppnas igen nästa vecka efter en vinter av reparationer. Först får bussarna köra över, sade ordföranden i trafiknämnden Åke Öberg, och bilisterna får vänta.',
    charsets: ['windows-1252', 'macintosh', 'cp850'],
  },
} as const;
