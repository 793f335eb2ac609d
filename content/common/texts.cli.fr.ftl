### Ce que dit la ligne de commande.

cli-internal = Erreur de notre part : { $error }, { $where }. Rien n'a été changé. Merci de nous le signaler.
cli-usage-help = { $fault } Aide : { $command } --help
cli-usage-no-such-option = L'option { $given } n'existe pas.
cli-usage-no-such-command = La commande « { $given } » n'existe pas.
cli-usage-option = L'option { $given } n'a pas sa valeur, ou en a une de trop.
cli-usage-missing = Il manque { $what }.
cli-usage-one-of = { $what } : valeurs possibles : { $known }.
cli-usage-value = { $what } : cette valeur ne convient pas.
cli-usage-extra = « { $given } » est de trop.
cli-usage-other = Cette ligne n'est pas comprise.
cli-output-full = La sortie est pleine : rien de plus ne peut y être écrit.
cli-pack-refused = { $count ->
    [one] Le pack est refusé : 1 défaut.
   *[other] Le pack est refusé : { $count } défauts.
}
cli-pack-kept = Le pack est refusé, l'ancien reste en service.
cli-check-ok = { $name } : { $combinations } combinaisons prouvées, { $questions } questions au plus, { $rules } règles, { $personas } profils.
cli-check-warnings = { $count ->
    [0] Aucun avertissement.
    [one] 1 avertissement.
   *[other] { $count } avertissements.
}
cli-check-proving = Preuve
cli-check-same = Rien ne change.
cli-check-unreadable = { $path } : ce pack ne peut pas être lu.
cli-live = { $conversations } conversations en cours, dont { $affected } avec une réponse que ce pack n'a plus.
cli-todo-network = { $name } : { $count } à confirmer
cli-todo-nobody = Sans réseau désigné
cli-todo-line = {"  "}{ $subject } : { $text } ({ $source })
cli-todo-overdue = {"  "}{ $subject } : { $text } ({ $source }), date de relecture passée
cli-todo-none = Tout est confirmé.
cli-warning = avertissement : { $message }

cli-orient-json = cette ligne n'est pas du JSON
cli-orient-object = cette ligne n'est pas un objet JSON
cli-orient-repeated = { $fact }: donné deux fois
cli-orient-fact = { $fact }: fait inconnu
cli-orient-value = { $fact }: valeur inconnue « { $value } »
cli-orient-value-repeated = { $fact }: une valeur est répétée
cli-orient-too-many = { $fact }: { $most } valeurs au plus
cli-orient-outside = { $fact }: valeurs possibles : { $known }
cli-orient-place = { $fact }: commune inconnue « { $value } »
cli-orient-place-several = { $fact }: plusieurs communes possibles pour « { $value } »
cli-orient-required = { $fact }: réponse nécessaire
cli-file-unreadable = { $path } : ce fichier ne peut pas être lu.

cli-json-not-json = Cette ligne n'est pas du JSON.
cli-json-object = Cette ligne n'est pas un objet JSON.
cli-json-key = La clé « { $key } » est inconnue.
cli-json-repeated = La clé « { $key } » est donnée deux fois.
cli-json-text = « { $key } » doit être un texte.
cli-json-from = « from » manque : qui écrit ?
cli-json-name = « { $key } » ne contient rien de lisible.
cli-json-empty = Il manque « text », « choice » ou « kind ».
cli-json-one-of = « { $key } » : valeurs possibles : { $known }.
cli-json-clock = « clock » attend une date et une heure avec leur décalage, par exemple 2026-12-03T18:00:00+01:00.
cli-json-clock-far = « clock » va de l'année { $first } à l'année { $last }.
cli-json-clock-long = L'horloge avance de { $years } ans au plus en une fois. Pour sauter plus loin, ajoutez « "asleep": true ».
cli-json-clock-back = L'horloge ne recule pas.

cli-database-refused = La base de données est refusée.
cli-database-url = Cette adresse de base de données n'est pas comprise : { $url }. Exemple : sqlite:///boussole.db
cli-database-missing = { $path } : il n'y a pas de base ici. Vérifiez l'adresse, ou créez-la : boussole db upgrade
cli-database-driver = Il manque ici de quoi parler à PostgreSQL. Installez le complément : .venv/bin/pip install -e '.[postgres]'
cli-database-encoding = Cette base est en { $encoding } : toutes les langues n'y entrent pas. Créez-la en UTF-8 : createdb --encoding=UTF8 --template=template0 boussole
cli-database-newer = Cette base vient d'une version plus récente ({ $found }). Ce programme connaît { $known }. Installez la version récente.
cli-database-foreign = Cette base contient des tables qui ne sont pas les nôtres. Donnez un autre fichier.
cli-backup-refused = Cette copie ne peut pas être faite ou lue : { $path }.
cli-backup-unsupported = Les outils de PostgreSQL (pg_dump, pg_restore, psql) manquent ici, ou sont plus vieux que le serveur. Installez-les.
cli-restore-unfinished = Une restauration a été coupée. Recommencez-la : boussole db restore
cli-database-trouble = La base de données ne répond pas.
cli-database-moved = Tout ce que contenait { $url } a été copié ailleurs le { $at } (UTC). Cette base ne sert plus : indiquez la nouvelle dans [storage] url.
cli-copy-refused = { $why ->
        [source] La base { $url } n'est pas au schéma de cette version. Faites d'abord « boussole db upgrade ».
       *[target] La base { $url } n'est pas vide. Rien n'a été copié : donnez une base vide.
    }
cli-copy-differs = La table { $table } n'est pas arrivée entière. L'ancienne base sert toujours. Videz la nouvelle, puis recommencez.
cli-copy-done = { $tables } tables et { $rows } lignes sont copiées dans { $url }, puis relues et comparées.
cli-copy-former = L'ancienne base, { $url }, ne peut plus servir : indiquez la nouvelle dans [storage] url. Gardez l'ancienne 35 jours au plus.
cli-database-busy = La base est déjà utilisée par un autre programme. Arrêtez-le, puis réessayez.
cli-database-unreachable = La base ne peut pas être ouverte. Vérifiez l'adresse et les droits.
cli-database-read-only = La base est en lecture seule. Rendez le fichier accessible en écriture.
cli-database-damaged = Ce fichier n'est pas une base lisible. Restaurez une sauvegarde.
cli-disk-full = Le disque est plein. Rien n'est perdu : libérez de la place.
cli-database-ok = { $url } : schéma { $revision }, en ordre.
cli-database-empty = { $url } : base vide. Faites : boussole db upgrade
cli-database-behind = { $url } : schéma { $revision }, à mettre à jour. Faites : boussole db upgrade
cli-database-upgraded = Schéma : { $after }.
cli-database-copied = Copie faite avant : { $path }
cli-backup-done = Copie : { $path }
cli-restore-done = Base restaurée. Les messages en attente ne partiront pas tout seuls.
cli-restore-former = L'ancienne base est là : { $path }
cli-ledger = { $planned } messages : { $states }

cli-chat-hint = Écrivez votre message, puis Entrée. Pour quitter : Ctrl-D.
cli-demo-title = Une orientation complète, sur une base jetable.
cli-demo-says = Vous : { $text }
cli-demo-end = Fin de la démonstration. { $states }
cli-demo-chat = À vous. Pour quitter : Ctrl-D.

cli-new-exists = { $path } : ce dossier n'est pas vide.
cli-new-done = Pack commencé dans { $path }. La liste de ce qui reste à remplir : boussole check { $path }

cli-doctor-ok = bon
cli-doctor-bad = à corriger
cli-doctor-python = Python { $version }
cli-doctor-settings = Configuration
cli-doctor-pack = Pack { $name }, révision { $revision }
cli-doctor-zone = Fuseau { $zone }, heure locale { $time }
cli-doctor-database = Base : schéma { $revision }
cli-doctor-database-empty = Base : vide, elle sera créée au premier démarrage
cli-doctor-clock = Horloge
cli-doctor-clock-bad = L'horloge de la machine est fausse ({ $time }). Mettez-la à l'heure.
cli-doctor-memory = Mémoire : { $used } Mo utilisés, { $free } Mo libres
cli-doctor-memory-low = Il reste moins de { $least } Mo de mémoire. Fermez d'autres programmes.
cli-doctor-zone-missing = Le fuseau { $zone } est inconnu ici. Installez le paquet tzdata.
cli-outbox-waiting =
    { $channel } : { $count ->
        [one] 1 message à plusieurs attend
       *[other] { $count } messages à plusieurs attendent
    }, { $duration } au rythme { $learned ->
        [yes] que le serveur laisse
       *[other] réglé
    } ({ $pace } par seconde).
cli-outbox-slow-matrix = C'est plus d'une heure. Demandez à qui tient le serveur Matrix de lever la limite d'envoi du compte du bot (Synapse : override_ratelimit, messages_per_second 0).
cli-outbox-slow-telegram = C'est plus d'une heure. Telegram limite tous les bots : envoyez en plusieurs fois, ou prévenez que cela sera long.
cli-duration-moment = moins d'une minute
cli-duration-minutes =
    { $count ->
        [one] environ 1 minute
       *[other] environ { $count } minutes
    }
cli-duration-hours = environ { $hours } h { $minutes }
cli-outbox-released = Les messages retenus peuvent partir au prochain démarrage.
cli-outbox-cancelled = { $count } messages annulés : ils ne partiront pas.
cli-outbox-held = En attente depuis la restauration du { $since } : { $count } messages. Pour les laisser partir : boussole outbox release. Pour les annuler : boussole outbox release --cancel
cli-doctor-copies = Copies : la dernière date du { $at }, dans { $folder }
cli-doctor-copies-first = Copies : la première sera faite quand le bot tournera, dans { $folder }
cli-doctor-copies-none = Copies : « backup.every » vaut 0, le bot n'en fait aucune. Faites-les vous-même : boussole db backup
cli-doctor-copies-late = Copies : aucune dans { $folder } depuis plus de deux fois { $every } minutes. Vérifiez la place et les droits, puis lisez le journal.
cli-doctor-copies-failed = Copies : la dernière a échoué, le { $since }. Vérifiez la place et les droits de { $folder }.
cli-doctor-copies-stay = Copies : elles n'ont pas pu être emportées ailleurs, depuis le { $since }. Vérifiez le programme de [backup] command.
cli-doctor-copies-tools = Copies : pg_dump, pg_restore ou psql manque ici, ou est plus vieux que le serveur. Installez les outils de PostgreSQL.
cli-tree-end = Résultat
