### ترجمة مجاملة، لم تُراجع بعد. النص الفرنسي هو المرجع.
### Traduction de courtoisie, à relire par des personnes qui parlent l'arabe. Le français est la référence.
### Une phrase qui manque ici est dite en français. Chaque commentaire « fr » porte la marque de la phrase française.

## Les mots qui marchent partout

# fr 4d9b1330
words-stop = قف | أوقفوا الرسائل | إيقاف الرسائل | إلغاء الاشتراك | لا أريد رسائل | لا ترسلوا لي رسائل | لا تكتبوا لي
# fr f073cc7d
words-arreter = توقف | استراحة | لاحقا | فيما بعد | كفى | إنهاء | إلى اللقاء
# fr d402d523
words-start = ابدأ | بداية | لنبدأ | مرحبا | أهلا | السلام عليكم | صباح الخير | مساء الخير
# fr eb87a7f3
words-aide = مساعدة | ساعدني | ساعدوني | كيف يعمل هذا
# fr 188eb8c2
words-menu = القائمة | قائمة
# fr 55ef6eb4
words-retour = رجوع | عودة | السؤال السابق
# fr d995202c
words-passer = تخطي | تخط | التالي | السؤال التالي
# fr ce6d4793
words-recommencer = من جديد | من البداية | إعادة | البدء من جديد
# fr c72f2c0f
words-reprendre = متابعة | أتابع | تابع | أكمل
# fr 91063698
words-pourquoi = لماذا | لماذا هذا السؤال | لماذا تسألون
# fr a66e7841
words-pourquoi_pas = لم لا | لماذا لا
# fr 53153072
words-mot = كلمة | معنى | ما معنى | ما هو | ما هي | القاموس
# fr dc735307
words-langue = اللغة | لغة | تغيير اللغة
# fr 0eb5c4b0
words-lieux = الأماكن | أماكن | عناوين
# fr 2bd7b1be
words-pages = صفحات | الصفحات
# fr 244a18c4
words-rencontres = اللقاءات | لقاءات
# fr 45d0ff8c
words-communaute = المجموعة | مجموعة
# fr c19a6942
words-humain = شخص | إنسان | التحدث إلى شخص | التكلم مع شخص | أريد التحدث إلى شخص | هاتف
# fr 6c64780f
words-mes_donnees = بياناتي | معلوماتي | رؤية بياناتي
# fr e1ecc55d
words-oublier = محو | امسح | انسني | امسح بياناتي | محو بياناتي | احذف بياناتي
# fr 9bba38e0
words-confidentialite = الخصوصية | خصوصية
# fr b0ff83cd
words-modifier = تغيير | تعديل | تغيير جواب | تصحيح
# fr 80153862
words-preparer = تحضير موعدي | تحضير | موعدي
# fr f890feca
words-garder = احتفاظ | احتفظوا بأجوبتي | الاحتفاظ بأجوبتي
# fr d9a1aa7d
words-autre_personne = لشخص آخر | من أجل شخص آخر | أساعد شخصا
# fr 777b0eb6
words-resultat = النتيجة | نتيجة | أبوابي
# fr c6816c1e
words-merci = شكرا | شكرا جزيلا | شكرا لكم | شكرا لك
# fr f389fba2
words-lier = ربط | تطبيق آخر
# fr fd064a65
words-delier = فصل

# fr 659979dd
words-distress = أريد أن أموت | اريد الموت | أريد الموت | أفكر في الانتحار | الانتحار | انتحار | سأقتل نفسي | أقتل نفسي | إنهاء حياتي | لا أريد أن أعيش | لم أعد أحتمل | لا أستطيع التحمل | تعبت من الحياة | بغيت نموت
# fr 83480e9e
words-about-distress = الوقاية من الانتحار | ضد الانتحار
# fr a7200d15
words-violence = يضربني | يضربونني | تضربني | زوجي يضربني | يهددني | يهددونني | يريد قتلي | سيقتلني | اغتصبني | تعرضت للاغتصاب | أخاف من زوجي
# fr ae036abb
words-insult = يا كلب | يا حمار | حمار | غبي | اخرس | تبا لك
# fr e0146a7b
words-health = أنا مريض | أنا مريضة | مرضي | إعاقتي | السرطان | اكتئاب | ديني | أنا مسلم | أنا مسلمة | أنا مسيحي | أنا مسيحية | أوراقي | بدون أوراق | بطاقة الإقامة | حسابي البنكي | ديوني | سجلي الجنائي | سجل جنائي | خرجت من السجن | أنا نقابي | أنا نقابية
# fr 2c9924d4
words-refused = رفضوا ملفي | رفضوا مشروعي | رفضوا طلبي | تم رفض ملفي | تم رفض طلبي | رفض ملفي | قالوا لا
# fr aff27bed
words-off-topic = كيف الطقس | حالة الطقس | الطقس | كم الساعة | اكتب لي قصيدة | قصيدة | نكتة | المباراة | من فاز | الانتخابات | لمن أصوت

# fr 34cfae95
lexicon-numbers = واحد | اثنان | ثلاثة | أربعة | خمسة | ستة | سبعة | ثمانية | تسعة | عشرة
# fr 69802d46
lexicon-negations = لا | ليس | ليست | لست | غير | بدون | دون
# fr fc67c27f
lexicon-joining = و | ثم | أو
# fr 174d9114
lexicon-polite = من فضلك | من فضلكم | لو سمحت | لو سمحتم | شكرا

# fr 3db5960d
says-oui = نعم | أجل | أيوا | ايه | طبعا | أكيد | موافق | موافقة | حسنا
# fr e4048dd0
says-non = لا | كلا | لا شكرا | غير موافق
# fr ec254f34
says-go = نعم | أجل | طبعا | هيا | أتابع
# fr e9892654
says-nsp = لا أعرف | لا أدري | ربما | لست متأكدا | لست متأكدة
# fr 70e835c8
says-skip = لا أعرف | لا أدري | لست متأكدا | لست متأكدة | تخطي
# fr fa52d454
says-done = هذا كل شيء | انتهيت | لا شيء آخر | كفى
# fr c6db6404
says-back = رجوع

# fr e495d53b
language-fr = Français
# fr ba118bf7
language-en = English
# fr d2741598
language-ar = العربية
# fr 1b551b09
language-choose = Quelle langue ? / Which language? / أي لغة؟
# fr bd968d8d
language-switched = حسنا، أتابع بالعربية. هذه ترجمة مجاملة، لم تُراجع بعد. ما لم يُترجم يبقى بالفرنسية.
# fr ae9876b2
language-kept = حسنا، لا أغير اللغة.
# fr f2fdbeee
language-offer = هل تريدون المتابعة بالعربية؟
# fr b3e578ef
language-offer-yes = نعم، بالعربية
# fr 6bef22b8
language-offer-no = لا، دون تغيير
# fr 4dd56156
other-language = لا أتكلم لغتكم بعد. أتكلم: { $languages }. للاختيار، اكتبوا «اللغة». للتحدث إلى شخص، اكتبوا «شخص».

# fr 1f52ca58
in-hours = { $hours ->
    [one] ساعة واحدة
    [two] ساعتين
    [few] { $hours } ساعات
   *[other] { $hours } ساعة
}
# fr 4105fe63
in-days = { $days ->
    [one] يوما واحدا
    [two] يومين
    [few] { $days } أيام
   *[other] { $days } يوما
}
# fr 79de1fb6
in-months = { $months ->
    [one] شهرا واحدا
    [two] شهرين
    [few] { $months } أشهر
   *[other] { $months } شهرا
}
# fr 5afeb8e1
in-minutes = { $minutes ->
    [one] دقيقة واحدة
    [two] دقيقتين
    [few] { $minutes } دقائق
   *[other] { $minutes } دقيقة
}

## الترحيب والقائمة والمساعدة

# fr f82b0fb4
welcome =
    مرحبا. أنا برنامج ولست شخصا. ترجمة مجاملة، لم تُراجع بعد.
    أساعدكم على إيجاد دعم لمشروع مفيد. أطرح 7 أسئلة على الأكثر.
    أحتفظ بأجوبتكم { in-hours } ثم أمحوها. لا تكتبوا شيئا عن صحتكم أو دينكم أو أوراقكم أو مالكم.
    يمكنكم تخطي سؤال، أو الرجوع، أو كتابة «توقف».
    للتحدث إلى شخص، اكتبوا «شخص».
# fr a1f39f21
menu = ماذا تريدون أن تفعلوا؟
# fr 4155d8e1
menu-start = بدء الأسئلة
# fr 4cc93ee1
menu-continue = متابعة الأسئلة
# fr 1a1aec6b
menu-other = مساعدة شخص آخر
# fr e7589699
menu-glossary = فهم كلمة
# fr f2723408
menu-places = رؤية الأماكن

# fr c7cdf8c0
menu-gatherings = اللقاءات القادمة
# fr 1e75060b
menu-pages = قراءة صفحة
# fr b23b3dda
menu-human = التحدث إلى شخص
# fr 02af9774
menu-data = رؤية بياناتي
# fr 72ecfcd9
menu-community = المجموعة
# fr 7738f431
menu-link = استعمال تطبيق آخر
# fr d20c6239
help =
    يمكنكم كتابة هذه الكلمات في كل وقت.
    للتقدم: تخطي، رجوع، لماذا، تغيير، من جديد، توقف، متابعة.
    للفهم: معنى SCIC، الأماكن، صفحات، القائمة.
    للتحدث إلى شخص: شخص.
    للتعاون مع آخرين: المجموعة.
    للمتابعة على تطبيق آخر: ربط.
    لبياناتكم: بياناتي، احتفاظ، محو، الخصوصية.
    هل تساعدون أحدا؟ اكتبوا «لشخص آخر».
# fr 1d7196c1
help-language = لتغيير اللغة، اكتبوا «اللغة».
# fr b9f57eed
thanks = على الرحب والسعة. اكتبوا «القائمة» إذا احتجتم إلى شيء آخر.
# fr 6ded3415
not-here-yet = لا أهتم بهذا هنا. هذه الشبكات تجيبكم.
# fr fafb4a83
room-private = هنا يقرأ عدة أشخاص. اكتبوا لي على انفراد: أجيب كل شخص وحده.
# fr fb656284
engine-failed = خطأ مني يمنعني من الجواب. رسالتكم لم تغير شيئا. حاولوا مرة أخرى، أو اتصلوا بشخص.

## عندما لا أفهم

# fr 7bbd5987
unclear = لم أفهم. اختاروا جوابا، أو اكتبوا رقمه.
# fr 92284dca
unclear-empty = لم أستلم شيئا أقرؤه. اختاروا جوابا، أو اكتبوا رقمه.
# fr 8925c14e
unclear-place = لا أجد هذه البلدة. اكتبوا اسمها كاملا بالحروف اللاتينية، دون الرمز البريدي. أو اختاروا من القائمة.
# fr f9079f09
unclear-again =
    لنبسط الأمر. أجيبوا برقم، مثلا: 1.
    يمكنكم كتابة «تخطي». للتحدث إلى شخص، اكتبوا «شخص».
# fr e23eeb2d
unclear-still =
    لنبسط الأمر. أجيبوا برقم، مثلا: 1.
    للتحدث إلى شخص، اكتبوا «شخص».
# fr 27d84fb4
unclear-loop = لا نتفاهم جيدا. هذه هي القائمة.
# fr 7d7ea93e
only-text = لا أقرأ إلا النص والأزرار.
# fr 26374457
only-text-voice = لا أستطيع سماع رسالة صوتية. أجيبوا كتابة: تكفي كلمة أو رقم. للتحدث مع شخص، اكتبوا «شخص».
# fr 12306f49
forwarded = لقد حولتم رسالة. لا أقرأ إلا ما تكتبونه بأنفسكم.
# fr 1b84da0f
edited = لقد غيرتم رسالة. لتغيير جواب، اكتبوا «تغيير».
# fr dac54049
button-closed = هذا الزر لم يعد صالحا.
# fr dbc50edb
unknown-command = لا أعرف هذا الأمر. اكتبوا «مساعدة» لرؤية الكلمات المفيدة.
# fr de53bfbd
distress-answer = ما تعيشونه يبدو صعبا. أنا برنامج، ولا أستطيع مساعدتكم في هذا. يمكنكم الاتصال بالرقم 3114 ليلا ونهارا. في حالة الطوارئ، اتصلوا بالرقم 15 أو 112. خذوا وقتكم. للمتابعة، اكتبوا «متابعة».
# fr 9c2cbfee
violence-answer = ما تعيشونه يبدو خطيرا. أنا برنامج، ولا أستطيع حمايتكم. عند الخطر، اتصلوا بالرقم 17 أو 112، أو أرسلوا رسالة قصيرة إلى 114. للتحدث إلى شخص، اتصلوا بالرقم 3919 ليلا ونهارا. من أجل طفل، اتصلوا بالرقم 119. خذوا وقتكم. للمتابعة، اكتبوا «متابعة».
# fr c3a4471a
insult-answer = أبقى في خدمة مشروعكم.
# fr 986b1a7a
health-answer = لا تكتبوا هنا شيئا عن صحتكم أو دينكم أو أوراقكم أو مالكم. ولا عن ماضيكم القضائي أو نقابتكم. لا أحتاج إليه. لا أحتفظ بهذه الرسالة.
# fr ab501fb0
personal-answer = لا تكتبوا هنا عنوانا أو رقما أو بريدا إلكترونيا. لا أحتاج إليه. لا أحتفظ بهذه الرسالة.
# fr 3448c25c
refused-answer = الرفض لا يحكم على مشروعكم. كثيرا ما يناسبكم باب آخر أكثر.
# fr 64a95727
off-topic-answer = لا أعرف إلا المشاريع والأماكن التضامنية هنا.

## الأسئلة

# fr 99b3f902
form-several = ({ $most ->
    [one] جواب واحد
    [two] جوابان
    [few] { $most } أجوبة
   *[other] { $most } جوابا
} على الأكثر)
# fr de053b59
form-noted = سجلت: { $label }.
# fr c589bcec
form-another = جواب آخر؟
# fr ec0a6590
form-taken-back = تم سحبه. ماذا تختارون؟
# fr a6ebfbcc
form-chosen = { $label } (تم اختياره)
# fr 125ac363
form-done = هذا كل شيء
# fr ef23a594
form-back = رجوع
# fr 2fa28673
form-unknown = لا أعرف
# fr 79b53f1d
form-skipped = حسنا، نتخطاه.
# fr 077fb007
form-first = هذا هو السؤال الأول.
# fr 79bf5bac
form-back-to = لنرجع إلى السؤال السابق.
# fr 2581a340
form-closed = هذا السؤال لم يعد يُطرح.
# fr ff1ef192
form-answered-before = يمكنكم تغيير جوابكم: { $topic }.
# fr 101513f1
form-unknown-choice = هذا الاختيار غير موجود، أو لم يعد موجودا.
# fr d788a073
form-which = أيها؟
# fr 15f6b513
form-denied = لم أفهم جيدا. ماذا تختارون؟
# fr 1ac42501
form-full = اخترتم العدد الأقصى: { $labels }. اسحبوا جوابا، أو اكتبوا «هذا كل شيء».
# fr 3786e4d2
form-later = هذا السؤال سيأتي لاحقا.
# fr 9dfe6530
form-which-of = أستطيع الاحتفاظ بجواب واحد فقط. أيها: { $labels }؟
# fr 8a78726f
form-too-many = هذه أجوبة كثيرة. أيها تختارون: { $labels }؟
# fr f0d32b95
form-not-said = دون جواب
# fr 0e7a2fae
form-summary-line = { $topic }: { $label }

# fr 900ac9a4
orientation-question = السؤال { $number }. { $ask }
# fr 0be2c960
orientation-so = { $said }، إذن { $name }.
# fr d8a30afc
orientation-insist = هذا السؤال مفيد لي: الدعم يتغير حسب المرحلة. اختاروا أقرب جواب.
# fr ce1fb5c8
orientation-nothing-kept = ليست لدي أجوبتكم. دون موافقتكم، أمحوها بعد { in-hours }.
# fr 218028d0
orientation-changed = تغيرت أسئلتي الآن. هذا هو السؤال التالي.
# fr a56f77ec
orientation-restart = نبدأ من جديد. محوت أجوبتكم.
# fr 91941d10
orientation-welcome-back = أهلا بعودتكم. هذه أجوبتكم حتى الآن.
# fr 147c09f7
orientation-back-at-result = أهلا بعودتكم.
# fr ddd91320
orientation-resume = متابعة
# fr 696ad859
orientation-start-over = البدء من جديد
# fr 896127b8
orientation-paused = حسنا، نتوقف هنا. أحتفظ بأجوبتكم { in-hours }. للمتابعة، اكتبوا «متابعة».
# fr ae26c9f1
orientation-paused-keep = حسنا، نتوقف هنا. أحتفظ بأجوبتكم { in-days }. للمتابعة، اكتبوا «متابعة».
# fr a2e17eb2
orientation-nothing-to-stop = حسنا، إلى اللقاء. لا أكتب لكم أبدا دون موافقتكم.
# fr 90f2e6e7
orientation-modify = أي جواب تريدون تغييره؟
# fr 4d2ee07d
orientation-modifying = كان جوابكم: { $answer }.
# fr 12a92729
orientation-for-other = حسنا، تجيبون من أجل شخص آخر. لا أحتفظ إلا بالأجوبة. لا تعطوني اسمه ولا عنوانه.
# fr ecdf399d
orientation-not-yet = سأريكم أبوابكم بعد هذه الأسئلة.
# fr b1bfa951
orientation-nudge = كنتم قد بدأتم الأسئلة. يمكنكم المتابعة متى شئتم. لعدم استلام أي تذكير، اكتبوا «قف».

## النتيجة

# fr 2a52416e
mark-to-check = (للتحقق)
# fr e33efc59
result-intro = هذه أبواب يمكنكم طرقها. ابدؤوا بالباب الأول.
# fr 0c9d8ffb
result-intro-other = هذه أبواب يمكن لهذا الشخص طرقها. ابدؤوا بالباب الأول.
# fr 6bb429e0
result-first = ابدؤوا بـ: { $name }
# fr 45cfe6b8
result-others = ثم:
# fr f8eeb4c0
result-line = • { $name }: { $reason }
# fr fad460c6
result-notes = من المفيد أن تعرفوا:
# fr 6302b45f
result-no-promise = لا أقرر شيئا. كل هيئة تختار حسب قواعدها. الدعم ليس أكيدا أبدا مسبقا.
# fr dde8656a
result-why = لماذا؟
# fr 8ee729c0
result-prepare = تحضير موعدي
# fr 191d9562
result-more = خيارات أخرى
# fr a1f39f21
result-more-intro = ماذا تريدون أن تفعلوا؟
# fr 97dd89f2
result-modify = تغيير جواب
# fr e7e23ccd
result-again = رؤية أبوابي من جديد

# fr 97c81e33
card-title = { $name } ({ $operator })
# fr 11208998
card-for-whom = لمن: { $said }
# fr 783390b9
card-conditions = الشروط: { $said }
# fr c1855e58
card-step = ما يجب فعله: { $said }{ $address } ({ $year }){ $mark }
# fr 8d733c1b
card-say = عند الوصول، قولوا بالفرنسية: « { $said } »
# fr fef3fe80
card-with-others = يتلاءم مع: { $said }
# fr 4e152428
card-source = المصدر: { $source }. قُرئ في { $date }.

# fr c1c1b3fe
why-which = لأي باب تريدون معرفة السبب؟
# fr 3b5ddb42
why-because = { $name } موجود في قائمتكم.
# fr 75527691
why-answers = ما كان مهما:
# fr 35c62ef6
why-answer = • { $topic }: { $label }
# fr cee4ddef
why-change = ما قد يغير ذلك: مع «{ $label }» ({ $topic })، { $effect }
# fr e2661434
why-gone = لن يكون هذا الباب في القائمة.
# fr 326ce0cc
why-other-rule = سيكون السبب مختلفا.
# fr 6369d22a
why-not-listed = { $name } ليس في قائمتكم.
# fr 183493a0
why-not-outranked = قد يهمكم هذا الباب، لكن أبوابا أخرى تأتي قبله.
# fr 6895d70a
why-not-change = قد يظهر هذا الباب مع «{ $label }» ({ $topic }).
# fr 96f4cbf9
why-not-several = جواب واحد مختلف لا يكفي. يجب:
# fr 92ccb40a
why-needed = • { $topic }: { $labels }
# fr 8d7bd54f
why-not-never = أجوبتكم لا تقود إلى هذا الباب.
# fr f47466da
why-unknown = لا أعرف هذا الباب. اكتبوا مثلا: لماذا { $example }.
# fr 9a9ec34c
why-not-yet = سأقول لكم لماذا عندما تجيبون عن الأسئلة.

# fr 2cb77d60
prepare-title = موعدي. رسالة حُضرت في { $date }.
# fr fe1f8f6b
prepare-situation = وضعي:
# fr 4704784e
prepare-situation-other = وضع الشخص:
# fr e662c266
prepare-doors = الأبواب التي يمكن طرقها:
# fr f8eeb4c0
prepare-door = • { $name }: { $reason }
# fr 31dbde7d
prepare-close = لم تُرسل هذه الرسالة إلى أحد. يمكنكم إظهارها أو إرسالها.

## كلمات وأماكن وصفحات وشخص

# fr e2005aa3
glossary-intro = اكتبوا «معنى»، ثم الكلمة. مثلا: معنى SCIC.
# fr 76557f20
glossary-several = أي كلمة تريدون فهمها؟
# fr 0ad91a1b
glossary-unknown = لا أعرف هذه الكلمة. اكتبوا «معنى»، ثم كلمة أخرى.
# fr 1fcdcbb2
places-intro = عن ماذا تبحثون؟
# fr 048ad61a
places-none = لا أعرف أماكن هنا بعد.
# fr dd1af176
places-none-here = لا أعرف مكانا في { $name }. عن ماذا تبحثون؟
# fr 5d7c7a2c
places-found = هذه أماكن. تحققوا قبل أن تذهبوا.
# fr 4661f699
pages-intro = أي صفحة تريدون قراءتها؟
# fr a0119b31
pages-none = ليست هناك صفحات بعد.
# fr a385f6dd
human-nobody = لا يقرأ أحد رسائلكم هنا. هذه الشبكات تستقبل الجميع.
# fr d1a5ffaf
human-contact = • { $name }

## تطبيقات أخرى، وسرعة الكتابة

# fr 62cfa122
link-menu = رؤية القائمة
# fr 4e4a78ef
link-oui = نعم، أنا
# fr 7f62496b
link-non = لا
# fr 53429c83
flood-warning = تكتبون أسرع مما أستطيع أن أقرأ. لا أقرأ رسائلكم لمدة دقيقة. بعد ذلك، اكتبوا الأخيرة من جديد.
# fr bc11868b
flood-busy = أشخاص كثيرون يكتبون لي الآن. اكتبوا من جديد بعد بضع دقائق.

# fr fd747566
telegram-name = Boussole
# fr 7131e3d2
telegram-description =
    أنا برنامج ولست شخصا.
    أساعد على إيجاد دعم لمشروع مفيد: { $territory }.
    أطرح 7 أسئلة على الأكثر. يمكنكم تخطي سؤال أو الرجوع أو التوقف.
    أحتفظ بأشياء قليلة وأمحوها. اكتبوا «بياناتي» لرؤيتها.
    المسوا «بدء» للبدء.
# fr f37bcad8
telegram-short-description = إيجاد الدعم المناسب لمشروع مفيد. { $territory }.
# fr 7265e6c5
telegram-menu =
    start - البدء أو المتابعة
    menu - ما أستطيع فعله
    aide - كيف يعمل هذا
    retour - السؤال السابق
    recommencer - البدء من جديد
    pourquoi - لماذا هذا السؤال
    lieux - الأماكن والعناوين
    communaute - التعاون بين المشاريع
    humain - التحدث إلى شخص
    langue - تغيير اللغة
    lier - مراسلة أخرى
    parametres - اللغة والبيانات والقائمة
    mes_donnees - رؤية بياناتي
    oublier - محو بياناتي
    confidentialite - ما أحتفظ به
    arreter - استراحة
# fr 57889bde
telegram-menu-room =
    aide - كيف تتحدثون معي

## تحضير الموعد

# fr 77506cca
prepare-bring =
    ما يجب إحضاره:
    • هذه الرسالة، على هاتفكم أو على ورق؛
    • صفحة عن المشروع، ولو مكتوبة باليد؛
    • النظام الأساسي أو الحسابات الأخيرة، إذا كانت المنظمة موجودة.
# fr d71bde0d
prepare-questions =
    ثلاثة أسئلة تطرحونها:
    • هل يمكن أن يهمكم مشروعي؟
    • ما هي المراحل، وكم تستغرق من الوقت؟
    • من غيركم يجب أن ألتقي به؟
# fr 899f7f61
prepare-questions-financement =
    ثلاثة أسئلة تطرحونها:
    • أي نفقات تستطيعون دعمها؟
    • متى يجب تقديم الطلب، ومتى يأتي الجواب؟
    • أي وثائق يجب تحضيرها؟
# fr 149df1db
prepare-questions-appel =
    ثلاثة أسئلة تطرحونها:
    • هل يدخل مشروعي في قواعد هذه السنة؟
    • متى يجب تقديم الملف؟
    • من يستطيع قراءة ملفي قبل ذلك؟
# fr f5860488
prepare-questions-lieu =
    ثلاثة أسئلة تطرحونها:
    • هل هناك مكان، وبأي سعر؟
    • كم من الوقت أستطيع البقاء؟
    • هل المكان سهل الدخول للجميع؟
