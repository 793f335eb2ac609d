# Ce que disent les commandes et les mesures des rencontres et des envois.

cli-gatherings-none = Aucune rencontre.
cli-gatherings-none-such = Il n'y a pas de rencontre sous le numéro { $id }.
cli-gatherings-more = Les { $most } premières seulement. Précisez un réseau : --network
cli-gatherings-number = N°
cli-gatherings-date = Date
cli-gatherings-state = État
cli-gatherings-network = Réseau
cli-gatherings-title = Titre
cli-gatherings-seats = Places
cli-gatherings-waiting = En attente
cli-gatherings-present = Présents
cli-gatherings-state-draft = brouillon
cli-gatherings-state-published = publiée
cli-gatherings-state-moved = déplacée
cli-gatherings-state-cancelled = annulée
cli-gatherings-told-announce = Annonces
cli-gatherings-told-remind = Rappels
cli-gatherings-told-change = Changements
cli-gatherings-told-seat = Places offertes
cli-gatherings-told-room = Salons
cli-gatherings-told-after = Après

cli-broadcast = Envoi { $id }, { $network }, { $at }, { $state } : { $sum }
cli-broadcast-to-write = à préparer
cli-broadcast-state-draft = repris
cli-broadcast-state-waiting = confirmé
cli-broadcast-state-sending = en cours
cli-broadcast-state-paused = en pause
cli-broadcast-state-done = terminé
cli-broadcast-state-stopped = arrêté

cli-metric-gatherings = Rencontres qui ne sont pas passées, par état.
cli-metric-gathering-seats = Places de ces rencontres, par état de la demande.
cli-metric-broadcasts = Envois à plusieurs qui ne sont pas finis, par état.
cli-metric-broadcast-messages-to-send = Messages de ces envois qui ne sont pas partis.

cli-demo-animator-says = Animatrice : { $text }
cli-demo-clock = Le temps passe : { $at }
cli-demo-name = Voilure
cli-demo-card =
    Sorte : { $kind }
    Titre : Trouver un local
    Date : { $date } de 10 h à 12 h
    Lieu : Salle des fêtes, { $commune }
    Places : 30
    Prix : gratuit
    Accès : entrée sans marche
cli-demo-broadcast = Bonjour à toutes et à tous. La prochaine rencontre est bientôt annoncée.
cli-demo-date = { $date } de 10 h à 12 h
