# Les phrases que votre territoire dit à sa manière. Toutes les autres viennent des textes communs.
# Rien n’est à remplir ici. Pour changer une phrase commune, écrivez son nom, =, puis la vôtre.
# Les lignes d’une longue phrase sont décalées. Gardez ce qui est entre accolades, comme { $hours }.

# Le premier message. Corrigez le nombre de questions si vous en ajoutez.
welcome =
    Bonjour. Je suis un programme, pas une personne.
    Je pose 3 questions au plus, puis je montre des portes où frapper.
    Je garde vos réponses { $hours } heures, puis je les efface. N’écrivez rien sur votre santé, votre religion, vos papiers ou votre argent.
    Vous pouvez passer une question, revenir en arrière, ou écrire « arrêter ».
    Pour joindre une personne, écrivez « humain ».
