### Vos droits : ce qui est gardé, pourquoi, jusqu'à quand ; voir, corriger, effacer, arrêter. Voir handlers/consent.py.

words-accords = mes accords | mes consentements | mes autorisations | accords | consentements
words-fichier = mes données en fichier | fichier de mes données | télécharger mes données | exporter mes données | recevoir mes données
says-arreter = arrêter | arrête | arrêtez | arrêtez tout | tout arrêter | ça suffit

### Un accord pour chaque usage. Changer un de ces textes change la version écrite dans le registre.

consent-keep = Je garde vos réponses { $hours } heures. Voulez-vous que je les garde { $days } jours ? Je vous écrirai une fois si vous n'avez pas fini.
consent-keep-yes = Oui, { $days } jours
consent-keep-no = Non, { $hours } heures
consent-statistics = Puis-je compter vos réponses dans les statistiques ? Rien n'y dit qui vous êtes. Vous pouvez dire non plus tard. Ce qui est compté le reste.
consent-statistics-yes = Oui, les compter
consent-statistics-no = Non, ne pas les compter
consent-community = Pour être membre, je dois garder votre fiche. Les autres membres voient seulement ce que vous choisissez. Je vous écris quand un membre veut vous parler. Je garde la fiche jusqu'à { $months } mois de silence. Êtes-vous d'accord ?
consent-community-yes = Oui, garder ma fiche
consent-community-no = Non, ne rien garder
consent-gatherings = Voulez-vous recevoir des messages sur les rencontres ? Chaque message dit comment ne plus en recevoir.
consent-gatherings-yes = Oui, les recevoir
consent-gatherings-no = Non, ne pas les recevoir
consent-followup = Puis-je vous écrire plus tard pour savoir où en est votre projet ? Vous pourrez ne pas répondre.
consent-followup-yes = Oui, m'écrire
consent-followup-no = Non, ne pas m'écrire
consent-handover = Puis-je donner votre demande à un réseau ? Je vous montre d'abord le texte exact. Rien ne part sans votre oui.
consent-handover-yes = Oui, la donner
consent-handover-no = Non, ne pas la donner

purpose-keep = garder vos réponses plus longtemps
purpose-statistics = compter vos réponses dans les statistiques
purpose-community = vous compter parmi les membres
purpose-gatherings = vous écrire au sujet des rencontres
purpose-followup = vous demander où en est votre projet
purpose-handover = donner votre demande à un réseau
purpose-alerts = vous écrire en cas de panne

accords-title = Voici vos accords. Dire non est aussi simple que dire oui.
accords-none = Vous n'avez donné aucun accord. Je ne vous écris donc jamais de moi-même.
accords-yes = • Oui pour { $purpose }. C'était le { $day }.
accords-no = • Non pour { $purpose }. C'était le { $day }.
accords-withdraw = Dire non : { $purpose }
accords-agreed = C'est noté : oui pour { $purpose }. Pour changer d'avis, écrivez « mes accords ».
accords-refused = C'est noté : non pour { $purpose }.
accords-button = Voir mes accords

privacy-kept = C'est noté. Je garde vos réponses { $days } jours. Pour tout effacer, écrivez « oublier ».
privacy-not-kept = C'est noté. J'efface vos réponses après { $hours } heures de silence.

### Arrêter les messages

privacy-stopped = C'est noté. Je ne vous écrirai plus de moi-même. J'efface vos réponses après { $hours } heures de silence. Pour continuer, écrivez « reprendre ».
stop-list = Voici ce qui s'arrête :
stop-statistics = • Vos réponses ne comptent plus dans les statistiques.
stop-community = • Les messages de la communauté. Les membres ne vous trouvent plus.
stop-gatherings = • Les messages sur les rencontres.
stop-followup = • Les questions sur la suite de votre projet.
stop-handover = • Plus rien n'est donné à un réseau.
stop-alerts = • Les messages en cas de panne.
stop-known = Je garde encore ce que dit « mes données ». Sans message de vous, tout s'efface après { $months } mois. Pour tout effacer maintenant, écrivez « oublier ».
stop-answers = Si vous m'écrivez, je réponds toujours.
stop-hint = Pour ne plus rien recevoir de moi-même, écrivez « stop ».

### Mes données

privacy-my-data = Voici ce que je garde :
privacy-no-answers = Aucune réponse à mes questions.
privacy-why = Cela sert à vous répondre, à trouver des appuis, à reprendre après une pause.
privacy-until-hours = Je garde aussi l'identifiant de votre messagerie, pour vous répondre. Tout s'efface après { $hours } heures de silence.
privacy-until-days = Je garde aussi l'identifiant de votre messagerie, pour vous répondre. Tout s'efface après { $days } jours de silence.
staying-until-hours = Je garde aussi l'identifiant de votre messagerie, pour vous répondre. Vos réponses s'effacent après { $hours } heures de silence.
staying-until-days = Je garde aussi l'identifiant de votre messagerie, pour vous répondre. Vos réponses s'effacent après { $days } jours de silence.
staying-gatherings = Vos inscriptions s'effacent { $days } jours après chaque rencontre. Pour la dernière : le { $day }.
staying-requests = Vos demandes s'effacent { $days } jours après leur fin.
staying-calls = Vos rappels d'appels à projets s'effacent après { $months } mois de silence.
staying-last = L'identifiant s'efface quand tout cela est effacé.
known-until-hours = Je garde aussi l'identifiant de votre messagerie, pour vous répondre. Vos réponses s'effacent après { $hours } heures de silence. Tout le reste s'efface après { $months } mois.
known-until-days = Je garde aussi l'identifiant de votre messagerie, pour vous répondre. Vos réponses s'effacent après { $days } jours de silence. Tout le reste s'efface après { $months } mois.
privacy-draft = • Ce que vous avez commencé à écrire. Je l'efface après { in-hours }.
kept-profiles = • Votre fiche de membre.
kept-memberships = { $count ->
    [one] • Votre place dans une communauté.
   *[other] • Votre place dans { $count } communautés.
}
kept-passes = • Votre accès à un projet lauréat.
kept-introductions = { $count ->
    [one] • Une demande de mise en relation.
   *[other] • { $count } demandes de mise en relation.
}
kept-blocks = { $count ->
    [one] • Une personne dont vous ne voulez plus de message.
   *[other] • { $count } personnes dont vous ne voulez plus de message.
}
kept-reports = { $count ->
    [one] • Un signalement que vous avez fait.
   *[other] • { $count } signalements que vous avez faits.
}
kept-corrections = { $count ->
    [one] • Une correction que vous proposez.
   *[other] • { $count } corrections que vous proposez.
}
privacy-data-button = Voir mes données
privacy-file-button = Recevoir mes données
privacy-complain-button = Contact et plainte
privacy-file = Voici vos données, en deux fichiers. Le premier se lit. Le second sert à les porter vers un autre service. Gardez-les en lieu sûr.
export-title = Ce que Boussole garde de vous
export-made = Fait le { $day } à { $hour }.
export-empty = Rien d'autre n'est gardé.
export-people = Vous
export-addresses = Vos messageries
export-conversations = Votre conversation
export-consents = Vos accords
export-outbox = Mes messages pour vous
export-roles = Vos rôles
export-memberships = Vos communautés
export-profiles = Votre fiche de membre
export-introductions = Vos mises en relation
export-corrections = Vos corrections de fiches
export-blocks = Les personnes dont vous ne voulez plus de message
export-readers = Le bilan que vous recevez
export-openings = Vos liens pour lire le bilan
export-sittings = Le bilan ouvert dans votre navigateur

### Oublier

privacy-forget = Je vais effacer vos réponses et l'identifiant de votre messagerie. C'est définitif. Confirmez-vous ?
privacy-forget-known = Je vais tout effacer : vos réponses, votre fiche, vos rôles, vos accords. L'identifiant de votre messagerie aussi. C'est définitif. Confirmez-vous ?
privacy-forget-yes = Oui, tout effacer
privacy-forget-no = Non, ne rien effacer
privacy-forget-button = Tout effacer
privacy-forgotten = C'est effacé. Je ne garde plus rien de vous.
privacy-forgotten-copies = Des copies de sécurité existent encore. Elles disparaissent en { $days } jours au plus.
privacy-forgotten-already = Je n'ai aucune donnée sur vous.
privacy-forget-kept = D'accord, je n'efface rien.
there-any = Nos messages restent sur votre appareil. Vous pouvez les y effacer.
there-telegram = Nos messages restent chez Telegram et sur votre téléphone. Pour les effacer, supprimez cette discussion dans Telegram.
there-matrix = Nos messages restent sur votre serveur Matrix. Pour les effacer, supprimez vos messages, puis quittez ce salon.

### Après un long silence

ending-notice = Je n'ai rien lu de vous depuis longtemps. Sans message de vous, j'efface tout le { $day }. Cela comprend votre fiche, vos rôles et vos accords. Pour tout garder, répondez d'un mot.
ending-stay = Tout garder
ending-forget = Tout effacer maintenant
ending-kept = C'est noté. Je garde tout. Après { $months } mois de silence, je vous préviens de nouveau.

### Confidentialité

privacy-notice =
    Je suis un programme. Je sers à orienter, et c'est tout. Je ne décide rien pour vous.
    Je garde vos réponses { $hours } heures, ou { $days } jours si vous dites oui. Je n'ai besoin d'aucun nom.
    Votre messagerie garde aussi vos messages. Je ne peux pas les y effacer.
    Vous pouvez voir, corriger ou effacer vos données. Choisissez pour en savoir plus.
notice-who-button = Qui garde mes données ?
notice-what-button = Quelles données, et pourquoi ?
notice-given-button = Qui peut les voir ?
notice-durations-button = Combien de temps ?
notice-rights-button = Mes droits
notice-complain-button = Me plaindre à la CNIL
notice-easy-button = Version facile à lire

notice-controller = { $controller } répond de vos données. Le mot de la loi : responsable du traitement.
notice-controller-none = Qui répond de vos données n'est pas encore nommé.
notice-contact = Pour écrire au sujet de vos données : { $contact }
notice-contact-none = Le contact n'est pas encore nommé. Écrivez « humain » pour joindre une personne.
notice-dpo = Délégué à la protection des données : { $dpo }
notice-dpo-none = Aucun délégué à la protection des données n'est nommé ici.
notice-basis = Pourquoi c'est permis : { $basis }. Pour le reste, votre accord, que vous pouvez reprendre.
notice-basis-none = Pourquoi c'est permis : mission d'intérêt public. Pour le reste, votre accord, que vous pouvez reprendre.

notice-what =
    Nécessaire : l'identifiant de votre messagerie. Sans lui, je ne peux pas vous répondre.
    Facultatif : vos réponses, pour trouver des appuis. Vous pouvez passer chaque question.
    Avec votre oui seulement : un rappel, la communauté, les rencontres, les statistiques.
    Jamais : votre santé, votre religion, vos papiers, votre argent.
    Des règles écrites classent les appuis. Aucune décision n'est prise par un programme.
notice-given =
    Personne ne reçoit vos réponses sans votre oui.
    Les membres voient de votre fiche ce que vous choisissez. L'animation du réseau lit ce qu'un membre signale.
notice-processors = Ces organismes font marcher le service :
notice-processor = • { $name }
notice-processors-none = L'hébergeur n'est pas encore nommé.
notice-transfers = Hors de l'Union européenne : { $transfers }
notice-through-telegram = Telegram, hors de l'Union européenne, transporte nos messages et peut les lire.
notice-through-matrix = Votre serveur Matrix transporte nos messages. Ils sont chiffrés : il ne les lit pas.
notice-durations =
    • Vos réponses : { $hours } heures de silence, ou { $days } jours avec votre oui.
    • Le texte de mes réponses : jusqu'à votre message suivant, { $replies } heures au plus.
    • Mes autres messages, et les numéros de messages : { $texts } jours.

notice-durations-more =
    • Une fiche, un rôle, un accord : { $months } mois de silence. Je préviens { $first } jours puis { $second } jours avant.
    • La preuve d'un oui ou d'un non : elle reste, sans votre nom.
    • Une orientation comptée, sans votre nom : { $counted } mois.
    • L'usage des rôles, sans nom : { $journal } mois au moins.
    • Les journaux techniques, sans nom : { $logs } mois au plus.
    • Les copies de sécurité, et l'empreinte d'un effacement : { $backups } jours au plus.
notice-rights =
    • Voir vos données et les emporter : écrivez « mes données ».
    • Les corriger : écrivez « modifier ».
    • Tout effacer : écrivez « oublier ».
    • Reprendre un accord : écrivez « mes accords ».
    • Ne plus recevoir de messages : écrivez « stop ».
    • Vous opposer, ou demander une limite : écrivez au contact. La réponse vient en un mois.
notice-complain =
    Vous pouvez vous plaindre à la CNIL. C'est gratuit.
    Par Internet : www.cnil.fr/fr/plaintes
    Par courrier : CNIL, 3 place de Fontenoy, 75334 Paris Cedex 07
notice-easy =
    Je suis un programme. Je vous aide à trouver un appui.
    Je ne demande pas votre nom.
    Je garde peu de choses. Je les efface vite.
    Vous pouvez lire ce que je garde : écrivez « mes données ».
    Vous pouvez tout effacer : écrivez « oublier ».
    Vous pouvez parler à une personne : écrivez « humain ».

### Sur une messagerie qui n'est pas à nous, une fois, au premier message

welcome-telegram = Telegram est un service privé, hors de l'Union européenne. Il peut lire cette conversation. Pour parler sans Telegram, écrivez « humain ».
welcome-elsewhere = Le même service existe sur Matrix : { $address }
welcome-notice = { $controller } répond de vos données. Pour tout lire, écrivez « confidentialité ».
