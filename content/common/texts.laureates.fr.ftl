### Les projets lauréats : entrer avec un code, inviter des collègues, vérifier les demandes. Voir handlers/projects.py.

words-projet = mon projet lauréat | mes collègues | mon équipe | notre équipe | mes projets lauréats
words-collegue = inviter un collègue | inviter un ou une collègue | inviter une collègue | inviter mes collègues | inviter des collègues | inviter un associé | inviter une associée | ajouter un collègue | ajouter une collègue
words-laureat = nouveau lauréat | nouvelle lauréate | nouveau projet lauréat | ajouter un lauréat | code lauréat | laureat
words-verifier = à vérifier | demandes à vérifier | les demandes | vérifier les demandes | verifier
words-membres = membres | les membres | liste des membres | voir les membres

### Entrer

laureate-code =
    Ce code est pour le projet « { $project } ».
    C'est un projet lauréat : { $call }, { $year }.
    Il vous fait entrer ici : { $community }.
laureate-entered =
    C'est fait, bienvenue. Vous êtes membre ici : { $community }.
    Votre projet : « { $project } ».
laureate-may-invite = { $count ->
    [one] Vous pouvez inviter un ou une collègue. Cette personne aura un code à elle.
   *[other] Vous pouvez inviter { $count } collègues. Chaque personne aura un code à elle.
 }
laureate-card = Remplir ma fiche
laureate-already = Vous êtes déjà membre pour le projet « { $project } ». Je n'ai pas utilisé de code. Pour voir votre équipe, écrivez « mes collègues ».
laureate-not-entered = C'est noté. Vous n'êtes pas membre, et le code n'a pas servi. Il reste valable jusqu'au { $until }. Pour entrer, écrivez-le à nouveau.
laureate-code-closed = Ce code n'est plus valable. Demandez-en un autre à la personne qui vous l'a donné.

### L'équipe d'un projet

team-title = Projet « { $project } ». Lauréat : { $call }, { $year }.
team-person = • Collègue { $number }, depuis le { $day }
team-named = • Collègue { $number } ({ $name }), depuis le { $day }
team-waiting = • Collègue { $number } : code pas encore utilisé, valable jusqu'au { $day }
team-left = { $count ->
    [one] Vous pouvez inviter encore une personne.
   *[other] Vous pouvez inviter encore { $count } personnes.
 }
team-full = Toutes les places sont prises. Pour inviter quelqu'un d'autre, retirez d'abord un accès.
team-not-led = La personne qui porte le projet peut inviter des collègues. Demandez-lui.
team-none = Je ne vous connais pas de projet lauréat. Si vous avez un code, écrivez-le seul, ici.
team-show = Voir mon équipe
team-invite = Inviter un ou une collègue
team-invite-for = Inviter pour « { $project } »
team-remove = Retirer collègue { $number }
team-remove-for = Retirer collègue { $number } de « { $project } »
team-cancel = Annuler le code de collègue { $number }
team-cancel-for = Annuler le code { $number } de « { $project } »
team-code =
    Voici un code pour un ou une collègue du projet « { $project } » :

    { $code }

    Donnez-le à une seule personne. Elle l'écrit ici, seul, dans les { $days } jours. Je ne le montre qu'une fois.
team-ask-remove = Retirer l'accès de collègue { $number } ? Cette personne quitte la communauté tout de suite. Je la préviens.
team-ask-cancel = Annuler le code de collègue { $number } ? Personne ne pourra plus s'en servir.
team-remove-yes = Oui, retirer
team-cancel-yes = Oui, annuler le code
team-remove-no = Non, ne rien changer
team-removed = C'est fait. Collègue { $number } n'a plus d'accès.
team-cancelled = C'est fait. Ce code ne sert plus à personne.
team-kept = Je n'ai rien changé.
team-gone = Cet accès n'existe plus, ou ce n'est pas à vous de le retirer.
team-removed-you = Votre accès pour le projet « { $project } » est retiré. La personne qui porte le projet l'a demandé. Pour en parler à quelqu'un, écrivez « humain ».

### Ajouter un projet à la liste (agent de la collectivité)

enlist-community = Pour quelle communauté ?
enlist-community-topic = communauté
enlist-community-why = Chaque communauté a sa liste de projets lauréats.
enlist-project = Quel est le nom du projet ? N'écrivez pas de nom de personne.
enlist-project-topic = projet
enlist-project-why = Les collègues du projet liront ce nom. Il sert à le reconnaître dans la liste.
enlist-call = De quel appel est-il lauréat ?
enlist-call-typed = De quel appel est-il lauréat ? Écrivez le nom de l'appel.
enlist-call-topic = appel
enlist-call-why = Les chiffres comptent les projets par appel et par année.
enlist-year = En quelle année ? Vous pouvez écrire une autre année, en 4 chiffres.
enlist-year-topic = année
enlist-year-why = Les chiffres comptent les projets par appel et par année.
enlist-known = Ce projet est déjà dans la liste. Si vous envoyez, je fais un nouveau code. Un ancien code qui n'a pas servi ne servira plus.
enlist-none = Aucune liste de projets lauréats n'est à vous ici. Pour en parler, écrivez « humain ».
enlist-done =
    C'est fait. Voici le code du projet « { $project } » :

    { $code }

    Donnez-le à la personne qui porte le projet. Elle l'écrit ici, seul, dans les { $days } jours. Je ne le montre qu'une fois.
enlist-another = Ajouter un autre projet

### Vérifier les demandes (animation, agent)

asks-none = Aucune demande à vérifier pour le moment.
asks-nowhere = Votre rôle n'ouvre aucune communauté ici. Pour en parler, écrivez « humain ».
asks-title = { $count ->
    [one] Une demande à vérifier.
   *[other] { $count } demandes à vérifier. Voici la plus ancienne.
 }
asks-next = Demande { $number } sur { $count }.
asks-for = Pour entrer ici : { $community }.
asks-age = { $days ->
    [0] Demande faite aujourd'hui.
    [one] Demande faite hier.
   *[other] Demande faite il y a { $days } jours.
 }
asks-empty = Cette personne n'a rien rendu visible.
asks-accept = Accepter
asks-refuse = Refuser
asks-later = Demande suivante
asks-from-start = Revenir à la première
asks-members = Voir les membres
asks-gone = Cette demande n'attend plus. Quelqu'un a peut-être répondu avant vous.
asks-accepted = C'est fait. Cette personne est membre. Je la préviens.
asks-refused = C'est noté. Cette personne lira votre raison, et ce qu'elle peut faire maintenant.
asks-why = Pourquoi refuser ? La personne lira une explication simple.
asks-why-short = La fiche ne dit pas assez
asks-why-elsewhere = Le projet est ailleurs
asks-why-none = Ce n'est pas un projet
asks-why-unproved = Je n'ai pas pu vérifier
asks-back = Ne pas refuser

asks-accepted-you = Bonne nouvelle : vous êtes membre ici : { $community }. Pour commencer, écrivez « communauté ».
asks-refused-you-short = Une personne du réseau a lu votre demande pour : { $community }. Pour le moment, vous n'êtes pas membre. Votre fiche ne dit pas encore assez sur votre projet. Complétez-la, puis demandez à nouveau : écrivez « communauté ». Pour en parler, écrivez « humain ».
asks-refused-you-elsewhere = Une personne du réseau a lu votre demande pour : { $community }. Pour le moment, vous n'êtes pas membre. Cette communauté réunit des projets d'ici. Pour trouver un appui près de chez vous, écrivez « humain ».
asks-refused-you-none = Une personne du réseau a lu votre demande pour : { $community }. Pour le moment, vous n'êtes pas membre. Cette communauté est pour les personnes qui portent un projet. Les rencontres sont ouvertes à tout le monde : écrivez « rencontres ». Pour en parler, écrivez « humain ».
asks-refused-you-unproved = Une personne du réseau a lu votre demande pour : { $community }. Pour le moment, vous n'êtes pas membre. Elle n'a pas pu vérifier votre projet avec ce qui est écrit. Pour en parler avec elle, écrivez « humain ». Si vous avez un code, écrivez-le seul, ici.

### Les membres, vus par l'animation

members-title = { $count ->
    [one] Un seul membre.
   *[other] { $count } membres.
 }
members-of = { $community } :
members-none = Personne n'est encore membre de vos communautés.
members-line = • Membre { $number } ({ $name }), depuis le { $day }
members-line-unnamed = • Membre { $number }, depuis le { $day }
members-muted = { $line }, en pause
members-see = Voir le membre { $number }
members-more = Voir la suite
members-first = Revenir au début
members-mute = Mettre en pause
members-lift = Lever la pause
members-again = Revoir ce membre
members-back = Revenir à la liste
members-gone = Cette personne n'est plus membre ici.
members-about = Membre depuis le { $day }.
members-about-muted = Membre depuis le { $day }. En pause : cette personne ne peut plus écrire aux autres.
members-muted-done = C'est fait. Cette personne reste membre, sans écrire aux autres. Je la préviens.
members-lifted-done = C'est fait. Cette personne peut à nouveau écrire aux autres. Je la préviens.
members-muted-you = Une personne du réseau a mis vos messages en pause ici : { $community }. Vous restez membre. Pour le moment, vous ne pouvez pas écrire aux autres. Pour en parler, écrivez « humain ».
members-lifted-you = Vous pouvez à nouveau écrire aux autres membres ici : { $community }.

### La ligne de commande

cli-laureates-column = La colonne « { $column } » n'est pas attendue. Colonnes : { $known }. La liste ne contient ni nom ni contact de personne.
cli-laureates-missing = Il faut une colonne « { $column } », une seule fois.
cli-laureates-cells = Cette ligne a { $count } cases, il en faut { $wanted }.
cli-laureates-name = Le nom du projet manque.
cli-laureates-long = Le nom du projet dépasse { $most } caractères.
cli-laureates-personal = Le nom du projet contient un contact ou un numéro personnel. Retirez-le.
cli-laureates-year = L'année s'écrit en chiffres, entre { $first } et { $last }.
cli-laureates-call = Cet appel n'est pas dans le pack : { $call }. Appels connus : { $known }.
cli-laureates-places = Le nombre de places est un nombre, { $most } au plus.
cli-laureates-twice = Ce projet est déjà à la ligne { $line }.
cli-laureates-csv = Cette ligne n'est pas du CSV : un guillemet n'est pas fermé.
cli-laureates-encoding = Ce fichier n'est ni en UTF-8 ni en Windows-1252. Enregistrez-le en « CSV UTF-8 ».
cli-laureates-large = Ce fichier est trop grand : { $most } lignes au plus.
cli-laureates-empty = La liste est vide.
cli-laureates-file = Ce fichier ne peut pas être lu : { $path }
cli-laureates-exists = Ce fichier existe déjà : { $path }. Choisissez un autre nom.
cli-laureates-output = Ce fichier ne peut pas être écrit : { $path }
cli-laureates-refused = Rien n'a été ajouté. Corrigez ces lignes, puis recommencez.
cli-laureates-community = Choisissez une communauté de lauréats : --community, parmi : { $known }.
cli-laureates-done = { $new ->
    [0] Aucun projet ajouté
    [one] Un projet ajouté
   *[other] { $new } projets ajoutés
 }, { $known ->
    [one] { $known } déjà connu
   *[other] { $known } déjà connus
 }. Les codes servent une fois, pendant { $days } jours. Ils ne seront plus montrés.
cli-laureates-none = Aucun projet lauréat dans la liste.
cli-laureates-none-such = Il n'y a pas de projet sous le numéro { $id } dans la liste.
cli-laureates-row = { $id }  { $year }  { $call }  { $name }  { $people ->
    [one] { $people } personne
   *[other] { $people } personnes
 }, { $state }
cli-laureates-waiting = code pas encore utilisé
cli-laureates-entered = entré
cli-laureates-revoked = retiré
cli-laureates-count = { $year }  { $call }  { $projects ->
    [one] { $projects } projet
   *[other] { $projects } projets
 }, { $used ->
    [one] { $used } entré
   *[other] { $used } entrés
 }, { $people ->
    [one] { $people } personne
   *[other] { $people } personnes
 }
cli-laureates-code = Nouveau code du projet « { $project } ». Il sert une seule fois, pendant { $days } jours.
cli-pass-row = L{ $id }  { $kind }  { $project } ({ $year })  fait le { $since }, { $state }
cli-pass-first = lauréat
cli-pass-colleague = collègue
