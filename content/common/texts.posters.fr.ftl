### Les fichiers : agenda, liste imprimée, affiche ; et la prise d’un agenda existant.

words-affiche = affiche | affiches | faire une affiche | imprimer une affiche | qr code | mes affiches

## Agenda

calendar-name = { $name } : rencontres
calendar-file = rencontre

## Liste de qui vient

list-file = liste
list-title = Qui vient : { $title }
list-coming =
    { $count ->
        [one] Une place prise
       *[other] { $count } places prises
    }
list-aside =
    { $count ->
        [one] Une place promise ailleurs
       *[other] { $count } places promises ailleurs
    }
list-walk-ins =
    { $count ->
        [one] Une personne comptée à la porte
       *[other] { $count } personnes comptées à la porte
    }
list-number = N°
list-name = Nom choisi
list-seats = Places
list-stop = Étape
list-needs = Besoins d’accès
list-there = Présence
list-is-there = oui
list-no-name = sans nom
list-ending = Ne donnez cette liste à personne. Détruisez-la au plus tard le { $day }.

## Affiche

poster-file = affiche
poster-come = Pour venir, ou pour en savoir plus
poster-telegram = Sur Telegram : { $link }
poster-telegram-alt = Code à lire avec un téléphone : ouvre Telegram
poster-matrix = Sur Matrix : écrivez à { $name }
poster-matrix-word = Sur Matrix : écrivez { $word } à { $name }
poster-matrix-alt = Code à lire avec un téléphone : ouvre Matrix
poster-no-pdf = Ce serveur ne fait pas de fichier prêt à imprimer. Imprimez cette page.

poster-bot-title = Un projet utile à tous ?
poster-bot-about = Un programme vous aide à trouver la bonne porte. Il pose 7 questions au plus.
poster-bot-1 = Trouver qui peut vous aider, près de chez vous.
poster-bot-2 = Rencontrer d’autres personnes qui portent un projet.
poster-bot-3 = Connaître les rencontres, et être prévenu à temps.
poster-bot-free = C’est gratuit. Vous pouvez arrêter quand vous voulez.
poster-bot-data = Aucun nom n’est demandé.
poster-bot-come = Pour commencer

poster-which = Une affiche pour quelle rencontre ?
poster-none = Votre réseau n’a pas de rencontre à venir. Il reste l’affiche du programme.
poster-of-bot = Affiche du programme
poster-made = Voici l’affiche : un fichier à imprimer, et une image.
poster-unreached = Attention : le programme n’a pas encore d’adresse publique. L’affiche n’a donc pas de code à lire.
poster-paste = Voici un texte court, à coller dans une lettre ou une page :
poster-others = Autre affiche
poster-gone = Cette rencontre est passée ou annulée. Elle n’a plus d’affiche.
poster-more = Rencontres suivantes

# --- Le journal des rôles

journal-poster = affiche faite
journal-gatherings-import = agenda importé
