# Ce que Telegram montre du bot avant le premier mot, et ce que le bot dit dans un groupe.
# Le menu : une commande par ligne, « commande - ce qu'elle fait ». Chaque commande est un mot que le bot connaît.

telegram-name = Boussole
telegram-description =
    Je suis un programme, pas une personne.
    J'aide à trouver un appui pour un projet utile : { $territory }.
    Je pose 7 questions au plus. Vous pouvez passer une question, revenir en arrière ou arrêter.
    Je garde peu de choses et je les efface. Écrivez « mes données » pour les voir.
    Touchez « Démarrer » pour commencer.
telegram-short-description = Trouver le bon appui pour un projet utile. { $territory }.
telegram-menu =
    start - Commencer
    menu - Ce que je sais faire
    aide - Comment ça marche
    retour - Question précédente
    recommencer - Tout recommencer
    pourquoi - Pourquoi cette question
    lieux - Adresses
    communaute - S'entraider
    humain - Parler à une personne
    langue - Changer de langue
    lier - Autre messagerie
    parametres - Langue, données
    mes_donnees - Mes données
    oublier - Effacer mes données
    confidentialite - Ce que je garde
    arreter - Faire une pause
telegram-menu-room =
    aide - Comment me parler
room-introduction =
    Bonjour. Je suis un programme qui aide à trouver un appui pour un projet utile.
    Je ne lis pas vos conversations : je réponds seulement aux commandes, comme /aide.
    Si j'apporte une question, je lis aussi les réponses à mon message. Rien d'autre.
    Pour une question sur votre projet, écrivez-moi en privé.
room-leaves = Je pars dans { $hours } heures, sauf si une personne qui anime le réseau m'écrit ici.
room-open-private = M'écrire en privé
telegram-nameless = Je ne lis pas les réponses anonymes. Répondez avec votre compte : la personne vous lira.
