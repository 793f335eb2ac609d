### Écrire à beaucoup : le message d'un réseau, ce qu'il devient, et ce qu'on y répond. Voir handlers/dialogues/broadcasts.py.

words-diffuser = diffuser | diffusion | écrire à tous | message à tous | écrire à beaucoup | envoyer un message à tous
broadcast-open = Écrire à beaucoup

### Ce que les gens lisent

broadcast-from = Message du réseau { $network } :
broadcast-how = Vous pouvez répondre ici. Votre nom ne sera pas donné.
broadcast-no-more = Ne plus en recevoir
broadcast-coming = Je viens
broadcast-moment = { $day } à { $hour }

### La liste

broadcast-first = Ici, vous écrivez à beaucoup de personnes à la fois. Seules celles qui ont dit oui reçoivent le message. Chacune le reçoit une seule fois.
broadcast-hello = Vos derniers messages :
broadcast-line = Message { $number }, { $when } : « { $text } »
broadcast-line-network = Réseau : { $network }
broadcast-new = Écrire un message
broadcast-resume = Reprendre le message commencé
broadcast-list = Voir mes messages
broadcast-no-network = Vous n'animez aucun réseau en ce moment. Rien n'est envoyé.

### Les questions

broadcast-ask-network = Au nom de quel réseau ?
broadcast-why-network = Le nom du réseau est écrit en haut du message.
broadcast-topic-network = Le réseau
broadcast-ask-text-first = Écrivez votre message en une fois ({ $language }, { $most } signes au plus).
broadcast-help-text = Vous pouvez aussi m'envoyer une image ou un document.
broadcast-why-text-first = C'est le texte que chaque personne lira. Vous le relirez avant l'envoi.
broadcast-ask-text-other = Écrivez le même message dans cette langue : { $language }.
broadcast-why-text-other = Certaines personnes me parlent dans cette langue. Sans traduction, elles liront le premier texte.
broadcast-skip-text = Pas de traduction
broadcast-topic-text = Le texte ({ $language })
broadcast-text-short = Écrivez au moins une phrase.
broadcast-text-kept = C'est noté.
broadcast-ask-joined = Voulez-vous joindre une rencontre ou un lien ? Une rencontre ajoute le bouton « Je viens ».
broadcast-why-joined = Un bouton évite aux gens de chercher. Un lien s'écrit en entier, avec https.
broadcast-skip-joined = Rien d'autre
broadcast-topic-joined = La rencontre ou le lien
broadcast-joined-gathering = { $title }, { $start }
broadcast-ask-file = Envoyez l'image ou le document ici, comme à un ami.
broadcast-why-file = Une image ou un programme dit parfois plus que le texte. Ce n'est pas obligatoire.
broadcast-topic-file = L'image ou le document
broadcast-skip-file = Sans image ni document
broadcast-is-picture = une image
broadcast-is-file = un document
broadcast-picture-kept = J'ai bien reçu l'image.
broadcast-file-kept = J'ai bien reçu le document.
broadcast-ask-alt = Dites en une phrase ce qu'on y voit ({ $most } signes au plus).
broadcast-why-alt = Certaines personnes ne voient pas l'image. Elles liront cette phrase.
broadcast-topic-alt = Ce qu'on y voit
broadcast-picture-alt = Image jointe : { $alt }
broadcast-file-alt = Document joint : { $alt }
broadcast-file-too-large = Ce fichier est trop lourd. Il doit peser moins de 3 Mo. Envoyez-en un plus léger.
broadcast-file-unreadable = Je ne peux pas joindre ceci. Envoyez une photo, ou un document prêt à imprimer.
broadcast-file-unreachable = Je n'ai pas réussi à recevoir le fichier. Envoyez-le encore une fois.
broadcast-file-text-long = Avec une image ou un document, le texte a { $most } signes au plus. Le vôtre en a { $count }. Raccourcissez-le, puis renvoyez le document.
broadcast-file-name = document
broadcast-picture-name = image
broadcast-ask-who = À qui écrivez-vous ?
broadcast-why-who = Moins il y a de monde, plus le message est lu.
broadcast-topic-who = Les destinataires
broadcast-who-network = Les personnes qui suivent { $name }
broadcast-who-series = Les personnes qui suivent : { $name }
broadcast-who-community = Les membres : { $name }
broadcast-who-coming = Les personnes inscrites à cette rencontre
broadcast-who-all = Toutes les personnes qui ont dit oui aux messages
broadcast-who-again = Ce choix n'existe plus.
broadcast-ask-narrow = Voulez-vous choisir plus finement ?
broadcast-why-narrow = La commune, le domaine et l'étape viennent de la fiche de membre. Qui n'a pas de fiche est alors laissé de côté.
broadcast-skip-narrow = Non, tout ce monde
broadcast-topic-narrow = Le tri
broadcast-narrow-commune = Par commune
broadcast-narrow-domains = Par domaine
broadcast-narrow-etape = Par étape du projet
broadcast-narrow-language = Par langue
broadcast-narrow-channel = Par messagerie
broadcast-ask-commune = Dans quelle commune ? Écrivez son nom.
broadcast-why-commune = Seules les fiches de cette commune sont gardées.
broadcast-topic-commune = La commune
broadcast-ask-domains = Quels domaines ?
broadcast-why-domains = Un domaine commun suffit.
broadcast-topic-domains = Les domaines
broadcast-ask-etape = Quelles étapes ?
broadcast-why-etape = Une de ces étapes suffit.
broadcast-topic-etape = Les étapes
broadcast-ask-language = Quelle langue ?
broadcast-why-language = C'est la langue dans laquelle la personne me parle.
broadcast-topic-language = La langue
broadcast-ask-channel = Quelle messagerie ?
broadcast-why-channel = C'est celle où la personne m'a écrit en dernier.
broadcast-topic-channel = La messagerie
broadcast-ask-when = Quand l'envoyer ?
broadcast-help-when = Touchez le bouton, ou écrivez un jour et une heure. Par exemple : demain 9 h.
broadcast-why-when = La nuit, je n'écris à personne. J'attends le matin.
broadcast-topic-when = Le départ
broadcast-now = Tout de suite
broadcast-when-past = Cette heure est passée.
broadcast-when-unread = Je n'ai pas compris le jour et l'heure. Par exemple : demain 9 h.

### La relecture

broadcast-review = Voici votre message, comme il sera lu.
broadcast-preview = — { $language } —
broadcast-preview-button = [{ $label }]
broadcast-reached = { $count ->
    [0] Personne ne le recevra.
    [one] Une personne le recevra.
   *[other] { $count } personnes le recevront.
}
broadcast-by-channel = Par messagerie : { $said }.
broadcast-by-language = Par langue : { $said }.
broadcast-left-out = { $count ->
    [one] Une personne ne le recevra pas :
   *[other] { $count } personnes ne le recevront pas :
}
broadcast-left-out-no-yes = • { $count } sans accord pour ces messages
broadcast-left-out-blocked = • { $count } qui ont bloqué le bot
broadcast-left-out-no-address = • { $count } sans adresse connue
broadcast-left-out-muted = • { $count } en silence dans la communauté
broadcast-missing = Attention : il n'y a pas de texte dans cette langue : { $language }.
broadcast-stale = Attention : le premier texte a changé. La traduction est peut-être fausse : { $language }.
broadcast-same-text = Attention : vous avez envoyé ce texte il y a moins de { $minutes } minutes.
broadcast-leaves-now = Départ : { $seconds } secondes après votre accord. Vous pourrez encore le reprendre.
broadcast-leaves = Départ : { $when }.
broadcast-leaves-morning = Départ : { $when }. La nuit, je n'écris à personne.
broadcast-try = M'envoyer un essai
broadcast-tried = { $count ->
    [one] Un essai est parti vers vous.
   *[other] { $count } essais sont partis vers vous, un par messagerie.
}
broadcast-send = { $count ->
    [one] Envoyer à une personne
   *[other] Envoyer à { $count } personnes
}
broadcast-nobody = Personne ne peut le recevoir. Changez les destinataires.
broadcast-lacking = Tout le monde lira le texte dans cette langue : { $language }. L'envoyer quand même ?
broadcast-lacking-stale = Voulez-vous l'envoyer quand même ?
broadcast-anyway = Envoyer quand même
broadcast-write-it = Écrire la traduction
broadcast-type = Pour envoyer, écrivez le nombre de personnes : { $count }. Sinon, écrivez « retour ».
broadcast-other-number = Ce n'est pas le bon nombre. Rien n'est parti.
broadcast-not-sent = Rien n'est parti.
broadcast-confirmed = { $count ->
    [one] C'est prêt. Une personne le recevra dans { $seconds } secondes.
   *[other] C'est prêt. { $count } personnes le recevront dans { $seconds } secondes.
} Je vous dirai ce qu'il devient.
broadcast-confirmed-later = { $count ->
    [one] C'est prêt. Une personne le recevra.
   *[other] C'est prêt. { $count } personnes le recevront.
} Départ : { $when }. Je vous dirai ce qu'il devient.

### Pendant et après

broadcast-do-draft = Reprendre le message
broadcast-do-pause = Mettre en pause
broadcast-do-resume = Continuer l'envoi
broadcast-do-stop = Arrêter l'envoi
broadcast-do-again = Renvoyer aux incertains
broadcast-do-one = { $said } (message { $number })
broadcast-taken-back = Le message est repris. Personne ne l'a reçu.
broadcast-done-pause = L'envoi est en pause. Rien ne part plus.
broadcast-done-resume = L'envoi continue.
broadcast-done-stop = L'envoi est arrêté. Ce qui est parti ne peut pas être repris.
broadcast-done-stop-before = Le message est arrêté. Personne ne l'a reçu.
broadcast-done-again = { $count ->
    [one] Je le renvoie à une personne. Elle le lira peut-être deux fois.
   *[other] Je le renvoie à { $count } personnes. Certaines le liront peut-être deux fois.
}
broadcast-again-none = Il n'y a personne à qui le renvoyer.
broadcast-already = C'est déjà fait.
broadcast-too-late-draft = Trop tard pour le reprendre : l'envoi a commencé.
broadcast-too-late-pause = L'envoi n'est pas en cours.
broadcast-too-late-resume = L'envoi n'est pas en pause.
broadcast-too-late-stop = L'envoi est déjà fini.
broadcast-stopped-gathering = La rencontre n'a plus lieu. J'ai arrêté votre message. Personne ne l'a reçu.
broadcast-state-waiting = { $count ->
    [one] Prêt. Une personne le recevra, { $when }.
   *[other] Prêt. { $count } personnes le recevront, { $when }.
}
broadcast-state-sending = Envoi en cours. Envoyés : { $sent }. À venir : { $left }. Non remis : { $refused }.
broadcast-state-paused = En pause. Envoyés : { $sent }. À venir : { $left }. Non remis : { $refused }.
broadcast-ends = Fin prévue vers { $hour }.
broadcast-report = L'envoi est fini.
broadcast-report-stopped = L'envoi est arrêté.
broadcast-count-none = Personne n'a reçu ce message.
broadcast-count-sent = • Envoyés : { $count }
broadcast-count-held = • Déjà trois messages cette semaine : { $count }
broadcast-count-failed = • Refusés par la messagerie : { $count }
broadcast-count-skipped = • Plus d'accord ou plus d'adresse : { $count }
broadcast-count-cancelled = • Arrêtés avant l'envoi : { $count }
broadcast-count-uncertain = • Incertains, peut-être reçus : { $count }
broadcast-count-gone = • Parties ou réunies entre-temps : { $count }

### Ce qu'on répond

relay-ask = Voulez-vous envoyer ceci au réseau { $network } ? Votre nom ne sera pas donné.
    « { $text } »
relay-yes = Oui, l'envoyer
relay-no = Non, ne pas l'envoyer
relay-kept = D'accord. Rien n'est envoyé.
relay-nobody = Personne ne lit ici pour le réseau { $network } en ce moment. Voici qui joindre.
relay-words = Une personne répond à un message du réseau { $network } :
    « { $text } »
    Son nom ne m'est pas connu.
relay-answered = Le réseau { $network } vous répond :
    « { $text } »
relay-answer = Répondre
relay-answer-network = Répondre au réseau
relay-write = Écrivez votre réponse. Votre nom ne sera pas donné.
relay-write-network = Écrivez votre réponse. Elle partira au nom du réseau.
relay-sent = C'est envoyé au réseau { $network }, sans votre nom.
relay-sent-morning = Le réseau { $network } le lira demain matin, sans votre nom.
relay-answer-sent = Votre réponse est partie, au nom du réseau { $network }.
relay-answer-sent-morning = Votre réponse partira demain matin, au nom du réseau { $network }.
relay-gone = Cette personne n'est plus là. Rien n'est envoyé.

### Dans les salons d'un réseau

room-gathering = Nouvelle rencontre :
room-gathering-changed = Changement pour cette rencontre :
room-gathering-cancelled = Cette rencontre est annulée :
room-gathering-how = Pour vous inscrire, écrivez-moi en privé : « rencontres ».

### Ce qui est gardé

kept-recipients = { $count ->
    [one] • Un message d'un réseau va partir vers vous.
   *[other] • { $count } messages de réseaux vont partir vers vous.
}
export-recipients = Les messages de réseaux qui vont partir vers vous

# --- Le journal des rôles

journal-broadcast-send = envoi confirmé
journal-broadcast-take-back = envoi repris avant son départ
journal-broadcast-pause = envoi mis en pause
journal-broadcast-resume = envoi repris
journal-broadcast-stop = envoi arrêté
journal-broadcast-again = envoi refait aux personnes incertaines
journal-broadcast-try = essai d'un envoi
journal-answer = réponse à une personne
