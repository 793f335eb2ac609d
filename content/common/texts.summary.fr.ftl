### Le bilan : noms, définitions et phrases. Ce que chaque chiffre veut dire est dit une seule fois, ici.

summary-title = Bilan, { $period }
summary-title-year = Bilan, { $period }
summary-week = semaine { $number }
summary-quarter = { $number ->
    [1] 1er
   *[other] { $number }e
  } trimestre { $year }
summary-half = { $number ->
    [1] 1er
   *[other] { $number }e
  } semestre { $year }
summary-year = année { $year }
summary-window = { $period }, du { $from } au { $to }
summary-few = 1 à 4
summary-hidden = masqué
summary-percent = { $value } %
summary-total = Total
summary-partner = le partenaire

summary-headline = { $period } : { $value } orientations finies.
summary-headline-running = { $period } : pas encore finie. Ses chiffres viendront à sa fin.
summary-headline-none = { $period } : aucune orientation finie.
summary-headline-few = { $period } : { $few } orientations finies. { $then }
summary-headline-then = { $period } : { $value }.
summary-headline-soon = Le total du { $period } viendra à sa fin.
summary-headline-hidden = { $period } : trop peu d’orientations pour donner le total.

summary-message-line = { $label } : { $shown }
summary-message-nothing = Rien d’autre cette semaine. Le service marche.
summary-message-overdue = { $n ->
    [one] { $n } fiche est à relire.
   *[other] { $n } fiches sont à relire.
  }
summary-message-files = Le détail et les définitions sont dans le bilan complet.

summary-note-hidden = « masqué » : trop peu de monde, ou un nombre qui en trahirait un autre.
summary-note-zero = Ce qui n’est pas dans ce tableau est à 0.
summary-note-many = Une personne peut compter sur plusieurs lignes.

summary-note-versions = Versions du guide comptées ensemble : { $versions }.
summary-version = { $revision } ({ $first } à { $last })

summary-explain-period = Période : { $window }. La semaine va du lundi 0 h au dimanche 23 h 59, heure d’ici.
summary-explain-quarters = { $n ->
    [one] un trimestre clos
   *[other] { $n } trimestres clos
  }
summary-explain-count = Compteur : { $of }. De 1 à 4, le nombre est caché.
summary-filter-records = Filtre : orientations finies par qui a dit oui aux statistiques.
summary-filter-counters = Filtre : tout le monde, sans lien avec une personne.

## Les totaux

summary-orientations = Orientations finies
summary-orientations-is = Parcours finis, avec un oui aux statistiques. Une personne peut refaire le sien.
summary-conversations = Conversations commencées
summary-conversations-is = Parcours où la première question a eu une réponse.
summary-communaute-entrees = Entrées dans une communauté
summary-communaute-entrees-is = Adhésions acceptées, toutes communautés ensemble.
summary-communaute-departs = Départs d’une communauté
summary-communaute-departs-is = Membres partis, toutes communautés ensemble.
summary-communaute-membres = Membres actifs
summary-communaute-membres-is = Entrées moins départs, depuis le début. Masqué dès qu’un de ces totaux l’est.
summary-presentations = Présentations acceptées
summary-presentations-is = Mises en contact entre membres, avec le oui des deux.
summary-rencontres-oui = Oui aux rencontres
summary-rencontres-oui-is = Personnes qui ont répondu « je viens » à une rencontre.
summary-rencontres-publiees = Rencontres publiées
summary-rencontres-publiees-is = Rencontres ouvertes au public. Ce ne sont pas des personnes : rien n’est caché.
summary-rencontres-rappels = Rappels de rencontres
summary-rencontres-rappels-is = Messages de rappel envoyés avant une rencontre.
summary-transmises = Demandes transmises
summary-transmises-is = Demandes envoyées à un partenaire avec l’accord de la personne. Une par partenaire.
summary-transmises-personnes = Personnes dont la demande est transmise
summary-transmises-personnes-is = Envois à un ou plusieurs partenaires, comptés une fois.
summary-rendez-vous = Rendez-vous
summary-rendez-vous-is = Rendez-vous notés par les agents, aussi pris hors de ce guide.
summary-rendez-vous-personnes = Personnes reçues
summary-rendez-vous-personnes-is = Personnes venues à un premier rendez-vous. Chacune compte une fois.
summary-parcours = Parcours sans accord, finis ou abandonnés
summary-parcours-is = Parcours abandonnés, et parcours finis sans oui aux statistiques.
summary-suivi-10 = Suites à 10 jours
summary-suivi-10-is = Ce que la personne a répondu 10 jours après. Sans réponse : « sans nouvelles ».
summary-suivi-30 = Suites à 30 jours
summary-suivi-30-is = Ce que la personne a répondu 30 jours après. Sans réponse : « sans nouvelles ».
summary-questions-humaines = Questions à une personne
summary-questions-humaines-is = Questions envoyées à un réseau par « parler à quelqu’un ».
summary-reponses-humaines = Réponses d’une personne
summary-reponses-humaines-is = Réponses d’un humain à qui attendait, la première et les suivantes.

## Les tableaux et les parts

summary-porteurs = Porteurs et porteuses, première orientation
summary-porteurs-is = Personnes avec un projet, à leur toute première orientation finie. Une personne compte une fois.
summary-porteurs-annee = Porteurs et porteuses de l’année
summary-porteurs-annee-is = Personnes avec un projet, à leur première orientation finie de l’année.
summary-accords = Oui aux statistiques
summary-accords-is = Parcours finis avec un oui la même semaine, sur tous les parcours finis.
summary-abandons = Parcours abandonnés
summary-abandons-is = Parcours arrêtés avant le résultat. Le tableau dit à quelle question.
summary-retard = Saisies en retard
summary-retard-is = Oui donné une autre semaine que celle du parcours. Compté quand il arrive.
summary-sans-solution = Sans solution
summary-sans-solution-is = Orientations finies sans aucune porte, sur toutes les orientations.
summary-portes = La première porte proposée
summary-portes-is = Premier dispositif du résultat, ou le besoin resté sans porte.
summary-portes-tous-rangs = Les portes proposées, à tous les rangs
summary-portes-tous-rangs-is = Dispositifs présents dans le résultat, quel que soit leur rang.
summary-issues = Où les parcours s’arrêtent
summary-issues-is = Question où un parcours s’arrête, et parcours finis sans oui aux statistiques.
summary-entonnoir = Du début au résultat
summary-entonnoir-is = Parcours terminés dans la période, et jusqu’où ils sont allés.
summary-questions = Les questions une par une
summary-questions-is = Réponses, retours et questions passées, puis le temps pour répondre. Toutes les versions du guide sont comptées ensemble. Une version seule montrerait parfois trop peu de monde.
summary-temps = Temps médian : { $topic }
summary-temps-is = Temps entre la question et sa réponse, pour une réponse sur deux.
summary-refus = Motifs de refus
summary-refus-is = Motif donné par la personne quand une porte a dit non.
summary-suivi-10-obtenu = Rendez-vous obtenu à 10 jours
summary-suivi-10-obtenu-is = Réponses « rendez-vous obtenu » sur toutes les suites à 10 jours.
summary-suivi-30-obtenu = Rendez-vous obtenu à 30 jours
summary-suivi-30-obtenu-is = Réponses « rendez-vous obtenu » sur toutes les suites à 30 jours.
summary-delai-rendez-vous = Attente d’un rendez-vous
summary-delai-rendez-vous-is = Attente dite par la personne, entre sa demande et le rendez-vous.
summary-delai-rendez-vous-median = Attente médiane d’un rendez-vous
summary-delai-rendez-vous-median-is = Attente dite par une personne sur deux, par tranches.
summary-premieres-reponses = Questions qui ont eu une réponse
summary-premieres-reponses-is = Questions qui ont eu une première réponse d’un humain.
summary-delai-reponse-humain = Délai de réponse d’une personne
summary-delai-reponse-humain-is = Temps entre ce que la personne écrit et la réponse d’un humain.
summary-delai-reponse-humain-median = Délai médian de réponse
summary-delai-reponse-humain-median-is = Délai d’une réponse humaine sur deux, par tranches.
summary-rencontres-series = Oui aux rencontres, par série
summary-rencontres-series-is = Réponses « je viens », par série ou par sorte de rencontre.
summary-rencontres-venues = Venues aux rencontres
summary-rencontres-venues-is = Présences dites par l’organisateur, au plus le nombre de oui.
summary-rencontres-presentes = Personnes venues
summary-rencontres-presentes-is = Présences dites par l’organisateur, au plus le nombre de oui.
summary-rencontres-utiles = Rencontre jugée utile
summary-rencontres-utiles-is = Réponses « utile » sur les personnes venues.
summary-communautes = Entrées par communauté
summary-communautes-is = Adhésions acceptées dans chaque communauté.
summary-transmises-reseaux = Demandes transmises, par partenaire
summary-transmises-reseaux-is = Demandes envoyées à chaque réseau, avec l’accord de la personne.
summary-transmises-7j = Réponse du partenaire en 7 jours
summary-transmises-7j-is = Demandes qui ont eu une réponse en 7 jours, sur toutes les demandes.
summary-multi-partenaires = Vers plusieurs partenaires
summary-multi-partenaires-is = Envois à deux partenaires au moins, sur tous les envois.
summary-transmises-avec = Demandes transmises { $partner }
summary-transmises-avec-is = Envois dont ce partenaire fait partie, sur tous les envois.
summary-rendez-vous-retard = Rendez-vous notés en retard
summary-rendez-vous-retard-is = Rendez-vous notés une autre semaine que la leur. Comptés quand ils sont notés.
summary-rendez-vous-premier = Premiers rendez-vous
summary-rendez-vous-premier-is = Premiers rendez-vous, sur tous les rendez-vous.
summary-rendez-vous-services = Rendez-vous interservices
summary-rendez-vous-services-is = Rendez-vous avec d’autres services, sur tous les rendez-vous.
summary-rendez-vous-partenaire = Rendez-vous { $partner }
summary-rendez-vous-partenaire-is = Rendez-vous où ce partenaire était là, sur tous les rendez-vous.
summary-rendez-vous-services-personnes = Personnes reçues avec d’autres services
summary-rendez-vous-services-personnes-is = Personnes reçues avec d’autres services, sur toutes les personnes reçues.
summary-rendez-vous-partenaire-personnes = Personnes reçues { $partner }
summary-rendez-vous-partenaire-personnes-is = Personnes reçues avec ce partenaire, sur toutes les personnes reçues.
summary-split-is = { $title } : orientations finies, selon la réponse de la personne.

## Les lignes des tableaux

summary-line-rest = Autre ou sans réponse
summary-line-unknown = besoin non dit
summary-line-without = Sans porte : { $need }
summary-line-issues-sans-accord = Fini, sans oui aux statistiques
summary-line-left = Arrêt à la question : { $topic }
summary-line-step = { $topic } : { $what }
summary-line-step-answered = réponses
summary-line-step-back = retours en arrière
summary-line-step-skipped = questions passées
summary-line-porteurs-nouveaux = Première orientation
summary-line-porteurs-connus = Première de l’année, déjà venus avant
summary-line-porteurs-autres = Déjà comptés cette année, ou sans projet
summary-line-rencontres-venues-utiles = Venus, et ont trouvé cela utile
summary-line-rencontres-venues-venues = Venus, sans avis ou pas utile
summary-line-rencontres-venues-autres = Pas venus, ou présence non notée
summary-line-obtenu = Rendez-vous obtenu
summary-line-attente = En attente
summary-line-refuse = Refusé
summary-line-pas-demande = Pas demandé
summary-line-sans-nouvelles = Sans nouvelles
summary-line-criteres = Pas dans les critères
summary-line-tot = Trop tôt
summary-line-argent = Plus d’argent
summary-line-plein = C’est complet
summary-line-autre-motif = Un autre motif
summary-line-semaine = une semaine au plus
summary-line-quinzaine = deux semaines au plus
summary-line-mois = un mois au plus
summary-line-davantage = plus d’un mois
summary-line-10s = 10 secondes au plus
summary-line-30s = 30 secondes au plus
summary-line-1m = 1 minute au plus
summary-line-5m = 5 minutes au plus
summary-line-1h = 1 heure au plus
summary-line-4h = 4 heures au plus
summary-line-1d = 1 jour au plus
summary-line-2d = 2 jours au plus
summary-line-7d = 7 jours au plus
summary-line-later = plus longtemps

summary-funnel-start = Parcours terminés ou abandonnés
summary-funnel-after = Après la question : { $topic }
summary-funnel-end = Arrivés au résultat
summary-funnel-yes = Oui aux statistiques
