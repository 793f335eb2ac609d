### Ce que le bot répond à une configuration qu’il ne peut pas lire. Une ligne par défaut, sans jamais citer une valeur.

settings-missing = ce fichier n’existe pas. Copiez config.example.toml, ou corrigez --config.
settings-unreadable = ce fichier ne peut pas être lu. Vérifiez que c’est un fichier et que le bot en a le droit.
settings-encoding = ce fichier n’est pas en UTF-8. Enregistrez-le en UTF-8.
settings-toml = ce n’est pas du TOML : une clé en double, un guillemet ou un signe = qui manque.
settings-unknown-section = cette section n’existe pas. Sections connues : { $known }.
settings-unknown = cette clé n’existe pas. Clés connues : { $known }.
settings-unknown-close = cette clé n’existe pas. Vouliez-vous dire « { $close } » ?
settings-section = attendu : une section, écrite [{ $section }] sur sa propre ligne.
settings-text = attendu : un texte entre guillemets.
settings-too-long = attendu : un texte d’au plus { $longest } caractères.
settings-number = attendu : un nombre entier de { $least } à { $most }, sans guillemets.
settings-yes-no = attendu : true ou false, sans guillemets.
settings-one-of = attendu : { $choices }.
settings-url = attendu : une adresse comme sqlite:///boussole.db ou postgresql://bot@serveur/boussole.
settings-web-url = attendu : une adresse web complète comme https://bot.example.org/telegram.
settings-host = attendu : un nom de machine ou une adresse comme 127.0.0.1, sans http:// ni port.
settings-token = attendu : le jeton que @BotFather a donné, des chiffres, deux-points, puis des lettres.
settings-hook-secret = attendu : de 1 à 256 lettres sans accent, chiffres, tirets ou tirets bas.
settings-homeserver = attendu : l’adresse de votre serveur Matrix, comme https://matrix.example.org.
settings-matrix-user = attendu : le nom complet du compte, comme @boussole:example.org.
settings-picture = attendu : une adresse comme mxc://example.org/AbCdEf, celle d’une image déjà envoyée au serveur.
settings-processor = attendu : un nom, une virgule, un pays, comme "Hébergeur Exemple, France: serveurs".
settings-list = attendu : une liste de textes entre crochets, comme ["example.org"].
settings-needed = cette clé manque, le reste de la section en a besoin.
settings-both = la valeur est déjà donnée par « { $key } ». Gardez l’une des deux.
settings-secret-unreadable = le fichier du secret ne peut pas être lu. Vérifiez son chemin et ses droits.
settings-secret-empty = le fichier du secret est vide. Écrivez-y le secret, seul, sur une ligne.
settings-world-readable = « { $file } » contient un secret et tout le monde peut le lire. Faites : chmod 600 { $file }
settings-feed = attendu : un réseau et une adresse, comme "apes https://agenda.example.org/apes.ics".
settings-sender = attendu : une adresse électronique, comme boussole@ville.example.
settings-plain = attendu : starttls ou tls, car un mot de passe ne part jamais sans chiffrement.
