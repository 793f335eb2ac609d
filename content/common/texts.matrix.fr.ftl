### Ce que le bot dit sur Matrix, et nulle part ailleurs.

matrix-declined = Je ne viens pas dans ce salon. Écrivez-moi dans une conversation directe : je réponds à chacun.
matrix-too-many = Vous avez déjà plusieurs conversations avec moi. Écrivez-moi dans l'une d'elles.
matrix-renewed =
    Mes clés ont changé sur Matrix. Je ne peux plus lire les messages écrits avant celui-ci.
    Si vous attendez une réponse, écrivez de nouveau.
matrix-withheld = Cet appareil n'est pas vérifié. Vérifiez-le depuis un autre de vos appareils, puis écrivez-moi.
matrix-unreadable =
    Je n'ai pas pu lire votre message : sa clé n'est jamais arrivée.
    Mettez à jour votre application, vérifiez vos autres appareils, puis écrivez-le de nouveau.
matrix-verification =
    Je ne sais pas comparer des clés avec vous.
    Mon appareil est signé par mon compte : il n'y a rien à vérifier de plus.
matrix-room-introduction =
    Bonjour. Je suis un programme qui aide à trouver un appui pour un projet utile.
    Je ne lis pas vos conversations : je réponds seulement aux commandes, comme !aide.
    Si j'apporte une question, je lis aussi les réponses à mon message. Rien d'autre.
    Pour une question sur votre projet, écrivez-moi en privé.
