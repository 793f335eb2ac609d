### Une rencontre comme on la lit, et le bureau de celles et ceux qui en créent.

gathering-start = { $day } à { $hour }
gathering-when = { $day }, de { $from } à { $to }
gathering-days = du { $first } au { $last }
gathering-line = { $start } : { $title }{ $place }
gathering-line-place = { " " }({ $place })
gathering-mark-cancelled = (annulée)
gathering-mark-moved = (déplacée)
gathering-stop = { $number }. { $said }
gathering-on-foot = { $minutes } min à pied
gathering-cancelled = Cette rencontre est annulée. { $reason }
gathering-said = { $topic } : { $said }
gathering-link = Inscription : { $link }
gathering-seats =
    { $seats ->
        [one] Une place en tout
       *[other] { $seats } places en tout
    }
gathering-by = Organisé par : { $network }

gathering-topic-title = titre
gathering-topic-about = thème
gathering-topic-place = lieu
gathering-topic-address = adresse
gathering-topic-meeting_point = point de rendez-vous
gathering-topic-commune = commune
gathering-topic-price = prix
gathering-topic-link = inscription
gathering-topic-audience = pour qui
gathering-topic-topics = sujets
gathering-topic-access = accès
gathering-topic-languages = langues
gathering-topic-contact = contact
gathering-topic-distance = distance
gathering-topic-pace = rythme
gathering-topic-toilets = toilettes
gathering-topic-rain_plan = s'il pleut
gathering-topic-joining_late = arriver en cours de route
gathering-topic-end_point = arrivée
gathering-topic-when = date
gathering-topic-seats = places
gathering-topic-stops = étapes
gathering-topic-what = sorte de rencontre
gathering-topic-network = réseau

### Les mots des dates : dans toutes les langues du pack à la fois.

lexicon-day-0 = aujourd'hui | ce soir | cet après-midi
lexicon-day-1 = demain
lexicon-day-2 = après-demain
lexicon-yesterday = hier
lexicon-before-yesterday = avant-hier
lexicon-inexact = premier | première | deuxième | troisième | quatrième | dernier | dernière | mois
lexicon-following = prochain | prochaine | next
lexicon-noon = midi | noon

### Ce que l'animatrice ou l'animateur écrit

words-organiser = organiser | mes rencontres à organiser | bureau des rencontres | gérer les rencontres | organiser une rencontre
words-nouvelle_rencontre = nouvelle rencontre | créer une rencontre | annoncer une rencontre | nouvelle date

gatherings-open = Créer ou changer mes rencontres
gatherings-mine = Les rencontres de votre réseau :
gatherings-none = Votre réseau n'a aucune rencontre à venir.
gatherings-line = • { $line }
gatherings-button = { $title }, { $start }
gatherings-more = Voir la suite
gatherings-new = Créer une rencontre
gatherings-paste = Coller une fiche
gatherings-again = Refaire à une autre date
gatherings-which = Laquelle voulez-vous refaire ? Je demanderai seulement la date.
gatherings-no-earlier = Il n'y a pas encore de rencontre à refaire.
gathering-mark-draft = (pas publiée)

gathering-is-draft = Personne ne la voit encore.
gathering-numbers =
    { $held ->
        [0] Personne n'est encore inscrit.
        [one] Une place est prise.
       *[other] { $held } places sont prises.
    }{ $waiting ->
        [0] { "" }
        [one] { " " }Une personne attend.
       *[other] { " " }{ $waiting } personnes attendent.
    }{ $aside ->
        [0] { "" }
       *[other] { " " }Gardées ailleurs : { $aside }.
    }
gathering-code = Code à donner sur place : { $code }
gathering-edit = Modifier
gathering-read-again = Relire et publier
gathering-move = Changer la date
gathering-copy = Refaire à une autre date
gathering-poster = Faire une affiche
gathering-drop = Effacer ce brouillon
gathering-cancel = Annuler la rencontre
gathering-dropped = C'est effacé. Personne ne l'avait vue.
gathering-closed = Cette rencontre est passée ou annulée. Elle ne change plus.
gathering-gone = Cette rencontre n'existe plus.
gathering-begun = Vous avez commencé une rencontre. Voulez-vous la reprendre ?
gathering-resume = Reprendre
gathering-anew = Recommencer à zéro

gathering-why = Les gens lisent cela pour décider de venir. Rien n'est publié avant votre accord.
gathering-ask-what = Quelle rencontre voulez-vous annoncer ?
gathering-ask-network = Pour quel réseau ?
gathering-ask-title = Quel est son titre ?
gathering-ask-when = Quel jour, à quelle heure ?
gathering-help-when = Par exemple : jeudi 3 décembre de 8 h 30 à 10 h
gathering-ask-place = Où ?
gathering-help-place = Par exemple : Salle des fêtes, 3 rue Haute, puis la commune.
gathering-ask-commune = Dans quelle commune ?
gathering-ask-stops = Quelles sont les étapes ? Une par ligne : l'heure, le lieu, la marche, l'accès.
gathering-help-stops = Par exemple : 14:00 Salle des fêtes, 15 min à pied, marches
gathering-ask-seats = Combien de places ?
gathering-help-seats = Un nombre, comme « 30 places ». Ou l'adresse de la page où l'on s'inscrit.
gathering-ask-price = À quel prix ?
gathering-ask-access = Comment entre-t-on ? Marches, ascenseur, boucle magnétique, langue des signes, poussette ?
gathering-ask-other = Que faut-il écrire ? ({ $topic })
gathering-skip-seats = Sans limite
gathering-skip-price = Gratuit
gathering-skip-access = Je ne sais pas encore
gathering-skip-other = Ne rien dire
gathering-free = gratuit
gathering-what-unknown = Je ne connais pas cette sorte de rencontre.
gathering-commune-unknown = Je ne connais pas cette commune.

when-unread = Je n'ai pas compris la date. Écrivez par exemple : 3 décembre, 8 h 30.
when-no-day = Il manque le jour. Écrivez par exemple : 3 décembre, 8 h 30.
when-no-hour = { $day } : à quelle heure ?
when-impossible = Ce jour n'existe pas : { $said }
when-no-such-hour = Cette heure n'existe pas : { $said }
when-many = Il y a trop de dates ou d'heures. Écrivez un début et une fin.
when-weekday = Le jour et la date ne vont pas ensemble : c'est { $day }. Réécrivez la date.
when-past = Cette date est déjà passée : { $day }
when-far = C'est dans plus d'un an : { $day }. Choisissez une date plus proche.
when-end-before = La fin est avant le début. Réécrivez les deux heures.
when-skipped = Cette nuit-là, l'heure change : cette heure n'existe pas. Essayez { $hour }.
when-which = Quelle date voulez-vous dire ?
when-sure = C'est loin. Est-ce bien cette date ?
seats-unread = Je n'ai pas compris. Écrivez un nombre, comme 30.
seats-few = Il faut au moins une place. Pour ne pas limiter, choisissez « Sans limite ».
seats-many = C'est trop : { $most } places au plus. Pour ne pas limiter, choisissez « Sans limite ».
seats-none-noted = Noté : sans limite.
link-unread = Ce n'est pas l'adresse d'une page. Par exemple : https://exemple.org/inscription
stops-noted =
    { $count ->
        [one] Noté : une étape.
       *[other] Noté : { $count } étapes.
    }
stops-before-start = La première étape est avant le début. Corrigez les étapes, ou l'heure du début.
stop-no-hour = l'heure manque (« { $said } »)
stop-no-hour-at-all = Écrivez une étape par ligne, en commençant par l'heure.
stop-hour = cette heure n'existe pas (« { $said } »)
stop-no-place = le lieu manque (« { $said } »)
stop-long = le nom du lieu est trop long (« { $said } »)
stop-far = la marche est trop longue (« { $said } »)
stop-before = cette étape n'est pas après la précédente (« { $said } »)
stop-many = { $most } étapes au plus
lines-mistake = Ligne { $line } : { $reason }
lines-unknown = je ne connais pas cette ligne (« { $said } »)
lines-several = plusieurs lectures sont possibles. Soyez plus précis.
lines-cut = Votre texte est coupé : je lis { $most } caractères au plus. Envoyez la suite.
lines-read =
    { $count ->
        [one] J'ai lu une ligne.
       *[other] J'ai lu { $count } champs.
    }
gathering-paste =
    Collez les lignes de la rencontre, chacune avec son nom. Par exemple :
    Sorte : Petit déjeuner
    Titre : Trouver un local
    Date : jeudi 3 décembre de 8 h 30 à 10 h
    Lieu : Salle des fêtes, 3 rue Haute, puis la commune
    Places : 30
    Pour une marche, ajoutez une ligne par étape. Par exemple :
    14:00 Salle des fêtes, 15 min à pied, marches
gathering-paste-unread = Je ne reconnais aucune ligne.
gathering-paste-no = Ne rien coller

gathering-preview = Voici ce que les gens liront :
gathering-review-how = Est-ce bon ? Pour corriger ou compléter, écrivez par exemple « Thème : trouver un local ».
gathering-publish = Publier
gathering-save = Enregistrer
gathering-change = Corriger ou compléter
gathering-keep = Garder sans publier
gathering-give-up = Abandonner
gathering-leave = Ne rien changer
gathering-which = Que voulez-vous corriger ou ajouter ?
gathering-which-more = Autre chose
gathering-published =
    C'est publié.
    { $line }
gathering-kept =
    C'est gardé, sans être publié.
    { $line }
gathering-saved =
    C'est enregistré.
    { $line }
gathering-moves-told =
    { $count ->
        [0] Personne n'est inscrit : personne ne sera prévenu.
        [one] La personne inscrite sera prévenue. Voici ce qu'elle lira :
       *[other] Les { $count } personnes inscrites seront prévenues. Voici ce qu'elles liront :
    }
gathering-not-yours = Cette rencontre est celle d'un réseau que vous n'animez pas.
gathering-twice = Cette rencontre existe déjà : { $line }. Choisissez une autre date.
gathering-changed-meanwhile = Une autre personne de votre réseau vient de la modifier. Ses changements restent, les vôtres ne sont pas écrits.
gathering-cancelled-meanwhile = Une autre personne de votre réseau vient de l'annuler : { $line }

gathering-quit = Voulez-vous quitter ce formulaire ? Rien n'est publié ni annulé pour l'instant.
gathering-quit-yes = Quitter et tout effacer
says-gathering-quit = annuler la rencontre | annule la rencontre | annulez la rencontre | annuler cette rencontre | annuler ma rencontre | annuler l'évènement | annuler l'événement | annuler le formulaire | quitter le formulaire | abandonner la rencontre

gathering-cancel-why = { $line }. Pourquoi est-elle annulée ? Les personnes inscrites le liront.
gathering-no-reason = Sans raison
gathering-cancel-no = Ne pas annuler
gathering-cancel-sure =
    { $count ->
        [0] Personne n'est inscrit. Voici ce qui sera affiché :
        [one] Une personne sera prévenue. Voici ce qu'elle lira :
       *[other] { $count } personnes seront prévenues. Voici ce qu'elles liront :
    }
gathering-cancel-yes = Oui, annuler la rencontre
gathering-not-cancelled = Rien n'est annulé.
gathering-is-cancelled =
    C'est annulé.
    { $line }

clash-intro = À savoir avant de publier :
clash-holiday = { $day } est férié.
clash-bridge = { $day } est un pont : beaucoup de gens ne travaillent pas.
clash-other = La même demi-journée, { $network } organise : { $line }

lines-what = sorte | série | type
lines-title = titre | nom | intitulé
lines-when = date | quand | jour
lines-hour = heure | horaire | heures | horaires
lines-place = lieu | où | salle | endroit
lines-address = adresse
lines-commune = commune | ville
lines-stops = étapes | étape | arrêts
lines-seats = places | jauge | nombre de places | capacité
lines-price = prix | tarif | participation
lines-access = accès | accessibilité
lines-about = thème | description | présentation | sujet
lines-meeting_point = point de rendez-vous | rendez-vous | départ
lines-audience = public | pour qui
lines-topics = sujets | mots-clés
lines-languages = langue | langues
lines-contact = contact
lines-link = inscription | lien | lien d'inscription
lines-distance = distance
lines-pace = rythme
lines-toilets = toilettes
lines-rain_plan = pluie | s'il pleut | en cas de pluie
lines-joining_late = en retard | arriver en cours de route
lines-end_point = arrivée | fin du parcours

says-gathering-publish = oui | publie | je publie | c'est bon | enregistrer | ok
says-gathering-change = corriger | modifier | compléter | changer
says-gathering-keep = garder | brouillon | plus tard
says-gathering-cancel = annuler | abandonner | non

journal-gathering-publish = rencontre publiée
journal-gathering-change = rencontre modifiée
journal-gathering-draft = rencontre gardée sans être publiée
journal-gathering-drop = brouillon de rencontre effacé
journal-gathering-cancel = rencontre annulée
gathering-example-access = Par exemple : « deux marches, pas d'ascenseur ».
gathering-example-title = Par exemple : « Petit déjeuner des projets ».
gathering-example-price = Par exemple : « gratuit », ou « 5 euros ».
gathering-example-languages = Par exemple : « français et arabe ».
