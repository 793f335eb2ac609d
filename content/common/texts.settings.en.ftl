### What is answered to a configuration that cannot be read, for the commands that speak English.

# fr 1a72aaf8
settings-missing = this file does not exist. Copy config.example.toml, or correct --config.

# fr deaf0e47
settings-unreadable = this file cannot be read. Check that it is a file and that the bot may read it.

# fr f9e5edf9
settings-encoding = this file is not in UTF-8. Save it as UTF-8.

# fr 963c749b
settings-toml = this is not TOML: a key given twice, a missing quote or a missing = sign.

# fr 8cf7243f
settings-unknown-section = this section does not exist. Known sections: { $known }.

# fr f12011a1
settings-unknown = this key does not exist. Known keys: { $known }.

# fr b57d5795
settings-unknown-close = this key does not exist. Did you mean “{ $close }”?

# fr 88245d95
settings-section = expected: a section, written [{ $section }] on a line of its own.

# fr 45e48e87
settings-text = expected: a text between quotes.

# fr 27aa1a5f
settings-too-long = expected: a text of at most { $longest } characters.

# fr 44ca93e7
settings-number = expected: a whole number from { $least } to { $most }, without quotes.

# fr 7bb8331a
settings-yes-no = expected: true or false, without quotes.

# fr abc116ee
settings-one-of = expected: { $choices }.

# fr c0cae35c
settings-url = expected: an address such as sqlite:///boussole.db or postgresql+psycopg://bot@server/boussole.

# fr 342dd60a
settings-web-url = expected: a whole web address such as https://bot.example.org/telegram.

# fr ed89d138
settings-host = expected: a machine's name or an address such as 127.0.0.1, without http:// or port.

# fr 53632c52
settings-token = expected: the token that @BotFather gave, digits, a colon, then letters.

# fr 9d3d993f
settings-hook-secret = expected: 1 to 256 letters without accents, digits, dashes or underscores.

# fr 4e5dbe32
settings-needed = this key is missing, the rest of the section needs it.

# fr d3885dc7
settings-both = the value is already given by “{ $key }”. Keep one of the two.

# fr e1dc3998
settings-secret-unreadable = the file of the secret cannot be read. Check its path and its permissions.

# fr 95f99d71
settings-secret-empty = the file of the secret is empty. Write the secret in it, alone, on one line.

# fr caab949d
settings-world-readable = “{ $file }” holds a secret and everyone can read it. Run: chmod 600 { $file }

# fr 21691fd1
settings-processor = expected: a name, a comma, a country, such as "Example Host, France: servers".

# fr 35c0dbac
settings-feed = expected: a network and an address, such as "apes https://agenda.example.org/apes.ics".
# fr 9bbcb873
settings-sender = expected: an e-mail address, such as boussole@city.example.
# fr 54833909
settings-plain = expected: starttls or tls, because a password never leaves unencrypted.
