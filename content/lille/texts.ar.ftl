### ترجمة مجاملة، لم تُراجع بعد. النص الفرنسي هو المرجع.
### Traduction de courtoisie, à relire par des personnes qui parlent l'arabe. Les cartes restent en français.

# fr f82b0fb4
welcome =
    مرحبا. أنا برنامج ولست شخصا. ترجمة مجاملة، لم تُراجع بعد.
    أساعدكم على إيجاد دعم لمشروع مفيد، في مدينة ليل وحولها. أطرح 7 أسئلة على الأكثر.
    أحتفظ بأجوبتكم { in-hours } ثم أمحوها. لا تكتبوا شيئا عن صحتكم أو دينكم أو أوراقكم أو مالكم.
    يمكنكم تخطي سؤال، أو الرجوع، أو كتابة «توقف».
    للتحدث إلى شخص، اكتبوا «شخص».

# fr e765d749
question-etape = أين وصلتم في مشروعكم؟
# fr 29f79500
question-etape-other = أين وصل هذا الشخص في مشروعه؟
# fr 4773461e
question-etape-why = يتغير الدعم حسب عمر المشروع: قبل الإنشاء، أو في البداية، أو بعدها.
# fr 5eb2ea22
topic-etape = مرحلة المشروع
# fr 11ae56d3
answer-etape-idee = لدي فكرة
# fr 12b8fef6
answer-etape-idee-other = لدى الشخص فكرة
answer-etape-idee-says = فكرة | عندي فكرة | مجرد فكرة | أفكر في مشروع | في البداية
# fr 57021b51
answer-etape-creation = أحضر لإنشاء المشروع
# fr 37b42fb2
answer-etape-creation-other = الشخص يحضر لإنشاء المشروع
answer-etape-creation-says = أحضر | الإنشاء | أنا أنشئ مشروعي | مشروعي جاهز | سأنشئ مشروعي
# fr bbdbf858
answer-etape-moins_3 = عمر منظمتنا أقل من 3 سنوات
# fr d51d3fea
answer-etape-moins_3-other = عمر منظمته أقل من 3 سنوات
answer-etape-moins_3-says = أقل من 3 سنوات | أقل من ثلاث سنوات | سنة | سنتان | سنة واحدة | بضعة أشهر
# fr c1075d4f
answer-etape-de_3_a_5 = بين 3 و5 سنوات
answer-etape-de_3_a_5-says = بين 3 و 5 سنوات | ثلاث سنوات | أربع سنوات | 3 سنوات | 4 سنوات
# fr d559abe1
answer-etape-plus_5 = أكثر من 5 سنوات
answer-etape-plus_5-says = أكثر من خمس سنوات | عشر سنوات | منذ زمن طويل | 10 سنوات
# fr 0f7629f0
answer-etape-sans_projet = ليس لدي مشروع
# fr 35a8c211
answer-etape-sans_projet-other = ليس لدى الشخص مشروع
answer-etape-sans_projet-says = بدون مشروع | لا مشروع لي | أريد أن أفهم | أريد معلومات

# fr 6b82840b
question-commune = في أي بلدة؟ اكتبوا اسمها.
# fr 1d51fb7e
question-commune-other = في أي بلدة هذا الشخص أو مشروعه؟ اكتبوا اسمها.
# fr c92c594a
question-commune-why = بعض أنواع الدعم تتعلق بالبلدة.
# fr a7dcbd18
question-commune-help = اكتبوا بالحروف اللاتينية، وبداية الاسم تكفي. خارج منطقة ليل، اختاروا من القائمة.
# fr a59d4bdd
topic-commune = البلدة
# fr 526abc75
elsewhere-region = مكان آخر في منطقة أو-دو-فرانس
# fr 65964964
elsewhere-ailleurs = مكان آخر

# fr 5654337b
question-qpv = هل عنوانكم، أو عنوان المشروع، في حي ذي أولوية؟
# fr 799b2082
question-qpv-other = هل عنوانه، أو عنوان المشروع، في حي ذي أولوية؟
# fr 561f8b35
question-qpv-why = هناك دعم مجاني، CitésLab، مخصص لهذه الأحياء. الجواب لا يفيد إلا في ذلك.
# fr 43153455
question-qpv-help = البحث الرسمي بالعنوان موجود على sig.ville.gouv.fr. دون إنترنت، اسألوا في البلدية أو في دار الحي. استقبال CitésLab يستطيع الجواب أيضا. لا تكتبوا لي العنوان: لا أحتاج إليه.
# fr 4fe70d31
topic-qpv = الحي ذو الأولوية
# fr 0a904076
answer-qpv-oui = نعم
answer-qpv-oui-says = نعم | أظن نعم
# fr 7f62496b
answer-qpv-non = لا
answer-qpv-non-says = لا | لا أظن
# fr 2fa28673
answer-qpv-nsp = لا أعرف
answer-qpv-nsp-says = لا أعرف | لا أدري | ربما

# fr 3457beb8
question-forme = ما هو الشكل القانوني لمنظمتكم؟
# fr fc7eb691
question-forme-other = ما هو الشكل القانوني للمنظمة؟
# fr 94f830c3
question-forme-why = كل دعم مفتوح لأشكال معينة دون غيرها.
# fr a719b3eb
question-forme-help = الشكل مكتوب في نظامكم الأساسي. لكلمة غير معروفة، اكتبوا «معنى» ثم الكلمة، مثلا «معنى SCIC».
# fr 8706af30
topic-forme = الشكل القانوني
# fr c1d43420
answer-forme-association = جمعية
answer-forme-association-says = جمعية | الجمعية
# fr 095c8f8f
answer-forme-cooperative = تعاونية (SCOP أو SCIC أو غيرها)
answer-forme-cooperative-says = تعاونية | التعاونية
# fr 0603e51b
answer-forme-societe_esus = شركة معتمدة ESUS (أو الطلب جار)
answer-forme-societe_esus-says = شركة معتمدة | اعتماد ESUS
# fr 92c89011
answer-forme-societe = شركة دون اعتماد
answer-forme-societe-says = شركة | شركة عادية | مؤسسة
# fr fd2b263d
answer-forme-siae = شركة إدماج أو جمعية وسيطة…
answer-forme-siae-says = شركة إدماج | جمعية وسيطة
# fr e026b020
answer-forme-aci = ورشة إدماج
answer-forme-aci-says = ورشة إدماج | ورشة
# fr 18d05203
answer-forme-micro = مؤسسة صغرى (micro-entreprise)
answer-forme-micro-says = مؤسسة صغرى | أعمل لحسابي
# fr cafba43e
answer-forme-mutuelle_fondation = تعاضدية أو مؤسسة خيرية
answer-forme-mutuelle_fondation-says = تعاضدية | مؤسسة خيرية
# fr 40ebfdc8
answer-forme-collectif = مجموعة دون شكل قانوني
answer-forme-collectif-says = مجموعة | مجموعة سكان | جيران
# fr 7ced659a
door-forme-maison_associations = تستقبل أيضا المجموعات التي لا تعرف شكلها بعد.

# fr df701324
question-but = ما هو الأهم أولا في مشروعكم؟
# fr 359f1319
question-but-other = ما هو الأهم أولا في هذا المشروع؟
# fr e2802245
question-but-why = بعض الدعم للمشاريع المفيدة للجميع، وبعضه لكل شركة.
# fr e7925c87
topic-but = الأهم أولا
# fr e7eeb4e1
answer-but-utile = تلبية حاجة للسكان أو للكوكب
answer-but-utile-says = حاجة السكان | أن أكون مفيدا | مساعدة الناس | التضامن | البيئة
# fr 7634b8e0
answer-but-mixte = الاثنان معا
answer-but-mixte-says = الاثنان | كلاهما
# fr e7cbc01f
answer-but-classique = العيش من نشاطي
# fr a2a4087d
answer-but-classique-other = العيش من نشاطه
answer-but-classique-says = كسب المال | دخل | أن أعيش من عملي

# fr 30627999
question-emplois = كم وظيفة تتصورون بعد 3 سنوات؟
# fr 6985bb2e
question-emplois-other = كم وظيفة يتصور هذا الشخص بعد 3 سنوات؟
# fr 1ee245ce
question-emplois-help = اكتبوا رقم الجواب، لا عدد الوظائف.
# fr 452e77e2
question-emplois-why = هناك دعم يطلب 5 وظائف على الأقل. ودعم آخر يساعد على إنشاء وظيفة لنفسكم.
# fr 4389ecf0
topic-emplois = الوظائف المتصورة بعد 3 سنوات
# fr f29c4231
answer-emplois-1 = وظيفتي أنا
# fr cdeaca6e
answer-emplois-1-other = وظيفته هو
answer-emplois-1-says = أنا فقط | وظيفة واحدة
# fr 3ae99a4f
answer-emplois-2_4 = من 2 إلى 4
answer-emplois-2_4-says = وظيفتان | ثلاث وظائف | أربع وظائف | بين 2 و 4
# fr 9041fa68
answer-emplois-5_plus = 5 أو أكثر
answer-emplois-5_plus-says = خمس وظائف | أكثر من خمسة | عشر وظائف
# fr 2fa28673
answer-emplois-nsp = لا أعرف
answer-emplois-nsp-says = لا أعرف | لا أدري

# fr a9957d78
question-salaries = هل هناك موظف واحد مأجور على الأقل؟
# fr f327940d
question-salaries-other = هل في المنظمة موظف واحد مأجور على الأقل؟
# fr 5ae48592
question-salaries-why = هناك دعم مجاني، DLA، يطلب وظيفة واحدة على الأقل.
# fr 9565667b
topic-salaries = الموظفون المأجورون
# fr 0a904076
answer-salaries-1_plus = نعم
answer-salaries-1_plus-says = نعم | عندنا موظفون | موظف واحد
# fr 7f62496b
answer-salaries-0 = لا
answer-salaries-0-says = لا | متطوعون فقط | لا موظفين

# fr e7137cbb
question-porteuse = هل تستطيع منظمة أن تحتضنكم خلال الدراسة: جمعية، دار الحي، شركة؟
# fr 3100c0f5
question-porteuse-other = هل تستطيع منظمة أن تحتضن هذا الشخص خلال الدراسة: جمعية، دار الحي، شركة؟
# fr 34e94139
question-porteuse-why = يمر FIDESS عبر منظمة توظفكم خلال الدراسة.
# fr 81f332d9
topic-porteuse = المنظمة الحاضنة
# fr 0a904076
answer-porteuse-oui = نعم
answer-porteuse-oui-says = نعم | منظمة تحتضننا
# fr 7f62496b
answer-porteuse-non = لا
answer-porteuse-non-says = لا | لا أحد | ليس بعد | نبحث عن منظمة

# fr 233bf164
question-besoins = ما هي حاجتكم الأكبر؟
# fr b2ff73a7
question-besoins-other = ما هي الحاجة الأكبر لهذا الشخص؟
# fr 96a70490
question-besoins-why = أقترح أولا الأبواب التي تلبي هذه الحاجة.
# fr 71759120
topic-besoins = الحاجات
# fr f4f5d01f
answer-besoins-accompagnement = المرافقة
answer-besoins-accompagnement-says = مرافقة | نصائح | نصيحة | تكوين | مساعدة للتقدم
# fr 25dc3060
answer-besoins-subvention = منحة مالية
answer-besoins-subvention-says = منحة | تمويل | مال | مساعدة مالية
# fr fb175f10
answer-besoins-pret = قرض أو أموال
answer-besoins-pret-says = قرض | البنك | استثمار
# fr cbb04f79
answer-besoins-local = محل أو مكتب
answer-besoins-local-says = محل | مكتب | قاعة | مكان للعمل
# fr 8371b021
answer-besoins-reseau = اللقاء بالآخرين
answer-besoins-reseau-says = لقاء الناس | شبكة | شركاء
# fr e23252a8
answer-besoins-clients = إيجاد زبائن وأسواق
answer-besoins-clients-says = زبائن | أسواق | البيع
# fr fdd031f4
answer-besoins-achats = الشراء معا بسعر أقل
answer-besoins-achats-says = الشراء معا | سعر أقل
# fr df6c160b
answer-besoins-plateforme = أداة رقمية مشتركة
answer-besoins-plateforme-says = موقع | تطبيق | أداة رقمية
# fr 4e2785b5
answer-besoins-statut = اختيار شكل قانوني
answer-besoins-statut-says = شكل قانوني | أي شكل
# fr 5e2fb24d
answer-besoins-difficulte = الخروج من صعوبة
answer-besoins-difficulte-says = صعوبة | صعوبات | أزمة
# fr c542875c
answer-besoins-tester = تجربة نشاطي
# fr 8933d35f
answer-besoins-tester-other = تجربة نشاطه
answer-besoins-tester-says = تجربة | أجرب

# fr 3b33cdfa
question-profil = أنتم بالأحرى…
# fr b2215435
question-profil-other = هذا الشخص هو بالأحرى…
# fr 2496a5de
question-profil-why = دون مشروع، تتغير الأبواب حسب ما تبحثون عنه.
# fr 0f4862b5
topic-profil = من أنتم
# fr 96787487
answer-profil-habitant = ساكن أو ساكنة
answer-profil-habitant-says = ساكن | ساكنة | متطوع | متطوعة | مواطن | مواطنة
# fr ce443507
answer-profil-acheteur = مشتر أو مشترية
answer-profil-acheteur-says = أشتري لشركة | مشتر
# fr 83d4dd9e
answer-profil-epargnant = مدخر أو مدخرة
answer-profil-epargnant-says = مدخر | عندي مدخرات
# fr 3d99643c
answer-profil-etudiant = طالب أو طالبة أو باحث أو باحثة
answer-profil-etudiant-says = طالب | طالبة | باحث | باحثة
# fr 079ba4ac
answer-profil-collectivite = منتخب أو منتخبة أو موظف عمومي
answer-profil-collectivite-says = منتخب | البلدية | موظف عمومي
