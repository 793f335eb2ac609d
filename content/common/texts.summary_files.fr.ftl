### Le bilan en fichiers, la commande summary et les chiffres saisis à la main.

cli-summary-of = { $part } sur { $whole }
cli-summary-percent = { $value } %
cli-summary-echo = { $window } : { $said }, { $label }
cli-summary-source = Source : { $territory }, guide { $revision }. Chaque chiffre compte des passages, jamais des noms.
cli-summary-hidden = « 1 à 4 » et « masqué » protègent les personnes : trop peu de monde, on pourrait les reconnaître.
cli-summary-line = Réponse
cli-summary-count = Nombre
cli-summary-step = Étape
cli-summary-of-former = Part de l’étape d’avant
cli-summary-period = Période
cli-summary-trend = Dans le temps : { $label }
cli-summary-need = Besoin
cli-summary-needs = Besoins sans réponse
cli-summary-needs-none = Aucun sur les périodes closes.
cli-summary-overdue = Fiches à relire
cli-summary-overdue-line = { $label } : à relire depuis le { $day }
cli-summary-overdue-none = Toutes les fiches sont à jour.
cli-summary-alt = Image en barres. { $title } : { $said }.
cli-summary-figures = Les chiffres
cli-summary-figure = Chiffre
cli-summary-together = { $shown } : { $labels }
cli-summary-annexes = Tous les autres tableaux
cli-summary-definitions = Ce que veut dire chaque chiffre
cli-summary-window = Période : { $window }
cli-summary-definition = Définition
cli-summary-made-of = Détail
cli-summary-when = Période
cli-summary-sheet-overview = Synthèse
cli-summary-sheet-detail = Détail
cli-summary-sheet-read-me = Lisez-moi
cli-summary-column-table = Tableau
cli-summary-column-row = Ligne
cli-summary-column-column = Colonne
cli-summary-column-shown = Affiché
cli-summary-column-value = Nombre
cli-summary-column-window = Période

cli-summary-echo-alone = { $window } : { $said }
cli-summary-by-hand = Chiffres saisis à la main
cli-summary-by-hand-note = Ce programme ne connaît pas ces chiffres. Une personne les a saisis : son rôle et la date sont dits.
cli-summary-by-hand-is = Saisi à la main, une fois par an. { $definition }
cli-summary-by-hand-none = Ce territoire n’en a pas prévu.
cli-summary-by-hand-missing = pas encore saisi
cli-summary-by-hand-who = { $role }, le { $day }
cli-summary-by-whom = Saisi par
cli-summary-published = Publié avant

cli-summary-no-such = « { $period } » n’est ni une semaine ni une année. Exemples : 2026-W47 (une année a 52 ou 53 semaines), 2026.
cli-summary-not-over = { $period } n’est pas finie. Son bilan sera prêt le { $day }.
cli-summary-nothing = Rien n’a encore été compté dans cette base. Il n’y a pas de bilan.
cli-summary-before = Rien n’était compté en { $period }. Le premier bilan est celui de { $first }.
cli-summary-old-form = Ce bilan a été publié sous une forme que ce programme ne lit plus. Gardez les fichiers d’alors.
cli-summary-line-of = { $label } : { $shown }
cli-summary-which = Dites une semaine (--week 2026-W47) ou une année (--year 2026), pas les deux.
cli-summary-no-such-week = « { $week } » n’est pas une semaine. Exemple : 2026-W47. Une année a 52 ou 53 semaines.
cli-summary-no-such-year = « { $year } » n’est pas une année. Exemple : 2026.
cli-summary-no-such-format = « { $format } » n’est pas un format. Formats : { $known }.
cli-summary-explain-alone = --explain répond à l’écran, sans --format.
cli-summary-to-terminal = Un fichier { $format } ne se lit pas dans un terminal. Ajoutez : -o bilan.{ $format }
cli-summary-no-such-figure = « { $figure } » n’est pas un chiffre de ce bilan. Chiffres : { $known }.
cli-summary-no-pdf = Ici, rien ne fabrique de PDF. Demandez --format html, ou installez le complément « poster ».
cli-summary-unwritable = { $path } : ce fichier ne peut pas être écrit. Vérifiez le dossier, les droits et la place.

cli-demo-summary = Le bilan de semaines inventées, dans tous les formats :

### Le chat : saisir un chiffre de l'année

words-bilan_annuel = bilan annuel | bilan de l'année | chiffres de l'année | saisir un chiffre | chiffre à saisir | bilan_annuel
yearly-open = Saisir un chiffre de l’année
yearly-year = De quelle année parle ce chiffre ? Vous pouvez écrire une autre année, depuis { $first }.
yearly-year-topic = année
yearly-year-why = Le bilan annuel montre chaque chiffre avec son année.
yearly-figure = Quel chiffre voulez-vous saisir ?
yearly-figure-topic = chiffre
yearly-figure-why = Ce programme ne peut pas connaître ces chiffres. Ils sont dans le bilan annuel.
yearly-value = Quel est le nombre ? Écrivez-le en chiffres.
yearly-value-unit = Quel est le nombre, en { $unit } ? Écrivez-le en chiffres.
yearly-value-topic = nombre
yearly-value-why = Le bilan le montre avec votre rôle et la date. Votre nom n’y est pas.
yearly-there = Déjà saisi : { $value }, le { $day } ({ $role }). Votre nombre le remplace.
yearly-erase = Effacer ce nombre
yearly-unread = Je n’ai pas lu de nombre. Exemples : 45, ou 12 500,50.
yearly-kept = C’est noté pour { $year }. { $label } : { $value }.
yearly-erased = C’est effacé pour { $year }. { $label }.
yearly-another = Saisir un autre chiffre
yearly-none = Aucun chiffre n’est à saisir à la main ici.
journal-yearly = chiffre de l’année saisi

### Le bilan en données ouvertes

cli-open-title = Bilans publiés, périodes closes
cli-open-about = Un chiffre par ligne. Trimestres, semestres et années clos, tels que publiés. Rien sur une semaine, rien sur une personne.
cli-open-licence = Licence Ouverte 2.0 : le texte est dans { $file }. Citez le territoire et la date de fin.
cli-open-columns = Les colonnes
cli-open-indicators = Les indicateurs
cli-open-territoire = Le territoire.
cli-open-periode = La première et la dernière semaine ISO de la période.
cli-open-duree = Trimestre de 13 semaines (14 en fin d’année longue), semestre ou année.
cli-open-debut = Le premier jour, un lundi.
cli-open-fin = Le dernier jour, un dimanche.
cli-open-indicateur = Le nom court du chiffre ou du tableau. Sa définition est dans le fichier LISEZ-MOI.md.
cli-open-libelle = Le nom en clair.
cli-open-ligne = La ligne du tableau. « ensemble » : un chiffre seul. « total » : la somme du tableau.
cli-open-libelle-ligne = La ligne en clair.
cli-open-unite = « nombre », « pourcentage », ou « tranche » (une durée : lire la colonne affiche).
cli-open-valeur = Le nombre. Vide s’il est masqué, ou si c’est une tranche.
cli-open-numerateur = Pour un pourcentage : la partie.
cli-open-denominateur = Pour un pourcentage : le tout.
cli-open-affiche = Ce qui est écrit dans le bilan.
cli-open-masque = « true » : trop peu de monde, ou un nombre qui en trahirait un autre.

cli-summary-open-alone = --open-data écrit des fichiers dans un dossier, sans --week, --year, --format, --output ni --explain.
cli-summary-open-none = Aucune période n’est close. Il n’y a rien à publier.
