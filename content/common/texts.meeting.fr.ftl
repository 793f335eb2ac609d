### Se rencontrer entre membres : chercher, demander, écrire, refuser, signaler. Voir handlers/dialogues/meeting.py.

words-rencontrer = rencontrer | rencontrer quelqu'un | chercher quelqu'un | trouver quelqu'un | annuaire | l'annuaire | mise en relation
words-cherche = je cherche | je cherche de l'aide | demander de l'aide
words-propose = je propose | je propose mon aide | proposer mon aide
words-demandes = mes demandes | mes mises en relation | mes conversations | mes messages
words-blocages = mes blocages | blocages | personnes bloquées
words-signalements = signalements | les signalements

### Chercher

meeting-not-member = Pour rencontrer des membres, entrez d'abord dans une communauté.
meeting-not-yet = Votre entrée dans la communauté attend encore une réponse. Après, vous pourrez rencontrer les membres.
meeting-muted = L'animation a mis votre participation en pause. Pour en parler, écrivez « humain ».
meeting-stopped = Vous avez arrêté les messages de la communauté. Pour rencontrer des membres, dites oui de nouveau.
meeting-community = Voir les communautés
meeting-menu = Qui voulez-vous rencontrer ?
meeting-by-offers = Je cherche de l'aide
meeting-by-seeks = Je propose mon aide
meeting-by-domains = Chercher par activité
meeting-by-etape = Chercher par étape
meeting-by-commune = Chercher par commune
meeting-by-all = Voir tout le monde
meeting-mine-button = Voir mes demandes
meeting-which-offers = Que cherchez-vous ?
meeting-which-seeks = Que proposez-vous ?
meeting-which-domains = Quelle activité ?
meeting-which-etape = Quelle étape du projet ?
meeting-where = Quelle commune ? Écrivez son nom.
meeting-where-unknown = Je ne connais pas cette commune.
meeting-otherwise = Chercher autrement
meeting-again = Chercher quelqu'un
meeting-more = Voir la suite
meeting-see = Voir { $who }
meeting-none = Personne pour l'instant. Votre fiche aide aussi les autres à vous trouver : vous pouvez la compléter.
meeting-complete = Voir ma fiche membre
meeting-found =
    { $count ->
        [one] Voici une personne.
       *[other] Voici { $count } personnes.
    }
meeting-nobody = Cette personne n'est plus dans l'annuaire.
meeting-someone = une personne

### Demander

meeting-ask = Demander à faire connaissance
meeting-hidden = Votre fiche est cachée. L'autre personne ne saurait pas qui demande. Montrez d'abord votre fiche aux membres.
meeting-already-open = Vous êtes déjà en relation.
meeting-already-asked = Vous avez déjà demandé. La réponse peut prendre { $days } jours.
meeting-too-soon = Vous avez déjà demandé à cette personne. Vous pourrez demander de nouveau à partir du { $day }.
meeting-enough = C'est { $most } demandes au plus en { $days } jours. Vous pourrez demander de nouveau à partir du { $day }.
meeting-note = Écrivez un petit mot pour { $who }, en { $most } signes au plus. Pas d'information sur votre santé, vos papiers ou votre argent.
meeting-note-long = Votre mot compte { $count } signes. C'est { $most } au plus. Écrivez-le plus court.
meeting-no-note = Ne rien ajouter
meeting-cancel = Annuler
meeting-cancelled = C'est annulé. Rien n'est parti.
meeting-confirm = Voici ce que { $who } va lire :
meeting-send = Envoyer la demande
meeting-rewrite = Changer le mot
meeting-asked = { $who } aimerait faire votre connaissance. Vous êtes dans la même communauté.
meeting-asked-note = Son mot : « { $note } »
meeting-asked-end = Répondez si vous voulez. Si vous refusez, cette personne ne le saura pas. Sans réponse, la demande se ferme dans { $days } jours.
meeting-sent =
    C'est envoyé à { $who }. La réponse peut prendre { $days } jours. { $left ->
        [0] C'était votre dernière demande pour { $days } jours.
        [one] Il vous reste une demande pour { $days } jours.
       *[other] Il vous reste { $left } demandes pour { $days } jours.
    }
meeting-sent-morning =
    J'envoie votre demande à { $who } demain matin. La réponse peut prendre { $days } jours. { $left ->
        [0] C'était votre dernière demande pour { $days } jours.
        [one] Il vous reste une demande pour { $days } jours.
       *[other] Il vous reste { $left } demandes pour { $days } jours.
    }
meeting-take-back = Reprendre ma demande
meeting-taken-back = C'est repris. Votre demande est fermée.

### Répondre

meeting-button-yes = Dire oui
meeting-button-no = Dire non
meeting-button-signal = Signaler
meeting-button-stop = Ne plus recevoir de cette personne
meeting-button-write = Répondre
meeting-button-close = Clore la conversation
meeting-button-again = Chercher quelqu'un
meeting-open = C'est fait. Vous pouvez vous écrire, { $who } et vous. Je transmets les messages. Votre numéro et votre adresse restent cachés.
meeting-accepted = { $who } a dit oui. Vous pouvez vous écrire. Je transmets les messages. Votre numéro et votre adresse restent cachés.
meeting-declined = C'est noté. Je ne dis rien à cette personne.
meeting-ended = Cette demande ou cette conversation est déjà close.

### Écrire

meeting-write = Écrire à { $who }
meeting-write-again = Écrire encore
meeting-words-ask = Écrivez votre message pour { $who }. Je le transmets tel quel.
meeting-words-long = Votre message est trop long. C'est { $most } signes au plus.
meeting-words =
    { $who } vous écrit :
    « { $text } »
meeting-passed = C'est transmis à { $who }.
meeting-passed-morning = Je transmets votre message à { $who } demain matin.
meeting-not-passed = Cette conversation est close. Je n'ai pas transmis de message.
meeting-first-answer = Avant d'écrire, dites oui ou non à la demande.
meeting-closed-mine = La conversation est close. L'autre personne le saura. Je ne lui dis pas pourquoi.

### Fins

meeting-unanswered = Votre demande du { $day } reste sans réponse. Elle est close. Ce n'est pas un jugement : chacun répond quand il peut.
meeting-left = Une demande de rencontre du { $day } est restée sans réponse. Elle est close. Vous n'avez rien à faire.
meeting-gone = Une demande de rencontre du { $day } est close. Vous n'avez rien à faire.
meeting-quiet = Personne n'écrit plus depuis { $days } jours. Votre conversation du { $day } est close.
meeting-over = Cette conversation est close. Elle avait commencé le { $day }.

### Mes demandes

meeting-mine = Vos demandes et vos conversations :
meeting-mine-none = Vous n'avez aucune demande en cours.
meeting-mine-open = • Avec { $who }, depuis le { $day }.
meeting-mine-asked = • Vous attendez la réponse de { $who }, depuis le { $day }.
meeting-mine-waits = • { $who } attend votre réponse, depuis le { $day }.
meeting-mine-do-write = Écrire : { $who }
meeting-mine-do-close = Clore : { $who }
meeting-mine-do-back = Reprendre ma demande : { $who }
meeting-mine-do-yes = Dire oui : { $who }
meeting-mine-do-no = Dire non : { $who }
meeting-mine-named = { $who } ({ $day })

### Ne plus recevoir

meeting-stopped-other = C'est fait. Vous ne recevez plus rien de cette personne. Elle n'en saura rien.
meeting-you-refuse = Vous avez choisi de ne plus recevoir de cette personne. Cette conversation est donc close.
meeting-blocks-button = Voir mes blocages
meeting-blocks =
    { $count ->
        [one] Vous ne recevez plus rien d'une personne :
       *[other] Vous ne recevez plus rien de { $count } personnes :
    }
meeting-blocks-none = Vous n'avez bloqué personne.
meeting-unblock = Débloquer : { $who } ({ $day })
meeting-unblocked = C'est fait. Vous pouvez de nouveau recevoir de cette personne. Rien ne recommence tout seul.

### Signaler

meeting-report = L'animation de la communauté va lire ce texte :
meeting-report-no-text = (Je n'ai plus ce texte. L'animation saura seulement qu'il y a un signalement.)
meeting-report-end = Cette personne ne pourra plus vous écrire. Elle ne saura pas que vous l'avez signalée.
meeting-report-yes = Envoyer à l'animation
meeting-report-cancelled = C'est annulé. Rien n'est signalé.
meeting-reported = C'est signalé. Vous ne recevez plus rien de cette personne. Si vous êtes en danger, appelez le 17 ou le 112.

### Les signalements, pour l'animation

report-waits = Un signalement attend. Pour le lire, écrivez « signalements ».
report-waits-alone = Un signalement attend. Personne n'anime ce réseau ici : invitez quelqu'un.
report-one =
    { $community }. Signalement du { $day }. { $count ->
        [one] C'est le seul qui attend.
       *[other] En tout, { $count } attendent.
    }
report-no-text = Le texte est effacé.
report-close = Clore sans suite
report-thank = Clore et remercier
report-mute = Mettre cette personne en pause
report-next = Voir le suivant
report-others = Voir les autres
report-first = Revenir au premier
report-none = Aucun signalement n'attend.
report-last = Il n'y en a pas d'autre après.
report-gone = Ce signalement est déjà traité.
report-done-close = C'est clos. Le texte est effacé.
report-done-thank = C'est clos. Le texte est effacé. Je remercie la personne qui a signalé.
report-done-mute = C'est fait. Cette personne ne peut plus écrire aux membres. Le texte est effacé.
report-answer = L'animation a lu votre signalement. Merci de l'avoir fait.
report-muted-told = L'animation a mis votre participation en pause. { $community } : vous ne pouvez plus écrire aux membres. Pour en parler, écrivez « humain ».
