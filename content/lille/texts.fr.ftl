# Ce que Lille dit à sa façon.

welcome =
    Bonjour. Je suis un programme, pas une personne.
    Je vous aide à trouver un appui pour un projet utile, à Lille et autour. Je pose 7 questions au plus.
    Je garde vos réponses { in-hours }, puis je les efface. N'écrivez rien sur votre santé, votre religion, vos papiers ou votre argent.
    Vous pouvez passer une question, revenir en arrière, ou écrire « arrêter ».
    Pour joindre une personne, écrivez « humain ».
