### ترجمة مجاملة، لم تُراجع بعد. النص الفرنسي هو المرجع.
### Vos droits, en arabe. Traduction de courtoisie, à relire par des personnes qui parlent l'arabe.

# fr 415aef6c
words-accords = موافقاتي | الموافقات | رؤية موافقاتي
# fr e428f5d6
words-fichier = تنزيل بياناتي | بياناتي في ملف | استلام بياناتي
# fr 96907206
says-arreter = توقف | أوقفوا | كفى

# fr d9a425da
consent-keep = أحتفظ بأجوبتكم { in-hours }. هل تريدون أن أحتفظ بها { in-days }؟ سأكتب لكم مرة واحدة إذا لم تنتهوا.
# fr 04b76d43
consent-keep-yes = نعم، { in-days }
# fr 2c8b6e96
consent-keep-no = لا، { in-hours }
# fr 88894b33
consent-statistics = هل أستطيع عد أجوبتكم في الإحصاءات؟ لا شيء فيها يقول من أنتم. يمكنكم قول لا فيما بعد. ما تم عده يبقى معدودا.
# fr 61562ae3
consent-statistics-yes = نعم، عدوها
# fr 666b412f
consent-statistics-no = لا، لا تعدوها
# fr 03dff9b7
consent-gatherings = هل تريدون استلام رسائل عن اللقاءات؟ كل رسالة تقول كيف توقفونها.
# fr 43309083
consent-gatherings-yes = نعم، أريدها
# fr af257606
consent-gatherings-no = لا، لا أريدها
# fr d515b8bf
consent-followup = هل أستطيع أن أكتب لكم لاحقا لأعرف أين وصل مشروعكم؟ يمكنكم عدم الجواب.
# fr 3fafe1a9
consent-followup-yes = نعم، اكتبوا لي
# fr b91a58e6
consent-followup-no = لا، لا تكتبوا لي
# fr 572a8ae6
consent-handover = هل أستطيع إعطاء طلبكم لشبكة؟ أريكم أولا النص بالضبط. لا يذهب شيء دون موافقتكم.
# fr 59e79c8d
consent-handover-yes = نعم، أعطوه
# fr f90f531b
consent-handover-no = لا، لا تعطوه

# fr a632cb52
purpose-keep = الاحتفاظ بأجوبتكم مدة أطول
# fr 1ed40a4f
purpose-statistics = عد أجوبتكم في الإحصاءات
# fr de158135
purpose-community = عدكم بين الأعضاء
# fr ce8231e9
purpose-gatherings = الكتابة لكم عن اللقاءات
# fr 14f013f6
purpose-followup = سؤالكم أين وصل مشروعكم
# fr 56acd2cf
purpose-handover = إعطاء طلبكم لشبكة
# fr bb21620f
purpose-alerts = الكتابة لكم عند العطل

# fr e2b8821d
accords-title = هذه موافقاتكم. قول لا سهل مثل قول نعم.
# fr 4f6384e2
accords-none = لم تعطوا أي موافقة. إذن لا أكتب لكم أبدا من تلقاء نفسي.
# fr c119398c
accords-yes = • نعم: { $purpose }. كان ذلك في { $day }.
# fr 1f8c87d8
accords-no = • لا: { $purpose }. كان ذلك في { $day }.
# fr 67b3821d
accords-withdraw = قول لا: { $purpose }
# fr e9122459
accords-agreed = تم التسجيل: نعم، { $purpose }. لتغيير رأيكم، اكتبوا «موافقاتي».
# fr 9b6df56f
accords-refused = تم التسجيل: لا، { $purpose }.
# fr 9f3dabda
accords-button = رؤية موافقاتي

# fr 89f5c43e
privacy-kept = تم التسجيل. أحتفظ بأجوبتكم { in-days }. لمحو كل شيء، اكتبوا «محو».
# fr 93911c9f
privacy-not-kept = تم التسجيل. أمحو أجوبتكم بعد { in-hours } من الصمت.
# fr f267eb81
privacy-stopped = تم التسجيل. لن أكتب لكم بعد الآن من تلقاء نفسي. أمحو أجوبتكم بعد { in-hours } من الصمت. للمتابعة، اكتبوا «متابعة».
# fr da0993b0
stop-list = هذا ما يتوقف:
# fr cc7f86c1
stop-statistics = • أجوبتكم لم تعد تُعد في الإحصاءات.
# fr 68c4e7e5
stop-community = • رسائل المجموعة. الأعضاء لا يجدونكم بعد الآن.
# fr 86518b1b
stop-gatherings = • الرسائل عن اللقاءات.
# fr e034a020
stop-followup = • الأسئلة عن متابعة مشروعكم.
# fr 2f31d133
stop-handover = • لا يُعطى شيء بعد الآن لشبكة.
# fr 90721064
stop-alerts = • الرسائل عند العطل.
# fr a5982799
stop-known = أحتفظ أيضا بما تقوله «بياناتي». دون رسالة منكم، يُمحى كل شيء بعد { in-months }. لمحو كل شيء الآن، اكتبوا «محو».
# fr 535e3589
stop-answers = إذا كتبتم لي، أجيب دائما.
# fr 7f8d11ba
stop-hint = لعدم استلام أي شيء مني، اكتبوا «قف».

# fr b5e55ae7
privacy-my-data = هذا ما أحتفظ به:
# fr 10b28905
privacy-no-answers = لا جواب عن أسئلتي.
# fr 76f084bf
privacy-why = يفيد هذا في الجواب، وفي إيجاد الدعم، وفي المتابعة بعد استراحة.
# fr f86065e8
privacy-until-hours = أحتفظ أيضا بمعرف تطبيقكم، لأجيبكم. يُمحى كل شيء بعد { in-hours } من الصمت.
# fr 540deed8
privacy-until-days = أحتفظ أيضا بمعرف تطبيقكم، لأجيبكم. يُمحى كل شيء بعد { in-days } من الصمت.
# fr f2ce7ba6
known-until-hours = أحتفظ أيضا بمعرف تطبيقكم، لأجيبكم. تُمحى أجوبتكم بعد { in-hours } من الصمت. يُمحى كل الباقي بعد { in-months }.
# fr f8242efd
known-until-days = أحتفظ أيضا بمعرف تطبيقكم، لأجيبكم. تُمحى أجوبتكم بعد { in-days } من الصمت. يُمحى كل الباقي بعد { in-months }.
# fr f01e7a88
kept-profiles = • بطاقة عضويتكم.
# fr b0535d4a
kept-passes = • دخولكم إلى مشروع فائز.
# fr 02af9774
privacy-data-button = رؤية بياناتي
# fr 5298c894
privacy-file-button = استلام بياناتي
# fr 7478f9f6
privacy-complain-button = الاتصال والشكوى
# fr 37a9f0d8
privacy-file = هذه بياناتكم في ملفين. الأول للقراءة. الثاني لنقلها إلى خدمة أخرى. احفظوهما في مكان آمن.

# fr 721d4bd1
privacy-forget = سأمحو أجوبتكم ومعرف تطبيقكم. لا رجوع في ذلك. هل تؤكدون؟
# fr b4538bc5
privacy-forget-known = سأمحو كل شيء: أجوبتكم وبطاقتكم وأدواركم وموافقاتكم. ومعرف تطبيقكم أيضا. لا رجوع في ذلك. هل تؤكدون؟
# fr 1ad394fa
privacy-forget-yes = نعم، امحوا كل شيء
# fr a8103a60
privacy-forget-no = لا، لا تمحوا شيئا
# fr 54408b80
privacy-forget-button = محو كل شيء
# fr 826be125
privacy-forgotten = تم المحو. لم أعد أحتفظ بشيء عنكم.
# fr 9b36c8fb
privacy-forgotten-copies = توجد بعد نسخ احتياطية. تختفي خلال { in-days } على الأكثر.
# fr d5551556
privacy-forgotten-already = ليست لدي أي بيانات عنكم.
# fr 7aa0ba28
privacy-forget-kept = حسنا، لا أمحو شيئا.
# fr e2f4a086
there-any = تبقى رسائلنا على جهازكم. يمكنكم محوها هناك.
# fr 0b1edca4
there-telegram = تبقى رسائلنا عند Telegram وعلى هاتفكم. لمحوها، احذفوا هذه المحادثة في Telegram.
# fr b5d7f13b
there-matrix = تبقى رسائلنا على خادم Matrix. لمحوها، احذفوا رسائلكم، ثم غادروا هذه الغرفة.

# fr c3badf99
ending-notice = لم أقرأ شيئا منكم منذ زمن طويل. دون رسالة منكم، أمحو كل شيء في { $day }. هذا يشمل بطاقتكم وأدواركم وموافقاتكم. للاحتفاظ بكل شيء، أجيبوا بكلمة.
# fr 6468214c
ending-stay = الاحتفاظ بكل شيء
# fr e677e0da
ending-forget = محو كل شيء الآن
# fr 0674621a
ending-kept = تم التسجيل. أحتفظ بكل شيء. بعد { in-months } من الصمت، أنبهكم من جديد.

# fr 235efb26
privacy-notice =
    أنا برنامج. أفيد في التوجيه فقط. لا أقرر شيئا مكانكم.
    أحتفظ بأجوبتكم { in-hours }، أو { in-days } إذا قلتم نعم. لا أحتاج إلى أي اسم.
    تطبيقكم يحتفظ أيضا برسائلكم. لا أستطيع محوها هناك.
    يمكنكم رؤية بياناتكم أو تصحيحها أو محوها. اختاروا لمعرفة المزيد.
# fr 3a7bfa1f
notice-who-button = من يحتفظ ببياناتي؟
# fr 11bc9470
notice-what-button = أي بيانات، ولماذا؟
# fr de543d99
notice-given-button = من يستطيع رؤيتها؟
# fr 4b221b5e
notice-durations-button = كم من الوقت؟
# fr 2491f219
notice-rights-button = حقوقي
# fr 93b8f889
notice-complain-button = الشكوى إلى CNIL
# fr 9280e4a1
notice-easy-button = نسخة سهلة القراءة

# fr b130d1d8
notice-controller = { $controller } مسؤول عن بياناتكم. كلمة القانون: المسؤول عن المعالجة.
# fr 6f5ec175
notice-controller-none = لم يُعين بعد من هو المسؤول عن بياناتكم.
# fr d17a57b3
notice-contact = للكتابة بشأن بياناتكم: { $contact }
# fr 4eaab16f
notice-contact-none = لم يُعين بعد من تكتبون له. اكتبوا «شخص» للتحدث إلى شخص.
# fr e7d4b011
notice-dpo = مندوب حماية البيانات: { $dpo }
# fr 1d6a571b
notice-dpo-none = لا يوجد هنا مندوب لحماية البيانات.
# fr 68ba0c47
notice-basis = لماذا هذا مسموح: { $basis }. للباقي، موافقتكم، ويمكنكم سحبها.
# fr 781a8b3a
notice-basis-none = لماذا هذا مسموح: مهمة ذات مصلحة عامة. للباقي، موافقتكم، ويمكنكم سحبها.
# fr ebdac315
notice-what =
    ضروري: معرف تطبيقكم. دونه لا أستطيع أن أجيبكم.
    اختياري: أجوبتكم، لإيجاد الدعم. يمكنكم تخطي كل سؤال.
    بموافقتكم فقط: تذكير، والمجموعة، واللقاءات، والإحصاءات.
    أبدا: صحتكم، دينكم، أوراقكم، مالكم.
    قواعد مكتوبة ترتب أنواع الدعم. لا يتخذ البرنامج أي قرار.
# fr 77d7343c
notice-given =
    لا يستلم أحد أجوبتكم دون موافقتكم.
    يرى الأعضاء من بطاقتكم ما تختارونه. يقرأ منشطو الشبكة ما يبلغ عنه عضو.
# fr 1b6d6797
notice-processors = هذه الهيئات تشغل الخدمة:
# fr d1a5ffaf
notice-processor = • { $name }
# fr 5900b3dd
notice-processors-none = لم يُعين بعد من يستضيف الخدمة.
# fr f071b9a3
notice-transfers = خارج الاتحاد الأوروبي: { $transfers }
# fr 7c662ccf
notice-through-telegram = ينقل Telegram رسائلنا، وهو خارج الاتحاد الأوروبي، ويستطيع قراءتها.
# fr 8b4b4000
notice-through-matrix = ينقل خادم Matrix رسائلنا. هي مشفرة: لا يقرؤها.
# fr 0cf56875
notice-durations =
    • أجوبتكم: { in-hours } من الصمت، أو { in-days } بموافقتكم.
    • نص أجوبتي: حتى رسالتكم التالية، { $replies } ساعة على الأكثر.
    • رسائلي الأخرى وأرقام الرسائل: { $texts } يوما.
# fr 03fcb20b
notice-durations-more =
    • بطاقة أو دور أو موافقة: { in-months } من الصمت. أنبه قبل { $first } يوما ثم قبل { $second } أيام.
    • دليل نعم أو لا: يبقى، دون اسمكم.
    • توجيه معدود، دون اسمكم: { $counted } شهرا.
    • استعمال الأدوار، دون اسم: { $journal } شهرا على الأقل.
    • السجلات التقنية، دون اسم: { $logs } أشهر على الأكثر.
    • النسخ الاحتياطية، وبصمة المحو: { $backups } يوما على الأكثر.
# fr dec278a2
notice-rights =
    • رؤية بياناتكم وأخذها: اكتبوا «بياناتي».
    • تصحيحها: اكتبوا «تغيير».
    • محو كل شيء: اكتبوا «محو».
    • سحب موافقة: اكتبوا «موافقاتي».
    • عدم استلام رسائل: اكتبوا «قف».
    • الاعتراض أو طلب حد: اكتبوا إلى جهة الاتصال. يأتي الجواب خلال شهر.
# fr ff78e601
notice-complain =
    يمكنكم الشكوى إلى CNIL، هيئة حماية البيانات في فرنسا. هذا مجاني.
    على الإنترنت: www.cnil.fr/fr/plaintes
    بالبريد: CNIL, 3 place de Fontenoy, 75334 Paris Cedex 07
# fr f46a4fa8
notice-easy =
    أنا برنامج. أساعدكم على إيجاد دعم.
    لا أطلب اسمكم.
    أحتفظ بأشياء قليلة. أمحوها بسرعة.
    يمكنكم قراءة ما أحتفظ به: اكتبوا «بياناتي».
    يمكنكم محو كل شيء: اكتبوا «محو».
    يمكنكم التحدث إلى شخص: اكتبوا «شخص».

# fr 559afe20
welcome-telegram = خدمة Telegram خاصة، خارج الاتحاد الأوروبي. تستطيع قراءة هذه المحادثة. للتحدث دون Telegram، اكتبوا «شخص».
# fr a24a3b23
welcome-elsewhere = نفس الخدمة موجودة على Matrix: { $address }
# fr 2aa01cba
welcome-notice = { $controller } مسؤول عن بياناتكم. لقراءة كل شيء، اكتبوا «الخصوصية».
