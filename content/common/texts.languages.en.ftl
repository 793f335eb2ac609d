### Languages, and difficult messages. French is the reference.

# fr 95fcfb98
words-distress = I want to die | I wanna die | want to kill myself | kill myself | suicide | suicidal | end my life | end it all | I cannot go on | I can't go on | I can't take it anymore | I cannot take it any more | cant take it anymore | cant go on | dont want to live | no reason to live | don't want to live
# fr 83480e9e
words-about-distress = suicide prevention | preventing suicide | against suicide
# fr a7200d15
words-violence = he hits me | she hits me | someone hits me | they hit me | he beats me | she beats me | my husband hits me | my husband beats me | he threatens me | they threaten me | he wants to kill me | he will kill me | I was raped | he raped me | I am afraid at home | I am scared of my husband
# fr 2c9924d4
words-refused = they refused | my application was refused | my application was rejected | our application was rejected | was turned down | turned us down | turned me down | they said no | got rejected | they rejected
# fr ce5de67f
words-off-topic = what is the weather | what's the weather | weather forecast | weather today | what time is it | write me a poem | a poem | tell me a joke | a joke | tell me a story | a recipe | the football match | who won | who will win | who should I vote for | the election | the elections | the president of the republic | do you love me | I love you | horoscope | bitcoin | my homework

# fr d2741598
language-ar = العربية
# fr 1b551b09
language-choose = Quelle langue ? / Which language? / أي لغة؟
# fr ae9876b2
language-kept = All right, I keep the same language.
# fr f2fdbeee
language-offer = Would you like to continue in English?
# fr b3e578ef
language-offer-yes = Yes, in English
# fr 6bef22b8
language-offer-no = No, change nothing

# fr 4dd56156
other-language = I do not speak your language yet. I speak: { $languages }. To choose, write “language”. To reach a person, write “human”.

# fr 1f52ca58
in-hours = { $hours ->
    [one] { $hours } hour
   *[other] { $hours } hours
}
# fr 4105fe63
in-days = { $days ->
    [one] { $days } day
   *[other] { $days } days
}
# fr 79de1fb6
in-months = { $months ->
    [one] { $months } month
   *[other] { $months } months
}
# fr 5afeb8e1
in-minutes = { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}

# fr 9c2cbfee
violence-answer = What you are going through seems serious. I am a program, I cannot protect you. In danger, call 17 or 112, or text 114. To talk to someone, call 3919, day and night. For a child, call 119. Take your time. To go on, write “resume”.
# fr 3448c25c
refused-answer = A refusal does not judge your project. Often, another door suits better.
# fr 64a95727
off-topic-answer = I only know the projects and the places of solidarity around here.

# fr 331d7e3f
name-mixed = { $name } (mixed alphabets)
