### Languages, and difficult messages. French is the reference.

# fr 659979dd
words-distress = I want to die | I wanna die | want to kill myself | kill myself | suicide | suicidal | end my life | end it all | I cannot go on | I can't go on | I can't take it anymore | I cannot take it any more | cant take it anymore | cant go on | dont want to live | no reason to live | don't want to live
# fr 83480e9e
words-about-distress = suicide prevention | preventing suicide | against suicide
# fr a7200d15
words-violence = he hits me | she hits me | someone hits me | they hit me | he beats me | she beats me | my husband hits me | my husband beats me | he threatens me | they threaten me | he wants to kill me | he will kill me | I was raped | he raped me | I am afraid at home | I am scared of my husband
# fr 2c9924d4
words-refused = they refused | my application was refused | my application was rejected | our application was rejected | was turned down | turned us down | turned me down | they said no | got rejected | they rejected
# fr aff27bed
words-off-topic = what is the weather | what's the weather | weather forecast | weather today | what time is it | write me a poem | a poem | tell me a joke | a joke | tell me a story | a recipe | the football match | who won | who will win | who should I vote for | the election | the elections | the president of the republic | do you love me | I love you | horoscope | bitcoin | my homework
# fr b5a31944
words-who = who are you | are you a robot | are you a bot | are you human | are you a person | are you a real person | are you an AI | is this a bot | is this a robot | chatgpt

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

# fr 8a305c63
words-minor-before = I am | I'm | I am only | I'm only
# fr e3a67d07
words-minor-years = five | six | seven | eight | nine | ten | eleven | twelve | thirteen | fourteen
# fr dc4a23c5
words-minor-after = years old | years of age | year old
# fr 769554bb
words-minor-unless = in | of
# fr a4dc18a0
minor-answer = Under 15, nobody signs up without a parent. You can answer my questions without giving your name. I do not keep this message.
# fr 9c2cbfee
violence-answer = What you are going through seems serious. I am a program, I cannot protect you. In danger, call 17 or 112, or text 114. To talk to someone, call 3919, day and night. For a child, call 119. Take your time. To go on, write “resume”.
# fr 3448c25c
refused-answer = A refusal does not judge your project. Often, another door suits better.
# fr 64a95727
off-topic-answer = I only know the projects and the places of solidarity around here.
# fr c8fb2431
who-answer = I am a program, not a person. I help you find support for a useful project.

# fr 331d7e3f
name-mixed = { $name } (mixed alphabets)
