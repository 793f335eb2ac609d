### Le bilan de la semaine, pour les agents : lien, message du lundi, courriel. Voir handlers/dialogues/bilan.py.

words-bilan = bilan | le bilan | voir le bilan | bilan de la semaine | le bilan de la semaine | bilan hebdomadaire
access-open = Voir le bilan

access-link =
    Le bilan s'ouvre dans votre navigateur :
    { $link }
    Ce lien sert une fois, pendant { $minutes } minutes. Ne le donnez à personne.
access-nowhere = Le bilan ne s'ouvre pas encore dans un navigateur : l'adresse du site manque. La personne qui installe le service l'écrit dans « [web] url ».
access-each-monday = Vous le recevez ici chaque lundi à 8 h.
access-no-monday = Vous ne le recevez pas le lundi.
access-here = Le recevoir ici
access-start = Le recevoir chaque lundi
access-stop = Ne plus le recevoir le lundi
access-started = C'est noté. Vous recevrez le bilan ici chaque lundi à 8 h. Pour arrêter, écrivez « bilan » ou « stop ».
access-stopped = C'est noté. Vous ne recevrez plus le bilan le lundi. Pour le revoir, écrivez « bilan ».
access-soon = Je prépare le bilan. Il arrive ici dans un instant.

stop-mondays = • Le bilan du lundi.

journal-program = jeton { $number }
journal-mail = adresse inscrite { $number }
journal-bilan = bilan demandé
journal-bilan-here = bilan reçu dans la messagerie
journal-bilan-monday = bilan du lundi demandé
journal-bilan-open = bilan ouvert dans un navigateur
journal-token-new = jeton fait pour un programme
journal-token-used = bilan lu par un programme
journal-token-revoke = jeton retiré
journal-mail-add = adresse inscrite pour le bilan
journal-mail-remove = adresse du bilan retirée

### Le courriel du lundi

access-mail-subject = { $site } : { $title }
access-mail-link =
    Pour tout lire dans votre navigateur :
    { $link }
    Ce lien sert une fois, jusqu'au { $day }. Ne le donnez à personne.
access-mail-files = Le détail est dans les fichiers joints.
access-mail-why = Vous recevez ce message parce que votre adresse a été inscrite pour cela. Pour ne plus le recevoir, demandez-le à la personne qui administre le service.

### La page /bilan

access-page-title = Le bilan
access-page-ready = Le bilan est prêt. Ce lien ne sert qu'une fois.
access-page-button = Ouvrir le bilan
access-page-hour = Il reste ouvert une heure dans ce navigateur.
access-page-gone-title = Ce lien ne s'ouvre plus
access-page-gone = Il a déjà servi, ou il est trop ancien. Écrivez « bilan » à Boussole pour en avoir un autre.
access-page-closed-title = Le bilan est fermé
access-page-closed = Pour l'ouvrir, écrivez « bilan » à Boussole : un lien vous est donné.
access-page-missing-title = Pas de bilan ici
access-page-missing = Il n'y a pas de bilan à cette adresse. La semaine n'est peut-être pas finie.
access-page-leave = Fermer le bilan
access-page-left-title = C'est fermé
access-page-left = Le bilan n'est plus ouvert dans ce navigateur.
access-page-beside = Semaines voisines
access-page-ways = Autres semaines et fichiers
access-page-week = Semaine { $number } de { $year }
access-page-year = Année { $year }
access-page-weeks = Choisir une semaine
access-page-files = Télécharger :
access-page-go = Voir
access-page-away-title = Un instant
access-page-away = La base ne répond pas. Réessayez dans une minute.

### L'interface pour les programmes, /api/v1

cli-api-token = Il faut un jeton valable. La commande « boussole tokens new » en fait un.
cli-api-scope = Ce jeton n'ouvre pas cela. Il faut la portée { $scope }.
cli-api-haste = Trop de demandes. Attendez un peu.
cli-api-missing = Il n'y a rien à cette adresse.
cli-api-no-period = Il n'y a pas de bilan pour cette période. Elle n'est peut-être pas finie.
cli-api-no-printer = Rien ici ne fait de PDF. Demandez un autre format.
cli-api-method = Cette adresse se lit seulement.
cli-api-refused = La demande est refusée.
cli-api-misread = La demande ne se lit pas : { $where }.
cli-api-failed = Une erreur de notre part. Réessayez plus tard.
cli-api-away = La base ne répond pas. Réessayez dans une minute.

### Les commandes « boussole tokens »

cli-tokens-done = Ce jeton ouvre : { $scopes }. Gardez-le : il n'est montré qu'une fois.
cli-tokens-name = Dites à quoi sert ce jeton, en { $longest } caractères au plus.
cli-tokens-scope = Portées connues : { $known }.
cli-tokens-days = Nombre de jours attendu : de 1 à { $most }.
cli-tokens-none-such = Aucun jeton en service ne porte le numéro { $id }.
cli-tokens-none = Aucun jeton n'a été fait.
cli-tokens-row = { $id }  { $name }  [{ $scopes }]  fait le { $since }, { $used }, { $state }
cli-tokens-used = servi le { $day }
cli-tokens-unused = jamais servi
cli-tokens-open = en service
cli-mail-address = Ce n'est pas une adresse électronique. Exemple : prenom.nom@ville.example
cli-mail-known = Cette adresse est déjà inscrite.
cli-mail-added = C'est noté. Le bilan part à cette adresse chaque lundi à 8 h.
cli-mail-no-server = Aucun courriel ne part encore : remplissez la section [smtp] de la configuration.
cli-mail-none-such = Aucune adresse ne porte le numéro { $id }.
cli-mail-removed = C'est fait. Plus rien ne part à cette adresse.
cli-mail-none = Aucune adresse n'est inscrite.
cli-mail-row = { $id }  { $address }  inscrite le { $since }

### « boussole doctor »

cli-doctor-mail = Courriel : { $host }:{ $port } répond comme il faut
cli-doctor-mail-none = Courriel : pas configuré, le bilan du lundi ne part que dans les messageries
cli-doctor-mail-away = Courriel : { $host }:{ $port } ne répond pas. Vérifiez le réseau, smtp.host, smtp.port et smtp.tls.
cli-doctor-mail-refused = Courriel : { $host }:{ $port } nous refuse, ou n'a pas de chiffrement sûr. Vérifiez smtp.user, smtp.password et smtp.tls.
cli-doctor-mail-no-site = Courriel : sans web.url, le bilan part sans lien vers le site
access-page-foreign = Le bilan lui-même est en français : ses mots sont ceux du rapport.
