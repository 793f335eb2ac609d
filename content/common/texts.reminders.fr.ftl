### Les rappels, les changements, le résumé de la semaine, la question d'après. Voir handlers/reminder_words.py.

words-rappels = rappels | mes rappels | choisir mes rappels | moins de rappels | moins de messages | ce que je suis
words-suivre = suivre | je veux suivre | je voudrais suivre | j'aimerais suivre
words-ne_plus_suivre = ne plus suivre | je ne veux plus suivre | je veux plus suivre | arrêter de suivre
says-follow-small = réseau | rencontres | les | des | du | de | network | gatherings | of

## Le jour et l'heure

reminder-when = { $day } à { $hour }

reminder-when-line = Quand : { $when }.

reminder-where = Où : { $where }.

reminder-meeting-point = Point de rendez-vous : { $said }.

reminder-access = Accès : { $said }.

reminder-rain-plan = S'il pleut : { $said }.

reminder-price = Prix : { $said }.

## Le rappel

reminder-title = Rappel : { $title }

reminder-late = Ce rappel arrive en retard, pardon. { $title }

reminder-seats = Vous êtes { $seats }.

reminder-less = Moins de messages : écrivez « rappels ». Plus aucun : « stop ».

reminder-no = Je ne viens plus

reminder-tomorrow = Me le redire demain

reminder-hours = Me le redire { $hours } h avant

reminder-details = Voir tous les détails

again-done = D'accord. Je vous le redis { $when }.

again-too-late = Il est trop tard pour vous le redire.

again-not-coming = Vous n'êtes pas sur la liste de cette rencontre.

## Ce que lit la personne qui vient de s'inscrire

recap-next = Je vous le rappelle { $when }.

recap-none = Je n'enverrai pas d'autre rappel.

recap-stopped = Vous avez arrêté mes messages : pas de rappel. Je vous écris seulement si la rencontre change.

## L'annonce, pour qui suit

announce-title = À venir : { $title }

announce-again = C'est bientôt : { $title }

announce-ask = Vous venez ?

announce-link = Pour s'inscrire : { $link }

announce-yes = Je viens

announce-unfollow = Ne plus suivre

announce-unfollowed = D'accord. Vous ne suivez plus : { $what }.

announce-not-followed = Vous ne suivez pas cette rencontre.

announce-not-followed-name = Vous ne suivez pas : { $what }.

## Un changement

change-title = Changement : { $title }

change-before = Avant : { $when }.

change-now = Maintenant : { $when }.

change-hour-same = Toujours { $when }.

change-place-before = Lieu d'avant : { $where }.

change-place-now = Nouveau lieu : { $where }.

change-place-same = Le lieu ne change pas : { $where }.

change-seated = Votre place est gardée. Vous ne pouvez plus ? Dites-le-moi.

change-waiting = Vous êtes toujours sur la liste d'attente.

change-calendar = Mettre à jour mon agenda

change-cancelled = Annulé : { $title }

change-cancelled-when = C'était prévu { $when }. Cela n'aura pas lieu.

change-cancelled-begun = C'était prévu { $when }. Cela s'arrête maintenant.

change-reason = Raison : { $reason }

change-nothing = Vous n'avez rien à faire.

change-others = Voir les autres rencontres

## Le résumé de la semaine

digest-title = Je vous ai déjà écrit { $count } fois cette semaine. Voici le reste, en un seul message.

digest-line = • { $title }, { $when }

digest-more = Et d'autres rencontres encore : écrivez « rencontres ».

digest-see = Voir : { $title }
programme-week = { $title }, cette semaine :
programme-over = C'est fini : { $title }. En trois chiffres :
programme-held = • Rencontres : { $count }
programme-came = • Personnes venues : { $said }
programme-few = moins de 5
programme-useful = • Utile pour { $useful } personnes, sur { $asked } réponses
programme-useful-few = • Utile ? Il y a trop peu de réponses pour le dire.

## Après

after-ask =
    Vous étiez là : { $title }.
    Était-ce utile ?

after-oui = Oui

after-plus_ou_moins = Un peu

after-non = Non

after-thanks = Merci. C'est noté.

after-meet = Voulez-vous rencontrer une personne qui a un projet ? Chacune doit dire oui.

after-meet-button = Rencontrer quelqu'un

after-closed = Cette question est fermée. Merci quand même.

## Choisir ses rappels

leads-title = Voici ce que je vous écris sur les rencontres.

leads-on = • { $lead } : oui

leads-off = • { $lead } : non

leads-turn-off = Sans : { $lead }

leads-turn-on = Avec : { $lead }

lead-days = { $days } jours avant

lead-eve = la veille

lead-hours = { $hours } heures avant

lead-announce = l'annonce

lead-announce-again = l'annonce, une 2e fois

lead-after = la question d'après

leads-changed = C'est changé.

leads-follows = Vous suivez :

leads-followed = • { $what }

leads-follows-none = Vous ne suivez aucune rencontre pour l'instant.

leads-how = Pour suivre un réseau, écrivez « suivre » et son nom.

leads-unfollow = Ne plus suivre : { $what }

leads-always = Si une rencontre où vous venez change, je vous écris toujours.

leads-stopped = Vous avez arrêté ces messages. Pour les reprendre, dites oui ici :

leads-none = Il n'y a pas de rappel à choisir ici.

stop-bookings = • Les rappels des rencontres où vous venez. Si l'une change, je vous le dis quand même.

stop-calls = • Les dates des appels que vous suivez.

## Les dates des appels

call-open = Dossiers jusqu'au { $day }.

call-opens = Dossiers du { $first } au { $day }.

call-closed = Fermé depuis le { $day }.

call-closed-door = { $name } est fermé pour l'instant : dossiers clos le { $day }.

call-follow = Me rappeler la date

call-followed = C'est noté. Je vous écris { $first } jours avant la fin, puis { $second } jours avant.

call-followed-once = C'est noté. Je vous écris { $days } jours avant la fin.

call-too-near = La fin est le { $day }. C'est trop proche pour un rappel.

call-none = Je ne connais pas de date pour cette aide.

call-title = { $name } : il reste { $days } jours. Fin le { $day }.

call-checklist = À faire avant :

call-step = • { $step }

call-card = Voir la fiche

call-unfollow = Ne plus me le rappeler

change-end = Fin : { $when }.

change-stops = Les étapes changent. Regardez-les avant de partir.

leads-all = Tout recevoir

leads-unannounced = Je ne vous annonce pas d'autres rencontres. Pour en entendre parler, dites oui ici :

digest-words = • { $network } : { $text }
export-leads = Les rappels que vous voulez
export-snoozes = Ce que je dois vous redire
