### Le bureau de celles et ceux qui ont un rôle : leurs fiches, les codes, les corrections, le journal.

words-fiche = ma fiche | mes fiches | fiche du réseau | fiches du réseau | relire ma fiche
words-inviter = inviter | inviter une animatrice | inviter un animateur | inviter un agent | inviter une agente | donner un rôle
words-roles_donnes = rôles donnés | les rôles donnés | tous les rôles | qui a un rôle | retirer un rôle | voir les rôles donnés
words-journal = journal | le journal | voir le journal
words-corrections = corrections | les corrections | voir les corrections

role-open = Voir mes rôles
role-words-animator =
    Pour votre réseau : à traiter, ma fiche, diffuser, à vérifier, membres, signalements.
    Pour vos rencontres : organiser, nouvelle rencontre, qui vient, affiche, en retard.
role-words-animator-alone =
    Pour votre réseau : à traiter, ma fiche, diffuser.
    Pour vos rencontres : organiser, nouvelle rencontre, qui vient, affiche, en retard.
role-words-agent-checks = Pour la collectivité : bilan, bilan annuel, à traiter, noter un rendez-vous, à vérifier, membres.
role-words-agent-alone = Pour la collectivité : bilan, bilan annuel, à traiter, noter un rendez-vous.
role-words-agent =
    Pour la collectivité : bilan, bilan annuel, à traiter, noter un rendez-vous.
    Pour la communauté : nouveau lauréat, à vérifier, membres.
role-words-admin = Pour administrer : bilan, bilan annuel, inviter, rôles donnés, corrections, journal, alertes.
role-lost = Cette partie ne vous est plus ouverte. Ce que vous écriviez n'est pas gardé.
role-used = Un code vient de servir. Il donne ce rôle : { $role }. Si ce n'était pas prévu, retirez-le.
role-taken = Votre rôle est retiré : { $role }. Une question ? Écrivez « humain ».

### Inviter, retirer

granting-open = Inviter une personne
granting-role = Pour quel rôle ?
granting-animator = Animer un réseau
granting-agent = Agir pour la collectivité
granting-admin = Administrer
granting-network = Pour quel réseau ?
granting-code =
    Voici le code : { $code }
    Il donne ce rôle : { $role }.
    Il sert une seule fois, pendant { $hours } heures. La personne l'écrit seul, ici, en privé.
    Copiez-le maintenant. Je ne le montrerai plus.
granting-list-open = Voir les rôles donnés
granting-list = Les rôles donnés, par numéro. Je ne montre aucun nom.
granting-line = • Rôle { $number } : { $role }, depuis le { $day }{ $own }
granting-own = { " " }(vous)
granting-take = Retirer le rôle { $number }
granting-more = Voir la suite
granting-sure = Retirer le rôle { $number } ({ $role }) ? C'est immédiat. La personne sera prévenue.
granting-take-yes = Oui, retirer ce rôle
granting-take-no = Non, ne rien changer
granting-taken = C'est fait. Le rôle { $number } ({ $role }) est retiré.
granting-last = C'est la seule administration. Invitez d'abord une autre personne.
granting-gone = Ce rôle n'existe plus, ou il est déjà retiré.

### Le journal

journal-open = Lire le journal
journal-intro = Les derniers usages d'un rôle. Aucun nom n'est gardé.
journal-none = Le journal est vide.
journal-line = • { $day }, { $hour }, { $who } : { $what }{ $count }
journal-number = rôle { $number }
journal-server = le serveur
journal-someone = un rôle
journal-count = { " " }({ $count } lignes)
journal-more = Voir plus ancien
journal-invite-animator = code fait pour animer
journal-invite-agent = code fait pour la collectivité
journal-invite-admin = code fait pour administrer
journal-redeem = code utilisé
journal-link = rôle relié à une autre messagerie
journal-revoke-roles-animator = rôle d'animation retiré
journal-revoke-roles-agent = rôle d'agent retiré
journal-revoke-roles-admin = rôle d'administration retiré
journal-revoke-codes-animator = code d'animation retiré
journal-revoke-codes-agent = code d'agent retiré
journal-revoke-codes-admin = code d'administration retiré
journal-alertes = alertes changées
journal-confirm = fiche dite exacte
journal-correct = correction proposée
journal-accept-correction = correction acceptée
journal-refuse-correction = correction refusée
journal-read-roles = rôles donnés lus
journal-read-journal = journal lu
journal-check-read = demande d'entrée lue
journal-check-accept = demande d'entrée acceptée
journal-check-refuse-short = demande refusée, fiche trop courte
journal-check-refuse-elsewhere = demande refusée, projet ailleurs
journal-check-refuse-none = demande refusée, pas de projet
journal-check-refuse-unproved = demande refusée, projet non vérifié
journal-members-list = liste des membres lue
journal-member-read = fiche d'un membre lue
journal-member-mute = membre mis en pause
journal-member-lift = pause d'un membre levée
journal-report-read = signalement lu
journal-report-close = signalement clos
journal-report-thank = signalement clos, avec un merci
journal-report-mute = signalement clos, membre mis en pause
journal-laureate-code = code de lauréat fait
journal-laureates-import = liste de lauréats ajoutée
journal-laureates-code = code de lauréat refait
journal-laureates-revoke = projet lauréat retiré
journal-laureates-code-revoke = code de lauréat retiré
journal-enable-room = groupe autorisé
journal-erase-person = personne effacée
journal-journal-swept = lignes de plus d'un an effacées

### Ma fiche

desk-checks = Voir les demandes à vérifier
desk-members = Voir les membres
desk-reports = Lire les signalements
desk-laureate = Ajouter un lauréat
desk-open = Relire ma fiche
desk-cards = Voici ce que je dis de votre réseau. Choisissez une fiche à relire.
desk-none = Je ne dis encore rien de votre réseau. Pour une fiche, écrivez « humain ».
desk-network = { $network }
desk-place = { $name } (le lieu)
desk-card-line =
    { $count ->
        [0] • { $title } : tout est à jour
        [one] • { $title } : 1 point à vérifier
       *[other] • { $title } : { $count } points à vérifier
    }
desk-card = La fiche « { $name } », comme les gens la lisent :
desk-point =
    Point { $number }. { $said }
    Relu le { $date }{ $mark }.
desk-part-card-gives = { $said }
desk-part-card-for-whom = Pour qui : { $said }
desk-part-card-conditions = Conditions : { $said }
desk-part-card-say = En arrivant, dites : « { $said } »
desk-part-card-with-others = Va bien avec : { $said }
desk-part-step-text = { $said }
desk-part-step-address = { $said }
desk-part-place-text = { $said }
desk-part-place-access = Accès : { $said }
desk-part-place-address = { $said }
desk-part-card-gives-label = Ce que ça apporte
desk-part-card-for-whom-label = Pour qui
desk-part-card-conditions-label = Conditions
desk-part-card-say-label = Que dire en arrivant
desk-part-card-with-others-label = Va bien avec
desk-part-step-text-label = Point { $number }, la phrase
desk-part-step-address-label = Point { $number }, l'adresse
desk-part-place-text-label = La présentation
desk-part-place-access-label = L'accès
desk-part-place-address-label = L'adresse
desk-waiting =
    { $count ->
        [one] Une correction attend l'accord de l'administration.
       *[other] { $count } corrections attendent l'accord de l'administration.
    }
desk-exact = C'est toujours exact
desk-exact-all = Tout est toujours exact
desk-exact-one = Le point { $number } est exact
desk-change = Corriger une phrase
desk-others = Voir mes fiches
desk-again = Revoir cette fiche
desk-back = Revenir à la fiche
desk-confirmed = Merci. Le point { $number } est à jour. La mention « à vérifier » est partie.
desk-confirmed-all = Merci. Toute la fiche est à jour. La mention « à vérifier » est partie.
desk-changed = Cette fiche a changé depuis. Relisez-la, s'il vous plaît.
desk-which = Quelle phrase voulez-vous corriger ?
desk-write =
    La phrase d'aujourd'hui :
    « { $said } »
    Écrivez la nouvelle phrase en entier. { $most } caractères au plus.
    Pour ne rien changer, écrivez « annuler ».
desk-write-why = L'administration lira les deux phrases, puis dira oui ou non.
desk-cancel = Ne rien changer
desk-cancel-says = annuler | laisser | retour | non
desk-send = Envoyer la correction
desk-send-says = envoyer | oui | ok | d'accord
desk-rewrite-says = réécrire | recommencer | autre phrase
desk-rewrite = Écrire autrement
desk-same = C'est la même phrase qu'aujourd'hui.
desk-review =
    Avant : « { $before } »
    Après : « { $after } »
desk-review-ask = Voulez-vous envoyer cette correction ?
desk-advice = Conseil : { $said }
desk-changed-meanwhile = La phrase d'aujourd'hui a changé entre-temps. Relisez, s'il vous plaît.
desk-lost = Cette phrase n'est plus dans le guide. Rien n'est envoyé.
desk-sent = C'est envoyé. Rien ne change avant l'accord de l'administration. Je vous dirai sa réponse.
advice-long = une phrase compte { $count } mots (« { $start }… »). Visez 15 mots.
advice-too-long = une phrase compte { $count } mots (« { $start }… »). Au-delà de 20, elle sera refusée.
advice-acronym = le sigle « { $acronym } » n'est pas expliqué dans le guide. Dites-le en toutes lettres.
advice-contact = un téléphone ou un courriel est écrit. Le guide n'en publie pas.

### Les corrections, pour l'administration

correction-waits = Une correction attend votre avis. Elle vient de ce réseau : { $network }.
corrections-open = Voir les corrections
corrections-none = Aucune correction n'attend.
corrections-count =
    { $count ->
        [one] Une correction attend.
       *[other] { $count } corrections attendent. Voici la plus ancienne.
    }
corrections-about = { $network }. Fiche « { $card } ». Phrase : { $part }.
corrections-stale = La phrase du guide a changé depuis. Cette correction ne pourra pas servir.
corrections-accept = Accepter
corrections-refuse = Refuser
corrections-next = Voir la suivante
corrections-accepted =
    C'est accepté. Le guide ne change pas encore.
    Sur le serveur, lancez : boussole pack corrections
corrections-why = Pourquoi refuser ? Écrivez une phrase simple. Le réseau la lira. { $most } caractères au plus. Pour laisser, écrivez « annuler ».
corrections-refused = C'est refusé. Le réseau est prévenu.
corrections-settled = Cette correction a déjà sa réponse.
correction-accepted =
    Votre correction de la fiche « { $card } » est acceptée. Merci.
    Elle sera visible à la prochaine mise à jour du guide.
correction-refused =
    Votre correction de la fiche « { $card } » n'est pas retenue.
    Voici pourquoi : { $reason }

### Le menu de Telegram de chaque rôle : une commande par ligne, avant celles de tout le monde.

telegram-menu-animator =
    mes_roles - Voir mes rôles
    ma_fiche - Relire ma fiche
    verifier - Demandes à vérifier
    membres - Voir les membres
    signalements - Lire les signalements
telegram-menu-agent =
    mes_roles - Voir mes rôles
    laureat - Ajouter un lauréat
    verifier - Demandes à vérifier
    membres - Voir les membres
telegram-menu-admin =
    mes_roles - Voir mes rôles
    inviter - Donner un rôle
    roles_donnes - Voir les rôles donnés
    corrections - Lire les corrections
    journal - Lire le journal
    alertes - Être prévenu des pannes

### La ligne de commande

cli-corrections-none = Rien à changer dans les fiches.
cli-corrections-some = Pour écrire une copie du pack avec ces changements, ajoutez --apply DOSSIER.
cli-corrections-dates = { $count ->
    [one] 1 fait relu par son réseau : sa date et sa mention changent.
   *[other] { $count } faits relus par leurs réseaux : leurs dates et leurs mentions changent.
}
cli-correction =
    { $where }: correction { $number }
      avant : { $before }
      après : { $after }
cli-correction-stale = Correction { $number } ({ $part }) : la phrase n'est plus dans le pack, ou elle a changé.
cli-corrections-impossible = Un fichier du pack ne peut pas être changé sans abîmer le reste. Changez la phrase à la main.
cli-corrections-refused = Rien n'est écrit : le pack ainsi changé serait refusé.
cli-corrections-done = Le pack changé est dans { $path }. Comparez, remplacez l'ancien, puis envoyez SIGHUP au bot.
cli-journal-row = { $at }  { $role }  { $network }  rôle { $number }  { $action }  { $count }
cli-journal-none = Le journal est vide.
