### Les pages publiques : l'agenda, une rencontre, les lieux. Voir bot/web/agenda.py.

agenda-title = Agenda des rencontres
agenda-short = Agenda
agenda-places = Lieux
agenda-places-title = Les lieux où aller
agenda-skip = Aller au contenu
agenda-pages = Pages
agenda-languages = Langues
agenda-about = Les rencontres ouvertes à tout le monde : { $site }.
agenda-about-places = Des lieux pour se renseigner, travailler ou se réunir : { $site }.
agenda-access-mi = accessible en fauteuil
agenda-access-hi = pour personnes sourdes ou malentendantes
agenda-access-vi = pour personnes aveugles ou malvoyantes
agenda-access-pi = pour personnes avec un handicap psychique
agenda-access-ii = pour personnes avec un handicap intellectuel

agenda-of = Rencontres : { $what }
agenda-none = Aucune rencontre n'est annoncée ici pour le moment.
agenda-all = Voir toutes les rencontres
agenda-count =
    { $count ->
        [one] Une rencontre annoncée.
       *[other] { $count } rencontres annoncées.
    }

agenda-choose = Choisir les rencontres
agenda-network = Réseau
agenda-any-network = Tous les réseaux
agenda-month = Mois
agenda-any-month = À partir d'aujourd'hui
agenda-show = Afficher
agenda-page = Page { $page } sur { $pages }
agenda-next = Page suivante
agenda-previous = Page précédente
agenda-turn = Autres pages de la liste

agenda-cancelled = Annulée
agenda-moved = Déplacée
agenda-full = Complet
agenda-over = Terminée
agenda-reserved = Réservée aux membres

agenda-when = Quand
agenda-where = Où
agenda-by = Organisé par
agenda-stops = Étapes
agenda-access = Accès
agenda-needs = On y vient pour
agenda-full-waits = Il n'y a plus de place. Vous pouvez demander la liste d'attente.
agenda-cancelled-says = Cette rencontre est annulée.
agenda-moved-says = La date ou le lieu a changé. Lisez bien ce qui suit.
agenda-over-says = Cette rencontre est terminée.

agenda-come = Pour venir
agenda-come-link = Inscrivez-vous sur le site de l'organisateur :
agenda-come-bot = Dites « je viens » dans la conversation, là où vous préférez :
agenda-come-type = puis écrivez : { $word }
agenda-come-series = Toutes les dates de :
agenda-come-network = Toutes les rencontres de :

agenda-calendar = Dans votre agenda
agenda-calendar-one = Ajouter à mon agenda (fichier)
agenda-calendar-all = Suivre ces rencontres dans mon agenda (fichier)
agenda-more = Voir aussi
agenda-calendar-how = Donnez cette adresse à votre agenda. Il suivra les changements.

agenda-nothing-kept = Cette page ne garde rien sur vous.

agenda-missing-title = Page introuvable
agenda-missing = Cette page n'existe pas, ou cette rencontre est passée depuis longtemps.
agenda-refused-title = Demande impossible
agenda-refused = Cette page se lit, et rien de plus.
agenda-away-title = Revenez dans un instant
agenda-away = L'agenda ne répond pas en ce moment. Réessayez dans une minute.
