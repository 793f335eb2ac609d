### Parler à une personne d'un réseau : la question, le groupe du réseau, la réponse.

talk-ask-network = À quel réseau voulez-vous écrire ? Une personne du réseau peut vous répondre ici.
talk-anyone = Je ne sais pas lequel
talk-contacts = Voir les contacts publics
talk-back = Ne pas écrire
talk-write = Écrivez votre question pour { $network }, en une fois. Votre nom ne sera pas donné.
    N'écrivez ni nom, ni téléphone. La réponse viendra ici.
talk-closed-now = Personne ne lit en ce moment. Votre message partira { $day } à { $hour }.
talk-hours = Ouvert : { $hours }.
talk-confirm = Ce texte partira pour { $network }, sans votre nom :
    « { $text } »
talk-confirm-room = Plusieurs personnes du réseau le liront dans leur groupe.
talk-yes = Envoyer ce texte
talk-edit = Changer le texte
talk-no = Ne rien envoyer
talk-kept = D'accord. Rien n'est envoyé.
talk-sent = C'est envoyé : { $network }. Votre nom n'est pas donné. Quand une personne répond, vous le lisez ici.
talk-sent-later = C'est noté. Personne ne lit en ce moment pour { $network }.
    Votre message partira { $day } à { $hour }, sans votre nom.
talk-nobody-now = Personne ne lit ici en ce moment pour { $network }.
talk-too-many = Trois questions sont déjà ouvertes. Attendez une réponse, ou fermez-en une. Écrivez « humain » pour les voir.
talk-state-waiting = { $network } : votre question attend une réponse depuis le { $day }.
    « { $text } »
talk-state-answered = { $network } : vous avez reçu une réponse.
talk-add = Ajouter un mot
talk-add-to = Ajouter un mot : { $network }
talk-settled = C'est réglé
talk-settled-with = C'est réglé : { $network }
talk-other = Écrire à un autre réseau
talk-new = Poser une autre question
talk-reply = Répondre
talk-write-more = Écrivez la suite pour { $network }, en une fois. Votre nom ne sera pas donné.
talk-done = C'est noté. Votre question est fermée, et j'ai effacé son texte.
talk-is-over = Cette question est fermée. Rien n'est envoyé.
talk-answered = { $network } vous répond :
    « { $text } »
talk-corrected = { $network } corrige sa réponse :
    « { $text } »
talk-closed-by-network = { $network } a fermé votre question. Vous pouvez en poser une autre.

## Ce que lit le groupe d'un réseau.

talk-words-close = fermer | clore | fermer la question | clore la question
talk-words-not-here = pas ici | pas de questions ici
talk-room-spared = D'accord. Aucune question n'arrivera plus ici. Elles iront en privé aux personnes qui animent le réseau.
talk-room-not-yours = Seule une personne qui anime ce réseau peut demander cela. Rien n'est parti.
talk-room-question = Question n° { $number }, pour { $network } :
    « { $text } »
    Répondez à ce message : la personne lira votre texte, sans votre nom. Toute personne de ce groupe peut répondre.
    Pour fermer la question, répondez « fermer ». Pour ne plus en recevoir ici, répondez « pas ici ».
talk-room-more = Question n° { $number }, la personne ajoute :
    « { $text } »
    Répondez à ce message. Pour fermer la question, répondez « fermer ».
talk-room-settled = Question n° { $number } : la personne n'attend plus de réponse.
talk-room-alert = Question n° { $number }, sans réponse depuis un jour ouvré :
    « { $text } »
    Répondez à ce message. Pour fermer la question, répondez « fermer ».
talk-room-passed = Question n° { $number } : votre réponse est partie, sans votre nom.
talk-room-passed-morning = Question n° { $number } : votre réponse partira demain matin, sans votre nom.
talk-room-closed = Question n° { $number } : c'est fermé. La personne est prévenue.
talk-room-over = La question n° { $number } est fermée. La personne n'a rien reçu.
talk-room-gone = La question n° { $number } n'existe plus : son texte est effacé. Rien n'est parti.
talk-room-elsewhere = La question n° { $number } est passée à un autre réseau. Rien n'est parti.
talk-room-text-only = Question n° { $number } : seul un texte peut partir. Rien n'est parti.
talk-room-too-long = Question n° { $number } : ce texte est trop long. Écrivez { $most } signes au plus. Rien n'est parti.

## Ce que lit, en privé, qui répond pour un réseau sans groupe.

talk-direct-question = Une personne pose une question à { $network } :
    « { $text } »
    Elle ne donne pas son nom. Elle ne verra pas le vôtre.
talk-direct-more = La personne ajoute, pour { $network } :
    « { $text } »
talk-direct-alert = Cette question attend une réponse depuis un jour ouvré, pour { $network } :
    « { $text } »
talk-answer = Répondre à la question
talk-over = Fermer la question
talk-direct-write = Écrivez votre réponse, en une fois. La personne la lira au nom de { $network }.
talk-direct-sent = Votre réponse est partie, au nom de { $network }.
talk-direct-sent-morning = Votre réponse partira demain matin, au nom de { $network }.
talk-direct-over = Cette question est fermée. Rien n'est parti.
talk-direct-closed = La question est fermée. La personne est prévenue.

journal-spare-room = questions retirées d’un salon
journal-talk-answer = question répondue
journal-talk-close = question fermée
