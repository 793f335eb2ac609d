# Ce que ce territoire dit à sa manière. Tout le reste vient des textes communs.
welcome =
    Bonjour, et bienvenue à Sablegrand, territoire imaginaire. Je suis un programme, pas une personne.
    Je pose 4 questions au plus, puis je montre des portes où frapper.
    Je garde vos réponses { in-hours }, puis je les efface. N’écrivez rien sur votre santé, votre religion, vos papiers ou votre argent.
    Vous pouvez passer une question, revenir en arrière, ou écrire « arrêter ».
    Pour joindre une personne, écrivez « humain ».
