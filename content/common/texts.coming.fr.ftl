### Venir à une rencontre : la liste, une place, la liste d'attente, la visite à pied, être là. Voir handlers/dialogues/coming.py.

words-mes_rencontres = mes rencontres | mes inscriptions | où je vais | mon agenda
words-viens = je viens | on vient | nous venons | je m'inscris | je participe | m'inscrire | je serai là
words-viens_plus = je ne viens plus | je ne viens pas | je viens plus | je me désinscris | me désinscrire | je ne peux plus venir | on ne vient plus | nous ne venons plus
words-nous_sommes = nous sommes | nous serons | nous venons à | on est | on sera | on vient à | je viens avec
words-etape = étape | l'étape | à l'étape | arrêt | retard | en retard | de retard | le groupe est
words-present = je suis là | je suis arrivé | je suis arrivée | on est là | nous sommes là | présent | présente
words-qui_vient = qui vient | qui vient ? | les inscrits | liste des inscrits | inscrits
says-coming-people = à | personnes | personne | places | place | people | persons | seats | seat | of | us
says-coming-small = à | au | aux | dans | en | vers | de | du | près | prochaines | prochaine | in | at | near | by | next

### La liste

menu-gatherings = Les rencontres à venir
coming-list = Voici les prochaines rencontres.
coming-see = Voir : { $title }
coming-more = Voir la suite
coming-all = Voir toutes les rencontres
coming-others = Voir les autres rencontres
coming-none = Je ne connais pas de rencontre à venir. Ces réseaux vous renseignent.
coming-none-there = Je ne connais pas de rencontre à venir, là.
coming-unknown-filter = Je ne connais ni cette commune, ni ce réseau.
coming-map = Plan : { $link }
coming-free =
    { $free ->
        [one] Il reste une place.
       *[other] Il reste { $free } places.
    }
coming-full =
    { $waiting ->
        [0] C'est complet. Vous pouvez attendre une place.
        [one] C'est complet. Une personne attend une place.
       *[other] C'est complet. { $waiting } demandes attendent une place.
    }
coming-queue = Il reste peu de places, et des personnes attendent déjà. Dites « je viens » : je regarde pour vous.
coming-over = Cette rencontre est finie.
coming-link-unknown = Je ne trouve pas cette rencontre.

### Je viens

coming-yes = Je viens
coming-yes-again = Finalement, je viens
coming-wait = Attendre une place
coming-many = Nous sommes plusieurs
coming-no = Je ne viens plus
coming-walk = Rejoindre ou partir en route
coming-for-list = Mon nom, mes besoins d'accès
coming-ics = L'ajouter à mon agenda
coming-ics-said = Voici le fichier. Ouvrez-le avec votre agenda.
coming-noted =
    { $seats ->
        [one] C'est noté : vous venez.
       *[other] C'est noté : vous venez à { $seats }.
    }
coming-kept = Je garde votre place en mémoire. J'efface tout { $days } jours après.
coming-already =
    { $seats ->
        [one] Vous êtes déjà sur la liste.
       *[other] Vous êtes déjà sur la liste, à { $seats }.
    }
coming-seats-changed =
    { $seats ->
        [one] C'est changé : je garde une place.
       *[other] C'est changé : vous venez à { $seats }.
    }
coming-no-more =
    { $free ->
        [0] Il n'y a plus d'autre place libre.
        [one] Il reste une place seulement, ou d'autres personnes l'attendent.
       *[other] Il reste { $free } places seulement, ou d'autres personnes les attendent.
    } { $seats ->
        [one] Je garde la vôtre.
       *[other] Je garde vos { $seats } places.
    }
coming-how-many = { $title } : combien êtes-vous en tout ? Plus de 6 ? Écrivez par exemple « nous sommes 8 ». { $most } au plus.
coming-people =
    { $count ->
        [one] 1 personne
       *[other] { $count } personnes
    }
coming-most = Je peux garder de 1 à { $most } places. Pour un plus grand groupe, écrivez « humain ».
coming-too-many =
    { $room ->
        [0] Il n'y a pas de place ici par Boussole.
        [one] Il y a une seule place en tout.
       *[other] La salle compte { $room } places. C'est trop peu pour votre groupe.
    }
coming-link = On s'inscrit ailleurs, ici : { $link }
coming-cancelled = C'est annulé : { $title }. { $reason }
coming-begun = { $title } : c'est commencé. Vous pouvez venir : l'équipe vous accueille s'il reste de la place.
coming-too-late = C'est fini : { $title }.
coming-left = C'est noté : vous ne venez plus. Merci de le dire. { $title }
coming-left-line = C'est noté : vous n'attendez plus de place. { $title }
coming-not-there = Vous n'êtes pas sur la liste : { $title }.
coming-you-seated =
    { $seats ->
        [one] Vous venez.
       *[other] Vous venez à { $seats }.
    }
coming-you-offered = Une place libre vous attend : répondez vite.
coming-you-waiting = Vous attendez une place : numéro { $place } de la liste.
coming-you-wait = Vous attendez une place.
coming-mine = Voici vos rencontres.
coming-which = De quelle rencontre parlez-vous ?
coming-mine-none = Vous n'avez pas de rencontre prévue.
coming-mine-button = Mes rencontres
coming-mine-seated =
    { $seats ->
        [one] Vous venez.
       *[other] Vous venez à { $seats }.
    }
coming-mine-waiting = Vous attendez une place.
coming-mine-offered = Une place vous est proposée.
coming-drop = Je ne viens plus : { $title }
coming-drop-line = Ne plus attendre : { $title }

### La liste d'attente

coming-line =
    { $seats ->
        [one] C'est complet : { $title }. Vous attendez une place, numéro { $place } de la liste.
       *[other] C'est complet : { $title }. Vous attendez { $seats } places, numéro { $place } de la liste.
    }
coming-line-rule = Je vous écris si une place se libère. Vous aurez alors 24 heures pour répondre.
coming-line-rush = Si une place se libère, j'écris à toute la liste. La première réponse l'obtient.
coming-leave-line = Ne plus attendre
coming-offer =
    { $seats ->
        [one] Une place est libre : { $title }, { $day } à { $hour }.
       *[other] Vos { $seats } places sont libres : { $title }, { $day } à { $hour }.
    }
coming-offer-until = Elle est gardée pour vous jusqu'au { $until }, { $until_hour }. Ensuite, elle passe à une autre personne.
coming-offer-first = J'écris à toutes les personnes qui attendent. La première réponse l'obtient.
coming-offer-last = C'est ma dernière proposition pour cette rencontre.
coming-offer-less =
    { $seats ->
        [one] Une seule place est gardée pour vous. Voulez-vous la prendre ?
       *[other] { $seats } places sont gardées pour vous. Voulez-vous les prendre ?
    }
coming-offer-gone = Cette proposition est passée.
coming-offer-taken = Une autre personne a répondu avant vous.
coming-enough-offers = C'est complet. Je vous ai déjà proposé une place { $most } fois. Revenez voir : une place peut se libérer.
coming-take-button = Je prends la place
coming-see-again = Revoir la rencontre

stop-lines = • Les places libres que je vous propose : vous n'attendez plus de place.

### Mon nom, mes besoins, ce que je suis

coming-list-about = L'équipe qui organise lit cette liste. Elle est effacée { $days } jours après.
coming-list-name = Votre nom sur la liste : { $name }.
coming-list-no-name = Vous êtes sur la liste sans nom.
coming-list-needs = Vos besoins : { $needs }.
coming-name-add = Ajouter un nom
coming-name-change = Changer le nom
coming-name-remove = Enlever le nom
coming-name-ask = Quel nom mettre sur la liste ? Un prénom suffit. { $most } signes au plus.
coming-name-cancel = Ne pas mettre de nom
coming-name-long = C'est { $most } signes au plus.
coming-name-kept = C'est noté. Sur la liste : { $name }.
coming-name-gone = C'est fait : votre nom n'est plus sur la liste.
coming-name-cancelled = D'accord. Je n'ajoute pas de nom.
coming-need-yes = Il me faut : { $need }
coming-need-no = Enlever : { $need }
coming-need-kept = C'est noté. L'équipe le lira.
coming-need-gone = C'est enlevé.
coming-need-steps = un accès sans marche
coming-need-seat = une chaise
coming-need-loop = une boucle auditive
coming-need-sign = la langue des signes
coming-need-pram = de la place pour une poussette
coming-follow = Suivre ces rencontres
coming-unfollow = Ne plus suivre
coming-followed = C'est noté. Je vous écris quand une date est annoncée : { $what }.
coming-unfollowed = D'accord. Je ne vous écris plus les nouvelles dates : { $what }.
coming-not-followed = D'accord. Je vous écris seulement pour les rencontres où vous venez.

### La visite à pied

coming-joins-start = Vous partez avec le groupe.
coming-joins-at = Vous rejoignez le groupe à l'étape { $number }.
coming-parts-end = Vous restez jusqu'à la fin.
coming-parts-at = Vous partez à l'étape { $number }.
coming-join-start = Partir avec le groupe
coming-join = Rejoindre à l'étape { $number } : { $place }
coming-part-end = Rester jusqu'à la fin
coming-part = Partir à l'étape { $number } : { $place }
coming-joined = C'est noté.
coming-joined-waiting = C'est noté. Vous attendez toujours une place.
coming-stop-passed = Le groupe a déjà passé cette étape. Choisissez-en une autre.
walk-at = { $title } : le groupe est à l'étape { $number }, { $place }.
walk-late = Retard : { $minutes } minutes.
walk-on-time = Le groupe est à l'heure.
walk-yours = Votre étape est la { $number } : { $place }, vers { $hour }.
walk-yours-now = C'est votre étape.
walk-ask = À quelle étape est le groupe ?
walk-ask-late = Étape { $number } : combien de retard ?
walk-button = Étape { $number } : { $place }
walk-late-button = { $minutes } minutes de retard
walk-on-time-button = À l'heure
walk-said =
    { $count ->
        [0] C'est noté : étape { $number }, { $place }. Personne n'attend plus loin.
        [one] C'est noté : étape { $number }, { $place }. J'écris à la personne qui attend plus loin.
       *[other] C'est noté : étape { $number }, { $place }. J'écris aux { $count } personnes qui attendent plus loin.
    }
walk-known = C'est déjà noté pour l'étape { $number }.
walk-no-stop = Il n'y a pas d'étape { $number }. Il y en a { $count }.
walk-not-on = Cette visite n'est pas en cours.
walk-none = Aucune visite de votre réseau n'est en cours.
walk-which = Vous avez plusieurs visites en cours. De laquelle parlez-vous ?
walk-late-much = Le retard est de { $most } minutes au plus. Au-delà, annulez la visite.

### Être là

there-welcome = Bienvenue ! C'est noté : vous êtes là. { $title }
there-after = C'est noté : vous étiez là. { $title }
there-already = C'était déjà noté : { $title }.
there-type-code = Tapez le code affiché à l'entrée. Il a 4 signes.
there-unknown = Ce code n'ouvre aucune rencontre en ce moment. Regardez bien les 4 signes.
there-which = Vous venez à plusieurs rencontres en ce moment. Tapez le code affiché à l'entrée.

### Pour qui organise

door-all = Voir qui vient à mes rencontres
walk-stop-gone = { $title } : l'étape « { $place } » n'y est plus.
walk-stop-gone-start = Votre place est gardée, au départ, à { $hour }. Vous pouvez choisir une autre étape.
door-open = { $title }
door-open-here = Qui vient ?
door-which = Les rencontres de votre réseau :
door-none = Votre réseau n'a pas de rencontre en ce moment.
door-others = Mes autres rencontres
door-back = Revenir à la rencontre
door-coming =
    { $count ->
        [0] Personne n'a encore dit « je viens ».
        [one] Une personne vient.
       *[other] { $count } personnes viennent.
    }
door-waiting =
    { $count ->
        [one] Une demande attend une place.
       *[other] { $count } demandes attendent une place.
    }
door-aside =
    { $count ->
        [one] Une place est promise ailleurs.
       *[other] { $count } places sont promises ailleurs.
    }
door-free =
    { $free ->
        [0] Aucune place libre.
        [one] Une place libre.
       *[other] { $free } places libres.
    }
door-there =
    { $count ->
        [0] Personne n'est encore noté présent.
        [one] Une personne est là.
       *[other] { $count } personnes sont là, dont { $walk_ins } sans inscription.
    }
door-code = Code à afficher à l'entrée : { $code }
door-list = Lire la liste
door-file = La feuille et le fichier
door-file-said = Voici la liste. Ces noms vous sont confiés : effacez le fichier { $days } jours après. Cette lecture est notée dans le journal.
door-count = Compter à l'entrée
door-reserve = Places promises ailleurs
door-paste = Noter qui était là
door-walk = Dire où est le groupe
door-page = Personnes { $first } à { $last }, sur { $count }. Cette lecture est notée dans le journal.
door-nobody = La liste s'arrête là.
door-no-name = sans nom
door-line =
    { $seats ->
        [one] { $number }. { $name }
       *[other] { $number }. { $name }, { $seats } places
    }
door-joins = rejoint à l'étape { $number }
door-parts = part à l'étape { $number }
door-is-there = est là
door-ask-walk-ins = Combien de personnes sont venues sans s'inscrire ici ? Noté : { $count }. Écrivez le total, ou « +3 ».
door-ask-aside = Combien de places sont promises ailleurs ? Noté : { $count }. Écrivez le total.
door-ask-paste = Collez la liste des présents, une personne par ligne. Écrivez son numéro dans la liste, ou son nom.
door-cancel = Ne rien changer
door-plus = + { $count }
door-number = Écrivez un nombre, de 0 à { $most }.
door-walk-ins-kept =
    { $count ->
        [0] C'est noté : personne sans inscription.
        [one] C'est noté : une personne sans inscription.
       *[other] C'est noté : { $count } personnes sans inscription.
    }
door-aside-kept =
    { $count ->
        [0] C'est noté : aucune place promise ailleurs.
        [one] C'est noté : une place promise ailleurs.
       *[other] C'est noté : { $count } places promises ailleurs.
    }
door-aside-over =
    { $over ->
        [one] Attention : il manque une place. Les personnes inscrites gardent la leur.
       *[other] Attention : il manque { $over } places. Les personnes inscrites gardent la leur.
    }
door-pasted =
    { $count ->
        [0] Je n'ai reconnu personne.
        [one] Une personne est notée présente.
       *[other] { $count } personnes sont notées présentes.
    }
door-unknown = Ligne { $line } : « { $said } » n'est pas sur la liste.
door-twice = Ligne { $line } : plusieurs personnes s'appellent « { $said } ». Écrivez le numéro.
door-more-wrong = Et { $count } autres lignes ne sont pas reconnues.
door-unknown-how = Une personne venue sans s'inscrire ? Touchez « Compter à l'entrée ».
door-cut = Votre message était trop long. Collez la suite dans un autre message.

### Ce qui est gardé

kept-bookings =
    { $count ->
        [one] • Une rencontre où vous venez, ou attendez une place.
       *[other] • { $count } rencontres où vous venez, ou attendez une place.
    }
kept-follows =
    { $count ->
        [one] • Une série de rencontres que vous suivez.
       *[other] • { $count } séries de rencontres que vous suivez.
    }
export-bookings = Les rencontres où vous venez
export-follows = Ce que vous suivez

# --- Le journal des rôles

journal-list-read = liste de qui vient lue
journal-list-download = liste de qui vient téléchargée
journal-door-walk_ins = personnes comptées à la porte
journal-door-aside = places promises ailleurs
journal-door-paste = liste des personnes présentes collée
journal-walk-told = groupe d'une visite prévenu
