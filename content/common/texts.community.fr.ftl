### Les formulaires : relire, changer, envoyer, annuler. Voir handlers/drafts.py.

words-annuler = annuler | annule | annulez | tout annuler | abandonner | ne rien envoyer

form-quoted = « { $text } »
form-noted-text = Noté : « { $text } »
form-empty = Je n'ai rien reçu à lire.
form-too-long = C'est trop long. Écrivez { $most } caractères au plus.
form-needed = J'ai besoin de cette réponse pour continuer.
form-review = Voici ce que vous allez envoyer.
form-review-how = Pour changer une réponse, touchez son nom ou écrivez-le.
form-send = Envoyer
form-cancel = Ne rien envoyer
form-cancelled = D'accord. Rien n'est envoyé. J'efface ces réponses.
form-nothing-to-cancel = Il n'y a rien à annuler.
form-paused = D'accord, on s'arrête là. Rien n'est envoyé. Je garde ces réponses { $hours } heures. Pour continuer, écrivez « reprendre ».
form-restart = On recommence ces questions.
form-back-again = Vous revoilà. Continuons ici.
form-review-later = Vous pourrez tout relire et tout changer avant l'envoi.
form-answer-was = Vous aviez répondu : { $answer }
says-form-send = envoyer | envoie | envoyez | oui | ok | d'accord | valider | je valide | c'est bon | parfait
says-form-nothing = rien | rien pour l'instant | rien du tout | rien de spécial | aucun | aucune | non | pas pour l'instant | pas encore | je n'en ai pas
says-form-cancel = annuler | ne pas envoyer | effacer

### La communauté : ce que c'est, y entrer, en partir. Voir handlers/dialogues/community.py.

words-profil = ma fiche membre | ma fiche de membre | fiche membre | mon profil | voir ma fiche membre | voir ma fiche | voir ma fiche de membre | changer ma fiche | modifier ma fiche | compléter ma fiche | corriger ma fiche
words-quitter_communaute = quitter la communauté | quitter communauté | je quitte la communauté | sortir de la communauté | ne plus être membre
words-fiche_juste = ma fiche est juste | oui ma fiche est juste | fiche juste | ma fiche est toujours juste

menu-community = La communauté

member-intro =
    Ici, des personnes qui portent un projet s'entraident.
    On y trouve un conseil, une salle, un coup de main, un premier client.
    Rien de vous n'est montré sans votre accord.
member-proof-none = Tout le monde peut entrer.
member-proof-animator = Une personne du réseau lit chaque demande. Réseau : { $network }.
member-proof-code = On y entre avec un code de ce réseau : { $network }. Si vous avez ce code, écrivez-le seul, ici.
member-state-asked = Votre demande attend. Une personne du réseau la lira. Réseau : { $network }.
member-state-member = Vous êtes membre.
member-state-muted = Vos messages aux membres sont en pause. Pour en parler, écrivez « humain ».
member-stopped = Vous avez arrêté mes messages. Les membres ne peuvent donc pas vous écrire par moi.
member-hear-again = Recevoir à nouveau
member-resume = Continuer ma fiche
member-join = Rejoindre
member-join-this = Rejoindre : { $name }
member-see-card = Voir ma fiche
member-fill-card = Remplir ma fiche
member-see-all = Voir les communautés
member-leave = Quitter la communauté
member-none = Vous n'êtes membre d'aucune communauté.
member-gone = Je n'ai plus votre fiche. Rien n'est changé. Pour en faire une autre, écrivez « communauté ».
member-refused = D'accord. Je n'enregistre rien, et vous n'êtes pas membre. Vous pourrez changer d'avis : écrivez « communauté ».

member-repeat = Vous m'avez déjà répondu ceci :
member-repeat-ask = Voulez-vous le mettre aussi sur votre fiche ?
member-repeat-oui = Oui, sur ma fiche
member-repeat-non = Non, ne pas le mettre

member-joined-asked =
    C'est envoyé. Une personne du réseau va lire votre demande. Réseau : { $network }.
    Je vous écris dès qu'elle a répondu. Cela peut prendre quelques jours.
    En attendant, vous pouvez compléter votre fiche, ou continuer ici comme avant.
member-joined-member = C'est fait, bienvenue. Vous êtes membre ici : { $community }.
member-card-kept = C'est fait. Votre fiche est enregistrée.
member-asked-you = Une personne demande à entrer dans la communauté. Pour lire sa demande, écrivez « à vérifier ».

member-leave-which = Quelle communauté voulez-vous quitter ?
member-leave-ask =
    Vous allez quitter : { $community }.
    J'efface votre fiche entière : nom, projet, ce que vous proposez et cherchez. Je ferme aussi vos échanges avec les membres.
    Vos réponses à mes autres questions restent. Confirmez-vous ?
member-leave-ask-one =
    Vous allez quitter : { $community }.
    Je garde votre fiche pour votre autre communauté. Confirmez-vous ?
member-leave-oui = Oui, quitter
member-leave-non = Non, rester
member-stays = D'accord, je ne change rien.
member-left = C'est fait. Vous n'êtes plus membre ici : { $community }. Votre fiche est effacée.
member-left-one = C'est fait. Vous n'êtes plus membre ici : { $community }. Votre fiche reste pour votre autre communauté.

### Les questions de la fiche

member-question = Question { $number } sur { $count }. { $ask }
member-skip = Passer
member-say-nothing = Ne rien dire
member-ask-name = Quel nom voulez-vous montrer ? Un prénom suffit.
member-ask-structure = Comment s'appelle votre projet ou votre structure ?
member-ask-line = Présentez votre projet en une phrase.
member-help-line = N'écrivez rien sur votre santé, votre religion, vos papiers ou votre argent.
member-ask-domains = Dans quels domaines est votre projet ?
member-ask-offers = Que pouvez-vous proposer aux autres ? Choisissez, ou écrivez une phrase.
member-ask-seeks = Que cherchez-vous ? Choisissez, ou écrivez une phrase.
member-ask-visibility = Qui peut lire votre fiche ?
member-ask-quartier = Dans quel quartier ? Ne donnez pas d'adresse.
member-ask-testify = Acceptez-vous de raconter votre projet lors d'une rencontre ?
member-ask-contact = Quelle adresse de courriel, ou quel numéro, voulez-vous donner ?

member-why-name = Les membres vous appellent par ce nom. Ce peut être un prénom ou un surnom.
member-why-structure = Les membres reconnaissent votre projet.
member-why-line = Une phrase aide les autres à savoir s'ils peuvent vous aider.
member-why-domains = Cela aide à trouver des projets proches du vôtre.
member-why-offers = Un membre peut chercher ce que vous proposez.
member-why-seeks = Un membre peut proposer ce que vous cherchez.
member-why-visibility = Vous décidez qui lit votre fiche. Vous pouvez changer à tout moment.
member-why-consent = Les autres membres ont besoin d'une fiche pour vous trouver. Sans votre accord, je n'en garde pas.
member-why-repeat = Cela évite de vous poser deux fois la même question.
member-why-leave = Je demande une fois, car ce qui est effacé ne revient pas.
member-why-etape = Cela aide à rencontrer des projets à la même étape.
member-why-forme = Cela aide à rencontrer des structures comme la vôtre.
member-why-commune = Cela aide à rencontrer des personnes près de vous.
member-why-quartier = Cela aide à rencontrer des personnes près de vous. Ce n'est pas utile pour autre chose.
member-why-testify = Un réseau cherche parfois un projet à présenter. Seule la personne qui anime lit cette réponse.
member-why-contact = Sans cela, les membres vous écrivent par moi. C'est souvent assez.
member-why-qpv = Cela sert à compter les projets, c'est tout. Personne ne lit cette réponse.

member-topic-name = le nom
member-topic-structure = le projet
member-topic-line = la présentation
member-topic-domains = les domaines
member-topic-offers = je propose
member-topic-seeks = je cherche
member-topic-visibility = qui lit la fiche
member-topic-quartier = le quartier
member-topic-testify = raconter mon projet
member-topic-contact = le contact
member-topic-etape = l'étape
member-topic-forme = la forme
member-topic-commune = la commune
member-topic-qpv = le quartier prioritaire

member-visibility-members = Les membres
member-visibility-members-says = les membres | les autres membres | la communauté | membres
member-visibility-hidden = Personne, sauf l'animation
member-visibility-hidden-says = personne | cachée | cacher | seulement l'animation
member-visibility-public = Tout le monde
member-visibility-public-says = tout le monde | public | publique | page publique
member-testify-oui = Oui
member-testify-oui-says = oui | ouais | ok | d'accord | avec plaisir | bien sûr
member-testify-non = Non
member-testify-non-says = non | non merci | pas du tout | plutôt pas
member-name-form = J'attends un nom ou un surnom. Écrivez-le, s'il vous plaît.
member-contact-form = Écrivez seulement une adresse de courriel, ou un numéro de téléphone.

### La fiche, relue et changée

member-line = { $topic } : { $said }
member-card-seen = Votre fiche, comme les autres la lisent :
member-card-closed = Les autres membres ne lisent pas votre fiche.
member-card-alone = Ce que les membres ne lisent pas :
member-card-members = Qui la lit : les membres de vos communautés, et la personne qui anime.
member-card-hidden = Qui la lit : vous, et la personne qui anime.
member-card-public = Qui la lit : tout le monde. Le contact n'est montré qu'aux membres.
member-edit = Changer une réponse
member-more = Compléter ma fiche
member-choose-shown = Choisir ce qui est montré
member-edit-which = Que voulez-vous changer ?
member-more-which = Que voulez-vous ajouter ? Tout est facultatif.
member-doors = Touchez un nom pour le montrer ou le cacher.
member-show = Montrer : { $topic }
member-hide = Cacher : { $topic }
member-changed = C'est changé.
member-emptied = C'est effacé.
member-right = Merci. Je vous le demanderai à nouveau dans un an.

### Chaque année

member-check =
    Voici votre fiche de membre. Une fois par an, je vous demande : est-elle toujours juste ?
member-check-how = Touchez un bouton. Ou écrivez « ma fiche est juste », « changer ma fiche » ou « quitter la communauté ».
member-check-right = Oui, ma fiche est juste
member-check-edit = Changer ma fiche
form-bare = « { $said } » ne suffit pas ici. Écrivez quelques mots.
form-words-only = Ici, écrivez votre texte en quelques mots. Pour ne rien envoyer, écrivez « annuler ».
