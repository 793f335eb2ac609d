### ترجمة مجاملة، لم تُراجع بعد. النص الفرنسي هو المرجع.
### Les pages publiques en arabe : traduction de courtoisie, à relire. Le français est la référence.

# fr b987e69b
agenda-title = جدول اللقاءات
# fr 0fdf485f
agenda-short = الجدول
# fr 44334b62
agenda-places = الأماكن
# fr d6a12288
agenda-places-title = أماكن يمكنكم الذهاب إليها
# fr 4d1606f6
agenda-skip = إلى المحتوى
# fr 9046da16
agenda-pages = الصفحات
# fr 2d259f09
agenda-languages = اللغات
# fr e0c3cd21
agenda-about = اللقاءات المفتوحة للجميع: { $site }.
# fr 5d6712a9
agenda-about-places = أماكن للسؤال أو العمل أو الاجتماع: { $site }.
# fr ca5329ff
agenda-of = اللقاءات: { $what }
# fr 7ea8bf92
agenda-none = لا يوجد لقاء معلن هنا الآن.
# fr c036eb3d
agenda-all = كل اللقاءات
# fr bff190d8
agenda-count =
    { $count ->
        [one] لقاء واحد معلن.
        [two] لقاءان معلنان.
        [few] { $count } لقاءات معلنة.
       *[other] { $count } لقاء معلن.
    }
# fr b9210030
agenda-choose = اختيار اللقاءات
# fr b5f96c04
agenda-network = الشبكة
# fr 30841dad
agenda-any-network = كل الشبكات
# fr 709ceef6
agenda-month = الشهر
# fr 435e6c5c
agenda-any-month = من اليوم
# fr e5adbe81
agenda-show = عرض
# fr f534e64e
agenda-page = الصفحة { $page } من { $pages }
# fr 10733e78
agenda-next = الصفحة التالية
# fr 0301d410
agenda-previous = الصفحة السابقة
# fr 76f3e651
agenda-turn = صفحات أخرى من القائمة
# fr 2f7ea849
agenda-cancelled = ملغى
# fr 1c324c18
agenda-moved = تغير موعده
# fr 7392885b
agenda-full = لا أماكن
# fr 13ecee2c
agenda-over = انتهى
# fr 4c079530
agenda-reserved = للأعضاء فقط
# fr 1214bd64
agenda-when = متى
# fr 709bfa46
agenda-where = أين
# fr 5eb140c5
agenda-by = ينظمه
# fr 1c5fe030
agenda-stops = المحطات
# fr ad64b73f
agenda-access = الوصول
# fr 389d01db
agenda-needs = نأتي إليه من أجل
# fr eb76cb74
agenda-full-waits = لم يبق مكان. يمكنكم طلب قائمة الانتظار.
# fr 0a2a69d7
agenda-cancelled-says = هذا اللقاء ملغى.
# fr 188aad9b
agenda-moved-says = تغير الموعد أو المكان. اقرؤوا ما يلي جيدا.
# fr a0750062
agenda-over-says = انتهى هذا اللقاء.
# fr 643d1919
agenda-come = للحضور
# fr 4fab9394
agenda-come-link = سجلوا على موقع المنظم:
# fr 53f0767c
agenda-come-bot = قولوا « je viens » في المحادثة، حيث تفضلون:
# fr b526aaab
agenda-come-type = ثم اكتبوا: { $word }
# fr 1ffbd105
agenda-come-series = كل مواعيد:
# fr 2033eb30
agenda-come-network = كل لقاءات:
# fr 8426b7da
agenda-calendar = في مفكرتكم
# fr fa233c7b
agenda-calendar-one = إضافة إلى مفكرتي (ملف)
# fr e3da122d
agenda-calendar-all = متابعة هذه اللقاءات في مفكرتي (ملف)
# fr dd7e4032
agenda-more = انظروا أيضا
# fr 19eaa04f
agenda-calendar-how = أعطوا هذا العنوان لمفكرتكم. ستتبع التغييرات.
# fr ef3e9ee8
agenda-nothing-kept = هذه الصفحة لا تحفظ عنكم شيئا.
# fr 6ed2223d
agenda-missing-title = الصفحة غير موجودة
# fr e47b8ac0
agenda-missing = هذه الصفحة غير موجودة، أو مر هذا اللقاء منذ زمن.
# fr d222c49d
agenda-refused-title = طلب غير ممكن
# fr 56d9c91d
agenda-refused = هذه الصفحة للقراءة فقط.
# fr 31e94b26
agenda-away-title = عودوا بعد لحظة
# fr 7061c704
agenda-away = الجدول لا يجيب الآن. أعيدوا المحاولة بعد دقيقة.
# fr 020e6ef8
gathering-topic-meeting_point = مكان الالتقاء
# fr 63e6ce93
gathering-topic-distance = المسافة
# fr 6c83e57c
gathering-topic-pace = السرعة
# fr 5bfdcbdc
gathering-topic-end_point = مكان الوصول
# fr 34d1e91b
gathering-topic-joining_late = الالتحاق في الطريق
# fr c613c24d
gathering-topic-access = الوصول
# fr ac8c88c1
gathering-topic-toilets = المراحيض
# fr a4a97a9d
gathering-topic-rain_plan = إذا نزل المطر
# fr 45fb665d
gathering-topic-price = السعر
# fr 2ef49a12
gathering-topic-audience = لمن
# fr 2c4d3f66
gathering-topic-topics = المواضيع
# fr 2bcdb4aa
gathering-topic-languages = اللغات
# fr 093e7d5f
gathering-topic-contact = للاتصال
# fr eda47fca
gathering-when = { $day }، من { $from } إلى { $to }
# fr 3f1cd269
gathering-days = من { $first } إلى { $last }
# fr 28686564
gathering-seats = المقاعد كلها: { $seats }
# fr 5b4172dd
gathering-on-foot = { $minutes } دقيقة مشيا
