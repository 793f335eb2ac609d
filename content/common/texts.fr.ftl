# Ce que dit n'importe quelle métropole, de la même façon. Un pack remplace une phrase par son nom.
# Les lignes « words-… », « says-… » et « lexicon-… » listent des mots séparés par « | ».

### Les mots qui marchent partout

words-stop = stop | stop messages | désinscription | désinscrire | se désinscrire | me désinscrire | désinscrivez moi | désabonnement | désabonner | se désabonner | me désabonner | désabonnez moi | ne plus recevoir de messages | je ne veux plus de messages | plus de messages | arrêter les messages | arrêtez les messages | ne m'écrivez plus | arrêtez de m'écrire | je me désabonne | désabonne moi | désinscris moi | plus recevoir de message | plus recevoir de messages | plus recevoir vos messages | plus rien recevoir | plus aucun message | arrêter de recevoir des messages | arrêter de recevoir vos messages | stop aux messages | stop les messages | stop tout | stop sms | stopper les messages | stoppez les messages | ne m'écris plus | ne plus m'écrire | arrête de m'écrire | arrêter de m'écrire | ne m'envoyez plus rien | ne m'envoie plus de message | ne m'envoie plus de messages | ne me contactez plus
words-arreter = arrêter | arrête | pause | plus tard | je m'arrête | on arrête | quitter | au revoir | suspendre | arrêtez
words-start = start | commencer | démarrer | bonjour | bonsoir | salut | coucou | slt | bjr | hello | orientation | on commence | c'est parti
words-aide = aide | help | aide moi | aidez moi | comment ça marche | j'ai besoin d'aide | commandes
words-menu = menu | accueil | sommaire | que peux tu faire | que pouvez vous faire | paramètres | réglages
words-retour = retour | retour en arrière | revenir | revenir en arrière | précédent | question précédente | retourner
words-passer = passer | passe | je passe | passer la question | question suivante | suivant | suivante | sauter
words-recommencer = recommencer | recommence | tout recommencer | recommencer à zéro | repartir de zéro | depuis le début | reset
words-reprendre = reprendre | continuer | je reprends | on reprend | on continue | reprendre où j'en étais
words-pourquoi = pourquoi | pourquoi cette question | pourquoi ça | pourquoi vous demandez ça | pourquoi cette porte | c'est pour quoi faire
words-pourquoi_pas = pourquoi pas
words-mot = mot | le mot | lexique | glossaire | définition | c'est quoi | c'est quoi un | c'est quoi une | cest quoi | cest quoi un | cest quoi une | que veut dire | ça veut dire quoi | qu'est ce que | qu'est ce qu'un | qu'est ce qu'une | expliquer un mot
words-langue = langue | changer de langue | language | langues
words-lieux = lieux | lieu | voir les lieux | adresses | les lieux
words-pages = pages | fiches | en savoir plus | guides
words-rencontres = rencontres | les rencontres | agenda | événements | gatherings
words-communaute = communauté | la communauté | communautés
words-humain = humain | parler à quelqu'un | parler à une personne | parler à un humain | une vraie personne | parler à un conseiller | parler à une conseillère | une personne | un humain | quelqu'un | contact | téléphone | joindre quelqu'un | un conseiller | une conseillère
words-mes_donnees = mes données | mes donnees | voir mes données | données
words-oublier = oublier | oubliez moi | oublie moi | tout effacer | effacer | supprimer | effacer mes données | supprimer mes données
words-confidentialite = confidentialité | vie privée | rgpd | privacy | mentions légales
words-modifier = modifier | corriger | changer | modifier ma réponse | modifier ma réponse à | modifier mes réponses | changer ma réponse | changer une réponse | corriger une réponse
words-preparer = préparer mon rendez-vous | préparer | préparer un rendez-vous | mon rendez-vous | préparer le rendez-vous
words-garder = garder | garder mes réponses | gardez mes réponses
words-autre_personne = pour une autre personne | pour quelqu'un d'autre | pour un proche | pour une proche | pour quelqu'un | j'aide quelqu'un | autre personne | je réponds pour une autre personne
words-resultat = résultat | résultats | mes portes | mes résultats | revoir mes portes
words-merci = merci | merci beaucoup | merci bien | d'accord merci | super merci | merci à vous

words-insult = connard | connasse | ta gueule | va te faire | salope | enculé | fdp | nique | espèce de con | pauvre con
words-health = je suis malade | ma maladie | mon handicap | mon cancer | ma dépression | je suis en dépression | mon traitement | ma religion | je suis musulman | je suis musulmane | je suis catholique | je suis juif | je suis juive | mes papiers | sans papiers | titre de séjour | mon numéro de sécurité sociale | mon compte bancaire | mes dettes | casier judiciaire | j'ai été condamné | j'ai été condamnée | je sors de prison | je suis syndiqué | je suis syndiquée

lexicon-numbers = un | deux | trois | quatre | cinq | six | sept | huit | neuf | dix | onze | douze
lexicon-negations = pas | non | sans | ni | aucun | aucune | jamais | ne
lexicon-joining = et | puis | ou | plus
lexicon-articles = un | une | le | la | les | l | des | du | de | d | mon | ma | mes | notre | nos
lexicon-polite = stp | svp | please | merci | s'il te plaît | s'il vous plaît

says-oui = oui | ouais | oui oui | yes | ok | d'accord | bien sûr | exact | tout à fait | 👍 | ✅ | نعم
says-non = non | nan | no | pas du tout | non merci | 👎 | ❌ | لا
says-go = oui | ouais | oui oui | yes | ok | d'accord | bien sûr | je continue | on y va | 👍 | ✅ | نعم
says-nsp = je ne sais pas | sais pas | jsp | je sais pas | aucune idée | pas sûr | pas sûre | peut-être | j'hésite | nsp
says-skip = je ne sais pas | sais pas | jsp | je sais pas | aucune idée | pas sûr | pas sûre | passer
says-done = c'est tout | fini | terminé | rien d'autre | non | ok | stop là | valider | c'est bon | oui c'est tout
says-back = retour

language-fr = Français
language-en = English

### Accueil, menu, aide

welcome =
    Bonjour. Je suis un programme, pas une personne.
    Je vous aide à trouver un appui pour un projet utile. Je pose 7 questions au plus.
    Je garde vos réponses { in-hours }, puis je les efface. N'écrivez rien sur votre santé, votre religion, vos papiers ou votre argent.
    Vous pouvez passer une question, revenir en arrière, ou écrire « arrêter ».
    Pour joindre une personne, écrivez « humain ».
menu = Que voulez-vous faire ?
menu-start = Commencer les questions
menu-continue = Continuer les questions
menu-other = Aider une autre personne
menu-glossary = Comprendre un mot
menu-places = Voir les lieux
menu-pages = Lire une fiche
menu-human = Parler à quelqu'un
menu-data = Voir mes données
help =
    Vous pouvez écrire ces mots à tout moment.
    Pour avancer : passer, retour, pourquoi, modifier, recommencer, arrêter, reprendre.
    Pour comprendre : mot SCIC, lieux, fiches, menu.
    Pour joindre une personne : humain.
    Pour s'entraider : communauté, rencontrer.
    Pour continuer sur une autre messagerie : lier.
    Pour vos données : mes données, garder, oublier, confidentialité.
    Vous aidez quelqu'un ? Écrivez « pour une autre personne ».
help-language = English? Write "language".
thanks = Avec plaisir. Écrivez « menu » si vous avez besoin d'autre chose.
not-here-yet = Je ne gère pas cela ici. Ces réseaux vous renseignent.
room-private = Ici, plusieurs personnes lisent. Écrivez-moi en privé : je réponds à chaque personne à part.
engine-failed = Une erreur de ma part m'empêche de répondre. Votre message n'a rien changé. Réessayez, ou contactez une personne.

### Quand je ne comprends pas

unclear = Je n'ai pas compris. Choisissez une réponse, ou écrivez son numéro.
unclear-empty = Je n'ai rien reçu à lire. Choisissez une réponse, ou écrivez son numéro.
unclear-place = Je ne trouve pas cette commune. Écrivez son nom en entier, sans code postal. Ou choisissez ci-dessous.
unclear-again =
    Essayons plus simplement. Répondez par un chiffre, par exemple : 1.
    Vous pouvez écrire « passer ». Pour joindre une personne, écrivez « humain ».
unclear-still =
    Essayons plus simplement. Répondez par un chiffre, par exemple : 1.
    Pour joindre une personne, écrivez « humain ».
unclear-loop = Nous ne nous comprenons pas bien. Voici le menu.
only-text = Je ne lis que le texte et les boutons.
only-text-voice = Je ne peux pas écouter un message vocal. Répondez par écrit : un mot ou un chiffre suffit. Pour joindre une personne, écrivez « humain ».
forwarded = Vous avez transféré un message. Je lis seulement ce que vous écrivez vous-même.
edited = Vous avez changé un message. Pour changer une réponse, écrivez « modifier ».
button-closed = Ce bouton n'est plus valable.
unknown-command = Je ne connais pas cette commande. Écrivez « aide » pour voir les mots utiles.
distress-answer = Ce que vous vivez semble difficile. Je suis un programme, je ne peux pas vous aider sur ce point. Vous pouvez appeler le 3114, jour et nuit. En cas d'urgence, appelez le 15 ou le 112. Prenez votre temps. Pour continuer, écrivez « reprendre ».
insult-answer = Je reste à votre disposition pour votre projet.
health-answer = N'écrivez pas ici d'information sur votre santé, votre religion, vos papiers ou votre argent. Ni sur votre passé judiciaire ou votre syndicat. Je n'en ai pas besoin. Je ne garde pas ce message.
personal-answer = N'écrivez pas ici d'adresse, de numéro ou de courriel. Je n'en ai pas besoin. Je ne garde pas ce message.

### Les questions

form-several = ({ $most } réponses au plus)
form-noted = Noté : { $label }.
form-another = Une autre réponse ?
form-taken-back = C'est retiré. Que choisissez-vous ?
form-chosen = { $label } (choisi)
form-done = C'est tout
form-back = Retour
form-unknown = Je ne sais pas
form-skipped = D'accord, on passe.
form-first = C'est la première question.
form-back-to = Revenons à la question d'avant.
form-closed = Cette question n'est plus posée.
form-answered-before = Vous pouvez changer votre réponse : { $topic }.
form-unknown-choice = Ce choix n'existe pas ou n'existe plus.
form-which = Laquelle ?
form-denied = Je n'ai pas bien compris. Que choisissez-vous ?
form-full = Vous avez déjà { $most } réponses : { $labels }. Retirez-en une, ou écrivez « c'est tout ».
form-later = Cette question viendra plus tard.
form-which-of = Je peux retenir une seule réponse. Laquelle : { $labels } ?
form-too-many = Je peux retenir { $most } réponses au plus. Lesquelles, parmi : { $labels } ?
form-not-said = pas de réponse
form-summary-line = { $topic } : { $label }

orientation-question = Question { $number }. { $ask }
orientation-so = { $said }, donc { $name }.
orientation-insist = Cette question m'est utile : les aides changent selon l'étape. Choisissez la réponse la plus proche.
orientation-nothing-kept = Je n'ai pas vos réponses. Sans votre accord, je les efface après { in-hours }.
orientation-changed = Mes questions viennent de changer. Voici celle qui suit.
orientation-restart = On recommence. J'ai effacé vos réponses.
orientation-welcome-back = Vous revoilà. Voici ce que vous avez déjà répondu.
orientation-back-at-result = Vous revoilà.
orientation-resume = Reprendre
orientation-start-over = Recommencer
orientation-paused = D'accord, on s'arrête là. Je garde vos réponses { in-hours }. Pour continuer, écrivez « reprendre ».
orientation-paused-keep = D'accord, on s'arrête là. Je garde vos réponses { in-days }. Pour continuer, écrivez « reprendre ».
orientation-nothing-to-stop = D'accord, à bientôt. Je ne vous écris jamais sans votre accord.
orientation-modify = Quelle réponse voulez-vous changer ?
orientation-modifying = Vous aviez répondu : { $answer }.
orientation-for-other = D'accord, vous répondez pour une autre personne. Je ne garde que les réponses. Ne me donnez ni son nom, ni son adresse.
orientation-not-yet = Je vous montrerai vos portes après ces questions.
orientation-nudge = Vous aviez commencé des questions. Vous pouvez continuer quand vous voulez. Pour ne plus recevoir de rappel, écrivez « stop ».

### Le résultat

mark-to-check = (à vérifier)
result-intro = Voici des portes où frapper. Commencez par la première.
result-intro-other = Voici des portes où cette personne peut frapper. Commencez par la première.
result-first = Commencez par : { $name }
result-others = Ensuite :
result-line = • { $name } : { $reason }
result-notes = Bon à savoir :
result-no-promise = Je ne décide de rien. Chaque organisme choisit selon ses règles. Une aide n'est jamais sûre d'avance.
result-why = Pourquoi ?
result-prepare = Préparer mon rendez-vous
result-more = Autres choix
result-more-intro = Que voulez-vous faire ?
result-modify = Modifier une réponse
result-again = Revoir mes portes

card-title = { $name } ({ $operator })
card-for-whom = Pour qui : { $said }
card-conditions = Conditions : { $said }
card-step = À faire : { $said }{ $address } ({ $year }){ $mark }
card-say = En arrivant, dites : « { $said } »
card-with-others = Va bien avec : { $said }
card-source = Source : { $source }. Relu le { $date }.

why-which = Pour quelle porte voulez-vous savoir pourquoi ?
why-because = { $name } est dans votre liste.
why-answers = Ce qui a compté :
why-answer = • { $topic } : { $label }
why-change = Ce qui changerait : avec « { $label } » ({ $topic }), { $effect }
why-gone = cette porte ne serait plus dans la liste.
why-other-rule = la raison serait différente.
why-not-listed = { $name } n'est pas dans votre liste.
why-not-outranked = Cette porte peut vous concerner, mais d'autres passent avant.
why-not-change = Cette porte apparaîtrait avec « { $label } » ({ $topic }).
why-not-several = Une seule réponse différente ne suffirait pas. Il faudrait :
why-needed = • { $topic } : { $labels }
why-not-never = Vos réponses ne mènent pas à cette porte.
why-unknown = Je ne connais pas cette porte. Écrivez par exemple : pourquoi { $example }.
why-not-yet = Je vous dirai pourquoi quand vous aurez répondu aux questions.

prepare-title = Mon rendez-vous. Message préparé le { $date }.
prepare-situation = Ma situation :
prepare-situation-other = La situation de la personne :
prepare-doors = Les portes où frapper :
prepare-door = • { $name } : { $reason }
prepare-bring =
    À apporter :
    • ce message, sur votre téléphone ou sur papier ;
    • une page sur le projet, même écrite à la main ;
    • les statuts ou les derniers comptes, si la structure existe.
prepare-questions =
    Trois questions à poser :
    • Mon projet peut-il vous concerner ?
    • Quelles sont les étapes, et combien de temps prennent-elles ?
    • Qui d'autre devrais-je rencontrer ?
prepare-questions-financement =
    Trois questions à poser :
    • Quelles dépenses pouvez-vous aider ?
    • Quand faut-il déposer la demande, et quand vient la réponse ?
    • Quels documents faut-il préparer ?
prepare-questions-appel =
    Trois questions à poser :
    • Mon projet entre-t-il dans les règles de cette année ?
    • Quand faut-il déposer le dossier ?
    • Qui peut relire mon dossier avant ?
prepare-questions-lieu =
    Trois questions à poser :
    • Y a-t-il de la place, et à quel prix ?
    • Pour combien de temps puis-je m'installer ?
    • Le lieu est-il accessible à tout le monde ?
prepare-close = Ce message n'a été envoyé à personne. Vous pouvez le montrer ou le transmettre.

### Mots, lieux, fiches, personne

glossary-intro = Écrivez « mot », puis le mot à expliquer. Par exemple : mot SCIC.
glossary-term =
    { $term }
    { $text }
    Source : { $source }.
glossary-several = Quel mot voulez-vous comprendre ?
glossary-unknown = Je ne connais pas ce mot. Écrivez « mot », puis un autre mot.

places-intro = Que cherchez-vous ?
places-none = Je ne connais pas encore de lieux ici.
places-none-here = Je ne connais pas de lieu à { $name }. Que cherchez-vous ?
places-found = Voici des lieux. Vérifiez avant de vous déplacer.
place-line = • { $name }, { $commune }
place-title = { $name }. { $address }, { $commune }.
place-access = Accès : { $said }

pages-intro = Quelle fiche voulez-vous lire ?
pages-none = Il n'y a pas encore de fiche ici.
page-item = { $number } sur { $count }. { $ask }
page-item-why = Cette question sert à préparer un rendez-vous. Je ne garde pas votre réponse.
page-nothing-kept = Je n'ai gardé aucune de ces réponses.
page-left = D'accord, on laisse ces questions. Je n'ai rien gardé.

human-nobody = Aucune personne ne lit vos messages ici. Ces réseaux accueillent tout le monde.
human-contact = • { $name }

### La langue

language-switched = D'accord, je continue en français.
