### La prise d’un agenda existant par la ligne de commande : ce qui est fait, et chaque faute par sa ligne.

cli-ics-done = Dates nouvelles : { $new }. Changées : { $changed }. Annulées : { $cancelled }. Entrées sans date à venir : { $past }.
cli-ics-left =
    { $count ->
        [one] Une date prise avant n’est plus dans cet agenda. Elle reste ici : annulez-la si besoin.
       *[other] { $count } dates prises avant ne sont plus dans cet agenda. Elles restent ici : annulez-les si besoin.
    }
cli-ics-file = « { $path } » ne peut pas être lu.
cli-ics-network = ce réseau n’est pas dans le pack. Réseaux connus : { $known }.
cli-ics-no-kind = cette sorte de rencontre n’est pas dans le pack. Sortes connues : { $known }.
cli-ics-large = cet agenda est trop gros. Au plus : { $megabytes } Mo.
cli-ics-many = cet agenda a trop d’entrées. Au plus : { $most }.
cli-ics-encoding = ce n’est pas de l’UTF-8. Enregistrez l’agenda en UTF-8.
cli-ics-no-calendar = ce n’est pas un agenda : il doit commencer par BEGIN:VCALENDAR.
cli-ics-unfinished = ce { $part } n’a pas de fin, ou autre chose finit avant lui. L’agenda est peut-être coupé.
cli-ics-value = la valeur de { $name } ne peut pas être lue.
cli-ics-lacks = il manque { $name }.
cli-ics-twice = { $name } est dit deux fois.
cli-ics-length = la fin doit venir après le début, et au plus 31 jours après.
cli-ics-rule = cette répétition ne peut pas être lue, ou se répète en moins d’un jour.
cli-ics-kind = de quelle sorte est « { $title } » ? Dites-le avec --kind. Sortes connues : { $known }.
cli-ics-url = ce n’est pas une adresse du web. Attendu : https://…
cli-ics-private = { $host } est une adresse du réseau local. Pour la permettre : private = true dans [calendars].
cli-ics-away = { $host } ne répond pas. Vérifiez l’adresse.
cli-ics-slow = { $host } n’a pas répondu en { $seconds } secondes.
cli-ics-status = { $host } répond { $status } au lieu de l’agenda.
cli-agenda-json = ce n’est pas du JSON : l’export est peut-être coupé ici.
cli-agenda-no-events = ce n’est pas un export d’OpenAgenda : il manque « events ».
cli-agenda-part = cet export n’a que { $count } événements sur { $total }. Demandez-les tous (size).
