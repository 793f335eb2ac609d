### Ce que disent les commandes de la personne qui fait tourner le bot : run, init, doctor.

cli-run-no-channel = Aucun canal n'est configuré. Faites : boussole init, ou écrivez une section [telegram] ou [matrix].
cli-run-no-notice = Personne ne peut être reçu avant de savoir qui répond de ses données. À remplir dans la configuration : { $keys }. Faites : boussole init
cli-run-no-channel-left = Plus aucun canal n'accepte le bot. Faites : boussole doctor
cli-run-refused-telegram = Telegram refuse le jeton. Demandez-en un à @BotFather, puis : boussole init
cli-run-refused-matrix = Matrix ne peut pas servir, pour la raison dite plus haut.

cli-request-unknown = Le bot qui tourne ne connaît pas cette demande. Redémarrez-le : il est d'une autre version.
cli-request-failed = Le bot qui tourne n'a pas pu le faire ({ $error }). Son journal dit où.

cli-init-terminal = Cette commande pose des questions : lancez-la dans un terminal, ou copiez config.example.toml.
cli-init-replace = { $path } existe déjà. Le remplacer ? [o/N]
# Les mots, en minuscules, qui veulent dire oui.
cli-init-yes = o oui y yes
cli-init-kept = { $path } est gardé tel quel.
cli-init-required = Une réponse est nécessaire ici.
cli-init-notice = Cinq réponses pour la notice de confidentialité. Les deux premières sont nécessaires pour « boussole run ». Entrée pour passer.
cli-init-controller = Qui répond des données (le nom de la structure)
cli-init-contact = Comment la joindre (une adresse électronique ou postale)
cli-init-legal_basis = Texte fondateur (par exemple : mission d'intérêt public, article 6.1.e du RGPD, délibération n° …)
cli-init-dpo = Comment joindre la personne déléguée à la protection des données
cli-init-processors = Qui fait marcher le service, par exemple : Hébergeur Exemple, France: serveurs. Séparez-les par un point-virgule
cli-init-pack = Territoire : un de { $known }, ou le dossier d'un autre pack
cli-init-zone = Fuseau horaire de ce territoire : { $zone }. Pour un autre, changez « timezone » dans son pack.yaml.
cli-init-telegram = Le jeton que @BotFather a donné. Il ne s'affiche pas ; Entrée pour ne pas ouvrir Telegram.
cli-init-token = Jeton
cli-init-webhook = Le bot a-t-il une adresse publique en HTTPS que Telegram peut appeler ? Sinon il ira chercher les messages. [o/N]
cli-init-webhook_url = Cette adresse (par exemple https://bot.example.org/telegram)
cli-init-header = # Écrit par « boussole init ». Toutes les clés : config.example.toml
cli-init-done = { $path } est écrit. Vérifiez : boussole doctor. Puis démarrez : boussole run

cli-doctor-notice = Notice de confidentialité : tout est rempli
cli-doctor-notice-better = Notice de confidentialité : peut partir ainsi. À remplir pour la compléter : { $keys }
cli-doctor-notice-missing = Notice de confidentialité : « boussole run » attend encore { $keys }. Faites : boussole init
cli-doctor-absent = Le bot n'a pas tourné depuis le { $since } : Telegram ne garde les messages que 24 heures, ceux d'avant peuvent être perdus.
cli-doctor-was-absent = Le bot s'est arrêté du { $since } au { $until } : des messages de plus de 24 heures peuvent être perdus.
cli-doctor-footprint = Mémoire du serveur installé : { $used } Mo, sur { $most } au plus
cli-doctor-footprint-high = Le serveur prend { $used } Mo de mémoire, plus que les { $most } prévus. Redémarrez-le, et signalez-le nous.
cli-doctor-footprint-running = Mémoire du bot qui tourne : { $used } Mo, sur { $most } au plus
cli-doctor-telegram = Telegram : le jeton est celui de @{ $name }
cli-doctor-telegram-none = Telegram : pas configuré
cli-doctor-telegram-token = Telegram refuse le jeton. Demandez-en un à @BotFather, puis : boussole init
cli-doctor-telegram-away = Telegram ne répond pas à { $host }. Vérifiez le réseau et telegram.base_url.
cli-doctor-telegram-clock = L'horloge de la machine a { $seconds } secondes d'écart avec celle de Telegram. Mettez-la à l'heure.
cli-doctor-webhook = Telegram appelle l'adresse configurée ; { $pending } messages en attente
cli-doctor-webhook-polling = Telegram ne nous appelle pas, le bot va chercher les messages ; { $pending } en attente
cli-doctor-webhook-other = Telegram appelle une autre adresse que celle de la configuration. Démarrez le bot : il la corrige.
cli-doctor-webhook-error = Le dernier appel de Telegram a échoué le { $at } : { $reason }. Vérifiez l'adresse publique et son certificat.
cli-doctor-menu = Menu de Telegram : { $count } commandes
cli-doctor-menu-empty = Le menu de Telegram est vide. Démarrez le bot : il le remplit.

cli-metric-turn = Secondes entre l'arrivée d'un message et son enregistrement.
cli-metric-outbox-messages = Messages du registre, par état.
cli-metric-channel-up = 1 si le canal écoute.
cli-metric-loop-lag-seconds = Plus long retard de la boucle en une minute.
cli-metric-tick-age-seconds = Secondes depuis le dernier regard sur l'horloge.
cli-metric-messages-dropped = Messages ni lus ni répondus, parce que leur auteur écrit trop vite.
cli-metric-messages-unreadable = Messages reçus chiffrés dont la clé n'est jamais venue.
cli-metric-devices-withheld = Appareils Matrix qui ne peuvent pas lire le bot : personne ne les a signés.
cli-metric-updates-set-aside = Messages qui n'ont pas pu être lus ou joués.

### Matrix : pourquoi le bot ne démarre pas, et quoi faire

cli-matrix-store-busy = Un autre programme se sert de { $path }. Arrêtez le bot d'abord : il n'en faut qu'un.
cli-matrix-store-closed = Le dossier { $path } ne peut pas être ouvert ou écrit. Donnez-le au compte qui lance le bot, ou changez matrix.store_path.
cli-matrix-store-damaged = { $path } est abîmé. Remettez la copie faite à l'arrêt du bot, ou faites : boussole matrix reset-identity
cli-matrix-store-lost = Le serveur connaît cet appareil du bot, mais ses clés ne sont plus dans matrix.store_path : les messages chiffrés seraient illisibles. Remettez la copie faite à l'arrêt du bot, ou faites : boussole matrix reset-identity
cli-matrix-store-older = matrix.store_path est une copie plus ancienne que ce que connaît le serveur : des messages seraient illisibles. Faites : boussole matrix reset-identity
cli-matrix-store-other = matrix.store_path garde la session de { $user }. Donnez un autre dossier à ce compte.
cli-matrix-pickle-key = matrix.pickle_key n'ouvre pas { $path }. Remettez la clé d'avant ; si elle est perdue, faites : boussole matrix reset-identity
cli-matrix-file-unreadable = { $path } ne peut pas être lu, ou n'est pas entier. Remettez sa copie, ou faites : boussole matrix reset-identity
cli-matrix-device-foreign = Le serveur a, pour cet appareil, d'autres clés que les nôtres : quelqu'un d'autre s'en est servi, ou la copie n'est pas la bonne. Changez le mot de passe du compte si vous ne savez pas pourquoi, puis faites : boussole matrix reset-identity
cli-matrix-device-other = Le jeton est celui de l'appareil { $device }, pas celui de matrix.device_id. Corrigez l'un ou l'autre.
cli-matrix-signing-unknown = Ce compte a déjà des clés de signature, et le bot ne les a pas : les gens verraient son appareil comme un inconnu. Remettez crosssigning.json, ou faites : boussole matrix reset-identity
cli-matrix-signing-foreign = Les clés de signature du compte ne sont pas celles du bot. Remettez le bon crosssigning.json, ou faites : boussole matrix reset-identity
cli-matrix-signing-refused = Le serveur refuse les signatures du bot ({ $code }). Réessayez ; si cela dure, demandez à qui tient le serveur.
cli-matrix-signing-unwritable = { $path } ne peut pas être écrit. Changez ses droits, ou matrix.cross_signing_file.
cli-matrix-token-refused = Le serveur refuse le jeton. Donnez-en un autre dans matrix.access_token, avec matrix.device_id, ou donnez matrix.password.
cli-matrix-session-ended = Le serveur a fermé la session du bot : son appareil n'existe plus. Faites : boussole matrix reset-identity
cli-matrix-user-other = Le jeton est celui de { $user }, pas celui de matrix.user. Corrigez l'un ou l'autre.
cli-matrix-password-refused = Le serveur refuse le mot de passe. Corrigez matrix.password.
cli-matrix-password-needed = Le serveur demande le mot de passe du compte. Donnez matrix.password.
cli-matrix-proof-unknown = Le serveur demande une autre preuve qu'un mot de passe. Donnez-la dans l'application du serveur, puis recommencez.
cli-matrix-login-refused = Le serveur n'ouvre pas de session avec un mot de passe ({ $code }). Donnez matrix.access_token et matrix.device_id.
cli-matrix-reset-token = Ce jeton est celui d'un appareil qui a déjà des clés. Ôtez matrix.access_token et donnez matrix.password, ou donnez le jeton d'un appareil neuf.
cli-matrix-none = Matrix n'est pas configuré : il manque la section [matrix].
cli-matrix-away = Le serveur Matrix ne répond pas. Réessayez plus tard, ou faites : boussole doctor
cli-matrix-reset = C'est fait : le bot est l'appareil { $device }. Les messages chiffrés pour l'ancien ne seront pas lus. Au prochain démarrage, le bot le dit une fois à chacun.
cli-matrix-reset-signing = Ses clés de signature sont neuves : les applications des gens diront que l'identité du bot a changé. Sauvegardez le dossier matrix.store_path.

cli-doctor-matrix = Matrix : { $user }, appareil { $device }, signé par son compte
cli-doctor-matrix-unsigned = Matrix : { $user }, appareil { $device }, pas encore signé. Démarrez le bot : il le signe.
cli-doctor-matrix-first = Matrix : le serveur répond ; le bot ouvrira une session au démarrage
cli-doctor-matrix-none = Matrix : pas configuré
cli-doctor-matrix-away = Le serveur Matrix { $host } ne répond pas. Vérifiez le réseau et matrix.homeserver.
cli-doctor-matrix-open = D'autres comptes de cette machine peuvent lire { $path }. Démarrez le bot : il le ferme ; ou faites : chmod go-rwx
