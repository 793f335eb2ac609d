### Les langues, et les messages difficiles. Voir handlers/dialogues/language.py et handlers/sensitive.py.

## Les langues que le programme reconnaît, et les saluts qui ne disent rien de la langue d'une personne.

lexicon-recognised = fr | en | ar | nl | es | tr | pl | de | it | pt | ro | fa | ur | uk | ru
lexicon-greetings = bonjour | bonsoir | salut | coucou | slt | bjr | bonne journée | bonne soirée | bon courage | à bientôt | au revoir | hello | hi | hey | good morning | good afternoon | good evening | good night | goodbye | bye | cheers | مرحبا | أهلا | أهلا وسهلا | السلام عليكم | وعليكم السلام | ورحمة الله وبركاته | صباح الخير | مساء الخير | مع السلامة | شكرا | شكرا جزيلا | من فضلك | من فضلكم | hallo | hoi | goedendag | goedemorgen | goedemiddag | goedenavond | tot ziens | dag | bedankt | dank u | dank u wel | dank je | dank je wel | alstublieft | alsjeblieft | hola | buenos días | buenas tardes | buenas noches | adiós | hasta luego | gracias | muchas gracias | por favor | merhaba | selam | günaydın | iyi günler | iyi akşamlar | hoşça kalın | teşekkürler | teşekkür ederim | çok teşekkür ederim | lütfen | dzień dobry | dobry wieczór | cześć | do widzenia | dziękuję | dziękuję bardzo | proszę | guten tag | guten morgen | danke | bitte | buongiorno | grazie | ciao | bom dia | obrigado | obrigada | bună ziua | mulțumesc

words-language-fr = français | en français | french | in french | frans | francés | fransızca | francuski
words-language-en = anglais | en anglais | english | in english | engels | inglés | ingilizce | angielski
words-language-ar = arabe | en arabe | arabic | in arabic | عربي | العربية | بالعربية | بالعربي

language-ar = العربية
language-choose = Quelle langue ? / Which language? / أي لغة؟
language-kept = D'accord, je ne change pas de langue.
language-offer = Voulez-vous continuer en français ?
language-offer-yes = Oui, en français
language-offer-no = Non, ne rien changer

## Une phrase dans les langues que le programme reconnaît sans les parler. Traductions de courtoisie, à relire.

other-language = Je ne parle pas encore votre langue. Je parle : { $languages }. Pour choisir, écrivez « langue ». Pour joindre une personne, écrivez « humain ».
other-language-nl = Ik spreek nog geen Nederlands. Ik spreek: { $languages }. Om te kiezen, schrijf “langue”. Om met iemand te praten, schrijf “humain”.
other-language-es = Todavía no hablo español. Hablo: { $languages }. Para elegir, escriba «langue». Para hablar con una persona, escriba «humain».
other-language-tr = Henüz Türkçe konuşmuyorum. Konuştuğum diller: { $languages }. Seçmek için “langue” yazın. Bir kişiyle konuşmak için “humain” yazın.
other-language-pl = Nie mówię jeszcze po polsku. Mówię: { $languages }. Aby wybrać język, napisz „langue”. Aby porozmawiać z osobą, napisz „humain”.
other-language-de = Ich spreche noch kein Deutsch. Ich spreche: { $languages }. Zum Auswählen schreiben Sie „langue“. Für einen Menschen schreiben Sie „humain“.
other-language-it = Non parlo ancora italiano. Parlo: { $languages }. Per scegliere, scriva «langue». Per parlare con una persona, scriva «humain».
other-language-pt = Ainda não falo português. Falo: { $languages }. Para escolher, escreva «langue». Para falar com uma pessoa, escreva «humain».
other-language-ro = Nu vorbesc încă română. Vorbesc: { $languages }. Pentru a alege, scrieți „langue”. Pentru a vorbi cu o persoană, scrieți „humain”.
other-language-uk = Я ще не розмовляю українською. Я розмовляю: { $languages }. Щоб вибрати, напишіть «langue». Щоб поговорити з людиною, напишіть «humain».
other-language-ru = Я пока не говорю по-русски. Я говорю: { $languages }. Чтобы выбрать, напишите «langue». Чтобы поговорить с человеком, напишите «humain».

## Des durées, au singulier ou au pluriel, que d'autres phrases reprennent.

in-hours = { $hours ->
    [one] { $hours } heure
   *[other] { $hours } heures
}
in-days = { $days ->
    [one] { $days } jour
   *[other] { $days } jours
}
in-months = { $months } mois
in-minutes = { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}

## Les messages difficiles. Ce qui est écrit n'est pas gardé.

words-distress = je veux mourir | je veut mourir | envie de mourir | envie de crever | je veux crever | je vais me tuer | me suicider | suicide | suicider | je veux me tuer | envie de me tuer | en finir avec la vie | je veux en finir | plus envie de vivre | plus la force de vivre | je ne veux plus vivre | je veux plus vivre | je vais mal | je vais très mal | je n'en peux plus | j'en peux plus | jen peux plus | je suis à bout | je veux disparaître | envie d'en finir | envie de disparaître | je voudrais mourir | je voudrais être mort | je voudrais être morte | marre de la vie | marre de vivre | j'ai des idées noires | je pense au suicide | veux plus vivre | vais en finir
words-about-distress = prévention du suicide | contre le suicide | prévenir le suicide
words-violence = on me frappe | il me frappe | elle me frappe | ils me frappent | on me bat | il me bat | elle me bat | on m'a frappé | on m'a frappée | il m'a frappé | il m'a frappée | il me menace | on me menace | elle me menace | il va me tuer | on veut me tuer | il veut me tuer | j'ai été violée | j'ai été violé | on m'a violée | on m'a violé | il m'a violée | mon mari me frappe | je suis battue | je suis battu | j'ai peur de mon mari | j'ai peur chez moi
words-refused = refusé mon dossier | refusé notre dossier | refusé mon projet | refusé notre projet | refusé ma demande | refusé notre demande | dossier refusé | dossier a été refusé | projet refusé | projet a été refusé | demande refusée | demande a été refusée | candidature refusée | candidature a été refusée | on m'a refusé | on nous a refusé | ils m'ont refusé | ils ont refusé | ils nous ont refusé | on m'a dit non | ils m'ont dit non | ils ont dit non | ils nous ont dit non | pas été retenu | pas été retenue | pas été retenus | pas retenu mon dossier | reçu un refus | eu un refus | essuyé un refus
words-off-topic = quel temps fait il | quel temps | la météo | météo | quelle heure est il | écris moi un poème | un poème | une blague | raconte moi | une histoire drôle | le match | qui a gagné | qui va gagner | pour qui voter | les élections | élection présidentielle | président de la république | le premier ministre | quel âge as tu | tu m'aimes | je t'aime | horoscope | bitcoin | traduis moi | mes devoirs
words-who = tu es qui | t'es qui | qui es tu | qui êtes vous | vous êtes qui | es tu un robot | tu es un robot | êtes vous un robot | vous êtes un robot | c'est un robot | est ce un robot | es tu humain | es tu une personne | êtes vous une personne | es tu une intelligence artificielle | êtes vous une intelligence artificielle | chatgpt

words-minor-before = j'ai | j'ai seulement | je n'ai que | j'ai que | moi j'ai
words-minor-years = cinq | six | sept | huit | neuf | dix | onze | douze | treize | quatorze
words-minor-after = ans | ans et demi
words-minor-unless = de | d' | dans | et demi de | et demi d'
minor-answer = Avant 15 ans, on ne s'inscrit pas sans un parent. Vous pouvez répondre à mes questions, sans donner votre nom. Je ne garde pas ce message.
violence-answer = Ce que vous vivez semble grave. Je suis un programme, je ne peux pas vous protéger. En danger, appelez le 17 ou le 112, ou écrivez un message au 114. Pour parler à quelqu'un, appelez le 3919, jour et nuit. Pour un enfant, appelez le 119. Prenez votre temps. Pour continuer, écrivez « reprendre ».
refused-answer = Un refus ne juge pas votre projet. Souvent, une autre porte convient mieux.
who-answer = Je suis un programme, pas une personne. Je vous aide à trouver un appui pour un projet utile.
off-topic-answer = Je ne connais que les projets et les lieux solidaires d'ici.

## Ce que lisent les personnes qui animent.

name-mixed = { $name } (alphabets mêlés)

## La ligne de commande.

cli-todo-courtesy = Langue de courtoisie « { $language } » : { $done } phrases traduites sur { $count }. Faites-les relire par une personne qui parle cette langue. Le reste est dit dans la première langue :
