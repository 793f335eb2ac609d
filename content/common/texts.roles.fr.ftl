### Les rôles : animer, représenter la collectivité, administrer. Voir handlers/roles.py.

words-roles = mes rôles | mon rôle | rôles
words-alertes = alertes | les alertes | mes alertes

role-animator = animation du réseau { $network }
role-agent = agent de la collectivité
role-admin = administration
role-mine = Vos rôles :
role-line = • { $role }
role-given = C'est fait. Votre rôle : { $role }. Ce code ne sert plus à personne. Je garde ce rôle jusqu'à { $months } mois de silence.
role-questions-wait = Vos réponses aux questions attendent. Pour continuer, écrivez « reprendre ».
role-until-hours = Je garde aussi l'identifiant de votre messagerie. Il s'efface avec vos rôles après { $months } mois de silence. Vos réponses s'effacent après { $hours } heures de silence.
role-until-days = Je garde aussi l'identifiant de votre messagerie. Il s'efface avec vos rôles après { $months } mois de silence. Vos réponses s'effacent après { $days } jours de silence.
role-already = Vous avez déjà ce rôle : { $role }. Je n'ai pas utilisé ce code.
role-code-refused = Ce code n'est pas valable. Il est peut-être mal copié, trop vieux ou déjà utilisé. Demandez-en un autre à la personne qui vous l'a donné. Pour relier une messagerie, écrivez « lier » sur l'autre.
role-too-many-codes = Vous avez essayé plusieurs codes. Pour la sécurité de tous, attendez une heure avant d'en écrire un autre.
role-hint-animator = Pour relire les fiches de votre réseau, écrivez « ma fiche ».
role-hint-agent = Pour revoir vos rôles, écrivez « mes rôles ».
role-hint-admin = Pour tout retrouver, écrivez « mes rôles ». Pour recevoir un message en cas de panne, écrivez « alertes ».

### Les alertes aux administrateurs qui les demandent

alerts-on = C'est noté. Je vous écrirai une fois par panne. Par exemple : une messagerie arrêtée, une sauvegarde manquée, un disque presque plein. La nuit, j'attends le matin. Si votre propre messagerie s'arrête, je ne peux pas vous le dire ici.
alerts-off = C'est noté. Je ne vous écrirai plus en cas de panne.
alert-channel-stopped = Une messagerie ne répond plus : { $channel }. C'était le { $day } à { $hour }. Sur le serveur, lancez : boussole doctor
alert-backup-failed = La sauvegarde a échoué le { $day } à { $hour }. Sur le serveur, lancez : boussole db backup
alert-backup-not-taken = La sauvegarde du { $day } à { $hour } est faite. Elle n'a pas pu être emportée ailleurs. Vérifiez le programme de [backup] command.
alert-disk-low = Le disque est presque plein depuis le { $day } à { $hour }. Libérez de la place sur le serveur.
alert-stop = Pour ne plus recevoir ces messages, écrivez « alertes ».

### La ligne de commande

cli-role-unknown = Ce rôle n'existe pas : { $role }. Rôles connus : { $known }.
cli-role-network-missing = Une animation concerne un réseau. Nommez-le, parmi : { $known }.
cli-role-network-unknown = Ce réseau n'est pas dans le pack : { $network }. Réseaux connus : { $known }.
cli-invite-done = Rôle : { $role }. Ce code sert une seule fois, pendant { $hours } heures. Écrivez-le seul dans la conversation.
cli-role-row = { $id }  { $role }  { $network }  personne { $person }, depuis le { $since }{ $revoked }
cli-code-row = { $id }  { $role }  { $network }  fait le { $since }, { $state }
cli-code-open = valable jusqu'au { $until }
cli-code-used = utilisé le { $when }
cli-code-expired = expiré
cli-revoked = retiré le { $when }
cli-roles-none = Personne n'a de rôle.
cli-codes-none = Aucun code n'a été fait.
cli-revoke-done = C'est retiré.
cli-revoke-none = Il n'y a rien à retirer sous le numéro { $id }.
cli-json-invite = Une invitation a la forme : invite, puis network si le rôle le demande.
help-more = Et aussi : rencontres, mes rencontres, rappels, préparer, rendez-vous, transmettre, suivi, mes accords.
