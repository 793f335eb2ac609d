### Ce qui est répondu quand les messages arrivent plus vite qu'ils ne peuvent être lus.

flood-warning = Vous écrivez plus vite que je ne peux lire. Je ne lis plus vos messages pendant une minute. Ensuite, écrivez à nouveau le dernier.
flood-busy = Trop de personnes m'écrivent en ce moment. Écrivez à nouveau dans quelques minutes.
