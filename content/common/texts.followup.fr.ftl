### Ce qu'est devenue une orientation : le oui, la question à 10 et à 30 jours, la suite. Voir handlers/dialogues/outcome.py.

words-suivi = suivi | mon suivi | le suivi

outcome-followed = Vous avez dit oui au suivi. Je vous écris deux fois : 10 jours, puis 30 jours après vos réponses.
outcome-agreed = Merci. Je vous écrirai dans 10 jours, puis dans 30 jours. Jusque-là, je garde le nom des portes proposées. Pour arrêter, écrivez « stop ».
outcome-agreed-later = Merci. Je vous écrirai 10 jours après vos réponses, puis 30 jours après. Pour arrêter, écrivez « stop ».
outcome-refused-yes = D'accord. Je ne vous écris pas.

outcome-ask = Bonjour. Il y a { $days } jours, je vous ai proposé des portes. Où en est votre demande de rendez-vous ?
outcome-obtenu = Rendez-vous obtenu
outcome-attente = En attente
outcome-refuse = Refusé
outcome-pas_demande = Pas demandé
outcome-no-more = Ne plus me demander
says-outcome-obtenu = obtenu | j'ai un rendez-vous | j'ai un rdv | j'ai eu un rendez-vous | j'ai eu un rdv | rdv obtenu | j'ai obtenu | ils m'ont reçu | ils m'ont reçue | c'est fait | accepté
says-outcome-attente = j'attends | attente | toujours en attente | pas de réponse | pas encore de réponse | sans réponse | ils ne répondent pas | ils n'ont pas répondu
says-outcome-refuse = refus | refusée | ils ont refusé | ils ont dit non | on m'a dit non | rejeté | dossier refusé
says-outcome-pas_demande = je n'ai pas demandé | pas encore demandé | je n'ai rien demandé | pas encore | je n'ai pas appelé | je n'ai pas écrit | j'ai abandonné | rien fait | pas fait

outcome-got = Bonne nouvelle. Avant ce rendez-vous, écrivez « préparer » si vous voulez de l'aide.
outcome-pending = C'est noté. Sans réponse, relancez-les : c'est permis. Je vous redemande vers le { $day }.
outcome-pending-last = C'est noté. Sans réponse, relancez-les : c'est permis. Pour parler à quelqu'un, écrivez « humain ».
outcome-not-asked = C'est noté. Il est encore temps. Si quelque chose vous bloque, écrivez « humain ».
outcome-see-door = Revoir la porte
outcome-next-door = Voici la porte suivante de votre liste.
outcome-over = Merci. Le suivi de ces portes est terminé. Pour de nouvelles portes, écrivez « start ».

outcome-why = Savez-vous pourquoi ? Vous pouvez passer.
outcome-why-asked = Votre réponse montre ce qui manque ici. Elle est comptée sans vous.
outcome-criteres = Je ne remplis pas les conditions
outcome-tot = C'est trop tôt pour mon projet
outcome-argent = Il n'y a plus d'argent
outcome-plein = Il n'y a plus de place
outcome-autre_motif = Une autre raison
says-outcome-criteres = conditions | critères | pas éligible | je ne rentre pas dans les cases
says-outcome-tot = trop tôt | pas assez avancé | projet pas assez avancé
says-outcome-argent = argent | budget | plus de budget | pas de budget | plus d'argent
says-outcome-plein = place | complet | plus de place | pas le temps | liste d'attente
says-outcome-autre_motif = autre | autre raison | autre chose
outcome-thanks-why = Merci. Cela montre ce qui manque ici.

outcome-wait = Combien de temps avez-vous attendu ce rendez-vous ? Vous pouvez passer.
outcome-semaine = Moins d'une semaine
outcome-quinzaine = Une à deux semaines
outcome-mois = Deux semaines à un mois
outcome-davantage = Plus d'un mois
says-outcome-semaine = quelques jours | une semaine
says-outcome-quinzaine = deux semaines | quinze jours | dix jours
says-outcome-mois = un mois | trois semaines
says-outcome-davantage = deux mois | plusieurs mois
outcome-thanks-wait = Merci. Bonne suite à votre projet.
outcome-skip = Passer
outcome-skipped = D'accord. Merci de votre réponse.
says-outcome-skip = passe | je ne sais pas | aucune idée | rien

export-followups = Le suivi de votre orientation
kept-followups = • Le suivi de votre orientation : les portes proposées, et deux questions.

### Transmettre une demande à un réseau : le texte exact, la réponse, la suite. Voir handlers/dialogues/handover.py.

words-transmettre = transmettre | transmettre ma demande | mes transmissions | transmission

handover-button = Transmettre ma demande à { $network }
handover-begin = Je peux transmettre votre demande. Rien ne part avant votre accord.
handover-which = À qui voulez-vous transmettre votre demande ?
handover-none = Aucun réseau de votre liste ne lit les demandes ici. Vous pouvez les joindre directement.
handover-first = Pour transmettre une demande, répondez d'abord aux questions. Écrivez « start ».
handover-nobody = Personne ne lit ici pour { $network }. Rien n'est transmis. Vous pouvez les joindre directement :
handover-nobody-now = Personne ne lit ici pour { $network } en ce moment. Votre mot n'est pas parti.
handover-too-many = { $most } réseaux ont déjà votre demande. Attendez une réponse, ou retirez-en une.
handover-see = Voir ma demande : { $network }
handover-waits = { $network } a votre demande depuis le { $day }. Pas encore de réponse.
handover-is-accepted = { $network } a accepté votre demande.
handover-follow = Voir mes transmissions
stop-handovers = • Les demandes transmises : elles sont retirées.
handover-withdraw = Retirer ma demande
handover-write = Répondre
handover-withdrawn = Votre demande est retirée. Ce réseau le saura : { $network }.

handover-ask-to = À qui transmettre ?
handover-ask-words = Que voulez-vous leur dire, en une ou deux phrases ?
handover-ask-contact = Voulez-vous donner un téléphone ou une adresse électronique ? Sans cela, la réponse passe par moi.
handover-ask-facts = Je joins vos réponses aux questions ?
handover-why-to = Chaque réseau reçoit le même texte.
handover-why-words = Le réseau comprend mieux votre demande. Ne dites rien de votre santé ou de votre argent.
handover-why-contact = Le réseau peut vous appeler ou vous écrire. C'est vous qui choisissez.
handover-why-facts = Le réseau sait où en est votre projet. Il ne vous le redemande pas.
handover-topic-to = les réseaux
handover-topic-words = mon message
handover-topic-contact = mon contact
handover-topic-facts = mes réponses
handover-skip-words = Sans message
handover-skip-contact = Sans contact
handover-facts-oui = Oui, les joindre
handover-facts-non = Non, sans mes réponses
handover-contact-form = Écrivez un téléphone ou une adresse électronique. Ou touchez « Sans contact ».
handover-empty = Il n'y a encore rien à transmettre. Écrivez une phrase.

handover-body-words = Message : { $said }
handover-body-contact = Contact : { $said }
handover-body-no-contact = Contact : répondez ici, sans nom ni adresse.
handover-review =
    Voici le texte exact qui part à : { $network }.

    « { $text } »

    Rien d'autre ne part : ni votre nom, ni votre messagerie. Si vous envoyez, vous êtes d'accord pour ce texte.
handover-changed = Relisez d'abord le texte.
handover-sent = C'est transmis à : { $network }. Sans réponse, je relance. Dans { $days } jours au plus, je vous dis la suite.

handover-closed-now = { $said } ({ $network })

handover-opened-told =
    Une personne transmet une demande à votre réseau, { $network }. Elle est pour : { $about }.

    « { $text } »

    Acceptez ou refusez : cette personne attend un mot.
handover-accept-button = Accepter
handover-refuse-button = Refuser
handover-todo = Voir ce qui reste à traiter
handover-ask-accept = Vous acceptez. Quel mot pour cette personne ? Dites comment et quand vous joindre.
handover-accept-bare = Accepter sans mot
handover-ask-refuse = Pourquoi refuser ? Choisissez, ou écrivez une phrase : la personne la lira.
handover-ask-write = Que voulez-vous dire à cette personne ?
handover-ask-own = Que voulez-vous répondre ?
handover-why-hors_criteres = Hors de nos conditions
handover-why-hors_zone = Hors de notre territoire
handover-why-complet = Plus de place en ce moment
handover-why-trop_tot = Trop tôt pour ce projet
handover-cancel = Retour
handover-kept = D'accord, rien n'est parti.
handover-answered-already = Une réponse a déjà été donnée à cette demande.
handover-accepted = C'est dit à la personne. La demande reste dans « à traiter » jusqu'à ce que vous la fermiez.
handover-refused = C'est dit à la personne, avec votre raison et la porte suivante.
handover-word-sent = Votre mot est parti. { $network } le lira.
handover-word-sent-holder = Votre mot est parti.

handover-accepted-told =
    Bonne nouvelle : { $network } accepte votre demande.
    { $words }
handover-their-words = Leur mot : « { $text } »
handover-refused-told =
    { $network } ne peut pas donner suite. { $reason }
    Un refus ne juge pas votre projet. Souvent, une autre porte convient mieux.
    { $following }
handover-reason-hors_criteres = Votre demande n'entre pas dans leurs conditions.
handover-reason-hors_zone = Votre projet est hors de leur territoire.
handover-reason-complet = Ils n'ont plus de place en ce moment.
handover-reason-trop_tot = C'est trop tôt pour eux.
handover-next = La porte suivante : { $name }.
handover-no-next = Pour chercher une autre porte, écrivez « start ». Pour parler à quelqu'un, écrivez « humain ».
handover-reminded-told = { $network } a une demande sans réponse depuis { $days } jours. La personne attend un mot.
handover-closed-told =
    { $network } n'a pas répondu en { $days } jours. Je ferme votre demande, et son texte est effacé.
    { $following }
handover-over-told =
    Votre demande se ferme ici, et son texte est effacé ({ $network }). Si rien n'a avancé, essayez ailleurs.
    { $following }
handover-expired-told = Une demande pour { $network } est fermée : { $days } jours sans réponse. La personne le sait.
handover-withdrawn-told = Une personne retire la demande transmise à votre réseau : { $network }. Vous n'avez rien à faire.
handover-word-told =
    La personne dont { $network } a accepté la demande répond :

    « { $text } »
handover-word-holder =
    { $network } vous écrit, au sujet de votre demande :

    « { $text } »
handover-example-words = Par exemple : « je cherche un local ».
