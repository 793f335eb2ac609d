### Ce que disent les commandes de la personne qui fait tourner le bot : run, init, doctor.

cli-run-no-channel = Aucun canal n'est configuré. Faites : boussole init, ou donnez un jeton par BOUSSOLE_TELEGRAM__TOKEN.
cli-run-no-channel-left = Plus aucun canal n'accepte le bot : le jeton est refusé. Faites : boussole doctor

cli-request-unknown = Le bot qui tourne ne connaît pas cette demande. Redémarrez-le : il est d'une autre version.
cli-request-failed = Le bot qui tourne n'a pas pu le faire ({ $error }). Son journal dit où.

cli-init-terminal = Cette commande pose des questions : lancez-la dans un terminal, ou copiez config.example.toml.
cli-init-replace = { $path } existe déjà. Le remplacer ? [o/N]
# Les mots, en minuscules, qui veulent dire oui.
cli-init-yes = o oui y yes
cli-init-kept = { $path } est gardé tel quel.
cli-init-required = Une réponse est nécessaire ici.
cli-init-notice = Quatre réponses pour la notice de confidentialité. Entrée pour passer : la notice dira que rien n'est encore désigné.
cli-init-controller = Qui répond des données (le nom de la structure)
cli-init-contact = Comment la joindre (une adresse électronique ou postale)
cli-init-legal_basis = Texte fondateur (par exemple : mission d'intérêt public, article 6.1.e du RGPD, délibération n° …)
cli-init-dpo = Comment joindre la personne déléguée à la protection des données
cli-init-pack = Territoire : un de { $known }, ou le dossier d'un autre pack
cli-init-zone = Fuseau horaire de ce territoire : { $zone }. Pour un autre, changez « timezone » dans son pack.yaml.
cli-init-telegram = Le jeton que @BotFather a donné. Il ne s'affiche pas ; Entrée pour ne pas ouvrir Telegram.
cli-init-token = Jeton
cli-init-webhook = Le bot a-t-il une adresse publique en HTTPS que Telegram peut appeler ? Sinon il ira chercher les messages. [o/N]
cli-init-webhook_url = Cette adresse (par exemple https://bot.example.org/telegram)
cli-init-header = # Écrit par « boussole init ». Toutes les clés : config.example.toml
cli-init-done = { $path } est écrit. Vérifiez : boussole doctor. Puis démarrez : boussole run

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
cli-metric-updates-set-aside = Messages qui n'ont pas pu être lus ou joués.
