### Une personne, plusieurs messageries. Voir handlers/dialogues/linking.py.

words-lier = lier | relier | autre messagerie | une autre messagerie | utiliser une autre messagerie | relier une messagerie | relier mes messageries | changer de messagerie
words-delier = délier | ne plus relier | séparer | séparer mes messageries

channel-telegram = Telegram
channel-matrix = Matrix
channel-terminal = Terminal

menu-link = Utiliser une autre messagerie
link-menu = Voir le menu
link-oui = Oui, c'est moi
link-non = Non

link-code =
    Pour continuer sur une autre messagerie, écrivez-moi là-bas ce code, seul :
    { $code }
    Il sert une fois, pendant { $minutes } minutes. Ne le donnez à personne.
link-own-code = C'est votre propre code. Écrivez-le sur votre autre messagerie.
link-code-refused = Ce code ne sert plus. Pour en avoir un autre, écrivez « lier » sur l'autre messagerie.
link-done = C'est relié avec { $channel }. Nous continuons ici la même conversation. Pour séparer vos messageries, écrivez « délier ».
link-answers-lost = J'ai effacé vos réponses données ici avant.
link-told = C'est relié avec { $channel }. Vous pouvez continuer ici ou là-bas. Si ce n'est pas vous, écrivez « délier ».
link-go-on = C'est relié avec { $channel }. Pour continuer ici la même conversation, écrivez « reprendre ».
link-agree = Vous avez un rôle ici. Il vaudra aussi sur { $channel }. Avez-vous demandé ce code vous-même ?
link-confirm = Quelqu'un a écrit votre code sur { $channel }. Les rôles seront partagés. Est-ce vous ?
link-waits = Il me faut encore un oui. Je viens de vous écrire sur { $channel } : répondez là-bas.
link-refused = D'accord, je ne relie rien. Ce code ne sert plus.
link-refused-there = La réponse a été non. Je ne relie rien.
link-none = Aucune autre messagerie n'est reliée. Pour en relier une, écrivez « lier ».
link-undone = C'est séparé. Tout reste sur { $channel }, et nulle part ailleurs.
link-left = C'est séparé. Tout reste sur { $channel }. Ici, je ne garde plus rien de vous.
link-mine = Vos messageries reliées : { $channels }. Pour les séparer, écrivez « délier ».
