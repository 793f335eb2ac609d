### Demandes à des personnes : rendez-vous, « à traiter », horaires, relecture des fiches.

words-a_traiter = à traiter | demandes à traiter | voir les demandes à traiter | ce qui m'attend | mes demandes à traiter
words-rendez_vous = rendez-vous | mes rendez-vous | mes rdv | rdv | mon rdv | demander un rendez-vous | prendre rendez-vous | demander un rdv | prendre un rendez-vous | je voudrais un rendez-vous | je veux un rendez-vous
words-ne_peux_pas = je ne peux pas venir | je peux pas venir | je ne pourrai pas venir | je ne peux pas venir au rendez-vous | annuler mon rendez-vous | annuler le rendez-vous | déplacer mon rendez-vous | changer mon rendez-vous
words-noter_rdv = noter un rdv | noter un rendez-vous | noter rendez-vous | rdv note | ajouter un rendez-vous
words-envois = où en est ma demande | où en sont mes demandes | ma demande | ce que j'ai demandé | demandes envoyées

### Horaires et jours ouvrés

hours-closed = Personne ne répond à cette heure-ci.
hours-closed-until = Personne ne répond à cette heure-ci. Reprise : { $day } à { $hour }.
hours-one-day = le { $day }
hours-days = du { $first } au { $last }
hours-span = de { $from } à { $to }
hours-and = { " " }et{ " " }
hours-and-days = { " ; " }
hours-line = { $days }, { $hours }
request-until = Sans réponse { $day }, je vous propose une autre porte.

### Ce que toutes les demandes partagent

request-kind-talk = Question
request-kind-handover = Demande transmise
request-kind-visit = Rendez-vous
request-age =
    { $days ->
        [0] aujourd'hui
        [one] depuis hier
       *[other] depuis { $days } jours
    }
request-gone = Cette demande n'existe plus.
request-reason = Leur mot : « { $text } »
request-next = Voir la porte suivante
request-settled = { $network } a fini de traiter votre demande.{ $reason }
request-refused =
    { $network } ne peut pas répondre à votre demande.{ $reason }
    Un refus ne juge pas votre projet. Souvent, une autre porte convient mieux.
request-cancelled = { $network } annule votre rendez-vous : { $when }.{ $reason }
request-withdrawn-told = { $about } : la personne a retiré sa demande. Vous n'avez rien à faire.
request-kept-told = { $about } : la personne préfère rester avec vous. Sa demande attend votre réponse.
request-nobody-told = { $about } : l'autre réseau ne répond plus ici. La demande reste chez vous.
request-passed-told =
    Une demande vous est passée par un autre réseau, avec l'accord de la personne.
    « { $text } »
request-pass-ask =
    { $network } propose de passer votre demande à un autre réseau : { $other }.
    Ce réseau lira exactement ce texte :
    « { $text } »
    Êtes-vous d'accord ?
request-pass-oui = Oui, passer ma demande
request-pass-non = Non, rester ici
request-silent =
    { $network } ne vous a pas encore répondu. Votre demande reste ouverte.
    En attendant, vous pouvez frapper à une autre porte.
request-silent-next =
    { $network } ne vous a pas encore répondu. Votre demande reste ouverte.
    En attendant, la porte suivante : { $door }.
request-expired =
    { $network } ne vous a pas répondu. Je ferme cette demande.
    Une autre porte est possible.
request-expired-quiet = Votre demande est restée sans nouvelles. Je la ferme. Une autre porte est possible.
request-expired-told = { $about } : une demande est restée { $days } jours sans suite. Elle est fermée. La personne le sait.

### Vos demandes, vues par vous

asked-list = Ce que vous avez demandé :
asked-none = Vous n'avez pas de demande en cours. Pour en faire une, écrivez « humain » ou « rendez-vous ».
asked-line = • { $kind } : { $state }
asked-waits = { $network }, en attente depuis { $day }.
asked-answered = { $network } vous a répondu.
asked-one = { $kind } : { $about }
asked-sent = Envoyée { $age }.
asked-drop = Retirer ma demande
asked-dropped = Votre demande est retirée. { $network } le sait.
asked-kept = D'accord. Votre demande reste avec { $network }.
asked-nobody = Personne ne répond ici pour { $network }. Votre demande reste où elle est.
asked-next-none = Je n'ai pas d'autre porte à proposer. Ces réseaux écoutent tout le monde.
asked-passed = Votre demande est passée à { $network }.

### Rendez-vous, côté porteuse ou porteur

visit-ask = Demander un rendez-vous
visit-which = Avec qui voulez-vous un rendez-vous ?
visit-begin = Je vais demander un rendez-vous pour vous. Deux questions, puis vous relisez tout.
visit-again = Quand êtes-vous libre, alors ?
visit-already = Vous avez déjà une demande chez eux.
visit-nobody = Personne ne répond ici pour { $network }. Joignez-les directement.
visit-ask-when = Quand pouvez-vous venir ? Choisissez, ou écrivez vos jours et vos heures.
visit-ask-when-why = Cela aide à trouver une date qui vous va.
visit-ask-why = De quoi voulez-vous parler ? Une ou deux phrases. N'écrivez rien sur votre santé ou vos papiers.
visit-ask-why-why = Cela aide à choisir la bonne personne pour vous recevoir.
visit-topic-when = quand
visit-topic-why = sujet
visit-skip = Passer
visit-morning = Plutôt le matin
visit-afternoon = Plutôt l'après-midi
visit-any = Peu importe
says-morning = matin | le matin | les matins
says-afternoon = après-midi | l'après-midi | les après-midi | aprem
says-any = peu importe | n'importe quand | quand vous voulez | toujours libre
visit-body-when = Disponible : { $said }
visit-body-why = Sujet : { $said }
visit-review =
    Voici tout ce que lira { $network }. Votre nom et votre numéro n'y sont pas.
    « { $text } »
visit-sent = Votre demande est partie : { $network }.
visit-again-sent = Votre nouveau message est parti : { $network }.
visit-again-dated = Je demande une autre date : { $network }. L'ancien rendez-vous ne tient plus.
visit-opened-told =
    Une personne demande un rendez-vous. { $about }.
    « { $text } »
visit-again-told =
    Une personne demande une autre date. { $about }.
    « { $text } »
visit-when = { $when }{ $place }
visit-place = , { $place }
visit-dated =
    Votre rendez-vous ({ $about }) : { $visit }.
    Si cela ne va pas, dites-le-moi ici.
visit-moved =
    Votre rendez-vous ({ $about }) change de date : { $visit }.
    L'ancienne date ne tient plus.
visit-as-said = { $text }
visit-ok = C'est noté
visit-other = Demander une autre date
visit-cannot = Je ne peux pas venir
visit-withdraw = Retirer ma demande
visit-ask-again = Redemander un rendez-vous
visit-noted = Très bien. Je vous le rappelle 48 heures avant.
visit-noted-soon = Très bien. À bientôt.
visit-is = Votre rendez-vous : { $about }.
visit-waits = { $about } : { $network } n'a pas encore donné de date. Demandé { $day }.
visit-cancel-sure = Votre rendez-vous : { $visit }. Que voulez-vous faire ?
visit-cancel-yes = Annuler ce rendez-vous
visit-cancel-no = Le garder
visit-gone = C'est annulé. { $network } le sait.
visit-withdrawn = Votre demande est retirée. { $network } le sait.
visit-gone-told = { $about } : la personne ne vient pas. Rendez-vous annulé : { $when }.
visit-withdrawn-told = { $about } : la personne a retiré sa demande de rendez-vous.
visit-missed = Votre rendez-vous du { $when } est passé. Si vous n'avez pas pu venir, demandez-en un autre.
visit-came = Vous avez rencontré { $network }. Je ferme cette demande. Pour la suite, écrivez « mes portes ».
visit-reminder =
    Rappel : votre rendez-vous est { $visit }.
    { $about }.
visit-reminder-told =
    Rappel : vous recevez une personne { $visit }.
    { $about }.
visit-on = Date : { $visit }.

### À traiter

todo-open = Voir ce qui est à traiter
todo-see = Voir la demande
todo-none = Rien à traiter pour vos réseaux.
todo-list =
    { $count ->
        [one] Une demande à traiter.
       *[other] { $count } demandes à traiter, la plus ancienne d'abord.
    }
todo-line = { $kind }, { $age } : { $state }
todo-short-waits = attend
todo-short-answered = répondu
todo-short-dated = date donnée
todo-short-past = à noter
todo-more = Voir la suite
todo-back = Revenir à la liste
todo-one = { $about }
todo-since = { $kind } pour { $network }, { $age }.
todo-waits = La personne attend votre réponse.
todo-answered = Vous avez répondu. La personne peut encore écrire.
todo-late = Deux jours ouvrés sont passés : la personne le sait.
todo-no-text = Il n'y a pas de texte.
todo-gone = Cette demande n'est plus à traiter.
todo-propose = Donner une date
todo-move = Changer la date
todo-cancel-visit = Annuler le rendez-vous
todo-answer = Répondre
todo-accept = Accepter
todo-refuse = Refuser
todo-pass = Passer à un autre réseau
todo-close = Clore la demande
todo-came = La personne est venue
todo-absent = La personne n'est pas venue
todo-pass-which = À quel réseau ? Je demande d'abord son accord à la personne.
todo-pass-nobody = Aucun autre réseau ne répond ici pour le moment.
todo-pass-no = Ne pas la passer
todo-passing = Je demande à la personne si elle veut bien : { $other }. Vous saurez sa réponse.
todo-end-ask = « { $about } » : comment finit cette demande ? Vous pouvez d'abord écrire un mot pour la personne.
todo-end-words =
    La personne lira vos mots :
    « { $text } »
    Comment finit cette demande ?
todo-end-done = C'est réglé
todo-end-cannot = Nous ne pouvons pas aider
todo-end-visit = Annuler ce rendez-vous
todo-end-no = Ne rien changer
todo-end-kept = D'accord. Rien ne change.
todo-ended = C'est clos. La personne le sait.
todo-ended-cannot = C'est clos. Je propose la porte suivante à la personne.
todo-ended-visit = Le rendez-vous est annulé. La personne le sait.
todo-ended-absent = C'est noté. Je propose à la personne de redemander une date.

### La date donnée par le réseau

setting-begin =
    La personne a écrit :
    « { $text } »
setting-ask-when = Quel jour et à quelle heure ? Exemple : mardi 1er décembre à 14 h.
setting-ask-when-why = La personne lira cette date en toutes lettres.
setting-ask-place = Où ? Écrivez le lieu et l'adresse, ou « par téléphone ».
setting-ask-place-why = La personne doit savoir où venir.
setting-topic-when = date
setting-topic-place = lieu
setting-skip = Ne pas dire de lieu
setting-day-off = Attention : ce n'est pas un jour ouvré.
setting-past = Cette heure est passée.
setting-review =
    Voici ce que lira la personne :
    « { $text } »
setting-sent = La date est partie. La personne reçoit un rappel 48 heures avant.
setting-sent-soon = La date est partie. Elle est proche : il n'y aura pas de rappel.
setting-changed = Cette demande a changé entre-temps. Rien n'est envoyé.

### Noter un rendez-vous

noting-open = Noter un rendez-vous
noting-another = Noter un autre rendez-vous
noting-not-yours = Seuls les agents de la collectivité notent les rendez-vous.
noting-why = Cela compte les rendez-vous. Je ne garde ni nom ni heure.
noting-ask-day = Quel jour était ce rendez-vous ? Choisissez, ou écrivez la date.
noting-ask-first = Est-ce la première fois que vous recevez cette personne ?
noting-ask-services = Un autre service de la collectivité était-il là ?
noting-ask-partner = Ce rendez-vous était-il { $partner } ?
noting-topic-day = jour
noting-topic-first = première fois
noting-topic-services = autres services
noting-topic-partner = { $partner }
noting-today = Aujourd'hui
noting-today-says = aujourd'hui | ce matin
noting-yesterday = Hier
noting-yesterday-says = hier
noting-first-oui = Première fois
noting-first-non = Déjà venue
noting-services-oui = Avec un autre service
noting-services-non = Sans autre service
noting-partner-oui = Oui
noting-partner-non = Non
noting-said-oui = { $partner } : oui
noting-said-non = { $partner } : non
noting-done = Noté, sans nom : { $said }.

### Relire avant la date

review-ask =
    { $network } : ces fiches sont à relire avant le { $day }.
    Sont-elles toujours exactes ?
review-see = Relire : { $card }

export-requests = Ce que vous avez demandé à des personnes
kept-requests = • Vos demandes à des personnes, jusqu'à 7 jours après leur fin.

journal-visit-note = rendez-vous noté
visit-example-when = Par exemple : « le mardi matin ».
visit-example-why = Par exemple : « je cherche un local ».
visit-unsaid = Votre rendez-vous est passé depuis deux semaines : { $about }, { $visit }. Je ferme cette demande. Pour en demander un autre, écrivez « rendez-vous ».
visit-unsaid-told = Rendez-vous fermé : { $about }, { $visit }. Personne n'a dit s'il a eu lieu. La personne le sait. S'il a eu lieu, écrivez « noter un rendez-vous ».
export-refusals = Les réseaux qui vous ont dit non, pendant 90 jours
